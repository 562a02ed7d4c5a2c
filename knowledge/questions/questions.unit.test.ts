import { localDate } from '@fatong/law/calendar/dates.ts'
import { KNOWN_CALENDAR } from '@fatong/law/calendar/tables/known.ts'
import { GANSU_PARAMETERS } from '@fatong/law/parameters/gansu.ts'
import { describe, expect, it } from 'vitest'
import { type Answer } from '../answer/answer.ts'
import { newConversation } from '../answer/conversation/state.ts'
import { step, type Reach } from '../answer/conversation/step.ts'
import { citesOf } from '../answer/from-guide.ts'
import { shelfOf } from '../answer/shelf.ts'
import { loadGuides } from '../guides/load.ts'
import { guideSources } from '../guides/sources.ts'
import { knownArticles, withoutTexts } from '../guides/testing/archive.ts'
import { LibrarySearcher } from '../search/library-searcher.ts'
import { plainText } from '../search/words.ts'
import { loadHostile, loadNonsense, loadQuestions, loadUncovered } from './load.ts'

const guides = loadGuides(),
  slugs = new Set(guides.map(({ slug }) => slug))
const test = loadQuestions('test'),
  tune = loadQuestions('tune'),
  nonsense = loadNonsense(),
  hostile = loadHostile()
const all = [...test, ...tune]

describe('questions of our own', () => {
  it('each names guides that exist and at least one source, and none stands in both sets', () => {
    expect(all.filter((one) => one.guides.length + one.articles.length === 0)).toEqual([])
    expect(all.flatMap((one) => one.guides.filter((slug) => !slugs.has(slug)))).toEqual([])
    const measured = new Set(test.map(({ ask }) => plainText(ask)))
    expect(measured.size).toBe(test.length)
    expect(tune.filter(({ ask }) => measured.has(plainText(ask)))).toEqual([])
    expect(loadUncovered().filter((ask) => measured.has(plainText(ask)))).toEqual([])
    expect(nonsense).toHaveLength(100)
    expect(hostile.length).toBeGreaterThanOrEqual(40)
  })

  it('none is a wording of a guide, which would be found without understanding anything', () => {
    const wordings = new Set(guides.flatMap(({ title, asked }) => [title, ...asked].map(plainText)))
    expect(test.filter(({ ask }) => wordings.has(plainText(ask)))).toEqual([])
  })

  it.skipIf(withoutTexts())(
    'every article that answers stands in the texts of law (skipped where FATONG_SHARED holds none)',
    () => {
      const known = knownArticles()
      expect(all.flatMap(({ articles }) => articles.filter((key) => !known.has(key)))).toEqual([])
    },
  )
})

describe('answers to all of them', () => {
  const searcher = new LibrarySearcher(undefined, guideSources(guides)),
    shelf = shelfOf([], guides)
  const reach: Reach = {
    searcher,
    ...shelf,
    today: localDate('2026-11-24'),
    aid: { parameters: GANSU_PARAMETERS, calendar: KNOWN_CALENDAR },
    named: () => [],
  }
  const answerTo = (ask: string): Answer | undefined =>
    step(newConversation(), { kind: 'says', text: ask }, reach).reply.answer
  /** Articles named by an answer that its guide does not cite; without a library nothing else can be rested on. */
  const invented = (answer: Answer): string[] => {
    const guide = guides.find(({ slug }) => slug === answer.guide?.slug),
      cites = new Set(guide === undefined ? [] : citesOf(guide))
    return [
      ...[...answer.short, ...answer.steps, ...answer.deadlines, ...answer.traps].flatMap(({ sources }) => sources),
      ...answer.quotes.map(({ source }) => source),
    ].flatMap((ref) => (ref.kind === 'article' && !cites.has(ref.key) ? [ref.key] : []))
  }

  it('cite nothing that their guide does not cite, whatever is asked', () => {
    for (const { ask } of [...all, ...nonsense, ...hostile]) {
      const answer = answerTo(ask)
      expect(answer === undefined ? [] : invented(answer), ask.slice(0, 60)).toEqual([])
      expect(JSON.stringify(answer ?? {}), ask.slice(0, 60)).not.toMatch(/#9999|第9999条|<script/)
    }
  })
})
