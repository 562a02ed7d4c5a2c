import { describe, expect, it } from 'vitest'
import { type Found, type Hit } from '../search/searcher.ts'
import { triage } from '../triage/triage.ts'
import { type Answer } from './answer.ts'
import { compose } from './compose.ts'
import { showArticles } from './named-article.ts'
import { passageOf } from './passage.ts'
import { shelfOf } from './shelf.ts'
import { GUIDES, searcher, shelf, SOURCES } from './testing/small-library.ts'
import { redirected } from './without-search.ts'

const today = '2026-11-24'
const ask = (text: string, more: { on?: string; facts?: Record<string, string>; found?: Found } = {}): Answer => {
  const question = triage(text)
  return compose(question, more.found ?? searcher.search(question.text, { limit: 20 }), shelf.sources, shelf.guides, {
    on: more.on ?? today,
    today,
    dayIsOfFacts: more.on !== undefined,
    facts: more.facts ?? {},
  })
}
const hit = (id: string, kind: Hit['kind']): Hit => ({
  id,
  kind,
  score: 1,
  passage: { from: 0, to: 3 },
  because: ['工钱'],
})

describe('an answer from a guide', () => {
  const answer = ask('老板拖欠工钱怎么办')

  it('says the guide first, each sentence with its sources', () => {
    expect(answer).toMatchObject({ kind: 'answer', topic: 'wages', guide: { slug: 'wages/boss-will-not-pay' } })
    expect(answer.short[0]).toMatchObject({
      sources: [
        { kind: 'article', id: 'a1', key: '工钱法#30', inForceFrom: '2008-01-01' },
        { kind: 'guide', reviewed: '2026-11-01' },
      ],
    })
  })

  it('names an article of the guide that the library does not hold without an id', () => {
    expect(answer.steps[0]?.sources[1]).toEqual({ kind: 'article', key: '监察条例#9', law: '监察条例', number: '9' })
  })

  it('offers what helps, and always a person', () => {
    expect(answer.offers.map(({ offer, calculator }) => calculator ?? offer)).toEqual([
      'eligibility',
      'unpaid-wages',
      'overtime',
      'points',
      'hotline12348',
      'ticket',
    ])
  })

  it('adds what the own facts add', () => {
    expect(ask('老板拖欠工钱怎么办', { facts: { contractSigned: 'no' } }).short.at(-1)).toMatchObject({
      text: '没签合同，还可以要两倍工钱。',
      sources: [{ id: 'a2' }, { kind: 'guide' }],
    })
  })

  it('quotes what its guide rests on and what was found of the same laws, not what was met by a word alone', () => {
    const found: Found = {
      confidence: 0.9,
      hits: [hit('guide:wages/boss-will-not-pay', 'guide'), hit('a3', 'article'), hit('a2', 'article')],
    }
    const { quotes } = ask('老板拖欠工钱怎么办', { found })
    expect(quotes.map(({ source }) => source.key)).toEqual(['工钱法#82', '工钱法#30'])
  })

  it('says what of its guide has not been held against changed law', () => {
    const marked = shelfOf(
        SOURCES,
        GUIDES.map((guide) => ({ ...guide, toCheck: '新规定还没对过原文。' })),
      ),
      question = triage('老板拖欠工钱怎么办')
    const { notes } = compose(question, searcher.search(question.text, { limit: 20 }), marked.sources, marked.guides, {
      on: today,
      today,
      facts: {},
    })
    expect([notes, answer.notes]).toEqual([[{ code: 'guideToCheck', says: '待核：新规定还没对过原文。' }], []])
  })

  it('does not pass for the law of a day on which its articles were not law yet, or were worded otherwise', () => {
    const notes = (on: string) =>
      ask('老板拖欠工钱怎么办', { on }).notes.filter(({ code }) => code === 'presentLaw' || code === 'lawOfThatDay')
    expect(notes('2007-05-01')).toEqual([
      {
        code: 'presentLaw',
        says: '下面按现行法律说：《工钱法》自2008年1月1日起施行。事情要是发生在那以前（按2007年5月1日算，日子不对可以改），当时的法律可能不同，请问值班律师。',
      },
    ])
  })

  it('shows like cases', () =>
    expect(answer.likeCases).toMatchObject([{ id: 'case:unpaid', passage: '老板拖欠工钱三个月，经调解付清。' }]))
})

