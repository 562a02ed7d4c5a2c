import { describe, expect, test } from 'vitest'
import { loadGuides } from '../guides/load.ts'
import { blockedFolds, ordinaryFolds } from './folds.ts'
import { foldsWithGuides, guideQuestions } from './guide-questions.ts'
import { type Labelled } from './labelled.ts'

const guides = loadGuides()
const keys = [
  ...new Set(
    guides.flatMap(({ answer, steps, deadlines }) => [...answer, ...steps, ...deadlines].flatMap(({ cites }) => cites)),
  ),
]
const ids = new Map(keys.map((key, at) => [key, at]))

describe('ways of asking for guides as labelled questions', () => {
  const asked = guideQuestions(guides, ids)

  test('are answered by what the sentences of the answer cite; the steps are neither right nor wrong', () => {
    const one = guides.find(
      ({ answer, steps }) =>
        answer.some(({ cites }) => cites.length > 0) && steps.some(({ cites }) => cites.length > 0),
    )!
    const mine = asked.filter(({ guide }) => guide === one.slug)
    expect(mine.map(({ question }) => question)).toEqual([one.title, ...one.asked])
    for (const { goldKeys, gold, beside = [] } of mine) {
      expect(goldKeys.every((key) => one.answer.some(({ cites }) => cites.includes(key)))).toBe(true)
      expect(gold).toEqual(goldKeys.map((key) => ids.get(key)))
      expect(beside.some((at) => gold.includes(at))).toBe(false)
    }
    expect(mine.reduce((sum, { weight = 1 }) => sum + weight, 0)).toBeCloseTo(Math.sqrt(mine.length))
  })

  test('never name an article that the corpus lacks, or one whose number has changed since', () => {
    expect(asked.flatMap(({ goldKeys }) => goldKeys).filter((key) => key.startsWith('行政复议法#'))).toEqual([])
    const some = new Map([...ids].filter(([key]) => key.startsWith('民法典#')))
    for (const { goldKeys } of guideQuestions(guides, some)) expect(goldKeys.every((key) => some.has(key))).toBe(true)
  })

  test('all of one guide lie in one fold, and questions keep theirs', () => {
    const question: Labelled = { id: '0', question: '', keywords: '', answer: '', gold: [], goldKeys: [] }
    const labelled = [...Array.from({ length: 40 }, () => question), ...asked]
    for (const foldOf of [ordinaryFolds(5), blockedFolds(5)]) {
      const inFold = foldsWithGuides(labelled, foldOf),
        byGuide = new Map<string, Set<number>>()
      labelled.forEach(({ guide }, q) => {
        if (guide === undefined) expect(inFold(q)).toBe(foldOf(q))
        else byGuide.set(guide, (byGuide.get(guide) ?? new Set()).add(inFold(q)))
      })
      expect([...byGuide.values()].every(({ size }) => size === 1)).toBe(true)
      expect(new Set([...byGuide.values()].flatMap((folds) => [...folds])).size).toBe(5)
    }
  })
})
