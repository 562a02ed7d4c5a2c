/** One message in, one reply out, and the conversation as it stands after it. Pure: the search and the shelf are handed in. */
import { localDate, parseDate, type LocalDate } from '@fatong/law/calendar/dates.ts'
import { type Day } from '../../library/law-text.ts'
import { type Searcher, type Source } from '../../search/searcher.ts'
import { clean } from '../../triage/clean.ts'
import { type NamedArticle } from '../../triage/named-articles.ts'
import { type Answer } from '../answer.ts'
import { type Guides, type Sources } from '../shelf.ts'
import { triage } from '../../triage/triage.ts'
import { redirected } from '../without-search.ts'
import { type AidReply, type AidRules } from './aid.ts'
import { answerAid, startAid } from './aid-turn.ts'
import { answerAgain, answerQuestion } from './question-turn.ts'
import { readAnswer } from './read-answer.ts'
import { DONT_KNOW, MOST_TURNS, type Asking, type Conversation, type Message } from './state.ts'

export interface Reach {
  searcher: Searcher
  sources: Sources
  guides: Guides
  today: LocalDate
  /** Articles that a citation names, in the version of that day; none when the library knows no such article. */
  named(articles: readonly NamedArticle[], on: Day): Source[]
  /** Without the rules eligibility is offered as a link and not asked here. */
  aid?: AidRules
}

export interface Reply {
  answer?: Answer
  /** The one thing to ask next. */
  asking?: Asking
  aid?: AidReply
  /** Short words before everything else. */
  says: string[]
  /** No further turn is taken. */
  ended: boolean
}

export interface Stepped {
  conversation: Conversation
  reply: Reply
}

export function step(conversation: Conversation, message: Message, reach: Reach): Stepped {
  if (conversation.turns.length >= MOST_TURNS) return ended(conversation, message, reach)
  switch (message.kind) {
    case 'says':
      return says(conversation, message.text, reach)
    case 'answers':
      return answers(conversation, message.fact, message.value, reach)
    case 'day':
      return dayGiven(conversation, message.day, reach)
    case 'checksEligibility':
      return startAid(conversation, reach)
    default:
      return message satisfies never
  }
}

const ENDED = '我们已经聊了很多，再往下说请找人当面帮您：打 12348，或者把问题留给值班律师。前面说的都留着。'

/** No further turn; but what cannot wait is still seen, and stands before all else. */
function ended(conversation: Conversation, message: Message, { today }: Reach): Stepped {
  const own = message.kind === 'says' ? triage(message.text) : undefined
  if (own === undefined || own.emergencies.length === 0) return { conversation, reply: { says: [ENDED], ended: true } }
  const answer = { ...redirected(own, today), short: [{ text: ENDED, sources: [] }] }
  return { conversation, reply: { answer, says: [], ended: true } }
}

/** Typed words answer the question that waits where they can; anything else is a question of its own. */
function says(conversation: Conversation, text: string, reach: Reach): Stepped {
  const { asking } = conversation
  const value = asking === undefined ? undefined : readAnswer(clean(text).text, asking)
  if (asking === undefined || value === undefined) return answerQuestion(conversation, text, reach)
  if (asking.about === 'day') return dayGiven(conversation, value, reach)
  return answers(conversation, asking.fact, value, reach)
}

function answers(conversation: Conversation, fact: string, value: string, reach: Reach): Stepped {
  const { asking } = conversation
  if (asking?.about === 'aid' && asking.fact === fact) return answerAid(conversation, asking, value, reach)
  if (asking?.about === 'day' && fact === 'day') return dayGiven(conversation, value, reach)
  if (asking?.about === 'which' && fact === 'which' && asking.choices.some((choice) => choice.value === value)) {
    const label = asking.choices.find((choice) => choice.value === value)?.label ?? value
    return answerAgain({ ...conversation, chosen: value }, label, reach)
  }
  if (asking?.about !== 'guide' || asking.fact !== fact || !asking.choices.some((choice) => choice.value === value)) {
    return {
      conversation,
      reply: {
        says: ['请从下面的选项里选一个，或者直接用您的话说。'],
        ended: false,
        ...(asking === undefined ? {} : { asking }),
      },
    }
  }
  const label = asking.choices.find((choice) => choice.value === value)?.label ?? value
  const known =
    value === DONT_KNOW
      ? { unknown: [...conversation.unknown, fact] }
      : { facts: { ...conversation.facts, [fact]: value } }
  return answerAgain({ ...conversation, ...known }, label, reach)
}

function dayGiven(conversation: Conversation, text: Day, reach: Reach): Stepped {
  const { asking: _answered, ...rest } = conversation
  if (text === DONT_KNOW) return answerAgain({ ...rest, unknown: [...rest.unknown, 'day'] }, '不清楚哪天', reach)
  const day = parseDate(text)
  if (day === undefined)
    return { conversation, reply: { says: ['日期没看懂，请写成 2024年3月5日 这样。'], ended: false } }
  const past = day > reach.today ? reach.today : localDate(day)
  return answerAgain({ ...rest, day: past }, past, reach)
}
