import { readFileSync } from 'node:fs'
import { localDate } from '@fatong/law/calendar/dates.ts'
import { KNOWN_CALENDAR } from '@fatong/law/calendar/tables/known.ts'
import { GANSU_PARAMETERS } from '@fatong/law/parameters/gansu.ts'
import { describe, expect, it } from 'vitest'
import { type Answer, type SourceRef } from '../answer/answer.ts'
import { type Message, newConversation } from '../answer/conversation/state.ts'
import { step, type Reach } from '../answer/conversation/step.ts'
import { citesOf } from '../answer/from-guide.ts'
import { shelfOf } from '../answer/shelf.ts'
import { loadGuides } from '../guides/load.ts'
import { guideSources } from '../guides/sources.ts'
import { knownArticles, SHARED, withoutTexts } from '../guides/testing/archive.ts'
import { unpackModel } from '../learn/model-file.ts'
import { indexOf } from '../search/index/index.ts'
import { LibrarySearcher } from '../search/library-searcher.ts'
import { type Source } from '../search/searcher.ts'
import { loadHostile, loadNonsense, loadQuestions } from './load.ts'

const guides = loadGuides()
/** As it is shipped: what is promised is promised of its order too. */
const model = unpackModel(readFileSync(new URL('../model/statutes.model', import.meta.url)))

const CHECKS: Message = { kind: 'checksEligibility' }

/** Nobody here knows since when each of them holds: all are taken to be of this day. */
const SINCE = '2021-01-01'

/** Real texts of the laws that guides rest on; whole laws, so that the search has neighbours to choose from. */
function library(): Source[] {
  const laws = new Set(guides.flatMap((guide) => [...citesOf(guide)].map((key) => key.split('#')[0])))
  return [...knownArticles()].flatMap(([key, text]): Source[] => {
    const [title = '', number = ''] = key.split('#')
    return laws.has(title)
      ? [
          {
            id: `held.${key}`,
            kind: 'article',
            title,
            number,
            path: '',
            text: text.trim(),
            status: 'inForce',
            inForceFrom: SINCE,
            date: SINCE,
          },
        ]
      : []
  })
}

const refsOf = (answer: Answer): SourceRef[] => [
  ...[...answer.short, ...answer.steps, ...answer.deadlines, ...answer.traps].flatMap(({ sources }) => sources),
  ...answer.quotes.map(({ source }) => source),
  ...answer.otherGuides,
  ...answer.likeCases,
  ...(answer.guide === undefined ? [] : [answer.guide]),
]

