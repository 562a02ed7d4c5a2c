import { createHash, createHmac } from 'node:crypto'
import { deriveKeys, type KeyRing } from './keys.ts'
import { seal, unseal } from './sealing.ts'

/** Columns that are kept sealed. */
export type SealedField =
  | 'person.idNumber'
  | 'person.particulars'
  | 'person.phone'
  | 'person.address'
  | 'staff.phone'
  | 'staff.relatives'
  | 'staff.totp'
  | 'draft.data'
  | 'outbox.recipient'
  | 'reply'
  | 'consultation.data'
  | 'consultation.question'
  | 'question.thread'
  | 'appointment.note'
  | 'team.phone'
  | 'handover.text'
  | 'callback.text'
/** Columns that can be searched without being opened. Equal values of one field give equal marks; across fields they differ. */
export type IndexedField = 'idNumber' | 'phone'

/** Sealing and blind marks of personal data, with the installation's keys. */
export interface PersonalDataCrypto {
  encrypt(field: SealedField, plain: string): Buffer
  /** Throws UnsealProblem when the value was sealed with another key or was changed. */
  decrypt(field: SealedField, sealed: Uint8Array): string
  /** 32 bytes; the value is normalised first, so that 138 0000 0000 and 13800000000 are the same. */
  blindIndex(field: IndexedField, value: string): Buffer
  /** Mark of a network address in the access log: comparable, not readable. */
  addressMark(ip: string): Buffer
  /** Under what attempts on an account, phone or address are counted. */
  attemptMark(kind: string, of: string): Buffer
  keys: KeyRing
}

/** Identity numbers and phones as they are compared: no spaces, upper case. */
export const normalised = (value: string): string => value.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()

export function personalDataCrypto(secret: Uint8Array): PersonalDataCrypto {
  const keys = deriveKeys(secret)
  const mac = (key: Buffer, label: string, value: string) =>
    createHmac('sha256', key).update(`${label}\0${value}`).digest()
  return {
    keys,
    encrypt: (field, plain) => seal(keys, Buffer.from(plain, 'utf8'), field),
    decrypt: (field, sealed) => unseal(keys, sealed, field).toString('utf8'),
    blindIndex: (field, value) => mac(keys.blindIndex, field, normalised(value)),
    attemptMark: (kind, of) => mac(keys.address, `attempt/${kind}`, of.toLowerCase()),
    addressMark: (ip) => mac(keys.address, 'ip', ip).subarray(0, 16),
  }
}

/** Hash under which a random token is stored. Tokens have 256 random bits, so no salt or slow hash is needed. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest()
