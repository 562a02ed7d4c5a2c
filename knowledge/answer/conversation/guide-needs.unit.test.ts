import { localDate } from '@fatong/law/calendar/dates.ts'
import { describe, expect, it } from 'vitest'
import { readGuides } from '../../guides/load.ts'
import { type Guide } from '../../guides/guide.ts'
import { type Searcher } from '../../search/searcher.ts'
import { shelfOf } from '../shelf.ts'
import { nextNeed, settledGuide } from './guide-needs.ts'
import { DONT_KNOW, newConversation, type Conversation } from './state.ts'
import { step, type Reach } from './step.ts'

const { guides } = readGuides()
const asking = guides.filter((guide) => (guide.needs ?? []).length > 0)
const { guides: shelf, sources } = shelfOf([], guides)

/** Finds the one guide that is asked about. */
const finding = (guide: Guide): Searcher => ({
  search: () => ({
    confidence: 1,
    hits: [{ id: `guide:${guide.slug}`, kind: 'guide', score: 1, passage: { from: 0, to: 0 }, because: [] }],
  }),
})
const reachOf = (guide: Guide): Reach => ({
  searcher: finding(guide),
  sources,
  guides: shelf,
  today: localDate('2026-11-24'),
  named: () => [],
})

describe('what the shipped guides ask', () => {
  it('some do', () => expect(asking.length).toBeGreaterThan(0))

  it('every choice, typed as it is read, is understood and leads on to an end', () => {
    for (const guide of asking) {
      for (const [at, { label }] of (guide.needs?.[0]?.choices ?? []).entries()) {
        const begun = step(newConversation(), { kind: 'says', text: guide.title }, reachOf(guide))
        expect(begun.reply.asking?.about, guide.slug).toBe('guide')
        let talk = step(begun.conversation, { kind: 'says', text: label }, reachOf(guide))
        expect(talk.conversation.facts[guide.needs?.[0]?.fact ?? ''], `${guide.slug}: ${label}`).toBe(
          guide.needs?.[0]?.choices[at]?.value,
        )
        let turns = 0
        for (; talk.reply.asking !== undefined && turns < 10; turns += 1)
          talk = step(talk.conversation, { kind: 'says', text: '不清楚' }, reachOf(guide))
        expect(turns, guide.slug).toBeLessThan(10)
      }
    }
  })

  it('never asks twice for what is known or unknown', () => {
    for (const guide of asking) {
      let talk: Conversation = newConversation()
      const seen = new Set<string>()
      for (let need = nextNeed(guide, talk); need?.about === 'guide'; need = nextNeed(guide, talk)) {
        expect(seen.has(need.fact), `${guide.slug}: ${need.fact}`).toBe(false)
        seen.add(need.fact)
        talk = { ...talk, unknown: [...talk.unknown, need.fact] }
      }
      expect(seen.size).toBe(new Set(guide.needs?.map(({ fact }) => fact)).size)
    }
  })

  it('an answer that leads to another guide ends somewhere, even where two lead to each other', () => {
    const [base] = guides
    if (base === undefined) throw new Error('there are no guides')
    const leading = (slug: string, to: string): Guide => ({
      ...base,
      slug,
      needs: [
        {
          fact: 'x',
          question: '哪一种？',
          choices: [
            { value: 'a', label: '甲', guide: to },
            { value: 'b', label: '乙' },
          ],
        },
      ],
    })
    const circle = shelfOf([], [leading('other/one', 'other/two'), leading('other/two', 'other/one')]).guides
    const one = circle.bySlug('other/one') as Guide
    expect(settledGuide(one, { ...newConversation(), facts: { x: 'a' } }, circle).slug).toBe('other/two')
    expect(settledGuide(one, { ...newConversation(), unknown: ['x'], facts: { x: DONT_KNOW } }, circle).slug).toBe(
      'other/one',
    )
  })
})
