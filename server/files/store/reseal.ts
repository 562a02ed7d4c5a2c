import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileStore } from '../store.ts'
import { DamagedFile, MAGIC, sealed, type FileKeys } from './format.ts'

const ADDRESS = /^[0-9a-f]{64}$/

async function storedFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return []
      throw error
    },
  )
  return entries
    .filter((entry) => entry.isFile() && ADDRESS.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

async function keyIdOf(path: string): Promise<Buffer> {
  const handle = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(8), 0, 8, 0)
    if (bytesRead < 8 || !buffer.subarray(0, 4).equals(MAGIC)) throw new DamagedFile(`${path}: not a stored file`)
    return buffer.subarray(4, 8)
  } finally {
    await handle.close()
  }
}

/**
 * Seals every stored file anew: written aside, synced, renamed over the old one, so that after a kill each file stands
 * whole under one of the two keys and the next run goes on with those under the old one. Answers how many were sealed.
 * Throws DamagedFile at the first that does not open.
 */
export async function resealFiles(
  folder: string,
  from: FileKeys,
  to: FileKeys,
  progress: (done: number, of: number) => void,
): Promise<number> {
  const store = fileStore(folder, from)
  const paths = await storedFiles(folder)
  await mkdir(store.incoming, { recursive: true, mode: 0o700 })
  let done = 0
  for (const [i, path] of paths.entries()) {
    if (!(await keyIdOf(path)).equals(to.id)) {
      await resealFile(store, path, to)
      done += 1
    }
    if ((i + 1) % 200 === 0 || i + 1 === paths.length) progress(i + 1, paths.length)
  }
  return done
}

async function resealFile(store: ReturnType<typeof fileStore>, path: string, to: FileKeys): Promise<void> {
  const sha256 = path.slice(-64)
  const plain = await store.read(sha256)
  if (!plain) return
  const aside = join(store.incoming, `${sha256}.${randomBytes(6).toString('hex')}`)
  const handle = await open(aside, 'wx', 0o600)
  try {
    for (const piece of sealed(to, sha256, plain)) await handle.writeFile(piece)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(aside, path)
  const above = await open(dirname(path), 'r')
  await above.sync()
  await above.close()
}
