import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Source } from '../search/searcher.ts'
import { LAW_KINDS } from '../vocabulary.ts'
import { corpusLines, readCorpus, readQuestions } from './corpus.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fatong-corpus-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

it('articles written for training are read again as they were, whatever weight their text has', () => {
  const articles = LAW_KINDS.map(
    (lawKind, i): Source => ({
      id: `x${i}`,
      kind: 'article',
      title: `${lawKind}法`,
      number: `${i + 1}`,
      path: '第一章 总则',
      text: '“引号”、\n换行\\都在。',
      lawKind,
      ...(i % 2 ? { date: '2021-01-01' } : {}),
    }),
  )
  const file = join(folder, 'corpus.jsonl.gz')
  writeFileSync(file, gzipSync(`${corpusLines(articles).join('\n')}\n`))
  expect(readCorpus(file)).toEqual(articles.map((one) => ({ ...one, id: `${one.title}#${one.number}` })))
})

it('a number that a law has twice is told apart', () => {
  const article: Source = { id: 'x', kind: 'article', title: '某法', number: '3', path: '', text: '一。' }
  expect(corpusLines([article, article, article]).map((line) => (JSON.parse(line) as { id: string }).id)).toEqual([
    '某法#3',
    '某法#3~2',
    '某法#3~3',
  ])
})

it('questions from the desk keep their own ids beside others, and get no answer that belongs to another', () => {
  const questions = join(folder, 'questions.jsonl'),
    answers = join(folder, 'answers.jsonl')
  writeFileSync(
    questions,
    '{"id":1,"question":"甲","gold":["某法#3"]}\n{"id":"desk-1","question":"乙","gold":["某法#9"]}\n',
  )
  writeFileSync(answers, '{"id":1,"keywords":"词","answer":"答"}\n')
  expect(readQuestions(questions, answers, new Map([['某法#3', 0]]))).toMatchObject([
    { id: '1', answer: '答', gold: [0] },
    { id: 'desk-1', answer: '', gold: [], goldKeys: ['某法#9'] },
  ])
})
