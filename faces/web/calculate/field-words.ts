import type { CalculatorName } from '@fatong/law/calculators/kinds.ts'
import { words } from '../words/calculate.ts'

export interface FieldWords {
  label: string
  hint?: string
  unit?: string
}

/** The words of one field; a test holds that every field has some. */
export function fieldWords(which: CalculatorName, id: string): FieldWords {
  const fields: Readonly<Record<string, FieldWords>> = words.calculators[which].fields
  return fields[id] ?? { label: id }
}
