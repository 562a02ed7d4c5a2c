/**
 * What a rule answers. Four values, because "we do not know yet" is never "no".
 * Every definite answer carries its reasons in plain Chinese and where they come from.
 */
import type { Citation } from './citation.ts'

export type { Citation } from './citation.ts'

export type Verdict = 'holds' | 'doesNotHold' | 'notApplicable' | 'needsFacts'
export type DefiniteVerdict = Exclude<Verdict, 'needsFacts'>

/** One sentence a citizen can read, with the rule and the sources behind it. */
export interface Reason {
  ruleId: string
  verdict: Verdict
  says: string
  citations: readonly Citation[]
}

/**
 * `needsFacts` lists the facts to ask for. An empty list means no citizen can supply what is missing
 * (for example a local figure nobody has entered): a member of staff has to settle it.
 */
export type Answer<Fact extends string = string> =
  | { verdict: DefiniteVerdict; reasons: readonly Reason[] }
  | { verdict: 'needsFacts'; facts: readonly Fact[]; reasons: readonly Reason[] }

type Says = [ruleId: string, says: string, citations: readonly Citation[]]

const definite =
  <V extends DefiniteVerdict>(verdict: V) =>
  (...[ruleId, says, citations]: Says): { verdict: V; reasons: readonly Reason[] } => ({
    verdict,
    reasons: [{ ruleId, verdict, says, citations }],
  })

export const holds = definite('holds')
export const doesNotHold = definite('doesNotHold')
export const notApplicable = definite('notApplicable')

export function needsFacts<Fact extends string>(
  facts: readonly Fact[],
  ...[ruleId, says, citations]: Says
): Answer<Fact> {
  return { verdict: 'needsFacts', facts, reasons: [{ ruleId, verdict: 'needsFacts', says, citations }] }
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)]

function missing<Fact extends string>(open: readonly Answer<Fact>[]): Answer<Fact> {
  return {
    verdict: 'needsFacts',
    facts: unique(open.flatMap((answer) => (answer.verdict === 'needsFacts' ? answer.facts : []))),
    reasons: open.flatMap((answer) => answer.reasons),
  }
}

/** Joins answers that all must hold. One "no" settles it whatever else is unknown; parts that do not apply are left out. */
export function all<Fact extends string>(answers: readonly Answer<Fact>[]): Answer<Fact> {
  const refused = answers.filter((answer) => answer.verdict === 'doesNotHold')
  if (refused.length > 0) return { verdict: 'doesNotHold', reasons: refused.flatMap((answer) => answer.reasons) }
  const open = answers.filter((answer) => answer.verdict === 'needsFacts')
  if (open.length > 0) return missing(open)
  return settled(answers, 'holds')
}

/** Joins answers of which one must hold. One "yes" settles it; otherwise anything unknown keeps the whole unknown. */
export function any<Fact extends string>(answers: readonly Answer<Fact>[]): Answer<Fact> {
  const kept = answers.filter((answer) => answer.verdict === 'holds')
  if (kept.length > 0) return { verdict: 'holds', reasons: kept.flatMap((answer) => answer.reasons) }
  const open = answers.filter((answer) => answer.verdict === 'needsFacts')
  if (open.length > 0) return missing(open)
  return settled(answers, 'doesNotHold')
}

function settled<Fact extends string>(
  answers: readonly Answer<Fact>[],
  verdict: 'holds' | 'doesNotHold',
): Answer<Fact> {
  const applying = answers.filter((answer) => answer.verdict !== 'notApplicable')
  return applying.length === 0
    ? { verdict: 'notApplicable', reasons: answers.flatMap((answer) => answer.reasons) }
    : { verdict, reasons: applying.flatMap((answer) => answer.reasons) }
}

/** The facts an answer still waits for; empty for every definite answer. */
export const factsMissing = <Fact extends string>(answer: Answer<Fact>): readonly Fact[] =>
  answer.verdict === 'needsFacts' ? answer.facts : []