describe('an answer from articles alone', () => {
  it('quotes them word for word with their name', () => {
    const answer = ask('利息', { found: { confidence: 0.9, hits: [hit('a3', 'article')] } })
    expect(answer).toMatchObject({
      kind: 'answer',
      quotes: [{ passage: '借钱利息按新的标准，不得超过四倍。', source: { id: 'a3' } }],
    })
    expect(answer.short.map((said) => said.text)).toEqual(['《借钱法》第7条规定：“借钱利息按新的标准，不得超过四倍。”'])
  })

  it('reads the law of the day of the facts', () => {
    const found = { confidence: 0.9, hits: [hit('a3', 'article'), hit('a3-old', 'article')] }
    const answer = ask('借钱利息多少', { on: '2019-05-01', found })
    expect(answer.quotes.map((quote) => quote.source.id)).toEqual(['a3-old'])
    expect(answer.notes).toContainEqual({
      code: 'lawOfThatDay',
      says: '按事情发生那天（2019年5月1日）有效的法律回答。日子不对可以改。',
    })
    expect(ask('借钱利息多少', { found }).quotes.map((quote) => quote.source.id)).toEqual(['a3'])
  })

  it('never rests on what is repealed or not on the shelf', () => {
    const found = {
      confidence: 1,
      hits: [hit('a4', 'article'), hit('gone', 'article'), hit('guide:gone', 'guide'), hit('a1', 'case')],
    }
    expect(ask('邻居围墙挡光', { found }).kind).toBe('noSource')
  })
})

describe('without a good source', () => {
  it('says so and hands over to a person', () => {
    const answer = ask('老板拖欠工钱怎么办', { found: { confidence: 0.1, hits: [hit('a1', 'article')] } })
    expect(answer).toMatchObject({
      kind: 'noSource',
      quotes: [],
      offers: [{ offer: 'ticket' }, { offer: 'hotline12348' }, { offer: 'points' }],
    })
  })

  it('answers from where the search is sure enough, and never where it cannot say how sure', () => {
    const kindAt = (confidence: number) =>
      ask('欠薪怎么要回来', { found: { confidence, hits: [hit('a1', 'article')] } }).kind
    expect([0.3, NaN, 0.4].map(kindAt)).toEqual(['noSource', 'noSource', 'answer'])
  })

  it('still helps in an emergency', () => {
    const answer = ask('他拿刀堵在门口', { found: { confidence: 0, hits: [] } })
    expect(answer).toMatchObject({
      kind: 'noSource',
      emergencies: [{ level: 'now', help: { kind: 'violence', calls: [{ number: '110' }, {}, {}, {}] } }],
    })
  })

  it('answers nonsense, greetings and other languages without searching', () => {
    expect(redirected(triage('今天天气怎么样'), today)).toMatchObject({
      kind: 'redirect',
      offers: [{ offer: 'hotline12348' }, { offer: 'points' }],
    })
    expect(redirected(triage('hello my boss is bad'), today).short).toHaveLength(2)
  })
})

describe('parts', () => {
  it('shows an article asked for by number whole, and says when it no longer holds', () => {
    const repealed = SOURCES.filter((source) => source.id === 'a4')
    expect(showArticles(triage('废止法第1条'), repealed, today)).toMatchObject({
      kind: 'article',
      quotes: [{ passage: '邻居围墙挡光的旧规定。' }],
      notes: [{ code: 'notInForceThen' }],
    })
  })

  it('quotes whole sentences that stand in the text, whatever places it is given', () => {
    const text = `第一句话。${'很长的一句'.repeat(60)}。最后一句话。`
    for (const place of [
      { from: 2, to: 3 },
      { from: -5, to: 1e9 },
      { from: 400, to: 2 },
      { from: Number.NaN, to: Number.NaN },
      { from: 300, to: 310 },
    ]) {
      const passage = passageOf(text, place)
      expect(text).toContain(passage)
      expect(passage.length).toBeLessThanOrEqual(240)
    }
  })

  it('guides of the sample have unique slugs', () =>
    expect(new Set(GUIDES.map((guide) => guide.slug)).size).toBe(GUIDES.length))
})
