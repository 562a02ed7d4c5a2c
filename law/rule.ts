/**
 * A rule as lawyers review it: what it states, where from, and a function. Its examples are in cases.yaml beside it,
 * run as tests and printed by `npm run law-book`.
 */
import type { Answer } from './answer.ts'
import type { Citation } from './citation.ts'
import type { RuleContext } from './context.ts'

interface RuleText {
  id: string
  /** Plain Chinese. */
  title: string
  states: string
  /** Ids of docs/rule-book.md that this rule covers. */
  covers: readonly string[]
  sources: readonly Citation[]
}

export interface AnswerRule<Given> extends RuleText {
  kind: 'answer'
  decide: (given: Given, context: RuleContext) => Answer
}

export type Calculated = Readonly<Record<string, string | number | boolean | readonly string[]>>

/** A rule whose result is dates or lists rather than a yes or no. */
export interface CalculationRule<Given> extends RuleText {
  kind: 'calculation'
  calculate: (given: Given, context: RuleContext) => Calculated
}

export type LawRule<Given> = AnswerRule<Given> | CalculationRule<Given>

/**
 * Any rule, run on an example as it stands in its file. `never` keeps the types of the rules apart: only the example
 * runner, which reads untyped text, may call it.
 */
export type AnyRule = LawRule<never>
