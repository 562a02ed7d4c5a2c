import { expect, test } from 'vitest'
import { meanScores, percentile, scoreQuestion } from './scoring.ts'

const found = (n: number, places: Record<number, string>) =>
  Array.from({ length: n }, (_, i) => places[i + 1] ?? `x${i + 1}`)

test('one right article at the third place', () => {
  expect(scoreQuestion(found(100, { 3: 'a' }), ['a'])).toEqual({
    mrr10: 1 / 3,
    ndcg10: 1 / Math.log2(4),
    r5: 1,
    r10: 1,
    r20: 1,
    r50: 1,
    r100: 1,
  })
})

test('two right articles, at the second and the twelfth place: what stands beyond the tenth earns nothing there', () => {
  const { mrr10, ndcg10, r5, r10, r20 } = scoreQuestion(found(100, { 2: 'a', 12: 'b' }), ['a', 'b'])
  expect([mrr10, r5, r10, r20]).toEqual([0.5, 0.5, 0.5, 1])
  expect(ndcg10).toBeCloseTo(1 / Math.log2(3) / (1 + 1 / Math.log2(3)), 12)
})

test('the best order scores one; nothing right scores nothing; more right articles than places are judged by the places', () => {
  const many = Array.from({ length: 12 }, (_, i) => `g${i}`)
  expect(scoreQuestion(many, many)).toMatchObject({ mrr10: 1, ndcg10: 1, r10: 10 / 12, r20: 1 })
  expect(Object.values(scoreQuestion(found(100, {}), ['a'])).every((one) => one === 0)).toBe(true)
})

test('means go over questions; a share of sorted times', () => {
  expect(meanScores([scoreQuestion(['a'], ['a']), scoreQuestion(['x'], ['a'])])).toEqual({
    n: 2,
    mrr10: 0.5,
    ndcg10: 0.5,
    r5: 0.5,
    r10: 0.5,
    r20: 0.5,
    r50: 0.5,
    r100: 0.5,
  })
  expect([percentile([5, 1, 9, 3], 0.5), percentile([1, 2, 3, 4], 0.95), percentile([], 0.5)]).toEqual([5, 4, 0])
})
