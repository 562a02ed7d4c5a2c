import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/**
 * A file at rest: 'FTB1' | key id (4) | salt (16), then pieces of 64 KiB, each AES-256-GCM with its own tag. The key is
 * derived per file from the salt; the nonce of a piece is its number and whether it is the last, so that pieces can be
 * neither swapped nor left off. The address (SHA-256 of the plain file) is authenticated with every piece.
 */
export const MAGIC = Buffer.from('FTB1')
export const HEAD = 4 + 4 + 16
export const PIECE = 64 * 1024
export const TAG = 16

/** A stored file that cannot be read: damaged, cut short, or of another installation. */
export class DamagedFile extends Error {}

export interface FileKeys {
  file: Buffer
  id: Buffer
}

const keyOf = (keys: FileKeys, salt: Buffer) =>
  Buffer.from(hkdfSync('sha256', keys.file, salt, 'fatong/one-file/v1', 32))

function nonceOf(piece: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(piece, 7)
  nonce[11] = last ? 1 : 0
  return nonce
}

/** The sealed form of a file, piece by piece. */
export function* sealed(keys: FileKeys, sha256: string, plain: Buffer): Generator<Buffer> {
  const salt = randomBytes(16)
  const key = keyOf(keys, salt)
  yield Buffer.concat([MAGIC, keys.id, salt])
  const pieces = Math.max(1, Math.ceil(plain.length / PIECE))
  for (let i = 0; i < pieces; i += 1) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(i, i === pieces - 1))
    cipher.setAAD(Buffer.from(sha256))
    const body = Buffer.concat([cipher.update(plain.subarray(i * PIECE, (i + 1) * PIECE)), cipher.final()])
    yield Buffer.concat([body, cipher.getAuthTag()])
  }
}

/** Opens pieces read one after another. Throws DamagedFile before a byte of a changed piece is handed out. */
export function opener(
  keys: FileKeys,
  sha256: string,
  head: Buffer,
): (piece: Buffer, index: number, last: boolean) => Buffer {
  if (head.length !== HEAD || !head.subarray(0, 4).equals(MAGIC)) throw new DamagedFile(`${sha256}: not a stored file`)
  if (!head.subarray(4, 8).equals(keys.id))
    throw new DamagedFile(`${sha256}: stored with another key than this installation's`)
  const key = keyOf(keys, head.subarray(8))
  return (piece, index, last) => {
    if (piece.length < TAG) throw new DamagedFile(`${sha256}: cut short`)
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(index, last), { authTagLength: TAG })
    decipher.setAAD(Buffer.from(sha256))
    decipher.setAuthTag(piece.subarray(-TAG))
    try {
      return Buffer.concat([decipher.update(piece.subarray(0, -TAG)), decipher.final()])
    } catch {
      throw new DamagedFile(`${sha256}: changed on disk`)
    }
  }
}
