import type { Choice } from '../form.ts'
import { words } from '../../words/calculate.ts'

/** A table of words as answers to choose from, in its order. */
export const choicesOf = (table: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(table).map(([value, label]) => ({ value, label }))

export const yesOrNo = (): readonly Choice[] => choicesOf(words.yesNo)
