import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Account } from './account.ts'

/** The port is only a part of the socket file's name. */
export const socketPort = 5432

/** Longest path of a socket file: the kernel's field less its closing zero (Linux 108 bytes, macOS 104). */
const longestPath = process.platform === 'darwin' ? 103 : 107

export interface SocketFolder {
  path: string
  remove(): void
}

/** Whether PostgreSQL can put its socket file into this folder. */
export function fitsSocket(folder: string): boolean {
  return Buffer.byteLength(join(folder, `.s.PGSQL.${socketPort}`)) <= longestPath
}

/**
 * A folder for the socket that only the database's account (and root) can enter: in the data folder if its path is short
 * enough. What a killed server left there goes first: its lock file may name a process number that lives again.
 */
export function socketFolder(dataDir: string, account: Account): SocketFolder {
  const beside = join(dataDir, 'postgres-socket')
  rmSync(beside, { recursive: true, force: true })
  const path = fitsSocket(beside) ? beside : mkdtempSync(join(tmpdir(), 'fatong-'))
  mkdirSync(path, { recursive: true, mode: 0o700 })
  chmodSync(path, 0o700)
  if (process.getuid?.() === 0) chownSync(path, account.uid, account.gid)
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}
