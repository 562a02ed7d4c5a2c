import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export interface Written {
  bytes: number
  sha256: string
}

/** Writes the stream to a new file of its owner's only and returns its size and SHA-256; durable when it returns. */
export async function writeDigested(source: Readable, file: string): Promise<Written> {
  const hash = createHash('sha256')
  let bytes = 0
  const counting = new Transform({
    transform(part: Buffer, _encoding, done) {
      hash.update(part)
      bytes += part.length
      done(null, part)
    },
  })
  await pipeline(source, counting, createWriteStream(file, { flags: 'wx', mode: 0o600 }))
  const handle = await open(file, 'r')
  await handle.sync()
  await handle.close()
  return { bytes, sha256: hash.digest('hex') }
}

export const copyDigested = (from: string, to: string): Promise<Written> => writeDigested(createReadStream(from), to)

/** SHA-256 of a file in hexadecimal digits. */
export async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
