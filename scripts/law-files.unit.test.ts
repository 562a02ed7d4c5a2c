import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readCollection } from '@fatong/knowledge/library/collection.ts'
import { lawFilesOf } from './law-files.ts'

const LAW = '# 中华人民共和国某法\n\n2020年1月1日 通过\n\n<!-- INFO END -->\n\n第一条 甲。\n\n第二条 乙。\n'
let room: string, folder: string
beforeAll(() => {
  room = mkdtempSync(join(tmpdir(), 'fatong-law-files-'))
  folder = join(room, 'collection')
  mkdirSync(join(folder, '社会法'), { recursive: true })
  writeFileSync(join(folder, '社会法/某法(2020-01-01).md'), LAW)
  writeFileSync(join(folder, 'README.md'), 'x')
  writeFileSync(
    join(room, 'laws.zip'),
    zipSync({ '社会法/某法(2020-01-01).md': strToU8(LAW), 'README.md': strToU8('x') }),
  )
  writeFileSync(join(room, '某法.txt'), LAW)
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
      cwd: folder,
      stdio: 'pipe',
    })
  git('init', '--quiet')
  git('add', '.')
  git('commit', '--quiet', '-m', 'laws')
})
afterAll(() => {
  rmSync(room, { recursive: true, force: true })
})

test.each([
  ['a folder', () => folder, 2],
  ['an archive', () => join(room, 'laws.zip'), 2],
  ['a single text', () => join(room, '某法.txt'), 1],
  ['a git repository by its address', () => pathToFileURL(join(folder, '.git')).href, 2],
])('reads %s', async (_what, from, count) => {
  const files = await lawFilesOf(from())
  expect(files).toHaveLength(count)
  expect(readCollection(files).laws).toMatchObject([
    { name: '某法', articles: [{ number: '1', text: '甲。' }, { number: '2' }] },
  ])
})

test('says what is wrong with an address', async () => {
  await expect(lawFilesOf(join(room, 'nothing'))).rejects.toThrow('There is no folder, archive or repository')
  await expect(lawFilesOf(pathToFileURL(join(room, 'nothing.git')).href)).rejects.toThrow('could not be cloned')
})
