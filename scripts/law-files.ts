import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { filesOfUpload } from '@fatong/knowledge/library/archive.ts'
import type { CollectionFile } from '@fatong/knowledge/library/collection.ts'

function filesUnder(folder: string, root = folder): CollectionFile[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name)
      if (name === '.git') return []
      return statSync(path).isDirectory()
        ? filesUnder(path, root)
        : [{ path: relative(root, path).split(sep).join('/'), bytes: readFileSync(path) }]
    })
}

/** The files of a folder, of an archive or single text, or of a git repository by its address. Throws with what to do. */
export async function lawFilesOf(from: string): Promise<CollectionFile[]> {
  if (existsSync(from)) return statSync(from).isDirectory() ? filesUnder(from) : filesOfUpload(from, readFileSync(from))
  if (!/^(https?|ssh|git|file):\/\/|^git@|\.git$/.test(from))
    throw new Error(`There is no folder, archive or repository ${from}.`)
  const folder = mkdtempSync(join(tmpdir(), 'fatong-laws-'))
  try {
    const { status, error } = spawnSync('git', ['clone', '--quiet', '--depth', '1', '--', from, folder], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, GIT_TERMINAL_PROMPT: '0' },
    })
    if (error) throw new Error(`git is needed to fetch ${from}, and it could not be started: ${error.message}`)
    if (status !== 0) throw new Error(`${from} could not be cloned. Is the address right, and the network there?`)
    return filesUnder(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