describe.skipIf(withoutTexts())(`with real texts of law (skipped without those in ${SHARED})`, () => {
  const sources = withoutTexts() ? [] : library(),
    held = new Map(sources.map((source) => [source.id, source]))
  const shelf = shelfOf(sources, guides)
  const reach: Reach = {
    searcher: new LibrarySearcher(
      sources.length === 0 ? undefined : indexOf(sources, model),
      guideSources(guides),
      model,
    ),
    ...shelf,
    today: localDate('2026-11-24'),
    aid: { parameters: GANSU_PARAMETERS, calendar: KNOWN_CALENDAR },
    named: (articles, on) => articles.flatMap(({ law, number }) => shelf.sources.byKey(`${law}#${number}`, on) ?? []),
  }

  /** What an answer names that is neither in the library nor cited by its guide, or quotes otherwise than it stands. */
  function ungrounded(answer: Answer): string[] {
    const cites = citesOf(guides.find(({ slug }) => slug === answer.guide?.slug) ?? guides[0]!)
    const wrong = refsOf(answer).flatMap((ref) => {
      if (ref.kind === 'guide') return guides.some(({ slug }) => slug === ref.slug) ? [] : [`guide ${ref.slug}`]
      if (ref.kind === 'case') return [`case ${ref.id}`]
      if (ref.id === undefined) return answer.guide !== undefined && cites.has(ref.key) ? [] : [`cited ${ref.key}`]
      const source = held.get(ref.id)
      return source !== undefined && `${source.title}#${source.number}` === ref.key ? [] : [`held ${ref.key}`]
    })
    return [
      ...wrong,
      ...answer.quotes.flatMap(({ source, passage }) =>
        held.get(source.id ?? '')?.text.includes(passage) ? [] : [`quoted ${source.key}`],
      ),
    ]
  }

  it('no answer names an article that is in neither the library nor its guide, and nothing is quoted but as it stands', {
    timeout: 120_000,
  }, () => {
    let answered = 0,
      quoted = 0
    const wrong: string[] = []
    for (const { ask } of [...loadQuestions('test'), ...loadQuestions('tune'), ...loadNonsense(), ...loadHostile()]) {
      // Two questions that are asked back are answered, so that guides lead to guides as they do for people.
      let conversation = newConversation(),
        message: Message = { kind: 'says', text: ask }
      for (let turn = 0; turn < 3; turn++) {
        const { conversation: after, reply } = step(conversation, message, reach)
        conversation = after
        if (reply.answer !== undefined) {
          answered += 1
          quoted += reply.answer.quotes.length
          wrong.push(...ungrounded(reply.answer).map((what) => `${ask.slice(0, 30)}: ${what}`))
        }
        const choice = reply.asking?.choices[ask.length % Math.max(1, reply.asking.choices.length)]
        if (reply.asking?.about !== 'guide' || choice === undefined) break
        message = { kind: 'answers', fact: reply.asking.fact, value: choice.value }
      }
    }
    expect(wrong).toEqual([])
    // The test itself must have something to look at.
    expect(answered).toBeGreaterThan(500)
    expect(quoted).toBeGreaterThan(1_000)
  })

  it('what is said of legal aid cites no article that its law does not have, and opens those that are held', {
    timeout: 120_000,
  }, () => {
    const titles = new Set(sources.map(({ title }) => title))
    const wrong: string[] = []
    let cited = 0,
      opened = 0
    for (const { ask } of loadQuestions('tune')) {
      let at = step(step(newConversation(), { kind: 'says', text: ask }, reach).conversation, CHECKS, reach)
      for (let turn = 0; turn < 12 && at.reply.asking?.about === 'aid'; turn++) {
        const { fact, choices } = at.reply.asking
        const value = choices[(ask.length + turn) % Math.max(1, choices.length)]?.value ?? 'dontKnow'
        at = step(at.conversation, { kind: 'answers', fact, value }, reach)
        for (const said of at.reply.aid?.reasons.flatMap(({ citations }) => citations) ?? []) {
          const [, law = '', number] = /^《(.+)》第([\d-]+)条/u.exec(said) ?? []
          if (number === undefined || !titles.has(law)) continue
          cited += 1
          const id = at.reply.aid?.articles?.[said]
          opened += Number(id !== undefined)
          if (id !== `held.${law}#${number}` || !held.has(id)) wrong.push(`${said} as ${id ?? 'nothing'}`)
        }
      }
    }
    expect([...new Set(wrong)]).toEqual([])
    expect(cited).toBeGreaterThan(50)
    expect(opened).toBe(cited)
  })

  it('what happened before a law was made is never said to be answered by the law of that day', {
    timeout: 120_000,
  }, () => {
    const claims: string[] = []
    let dated = 0
    for (const { ask } of loadQuestions('test')) {
      for (const year of ['2008', '2015', '2019']) {
        const {
          reply: { answer },
        } = step(newConversation(), { kind: 'says', text: `${year}年的事，${ask}` }, reach)
        if (answer === undefined || refsOf(answer).every(({ kind }) => kind !== 'article')) continue
        dated += 1
        // A question may name a later day of its own (去年): that one is then spoken of.
        const [claim] = answer.notes.filter(({ code }) => code === 'lawOfThatDay')
        if (claim !== undefined && Number(/(\d{4})年/.exec(claim.says)?.[1] ?? 0) < 2021)
          claims.push(`${claim.says} ${ask}`)
      }
    }
    expect(claims).toEqual([])
    expect(dated).toBeGreaterThan(300)
  })
})
