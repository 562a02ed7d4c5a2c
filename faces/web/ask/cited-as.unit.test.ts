import { expect, it } from 'vitest'
import { citedAs, editionOf, type Cited } from './cited-as.ts'

const article: Cited = {
  kind: 'article',
  key: '劳动合同法#30',
  law: '劳动合同法',
  number: '30',
  id: 'a',
  versionDate: '2012-12-28',
  inForceFrom: '2013-07-01',
  status: 'inForce',
}
const bare: Cited = { kind: 'article', key: '监察条例#9', law: '监察条例', number: '9' }

it('names the version that is held, and that it no longer binds', () => {
  expect(citedAs(article)).toBe('《劳动合同法》第30条（2012年版）')
  expect(citedAs({ ...article, versionDate: '2007-06-29', status: 'superseded' })).toBe(
    '《劳动合同法》第30条（2007年版，已有新版本）',
  )
  expect(citedAs({ ...bare, id: 'b', status: 'repealed' })).toBe('《监察条例》第9条（已废止）')
  expect(citedAs(bare)).toBe('《监察条例》第9条')
})

it('tells from when to when words bind, as far as that is known', () => {
  expect([editionOf(article), editionOf({ ...article, inForceUntil: '2030-01-01' }), editionOf(bare)]).toEqual([
    '2012-12-28 版本，2013-07-01 起施行',
    '2012-12-28 版本，2013-07-01 起施行，到 2030-01-01 为止',
    '',
  ])
  // An amended version whose beginning is not known is read from its own day on, which is not said to be its beginning.
  expect(editionOf({ ...article, inForceFrom: '2012-12-28' })).toBe('2012-12-28 版本')
})
