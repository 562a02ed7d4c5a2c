import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { KeyRing } from './keys.ts'

/** format 1: version (1) | key id (4) | nonce (12) | tag (16) | ciphertext */
const VERSION = 1
const NONCE = 12
const TAG = 16
const HEAD = 1 + 4 + NONCE + TAG

/** Sealed with another installation's key, cut short, or changed. Never answered to a caller: it is a fault of the installation. */
export class UnsealProblem extends Error {}

/**
 * Encrypts with AES-256-GCM. `context` says what the value is ("person.phone"); the same bytes moved to another column do not open.
 */
export function seal(keys: KeyRing, plain: Uint8Array, context: string): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', keys.column, nonce)
  cipher.setAAD(Buffer.from(context))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([Buffer.of(VERSION), keys.id, nonce, cipher.getAuthTag(), body])
}

/** Opens what `seal` made. Throws UnsealProblem. */
export function unseal(keys: KeyRing, sealed: Uint8Array, context: string): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
  if (bytes.length < HEAD || bytes[0] !== VERSION) throw new UnsealProblem(`${context}: not a sealed value`)
  if (!bytes.subarray(1, 5).equals(keys.id))
    throw new UnsealProblem(`${context}: sealed with another key than this installation's`)
  const decipher = createDecipheriv('aes-256-gcm', keys.column, bytes.subarray(5, 5 + NONCE), { authTagLength: TAG })
  decipher.setAAD(Buffer.from(context))
  decipher.setAuthTag(bytes.subarray(5 + NONCE, HEAD))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(HEAD)), decipher.final()])
  } catch {
    throw new UnsealProblem(`${context}: the sealed value was changed or belongs elsewhere`)
  }
}
