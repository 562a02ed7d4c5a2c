import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Config, Settings } from '../config.ts'
import { key } from './values.ts'

/**
 * Settings with the key that encrypts personal data: the one given, else the one in DATA_DIR/secret.key, which is made
 * on the first start. Losing that file means losing the encrypted columns, so a damaged one stops the start.
 */
export function withSecretKey(settings: Settings): { ok: true; config: Config } | { ok: false; problem: string } {
  const file = join(settings.dataDir, 'secret.key')
  let text: string
  try {
    mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 })
    if (settings.secretKey) return { ok: true, config: { ...settings, secretKey: settings.secretKey } }
    text = stored(file) ?? makeKeyFile(file)
  } catch (error) {
    return { ok: false, problem: `DATA_DIR ${settings.dataDir} cannot be used: ${(error as Error).message}.` }
  }
  const parsed = key(text.trim())
  if (parsed.ok) return { ok: true, config: { ...settings, secretKey: parsed.value } }
  return {
    ok: false,
    problem: `The file ${file} ${parsed.must}; put back the original, or the personal data in the database stays unreadable.`,
  }
}

function stored(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Written aside, synced, then linked into place: the file is there whole or not at all, and the first of two starters wins. */
export function makeKeyFile(file: string): string {
  const aside = `${file}.${process.pid}`
  rmSync(aside, { force: true })
  const handle = openSync(aside, 'wx', 0o600)
  writeSync(handle, `${randomBytes(32).toString('hex')}\n`)
  fsyncSync(handle)
  closeSync(handle)
  try {
    linkSync(aside, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(aside, { force: true })
  }
  return readFileSync(file, 'utf8')
}
