/** What every eligibility rule is given: what is known, for which day, under which local figures. */
import type { Answer } from '../answer.ts'
import type { RuleContext } from '../context.ts'
import type { FactKey, PartialFacts } from './facts.ts'

export interface AidInput extends RuleContext {
  facts: PartialFacts
}
export type AidAnswer = Answer<FactKey>
