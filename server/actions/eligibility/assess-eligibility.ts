import { type assessEligibility as route } from '@fatong/contract/eligibility.ts'
import { localDateOf, type LocalDate } from '@fatong/law/calendar/dates.ts'
import { assess, type EligibilityAssessment } from '@fatong/law/legal-aid/eligibility.ts'
import { FACTS, type FactKey } from '@fatong/law/legal-aid/facts.ts'
import type { Caller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { wrongFact } from './wrong-fact.ts'

/** 能不能申请: what is known so far gives an answer or the next questions. Nothing is kept. */
export async function assessEligibility(
  parts: Parts,
  _caller: Caller,
  { body }: InputOf<typeof route>,
): Promise<Outcome<{ assessment: EligibilityAssessment; asOf: LocalDate }>> {
  const fields: Record<string, string> = {}
  for (const [key, value] of Object.entries(body.facts)) {
    const wrong = Object.hasOwn(FACTS, key) ? wrongFact(key as FactKey, value) : '没有这一项，请刷新页面再试'
    if (wrong) fields[`facts.${key}`] = wrong
  }
  if (Object.keys(fields).length > 0) return failed('malformed', { fields })
  const dontKnow = (body.dontKnow ?? []).filter((key): key is FactKey => Object.hasOwn(FACTS, key))
  const asOf = localDateOf(parts.clock.now())
  const [parameters, calendar] = await Promise.all([parts.law.parameters(), parts.law.calendar()])
  return done({ assessment: assess(body.facts, asOf, parameters, calendar, dontKnow), asOf })
}
