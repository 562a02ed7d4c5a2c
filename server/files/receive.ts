import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'

export type Received =
  | { ok: true; path: string; sha256: string; bytes: number; take(): Promise<Buffer>; discard(): Promise<void> }
  | { ok: false; reason: 'tooLarge' | 'empty' | 'brokenOff' }

/**
 * Takes an upload to a file while counting and hashing, so that slow or huge senders cost no memory. The file is encrypted with a
 * key that exists only in this process: what a killed server leaves behind is noise.
 */
export async function receive(stream: Readable, folder: string, mostBytes: number): Promise<Received> {
  const key = randomBytes(32),
    counter = randomBytes(16)
  const path = join(folder, `upload.${randomBytes(12).toString('hex')}`)
  const discard = () => rm(path, { force: true })
  const handle = await open(path, 'wx', 0o600)
  const hash = createHash('sha256')
  let bytes = 0
  let whole = false
  try {
    const cipher = createCipheriv('aes-256-ctr', key, counter)
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (bytes > mostBytes) return { ok: false, reason: 'tooLarge' }
      hash.update(chunk)
      await handle.writeFile(cipher.update(chunk))
    }
    whole = bytes > 0
  } catch {
    return { ok: false, reason: 'brokenOff' }
  } finally {
    await handle.close()
    if (!whole) await discard()
  }
  if (!whole) return { ok: false, reason: 'empty' }
  const take = async () => {
    const decipher = createDecipheriv('aes-256-ctr', key, counter)
    return decipher.update(await readFile(path))
  }
  return { ok: true, path, sha256: hash.digest('hex'), bytes, take, discard }
}
