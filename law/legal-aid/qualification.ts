/** Who may be given a case: bans an assigning officer cannot override (rule book AS-3, AS-6, AS-7, ND-1, ND-4, ND-5; I5, I6). */
import { all } from '../answer.ts'
import type { Answer } from '../answer.ts'
import type { LocalDate } from '../calendar/dates.ts'
import { lawyerRequired } from './lawyer-required/rule.ts'
import { juvenileAware } from './juvenile-aware/rule.ts'
import type { CaseToAssign, ProviderFacts } from './qualification-facts.ts'
import { threeYearsPractice } from './three-years-practice/rule.ts'
import { volunteerLimits } from './volunteer-limits/rule.ts'

export { PROVIDER_KINDS } from './qualification-facts.ts'
export type { CaseToAssign, ProviderFacts } from './qualification-facts.ts'

/** Facts still needed are named by the field of the provider or the case they belong to. */
export const qualifiedFor = (caseFacts: CaseToAssign, provider: ProviderFacts, asOf: LocalDate): Answer =>
  all([
    lawyerRequired(caseFacts, provider),
    volunteerLimits(caseFacts, provider),
    threeYearsPractice(caseFacts, provider, asOf),
    juvenileAware(caseFacts, provider),
  ])
