/** Answers to the questions of the rules on legal aid, from text to the values the rules judge. */
import { parseDate } from '@fatong/law/calendar/dates.ts'
import { type FactDefinition } from '@fatong/law/legal-aid/fact-kinds.ts'
import { FACTS, type FactKey } from '@fatong/law/legal-aid/facts.ts'
import { type FactQuestion } from '@fatong/law/legal-aid/questions.ts'
import { type Asking, type Choice } from './state.ts'

export type AidValue = string | number | boolean

const YES_NO: readonly Choice[] = [
  { value: 'yes', label: '是' },
  { value: 'no', label: '不是' },
]

/** Undefined when the text is no answer to that question. */
export function readAidValue(key: FactKey, text: string): AidValue | undefined {
  const fact: FactDefinition = FACTS[key]
  const value =
    fact.answer === 'yesNo' ? { yes: true, no: false }[text] : fact.answer === 'number' ? Number(text) : text
  return value !== undefined && isAidValue(key, value) ? value : undefined
}

export function isAidValue(key: FactKey, value: unknown): value is AidValue {
  const fact: FactDefinition = FACTS[key]
  switch (fact.answer) {
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(fact.options, value)
    case 'yesNo':
      return typeof value === 'boolean'
    case 'date':
      return typeof value === 'string' && parseDate(value) !== undefined
    case 'number':
      return (
        typeof value === 'number' &&
        Number.isFinite(value) &&
        (!fact.whole || Number.isInteger(value)) &&
        value >= fact.min &&
        value <= fact.max
      )
    default:
      return fact satisfies never
  }
}

export function askAid(question: FactQuestion): Extract<Asking, { about: 'aid' }> {
  const choices =
    question.answer === 'choice'
      ? Object.entries(question.options).map(([value, label]) => ({ value, label }))
      : question.answer === 'yesNo'
        ? [...YES_NO]
        : []
  return {
    about: 'aid',
    fact: question.key,
    question: question.question,
    answer: question.answer,
    choices,
    ...(question.help === undefined ? {} : { help: question.help }),
    ...(question.answer === 'number' ? { unit: question.unit } : {}),
  }
}
