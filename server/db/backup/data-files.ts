import { mkdir, readdir } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { copyDigested } from './digest.ts'
import type { Manifest } from './manifest.ts'

/** What of a data folder is not copied: the database, which is dumped, what tells of a running process, and half uploads. */
const leftOut = /^(postgres.*|server\.pid.*|secret\.key\.\d+|blobs\/incoming)$/

async function pathsUnder(folder: string, below = folder): Promise<string[]> {
  const entries = await readdir(below, { withFileTypes: true })
  const found = await Promise.all(
    entries.map(async (entry) => {
      const path = join(below, entry.name)
      if (leftOut.test(relative(folder, path))) return []
      if (entry.isDirectory()) return pathsUnder(folder, path)
      return entry.isFile() ? [relative(folder, path)] : []
    }),
  )
  return found.flat().sort()
}

/**
 * Copies the files of a data folder. To be called after the tables were dumped: a file is stored before the row that
 * names it, so every row finds its file. One that the service deletes meanwhile is passed over.
 */
export async function copyDataFiles(dataDir: string, target: string): Promise<Manifest['files']> {
  const files: Manifest['files'] = []
  for (const path of await pathsUnder(dataDir)) {
    await mkdir(dirname(join(target, path)), { recursive: true, mode: 0o700 })
    try {
      files.push({ path, ...(await copyDigested(join(dataDir, path), join(target, path))) })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
  }
  return files
}
