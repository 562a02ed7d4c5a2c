import { mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readSettings } from '../config.ts'
import { withSecretKey } from './secret-key.ts'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'fatong-key-'))))
afterEach(() => rmSync(folder, { recursive: true }))

function keyFor(environment: Record<string, string>) {
  const read = readSettings({ DATA_DIR: join(folder, 'data'), ...environment })
  if (!read.ok) throw new Error(read.problem)
  return withSecretKey(read.settings)
}

it('is made once, for its owner only, and found again', () => {
  const first = keyFor({})
  const second = keyFor({})
  expect(first).toMatchObject({ ok: true })
  expect(second.ok && second.config.secretKey).toEqual(first.ok && first.config.secretKey)
  expect(statSync(join(folder, 'data', 'secret.key')).mode & 0o777).toBe(0o600)
})

it('is the given one when one is given, and then no file is made', () => {
  const result = keyFor({ SECRET_KEY: '01'.repeat(32) })
  expect(result.ok && result.config.secretKey).toEqual(new Uint8Array(32).fill(1))
  expect(statSync(join(folder, 'data', 'secret.key'), { throwIfNoEntry: false })).toBeUndefined()
})

it('is not replaced when its file is damaged', () => {
  keyFor({})
  truncateSync(join(folder, 'data', 'secret.key'), 10)
  expect(keyFor({})).toMatchObject({ ok: false, problem: expect.stringContaining('put back the original') as string })
})

it('a folder that cannot be made or written is said in one line', () => {
  writeFileSync(join(folder, 'file'), '')
  for (const environment of [{}, { SECRET_KEY: '01'.repeat(32) }] as Record<string, string>[]) {
    const result = keyFor({ DATA_DIR: join(folder, 'file', 'data'), ...environment })
    expect(result).toMatchObject({ ok: false })
    expect(!result.ok && result.problem).toMatch(/^DATA_DIR .+file.data cannot be used: ENOTDIR[^\n]+$/)
  }
})
