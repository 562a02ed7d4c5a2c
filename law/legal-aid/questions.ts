/** The next questions of the conversation: one from each part that is still open, so that nothing needless is asked. */
import { factsMissing } from '../answer.ts'
import { parameterAt } from '../parameters/parameters.ts'
import type { FactDefinition } from './fact-kinds.ts'
import { FACTS, FACT_KEYS } from './facts.ts'
import type { FactKey } from './facts.ts'
import type { AidAnswer, AidInput } from './rule-input.ts'

export type FactQuestion = FactDefinition & { key: FactKey }

/**
 * Only the first open fact of each part: its answer often settles the part. Order is that of the fact list, which runs
 * from the question that settles most to the one that settles least.
 */
export function nextQuestions(
  openParts: readonly AidAnswer[],
  input: AidInput,
  dontKnow: readonly FactKey[],
): readonly FactQuestion[] {
  const keys = openParts.flatMap((part) => firstOpen(part, dontKnow))
  return FACT_KEYS.filter((key) => keys.includes(key)).map((key) => questionFor(key, input))
}

function firstOpen(part: AidAnswer, dontKnow: readonly FactKey[]): readonly FactKey[] {
  const missing = factsMissing(part)
  return FACT_KEYS.filter((key) => missing.includes(key) && !dontKnow.includes(key)).slice(0, 1)
}

/** The question as this district asks it: its name filled in. */
export function questionFor(key: FactKey, { parameters, asOf }: Pick<AidInput, 'parameters' | 'asOf'>): FactQuestion {
  const name = parameterAt(parameters, 'district.name', asOf)
  const fill = (text: string): string => text.replaceAll('{district}', name === 'unknown' ? '本区' : name)
  const definition: FactDefinition = FACTS[key]
  const question = fill(definition.question)
  if (definition.answer !== 'choice') return { ...definition, key, question }
  const options = Object.fromEntries(Object.entries(definition.options).map(([code, label]) => [code, fill(label)]))
  return { ...definition, key, question, options }
}
