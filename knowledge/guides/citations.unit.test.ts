import { expect, test } from 'vitest'
import { citesOf } from '../answer/from-guide.ts'
import { loadGuides } from './load.ts'
import { knownArticles, SHARED, withoutTexts } from './testing/archive.ts'

test.skipIf(withoutTexts())(`every cited article exists in the newest text (skipped without the texts of law in ${SHARED})`, () => {
  const known = knownArticles()
  expect(known.has('民法典#1260') && known.has('刑法#276-1') && !known.has('民法典#1261')).toBe(true)
  expect(loadGuides().flatMap((guide) => [...citesOf(guide)].filter((key) => !known.has(key)).map((key) => `${guide.slug} ${key}`))).toEqual([])
}, 60_000)
