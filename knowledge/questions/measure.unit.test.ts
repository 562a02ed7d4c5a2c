import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadGuides } from '../guides/load.ts'
import { guideSources } from '../guides/sources.ts'
import { unpackModel } from '../learn/model-file.ts'
import { LibrarySearcher } from '../search/library-searcher.ts'
import { loadNonsense, loadQuestions } from './load.ts'
import { lookAt, rankOf } from './measure.ts'

const model = unpackModel(readFileSync(new URL('../model/statutes.model', import.meta.url)))
const searcher = new LibrarySearcher(undefined, guideSources(loadGuides()), model)

// What is promised of the shipped model and guides. No weight was learned from these; a change that breaks the promise must not land.
test('of 300 questions of law at most 10 are refused, of 100 other sentences at least 95', () => {
  const legal = loadQuestions('test').map(({ ask }) => lookAt(searcher, ask)),
    other = loadNonsense().map(({ ask }) => lookAt(searcher, ask))
  expect([legal.length, other.length]).toEqual([300, 100])
  expect(legal.filter(({ refused }) => refused).length).toBeLessThanOrEqual(10)
  expect(other.filter(({ refused }) => refused).length).toBeGreaterThanOrEqual(95)
})

test('for six of ten questions of daily matters a guide that answers is among the first three, before any law is imported', () => {
  const ranks = loadQuestions('test').map((question) =>
    rankOf(question, lookAt(searcher, question.ask).found, () => undefined),
  )
  expect(ranks.filter((rank) => rank !== undefined && rank <= 3).length).toBeGreaterThanOrEqual(180)
})
