import { createHash, hkdfSync } from 'node:crypto'

/** What a key is for. Each purpose has its own key, so that one leaking says nothing of the others. */
const PURPOSES = {
  column: 'fatong/column/v1',
  blindIndex: 'fatong/blind-index/v1',
  oneTimeCode: 'fatong/one-time-code/v1',
  token: 'fatong/token/v1',
  file: 'fatong/file/v1',
  address: 'fatong/network-address/v1',
} as const
export type KeyPurpose = keyof typeof PURPOSES

export type KeyRing = Record<KeyPurpose, Buffer> & {
  /** First 4 bytes of a hash of the secret: kept with what was sealed, so that a wrong key is told apart from damage. */
  id: Buffer
}

/** Derives one 32-byte key for each purpose from the installation's secret (HKDF with SHA-256, RFC 5869). */
export function deriveKeys(secret: Uint8Array): KeyRing {
  if (secret.length !== 32) throw new RangeError('the secret key has 32 bytes')
  const derive = (info: string, bytes = 32) => Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), info, bytes))
  const keys = Object.fromEntries(Object.entries(PURPOSES).map(([purpose, info]) => [purpose, derive(info)])) as Record<
    KeyPurpose,
    Buffer
  >
  return { ...keys, id: createHash('sha256').update(derive('fatong/key-id/v1')).digest().subarray(0, 4) }
}
