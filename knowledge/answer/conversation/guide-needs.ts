/** What a guide still has to know, and where an answer leads. */
import { type Guide } from '../../guides/guide.ts'
import { type Guides } from '../shelf.ts'
import { type LocalDate } from '@fatong/law/calendar/dates.ts'
import { dayChoices, isVaguelyPast } from './day-of-facts.ts'
import { type Answer } from '../answer.ts'
import { DONT_KNOW, NONE, type Asking, type Conversation } from './state.ts'

/** When it happened, asked only where it is said to be long ago. */
export function askDay(question: string, { day, unknown }: Conversation, today: LocalDate): Asking | undefined {
  if (day !== undefined || unknown.includes('day') || !isVaguelyPast(question, today)) return undefined
  return {
    about: 'day',
    question: '这件事大概是什么时候发生的？',
    choices: [...dayChoices(today), { value: DONT_KNOW, label: '不清楚' }],
  }
}

/** Which matter was meant, where the guide is a guess and others fit too. */
export function askWhich({ unsure, guide, otherGuides }: Answer): Asking | undefined {
  if (unsure !== true || guide === undefined || otherGuides.length === 0) return undefined
  return {
    about: 'which',
    fact: 'which',
    question: '您说的是哪件事？',
    help: `拿不准，先按“${guide.title}”答在下面。点一下就换成您说的那件。`,
    choices: [
      ...[guide, ...otherGuides].map(({ slug, title }) => ({ value: slug, label: title })),
      { value: NONE, label: '都不是' },
    ],
  }
}

/** The first need that is neither answered nor unknown. */
export function nextNeed(guide: Guide, { facts, unknown }: Conversation): Asking | undefined {
  const need = (guide.needs ?? []).find(({ fact }) => !Object.hasOwn(facts, fact) && !unknown.includes(fact))
  if (need === undefined) return undefined
  const choices = need.choices.map(({ value, label }) => ({ value, label }))
  return {
    about: 'guide',
    fact: need.fact,
    question: need.question,
    choices: [...choices, { value: DONT_KNOW, label: '不清楚' }],
  }
}

/** An answer may lead to another guide; never round in a circle. */
export function settledGuide(start: Guide, conversation: Conversation, guides: Guides): Guide {
  const seen = new Set([start.slug])
  let guide = start
  for (;;) {
    const next = (guide.needs ?? []).flatMap(
      ({ fact, choices }) => choices.find(({ value }) => value === conversation.facts[fact])?.guide ?? [],
    )[0]
    const found = next === undefined || seen.has(next) ? undefined : guides.bySlug(next)
    if (found === undefined) return guide
    seen.add(found.slug)
    guide = found
  }
}
