import { createHash, randomBytes } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { HEAD, PIECE, TAG, opener, sealed, type FileKeys } from './store/format.ts'

/** Files by the SHA-256 of their content. The same file is kept once, however often it comes. */
export interface FileStore {
  /** Keeps the bytes and answers their address; durable when it returns. */
  put(bytes: Buffer): Promise<{ sha256: string; bytes: number }>
  /** The plain bytes as a stream, opened before it answers; undefined when there is no such file. Throws DamagedFile. */
  open(sha256: string): Promise<{ stream: Readable; bytes: number } | undefined>
  /** The whole file; undefined when there is none. Throws DamagedFile. */
  read(sha256: string): Promise<Buffer | undefined>
  has(sha256: string): Promise<boolean>
  /** Removes a file that was last put long enough ago; answers whether it is gone. Younger ones may be about to be used. */
  remove(sha256: string, olderThanMs?: number): Promise<boolean>
  /** Where half-received uploads lie. */
  incoming: string
  /** Removes what a killed process left half-written. Called at start. */
  sweep(olderThanMs?: number): Promise<number>
}

const DAY_MS = 86_400_000
const ADDRESS = /^[0-9a-f]{64}$/
const gone = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT'

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A store in `folder`/ab/cd/SHA256. Written aside, synced, then renamed: after a kill a file is there whole or not at all. */
export function fileStore(folder: string, keys: FileKeys): FileStore {
  const incoming = join(folder, 'incoming')
  const ready = mkdir(incoming, { recursive: true, mode: 0o700 })
  const pathOf = (sha256: string) => {
    if (!ADDRESS.test(sha256)) throw new RangeError('the address of a file is 64 lower-case hexadecimal digits')
    return join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  }
  const has = async (sha256: string) =>
    stat(pathOf(sha256)).then(
      () => true,
      (error) => {
        if (gone(error)) return false
        throw error
      },
    )

  async function openStored(sha256: string) {
    const handle = await open(pathOf(sha256), 'r').catch((error: unknown) => {
      if (gone(error)) return undefined
      throw error
    })
    if (!handle) return undefined
    try {
      const head = Buffer.alloc(HEAD)
      const { bytesRead } = await handle.read(head, 0, HEAD, 0)
      const unseal = opener(keys, sha256, head.subarray(0, bytesRead))
      const size = (await handle.stat()).size - HEAD
      const pieces = Math.max(1, Math.ceil(size / (PIECE + TAG)))
      return { handle, unseal, size, pieces }
    } catch (error) {
      await handle.close()
      throw error
    }
  }

  async function* plain(stored: NonNullable<Awaited<ReturnType<typeof openStored>>>): AsyncGenerator<Buffer> {
    const { handle, unseal, size, pieces } = stored
    try {
      for (let i = 0; i < pieces; i += 1) {
        const piece = Buffer.alloc(Math.min(PIECE + TAG, size - i * (PIECE + TAG)))
        const { bytesRead } = await handle.read(piece, 0, piece.length, HEAD + i * (PIECE + TAG))
        yield unseal(piece.subarray(0, bytesRead), i, i === pieces - 1)
      }
    } finally {
      await handle.close()
    }
  }

  return {
    incoming,
    has,
    async put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const target = pathOf(sha256)
      if (await has(sha256)) {
        // Young again, so that a clean-up that runs now leaves it.
        await utimes(target, new Date(), new Date())
        return { sha256, bytes: bytes.length }
      }
      await ready
      const aside = join(incoming, `${sha256}.${randomBytes(6).toString('hex')}`)
      const handle = await open(aside, 'wx', 0o600)
      try {
        for (const piece of sealed(keys, sha256, bytes)) await handle.writeFile(piece)
        await handle.sync()
      } finally {
        await handle.close()
      }
      await mkdir(dirname(target), { recursive: true, mode: 0o700 })
      await rename(aside, target)
      for (const changed of [dirname(target), dirname(dirname(target)), folder]) await syncFolder(changed)
      return { sha256, bytes: bytes.length }
    },
    async open(sha256) {
      const stored = await openStored(sha256)
      if (!stored) return undefined
      const stream = Readable.from(plain(stored), { objectMode: false })
      // Who goes away before the first byte was read leaves a generator that never began, and its `finally` with it.
      stream.once('close', () => {
        void stored.handle.close()
      })
      return { stream, bytes: stored.size - stored.pieces * TAG }
    },
    async read(sha256) {
      const stored = await openStored(sha256)
      if (!stored) return undefined
      const parts: Buffer[] = []
      for await (const part of plain(stored)) parts.push(part)
      return Buffer.concat(parts)
    },
    async remove(sha256, olderThanMs = DAY_MS) {
      const found = await stat(pathOf(sha256)).catch((error: unknown) => {
        if (gone(error)) return undefined
        throw error
      })
      if (found && found.mtimeMs > Date.now() - olderThanMs) return false
      await rm(pathOf(sha256), { force: true })
      return true
    },
    async sweep(olderThanMs = 3_600_000) {
      await ready
      const before = Date.now() - olderThanMs
      let swept = 0
      for (const name of await readdir(incoming)) {
        const path = join(incoming, name)
        const found = await stat(path).catch(() => undefined)
        if (found && found.mtimeMs < before) {
          await rm(path, { force: true })
          swept += 1
        }
      }
      return swept
    },
  }
}
