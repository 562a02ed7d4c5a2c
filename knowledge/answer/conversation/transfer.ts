/** A consultation as text, to be carried to another channel, and back. What comes back is checked like anything from outside. */
import { FACT_KEYS, type FactKey } from '@fatong/law/legal-aid/facts.ts'
import { parseDate } from '@fatong/law/calendar/dates.ts'
import { TOPICS, type Topic } from '../../vocabulary.ts'
import { isAidValue } from './aid-fact.ts'
import { MOST_TURNS, type Conversation, type Turn } from './state.ts'

const LONGEST = 400_000
const KINDS: readonly string[] = ['answer', 'article', 'noSource', 'redirect', 'asked', 'aid'] satisfies Turn['kind'][]

export const exportConversation = (conversation: Conversation): string => JSON.stringify(conversation)

/** The question that waited is not taken along: it is asked anew from the facts. Undefined when the text is none of ours. */
export function importConversation(text: string): Conversation | undefined {
  const given = text.length > LONGEST ? undefined : parsed(text)
  if (
    !isRecord(given) ||
    given['version'] !== 1 ||
    !Array.isArray(given['turns']) ||
    given['turns'].length > MOST_TURNS
  )
    return undefined
  const turns = given['turns'].map(turnOf)
  if (turns.some((turn) => turn === undefined)) return undefined
  const { topic, question, guide, day, aid } = given
  return {
    version: 1,
    turns: turns.filter((turn) => turn !== undefined),
    facts: textRecord(given['facts']),
    unknown: texts(given['unknown']),
    ...topicIn(topic),
    ...(typeof question === 'string' ? { question } : {}),
    ...(typeof guide === 'string' ? { guide } : {}),
    ...(typeof day === 'string' && parseDate(day) !== undefined ? { day } : {}),
    ...(isRecord(aid)
      ? {
          aid: {
            facts: aidFacts(aid['facts']),
            unknown: texts(aid['unknown']).filter(isFactKey),
            ...topicIn(aid['topic']),
          },
        }
      : {}),
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isFactKey = (key: string): key is FactKey => FACT_KEYS.some((known) => known === key)
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string').slice(0, 200) : []

function topicIn(value: unknown): { topic?: Topic } {
  const topic = TOPICS.find((known) => known === value)
  return topic === undefined ? {} : { topic }
}

function turnOf(value: unknown): Turn | undefined {
  if (
    !isRecord(value) ||
    typeof value['said'] !== 'string' ||
    typeof value['kind'] !== 'string' ||
    !KINDS.includes(value['kind'])
  )
    return undefined
  return { said: value['said'], kind: value['kind'] as Turn['kind'], sources: texts(value['sources']) }
}

function textRecord(value: unknown): Record<string, string> {
  if (!isRecord(value)) return {}
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

function aidFacts(value: unknown): NonNullable<Conversation['aid']>['facts'] {
  if (!isRecord(value)) return {}
  return Object.fromEntries(Object.entries(value).filter(([key, fact]) => isFactKey(key) && isAidValue(key, fact)))
}
