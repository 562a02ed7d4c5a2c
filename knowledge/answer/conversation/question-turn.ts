/** A question, or the same question with one more fact known. */
import { compose, noneOfThese } from '../compose.ts'
import { withLikeCases } from '../like-cases.ts'
import { showArticles } from '../named-article.ts'
import { saysNotHeld, speaksOf } from '../unheld-article.ts'
import { isSearched, redirected } from '../without-search.ts'
import { triage, type Triage } from '../../triage/triage.ts'
import { type Day } from '../../library/law-text.ts'
import { type Answer } from '../answer.ts'
import { dayOfFacts } from './day-of-facts.ts'
import { followsOn } from './follow-up.ts'
import { askDay, askWhich, nextNeed, settledGuide } from './guide-needs.ts'
import { NONE, type Asking, type Conversation, type Turn } from './state.ts'
import { type Reach, type Stepped } from './step.ts'

/** What is kept of a turn: enough to read the consultation again. */
const KEPT = 600
const SEARCHED = 20

export function answerQuestion(before: Conversation, text: string, reach: Reach): Stepped {
  const { asking: _dropped, ...conversation } = before
  const own = triage(text)
  if (!isSearched(own)) return told(conversation, own.text, redirected(own, reach.today))
  const day = dayOfFacts(own.text, reach.today)
  if (own.course === 'citation') {
    const named = reach.named(own.named, day ?? reach.today)
    if (named.length > 0) return told(conversation, own.text, showArticles(own, named, day ?? reach.today))
  }
  const following = followsOn(own, conversation)
  if (following === 'yes') return together(own, conversation, day, reach)
  const alone = byItself(own, conversation, day, reach)
  if (own.course === 'citation' && !speaksOf(own, alone.reply.answer, reach.guides))
    return told(conversation, own.text, saysNotHeld(own, reach.today))
  return following === 'perhaps' && alone.reply.answer.kind !== 'answer'
    ? together(own, conversation, day, reach)
    : alone
}

/** Another matter: what was known of the one before, its day among it, does not hold for this one. */
function byItself(own: Triage, before: Conversation, day: Day | undefined, reach: Reach): Answered {
  const { guide: _guide, chosen: _chosen, topic: _topic, day: _day, ...fresh } = before
  return answered(
    {
      ...fresh,
      facts: {},
      unknown: [],
      question: own.text,
      ...(day === undefined ? {} : { day }),
      ...(own.topic === undefined ? {} : { topic: own.topic }),
    },
    own,
    own.text,
    reach,
  )
}

/** A follow-up is searched with the question it belongs to; what is urgent in it stays its own. */
function together(own: Triage, before: Conversation, day: Day | undefined, reach: Reach): Answered {
  const { chosen, ...talk } = before
  const joined = triage(`${before.question ?? ''} ${own.text}`)
  const topic = before.topic ?? joined.topic
  const full: Triage = {
    ...joined,
    cleaned: own.cleaned,
    course: 'question',
    emergencies: own.emergencies,
    ...(topic === undefined ? {} : { topic }),
  }
  return answered(
    {
      ...talk,
      // None of what was offered: with more said it is looked for anew.
      ...(chosen === undefined || chosen === NONE ? {} : { chosen }),
      question: full.text,
      ...(day === undefined ? {} : { day }),
      ...(topic === undefined ? {} : { topic }),
    },
    full,
    own.text,
    reach,
  )
}

/** The question stands; a fact or the day became known. */
export function answerAgain(conversation: Conversation, said: string, reach: Reach): Stepped {
  const { asking: _answered, ...rest } = conversation
  if (rest.question === undefined)
    return { conversation: rest, reply: { says: ['记下了。请说说您遇到的事。'], ended: false } }
  return answered(rest, triage(rest.question), said, reach)
}

/** A step that has its answer. */
interface Answered extends Stepped {
  reply: Stepped['reply'] & { answer: Answer }
}

function answered(conversation: Conversation, question: Triage, said: string, reach: Reach): Answered {
  const on = conversation.day ?? reach.today
  const found = reach.searcher.search(question.text, {
    limit: SEARCHED,
    ...(conversation.day === undefined ? {} : { on }),
  })
  /** Cases last: they are looked for once it is clear that there is an answer, and of which matter. */
  const withCases = (answer: Answer) => withLikeCases(answer, question.text, reach.searcher, reach.sources)
  const circumstances = {
    on,
    today: reach.today,
    dayIsOfFacts: conversation.day !== undefined,
    facts: conversation.facts,
  }
  const { chosen } = conversation
  if (chosen === NONE) return told(conversation, said, noneOfThese(question, on))
  const first = compose(question, found, reach.sources, reach.guides, {
    ...circumstances,
    ...(chosen === undefined ? {} : { guide: chosen }),
  })
  const start = first.guide === undefined ? undefined : reach.guides.bySlug(first.guide.slug)
  const when = askDay(question.text, conversation, reach.today)
  if (start === undefined) return told(conversation, said, withCases(first), first.kind === 'answer' ? when : undefined)
  const guide = settledGuide(start, conversation, reach.guides)
  const answer =
    guide === start
      ? first
      : compose(question, found, reach.sources, reach.guides, { ...circumstances, guide: guide.slug })
  return told(
    { ...conversation, guide: guide.slug, topic: guide.topic },
    said,
    withCases(answer),
    askWhich(answer) ?? nextNeed(guide, conversation) ?? when,
  )
}

function told(conversation: Conversation, said: string, answer: Answer, asking?: Asking): Answered {
  const turn: Turn = { said: said.slice(0, KEPT), kind: answer.kind, sources: sourcesOf(answer) }
  const after: Conversation = {
    ...conversation,
    turns: [...conversation.turns, turn],
    ...(asking === undefined ? {} : { asking }),
  }
  return { conversation: after, reply: { answer, says: [], ended: false, ...(asking === undefined ? {} : { asking }) } }
}

function sourcesOf(answer: Answer): string[] {
  const guide = answer.guide === undefined ? [] : [`guide:${answer.guide.slug}`]
  return [
    ...new Set([
      ...guide,
      ...answer.quotes.flatMap((quote) => quote.source.id ?? []),
      ...answer.likeCases.map((like) => like.id),
    ]),
  ]
}
