import { words } from '../words/entitled.ts'
import type { Answer, Question } from './types.ts'

/** Reads what was typed or chosen as the answer its question wants; a sentence to show when it does not fit. */
export function readTyped(
  question: Question,
  typed: string,
): { ok: true; answer: Answer } | { ok: false; says: string } {
  switch (question.answer) {
    case 'choice':
      return typed in question.options ? { ok: true, answer: typed } : { ok: false, says: words.choose }
    case 'yesNo':
      return typed === '' ? { ok: false, says: words.choose } : { ok: true, answer: typed === 'true' }
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(typed) ? { ok: true, answer: typed } : { ok: false, says: words.typeDay }
    case 'number': {
      const plain = typed.replace(/[,，\s]/g, '')
      const value = Number(plain)
      if (plain === '' || !Number.isFinite(value) || value < question.min || value > question.max)
        return { ok: false, says: words.typeNumber(question.min, question.max, question.unit) }
      return question.whole && !Number.isInteger(value)
        ? { ok: false, says: words.typeWhole }
        : { ok: true, answer: value }
    }
    default:
      return question satisfies never
  }
}
