import { existsSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { Settings } from '../config.ts'
import { makeKeyFile } from './secret-key.ts'
import { key } from './values.ts'

/** The two keys of a change, and what is left to do when it has ended. */
export interface KeysToChange {
  ok: true
  from: Uint8Array
  to: Uint8Array
  finish(): void
  /** what the operator does next, in a sentence */
  after: string
}

/**
 * Which key is changed for which: SECRET_KEY_OLD for SECRET_KEY where those are set, else DATA_DIR/secret.key for a new
 * one, which lies in secret.key.next until the change has ended and then takes its place.
 */
export function keysToChange({
  secretKey,
  secretKeyOld,
  dataDir,
}: Pick<Settings, 'secretKey' | 'secretKeyOld' | 'dataDir'>): KeysToChange | { ok: false; problem: string } {
  if (secretKey && secretKeyOld) {
    if (Buffer.from(secretKey).equals(Buffer.from(secretKeyOld)))
      return { ok: false, problem: 'SECRET_KEY and SECRET_KEY_OLD are the same key.' }
    return {
      ok: true,
      from: secretKeyOld,
      to: secretKey,
      finish: () => undefined,
      after: 'Take SECRET_KEY_OLD out of the settings; old backups still need it.',
    }
  }
  if (secretKey || secretKeyOld)
    return {
      ok: false,
      problem: 'Changing keys needs both: SECRET_KEY is the new one, SECRET_KEY_OLD the one up to now.',
    }
  const file = join(dataDir, 'secret.key')
  const next = `${file}.next`
  if (!existsSync(file)) return { ok: false, problem: `There is no key in ${file} to change.` }
  const from = key(readFileSync(file, 'utf8').trim())
  if (!from.ok) return { ok: false, problem: `The file ${file} ${from.must}.` }
  const to = key((existsSync(next) ? readFileSync(next, 'utf8') : makeKeyFile(next)).trim())
  if (!to.ok) return { ok: false, problem: `The file ${next} ${to.must}.` }
  return {
    ok: true,
    from: from.value,
    to: to.value,
    finish: () => renameSync(next, file),
    after: `The new key is in ${file}; make a backup now, older ones hold the old key.`,
  }
}
