/** A talk as the person reads it who takes it over: what was asked and answered, what is known by now, when it happened. */
import { parseDate, type LocalDate } from '@fatong/law/calendar/dates.ts'
import { formatFullDate } from '@fatong/law/calendar/wording.ts'
import { FACT_KEYS, type FactKey } from '@fatong/law/legal-aid/facts.ts'
import { questionFor } from '@fatong/law/legal-aid/questions.ts'
import { type ParameterSet } from '@fatong/law/parameters/parameters.ts'
import { type SourceRef } from '../answer.ts'
import { writtenRef } from '../references.ts'
import { type Guides } from '../shelf.ts'
import { askAid } from './aid-fact.ts'
import { type Conversation, type Turn } from './state.ts'
import { type Reply } from './step.ts'

export interface RecapReach {
  guides: Guides
  parameters: ParameterSet
  today: LocalDate
}

/** Longer ones are read at their beginning; the question itself stands whole in the thread. */
const SAID_MOST = 300

/** Lines of plain Chinese, empty where nothing was said. Personal data is in it as it was typed: the caller masks it. */
export function recapOf(conversation: Conversation, last: Reply | null, reach: RecapReach): string {
  if (conversation.turns.length === 0) return ''
  const known = [...dayOf(conversation), ...guideFacts(conversation, reach), ...aidFacts(conversation, reach)]
  return [
    ...conversation.turns.map(
      (turn, at) => `${at + 1}. ${turn.said.slice(0, SAID_MOST)}${repliedWith(turn, reach.guides)}`,
    ),
    ...(known.length === 0 ? [] : ['已经知道的：', ...known.map((line) => `· ${line}`)]),
    ...lastSaid(last),
  ].join('\n')
}

/** What the system answered to one message, by the guide where one was followed. */
function repliedWith({ kind, sources }: Turn, guides: Guides): string {
  switch (kind) {
    case 'answer': {
      const guide = guideIn(sources, guides)
      return guide === undefined ? '（系统按法条答了）' : `（系统按指南《${guide.title}》答了）`
    }
    case 'article':
      return '（系统给了条文）'
    case 'noSource':
      return '（系统没找到依据）'
    case 'redirect':
      return '（系统没有当法律问题查）'
    case 'aid':
      return '（法律援助条件）'
    case 'asked':
      return ''
    default:
      return kind satisfies never
  }
}

const guideIn = (sources: readonly string[], guides: Guides) =>
  sources.flatMap((id) => (id.startsWith('guide:') ? (guides.bySlug(id.slice('guide:'.length)) ?? []) : []))[0]

const written = (day: string): string => {
  const date = parseDate(day)
  return date === undefined ? day : formatFullDate(date)
}
const dayOf = ({ day }: Conversation): string[] => (day === undefined ? [] : [`事情发生的日子：${written(day)}`])

/** Facts as the guides of this talk asked for them. A fact whose guide is gone stands among what was said. */
function guideFacts({ turns, guide, facts }: Conversation, { guides }: RecapReach): string[] {
  const slugs = new Set([
    ...(guide === undefined ? [] : [`guide:${guide}`]),
    ...turns.flatMap(({ sources }) => sources),
  ])
  const needs = [...slugs].flatMap((id) => guideIn([id], guides)?.needs ?? [])
  return Object.entries(facts).flatMap(([fact, value]) => {
    const need = needs.find((one) => one.fact === fact)
    const label = need?.choices.find((choice) => choice.value === value)?.label
    return need === undefined || label === undefined ? [] : [`${need.question} ${label}`]
  })
}

function aidFacts({ aid }: Conversation, { parameters, today }: RecapReach): string[] {
  const facts: Partial<Record<FactKey, string | number | boolean>> = aid?.facts ?? {}
  return FACT_KEYS.flatMap((key) => {
    const value = facts[key]
    if (value === undefined) return []
    const asked = askAid(questionFor(key, { parameters, asOf: today }))
    return [`${asked.question} ${labelOf(asked, value)}`]
  })
}

function labelOf({ choices, answer, unit }: ReturnType<typeof askAid>, value: string | number | boolean): string {
  const code = typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
  const label = choices.find((choice) => choice.value === code)?.label
  if (label !== undefined) return label
  return answer === 'date' ? written(code) : `${code}${unit ?? ''}`
}

/** The newest answer in full, so that nobody repeats it or contradicts it unknowingly. */
function lastSaid(last: Reply | null): string[] {
  const aid = last?.aid === undefined ? [] : [`法律援助条件初步判断：${last.aid.headline}`]
  const short = last?.answer?.kind === 'answer' ? last.answer.short : []
  return [
    ...aid,
    ...(short.length === 0 ? [] : ['系统最后答的：', ...short.map(({ text, sources }) => `${text}${basis(sources)}`)]),
  ]
}

function basis(sources: readonly SourceRef[]): string {
  const named = sources.flatMap((one) => (one.kind === 'article' ? [writtenRef(one)] : []))
  return named.length === 0 ? '' : `（${named.join('、')}）`
}
