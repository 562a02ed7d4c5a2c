/** A question, or the same question with one more fact known. */
import { compose, noneOfThese } from '../compose.ts'
import { withLikeCases } from '../like-cases.ts'
import { showArticles } from '../named-article.ts'
import { isSearched, redirected } from '../without-search.ts'
import { triage, type Triage } from '../../triage/triage.ts'
import { type Answer } from '../answer.ts'
import { dayOfFacts } from './day-of-facts.ts'
import { isFollowUp } from './follow-up.ts'
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
  const day = dayOfFacts(own.text, reach.today) ?? conversation.day
  const dated: Conversation = day === undefined ? conversation : { ...conversation, day }
  const named = reach.named(own.named, day ?? reach.today)
  if (own.course === 'citation' && named.length > 0)
    return told(dated, own.text, showArticles(own, named, day ?? reach.today))
  const followUp = isFollowUp(own, dated)
  const full = followUp ? together(own, dated) : own
  const { guide: _other, chosen: _meant, topic: _former, ...fresh } = dated
  const kept: Conversation = followUp ? dated : { ...fresh, facts: {}, unknown: [] }
  const topic = full.topic
  return answered({ ...kept, question: full.text, ...(topic === undefined ? {} : { topic }) }, full, own.text, reach)
}

/** The question stands; a fact or the day became known. */
export function answerAgain(conversation: Conversation, said: string, reach: Reach): Stepped {
  const { asking: _answered, ...rest } = conversation
  if (rest.question === undefined)
    return { conversation: rest, reply: { says: ['记下了。请说说您遇到的事。'], ended: false } }
  return answered(rest, triage(rest.question), said, reach)
}

/** A short follow-up is searched with the question it belongs to; what is urgent in it stays its own. */
function together(own: Triage, { question = '', topic }: Conversation): Triage {
  const joined = triage(`${question} ${own.text}`)
  return {
    ...joined,
    cleaned: own.cleaned,
    course: 'question',
    emergencies: own.emergencies,
    ...(topic === undefined ? {} : { topic }),
  }
}

function answered(conversation: Conversation, question: Triage, said: string, reach: Reach): Stepped {
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

function told(conversation: Conversation, said: string, answer: Answer, asking?: Asking): Stepped {
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
