import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { personalDataCrypto } from '../crypto/personal-data.ts'
import { passwordMatches } from '../password/hash.ts'
import { sampleCredentials, writeSampleAccounts } from './accounts.ts'

const crypto = personalDataCrypto(new Uint8Array(32).fill(3))
const accounts = [
  { login: 'shouli', name: '陈晓梅', does: '受理员', secondFactor: false },
  { login: 'shenpi', name: '马国强', does: '审批人', secondFactor: true },
]

it('the file says what signs every sample account in', async () => {
  const { credentials, text } = await sampleCredentials(accounts, undefined, crypto)
  const password = /accounts: (\S+)/.exec(text)?.[1] ?? ''
  const secret = /factor: ([A-Z2-7]{32})/.exec(text)?.[1] ?? ''
  expect(await passwordMatches(password, credentials[0]?.passwordHash)).toBe(true)
  expect(credentials[0]?.totpSecretEnc).toBeNull()
  expect(crypto.decrypt('staff.totp', credentials[1]?.totpSecretEnc ?? Buffer.alloc(0))).toBe(secret)
  expect((await sampleCredentials(accounts, undefined, crypto)).text).not.toContain(password)
})

it('one password may be given for all', async () => {
  const { credentials, text } = await sampleCredentials(accounts, 'Yangli-2026', crypto)
  expect(text).toContain('Yangli-2026')
  expect(await passwordMatches('Yangli-2026', credentials[1]?.passwordHash)).toBe(true)
})

it('nobody else may read the file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fatong-sample-'))
  try {
    const path = writeSampleAccounts(folder, 'x')
    expect(readFileSync(path, 'utf8')).toBe('x')
    expect(statSync(path).mode & 0o777).toBe(0o600)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
