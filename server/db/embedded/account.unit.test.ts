import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { accountsIn, canRead, databaseAccount, folderClosedTo } from './account.ts'
import { StartProblem } from './start-problem.ts'

const root = { name: 'root', uid: 0, gid: 0 }
const nobody = { name: 'nobody', uid: 65534, gid: 65534 }
const passwd =
  'root:x:0:0:root:/root:/bin/bash\nnobody:x:65534:65534::/:/usr/sbin/nologin\nli:x:1000:1000::/home/li:/bin/sh\nbroken line\n'

it('reads the accounts of a passwd file', () => {
  expect(accountsIn(passwd).map(({ name }) => name)).toEqual(['root', 'nobody', 'li'])
})

it('keeps an ordinary account and replaces root by one that exists', () => {
  const li = { name: 'li', uid: 1000, gid: 1000 }
  expect(databaseAccount(li, '/nowhere', passwd)).toBe(li)
  expect(databaseAccount(root, '/nowhere', passwd)).toEqual(nobody)
  expect(databaseAccount(root, '/nowhere', `${passwd}fatong:x:900:900::/:/bin/sh`)).toMatchObject({ name: 'fatong' })
  expect(databaseAccount(root, '/nowhere', passwd.replace(/^nobody.*\n/m, ''))).toMatchObject({ name: 'li' })
  expect(() => databaseAccount(root, '/nowhere', 'root:x:0:0:::')).toThrow(StartProblem)
})

it('finds the outermost folder that is closed to an account', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fatong-account-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  chmodSync(folder, 0o755)
  mkdirSync(join(folder, 'home', 'clone'), { recursive: true })
  writeFileSync(join(folder, 'home', 'clone', 'file'), '')
  expect(folderClosedTo(nobody, join(folder, 'home', 'clone'))).toBeUndefined()
  expect(canRead(nobody, join(folder, 'home', 'clone', 'file'))).toBe(true)
  chmodSync(join(folder, 'home'), 0o700)
  expect(folderClosedTo(nobody, join(folder, 'home', 'clone'))).toBe(join(folder, 'home'))
  expect(canRead(nobody, join(folder, 'home', 'clone', 'file'))).toBe(false)
})
