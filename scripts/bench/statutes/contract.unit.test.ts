import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'

// What others run from outside: the names of the figures, the file of the run, and which options do what.

const ROOT = join(import.meta.dirname, '../../..')
const KEYS = 'n mrr10 ndcg10 r5 r10 r20 r50 r100 p50Ms p95Ms buildMs loadMs indexBytes rssBytes'.split(' ')
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fatong-bench-'))
  const article = (law: string, number: number, text: string) =>
    JSON.stringify({
      id: `${law}#${number}`,
      law,
      article: `${number}`,
      path: '总则',
      category: '法律',
      date: '2020-01-01',
      text,
    })
  const others = Array.from({ length: 140 }, (_, i) =>
    article('样例办法', i + 1, `第${i + 1}种物品由第${i * 7}号仓库保管，仓库应当登记。`),
  )
  const lines = [
    // Asked for in the questions that the shipped model learned from.
    article('民法典', 54, '自然人从事工商业经营，经登记，为个体工商户。'),
    article('样例欠薪法', 1, '用人单位拖欠工资的，劳动者可以投诉。'),
    ...others,
  ]
  writeFileSync(join(folder, 'corpus.jsonl.gz'), gzipSync(lines.join('\n')))
  const questions = [
    { id: 1, question: '怎么登记个体工商户', gold: ['民法典#54'] },
    { id: 'q2', question: '单位拖欠工资向谁投诉', gold: ['样例欠薪法#1'] },
    { id: 3, question: '仓库登记物品', gold: ['样例办法#9999'] },
  ]
  writeFileSync(join(folder, 'questions.jsonl'), questions.map((one) => JSON.stringify(one)).join('\n'))
})
afterAll(() => rmSync(folder, { recursive: true }))

async function bench(...more: string[]): Promise<Record<string, unknown>> {
  const files = ['--corpus', join(folder, 'corpus.jsonl.gz'), '--questions', join(folder, 'questions.jsonl')]
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', join(ROOT, 'scripts/bench/main.ts'), 'statutes', ...files, '--json', ...more],
    { cwd: ROOT },
  )
  return JSON.parse(stdout) as Record<string, unknown>
}

it('prints one object with the figures, seen and unseen apart, and the peers beside them', async () => {
  const { seen, unseen, peers, ...own } = await bench()
  expect(Object.keys(own)).toEqual(expect.arrayContaining(KEYS))
  expect(own).toMatchObject({ n: 3, mrr10: expect.closeTo(2 / 3, 5), r100: expect.closeTo(2 / 3, 5) })
  expect(seen).toMatchObject({ n: 1, mrr10: 1 })
  expect(unseen).toMatchObject({ n: 2, mrr10: 0.5 })
  expect(Object.keys(peers as object)).toEqual(['bm25', 'minisearch', 'fts5'])
  for (const peer of Object.values(peers as Record<string, object>))
    expect(Object.keys(peer)).toEqual(expect.arrayContaining(KEYS))
}, 120_000)

it('writes the run, a hundred a question, best first, and leaves the peers out when told to', async () => {
  const out = join(folder, 'run.txt')
  expect((await bench('--no-peers', '--run', out))['peers']).toEqual({})
  const rows = readFileSync(out, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(' '))
  for (const row of rows) expect(row).toHaveLength(4)
  for (const id of ['1', 'q2', '3']) {
    const own = rows.filter(([question]) => question === id)
    expect(own.map(([, , rank]) => Number(rank))).toEqual(own.map((_, i) => i + 1))
    const scores = own.map(([, , , score]) => Number(score))
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
  }
  // What the others meet in no way at all is not written.
  expect(rows.filter(([question]) => question === '3')).toHaveLength(100)
  expect(rows.find(([question]) => question === '1')?.[1]).toBe('民法典#54')
}, 120_000)
