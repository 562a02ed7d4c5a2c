import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PersonalDataCrypto } from '../crypto/personal-data.ts'
import { hashPassword } from '../password/hash.ts'
import { initialPassword } from '../password/strength.ts'
import { newTotpSecret, totpUri } from '../totp/totp.ts'

/** A sample account as it is to be made. Nobody behind it exists. */
export interface SampleAccount {
  login: string
  name: string
  /** what the file says beside it: the roles, in Chinese */
  does: string
  secondFactor: boolean
}
/** What goes into the staff table for it. */
export interface SampleCredentials {
  login: string
  passwordHash: string
  totpSecretEnc: Buffer | null
}

const FILE = 'sample-accounts.txt'

/**
 * Credentials of the sample accounts: one password for all, given or made for this installation, and a second factor that is
 * set up already where the role needs one. The password is hashed once, with a salt of this installation, because forty
 * slow hashes would keep the first start waiting; real accounts each have their own salt.
 */
export async function sampleCredentials(
  accounts: readonly SampleAccount[],
  given: string | undefined,
  crypto: PersonalDataCrypto,
): Promise<{ credentials: SampleCredentials[]; text: string }> {
  const password = given ?? initialPassword()
  const passwordHash = await hashPassword(password)
  if (passwordHash === 'busy') throw new Error('the sample password could not be hashed')
  const made = accounts.map((account) => ({ account, secret: account.secondFactor ? newTotpSecret() : undefined }))
  const width = Math.max(...accounts.map(({ login }) => login.length))
  const lines = made.map(
    ({ account, secret }) =>
      `${account.login.padEnd(width)}  ${account.name}  ${account.does}${secret ? `\n${' '.repeat(width)}  动态验证码密钥 second factor: ${secret}\n${' '.repeat(width)}  ${totpUri(secret, account.login)}` : ''}`,
  )
  return {
    credentials: made.map(({ account, secret }) => ({
      login: account.login,
      passwordHash,
      totpSecretEnc: secret ? crypto.encrypt('staff.totp', secret) : null,
    })),
    text: [
      '样例账号，人物均为虚构。Sample accounts; nobody here exists.',
      `所有账号的密码 password of all accounts: ${password}`,
      '带密钥的账号要动态验证码：把密钥加进任一验证器（如微信小程序、手机验证器）。Accounts with a key ask for a code: add the key to any authenticator.',
      '',
      ...lines,
      '',
    ].join('\n'),
  }
}

/** Leaves the accounts where whoever installed the service finds them, readable by nobody else. Answers the path. */
export function writeSampleAccounts(dataDir: string, text: string): string {
  const path = join(dataDir, FILE)
  writeFileSync(path, text, { mode: 0o600 })
  chmodSync(path, 0o600)
  return path
}
