import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { keysToChange, type KeysToChange } from './next-key.ts'
import { makeKeyFile } from './secret-key.ts'

let dataDir: string
beforeEach(() => (dataDir = mkdtempSync(join(tmpdir(), 'fatong-next-key-'))))
afterEach(() => rmSync(dataDir, { recursive: true }))

const none = { secretKey: undefined, secretKeyOld: undefined }
const bytes = (n: number) => new Uint8Array(32).fill(n)
const found = (): KeysToChange => {
  const keys = keysToChange({ ...none, dataDir })
  if (!keys.ok) throw new Error(keys.problem)
  return keys
}

it('keeps the new key beside the old until the change has ended, and finds it again after a kill', () => {
  const old = makeKeyFile(join(dataDir, 'secret.key')).trim()
  const first = found()
  expect(Buffer.from(first.from).toString('hex')).toBe(old)
  expect(statSync(join(dataDir, 'secret.key.next')).mode & 0o777).toBe(0o600)
  const second = found()
  expect(second.to).toEqual(first.to)
  second.finish()
  expect(readFileSync(join(dataDir, 'secret.key'), 'utf8').trim()).toBe(Buffer.from(first.to).toString('hex'))
  expect(existsSync(join(dataDir, 'secret.key.next'))).toBe(false)
})

it('takes both keys of the settings, and says what is missing', () => {
  expect(keysToChange({ dataDir, secretKey: bytes(1), secretKeyOld: bytes(2) })).toMatchObject({
    ok: true,
    from: bytes(2),
    to: bytes(1),
  })
  expect(keysToChange({ dataDir, secretKey: bytes(1), secretKeyOld: bytes(1) })).toMatchObject({
    ok: false,
    problem: expect.stringContaining('the same key') as string,
  })
  expect(keysToChange({ dataDir, secretKey: bytes(1), secretKeyOld: undefined })).toMatchObject({
    ok: false,
    problem: expect.stringContaining('needs both') as string,
  })
  expect(keysToChange({ ...none, dataDir })).toMatchObject({
    ok: false,
    problem: expect.stringContaining('no key') as string,
  })
})
