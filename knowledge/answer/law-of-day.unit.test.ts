import { describe, expect, it } from 'vitest'
import { loadGuides } from '../guides/load.ts'
import { type Found, type Source } from '../search/searcher.ts'
import { triage } from '../triage/triage.ts'
import { type ArticleRef } from './answer.ts'
import { compose } from './compose.ts'
import { lawOf } from './law-of-day.ts'
import { shelfOf } from './shelf.ts'

const today = '2026-11-24'

describe('a guide of today about something of long ago', () => {
  const article: Source = {
    id: 'held.1',
    kind: 'article',
    title: '民法典',
    number: '1079',
    path: '',
    text: '有家庭暴力，调解无效的，应当准予离婚。',
    date: '2020-05-28',
    inForceFrom: '2021-01-01',
    status: 'inForce',
  }
  const shelf = shelfOf([article], loadGuides())
  const found: Found = {
    confidence: 0.9,
    hits: [
      { id: 'guide:divorce/hit-and-want-divorce', kind: 'guide', score: 1, passage: { from: 0, to: 1 }, because: [] },
    ],
  }
  const said = (on: string) =>
    compose(triage('2018年我男人打我我想离婚怎么办'), found, shelf.sources, shelf.guides, {
      on,
      today,
      dayIsOfFacts: true,
      facts: {},
    })

  it('is said to speak of the law in force now, with the day since when', () => {
    expect(said('2018-12-31').notes).toEqual([
      {
        code: 'presentLaw',
        says: '下面按现行法律说：《民法典》自2021年1月1日起施行。事情要是发生在那以前（按2018年12月31日算，日子不对可以改），当时的法律可能不同，请问值班律师。',
      },
    ])
  })

  it('says no day of commencement where only that of the version is known', () => {
    const ref = { kind: 'article' as const, key: '民诉法#1', law: '民诉法', number: '1', id: 'x' }
    const said = (inForceFrom: string) =>
      lawOf([{ ...ref, versionDate: '2023-09-01', inForceFrom }], { on: '2018-12-31', today }, true)[0]?.says
    expect(said('2023-09-01')).toContain('按现行法律说：《民诉法》是2023年9月1日的版本。')
    expect(said('2024-01-01')).toContain('《民诉法》自2024年1月1日起施行。')
  })

  it('keeps the way to the article and its days, in the sentence and word for word', () => {
    const answer = said('2018-12-31'),
      held = { key: '民法典#1079', id: 'held.1', versionDate: '2020-05-28', inForceFrom: '2021-01-01' }
    expect(answer.short[0]?.sources[0]).toMatchObject(held)
    expect(answer.quotes).toMatchObject([{ source: held, passage: article.text }])
  })

  it('claims nothing of that day where articles are named that the library does not hold', () => {
    expect(said('2025-05-01').notes).toEqual([
      {
        code: 'presentLaw',
        says: expect.stringContaining('有的条文查不到施行的日子，事情发生那天（按2025年5月1日算') as string,
      },
    ])
  })
})

describe('the law of the day of the facts', () => {
  const ref = (rest: Partial<ArticleRef>): ArticleRef => ({
    kind: 'article',
    key: '某法#1',
    law: '某法',
    number: '1',
    id: 'a',
    ...rest,
  })
  const old = ref({ inForceFrom: '2008-01-01', inForceUntil: '2013-07-01' })
  const code = (refs: ArticleRef[], worded = true) =>
    lawOf(refs, { on: '2010-05-01', today }, worded).map((note) => note.code)

  it('is claimed where every article binds on it', () => {
    expect([code([ref({ inForceFrom: '2008-01-01' })]), code([old], false), code([])]).toEqual([
      ['lawOfThatDay'],
      ['lawOfThatDay'],
      [],
    ])
  })

  it('is not claimed of a guide that was worded by a later version, nor of an article whose days are not known', () => {
    expect([
      code([old]),
      code([ref({})]),
      code([ref({ inForceFrom: '2008-01-01' }), ref({ inForceFrom: '2022-01-01' })]),
    ]).toEqual([['presentLaw'], ['presentLaw'], ['presentLaw']])
    expect(lawOf([old], { on: '2010-05-01', today }, true)[0]?.says).toContain('《某法》自2013年7月1日起换了新版本')
  })
})
