import { describe, expect, test } from 'vitest'
import { citesOf } from '../answer/from-guide.ts'
import { numberOf } from '../triage/numerals.ts'
import { type Sentence } from './guide.ts'
import { loadGuides } from './load.ts'
import { knownArticles, SHARED, withoutTexts } from './testing/archive.ts'

/** A time limit: 30日内, 六个月内, 24小时内. */
const LIMIT = /(\d+|[一二两三四五六七八九十]+)(?:个工作日|个自然日|日|天|个月|年|小时)之?内/g

describe.skipIf(withoutTexts())(`citations against the newest texts (skipped without those in ${SHARED})`, () => {
  const known = knownArticles()
  const guides = loadGuides()

  test('the texts are read', () => {
    expect(['民法典#1260', '刑法#276-1', '行政复议法#90'].filter((key) => !known.has(key))).toEqual([])
    expect(known.has('民法典#1261')).toBe(false)
  })

  test('every cited article exists', () => {
    expect(
      guides.flatMap((guide) =>
        [...citesOf(guide)].filter((key) => !known.has(key)).map((key) => `${guide.slug} ${key}`),
      ),
    ).toEqual([])
  })

  test('every time limit of answers and deadlines stands in an article that its sentence cites', () => {
    const unsupported = ({ text, cites }: Sentence): string[] => {
      const stated = new Set(cites.flatMap((key) => numbersIn(known.get(key) ?? '')))
      return [...text.matchAll(LIMIT)].flatMap(([limit, number = '']) => (stated.has(numberOf(number)) ? [] : [limit]))
    }
    expect(
      guides.flatMap(({ slug, answer, deadlines }) =>
        [...answer, ...deadlines].flatMap((sentence) =>
          unsupported(sentence).map((limit) => `${slug}: ${limit} in ${sentence.text}`),
        ),
      ),
    ).toEqual([])
  })
})

/** Every number of a text, 十五 and 15 and １５ alike. */
const numbersIn = (text: string): (number | undefined)[] =>
  [...text.normalize('NFKC').matchAll(/\d+|[零一二两三四五六七八九十百千]+/g)].map(([written]) => numberOf(written))
