import { parseDate } from '@fatong/law/calendar/dates.ts'
import type { FactDefinition } from '@fatong/law/legal-aid/fact-kinds.ts'
import { FACTS, type FactKey } from '@fatong/law/legal-aid/facts.ts'

/** What is wrong with an answer, for the person who gave it; undefined when it fits its question. */
export function wrongFact(key: FactKey, value: unknown): string | undefined {
  const fact: FactDefinition = FACTS[key]
  switch (fact.answer) {
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(fact.options, value) ? undefined : '请从给出的选项里选一个'
    case 'yesNo':
      return typeof value === 'boolean' ? undefined : '请选“是”或“不是”'
    case 'date':
      return typeof value === 'string' && parseDate(value) !== undefined ? undefined : '日期不对，请重新选'
    case 'number': {
      if (typeof value !== 'number' || !Number.isFinite(value) || (fact.whole && !Number.isInteger(value)))
        return '请填数字'
      return value >= fact.min && value <= fact.max ? undefined : `请填 ${fact.min} 到 ${fact.max} 之间的数`
    }
    default:
      return fact satisfies never
  }
}
