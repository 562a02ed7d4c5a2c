import { parseDate } from '@fatong/law/calendar/dates.ts'
import type { FactDefinition } from '@fatong/law/legal-aid/fact-kinds.ts'
import { FACTS, type FactKey, type PartialFacts } from '@fatong/law/legal-aid/facts.ts'

export type CheckedFacts = { ok: true; facts: PartialFacts } | { ok: false; fields: Record<string, string> }

/** Answers from outside, one by one: a question nobody asked is left out, an answer that cannot be one is told. */
export function checkedFacts(given: object): CheckedFacts {
  const facts: Record<string, unknown> = {}
  const fields: Record<string, string> = {}
  for (const [key, answer] of Object.entries(given)) {
    if (!isFactKey(key) || answer === undefined || answer === null) continue
    const wrong = wrongAnswer(FACTS[key], answer)
    if (wrong) fields[`facts.${key}`] = wrong
    else facts[key] = answer
  }
  return Object.keys(fields).length > 0 ? { ok: false, fields } : { ok: true, facts }
}

const isFactKey = (key: string): key is FactKey => Object.hasOwn(FACTS, key)

function wrongAnswer(fact: FactDefinition, answer: unknown): string | undefined {
  switch (fact.answer) {
    case 'choice':
      return typeof answer === 'string' && Object.hasOwn(fact.options, answer) ? undefined : '请从给出的选项里选一个'
    case 'yesNo':
      return typeof answer === 'boolean' ? undefined : '请选是或不是'
    case 'date':
      return typeof answer === 'string' && parseDate(answer) !== undefined ? undefined : '日期要写成 2026-11-23 的样子'
    case 'number': {
      const fits = typeof answer === 'number' && Number.isFinite(answer) && answer >= fact.min && answer <= fact.max && (!fact.whole || Number.isInteger(answer))
      return fits ? undefined : `请填 ${fact.min} 到 ${fact.max} 之间的${fact.whole ? '整数' : '数'}`
    }
    default:
      return fact satisfies never
  }
}
