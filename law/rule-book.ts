/**
 * Every rule that is code, with the folder its examples stand in: the contents page of the law book, and what the example test
 * runs. The ids in each rule's `covers` are those of docs/rule-book.md.
 */
import { rule as countingDays } from './calendar/counting-days/rule.ts'
import { rule as countingHours } from './calendar/counting-hours/rule.ts'
import { rule as dayKinds } from './calendar/day-kinds/rule.ts'
import { rule as mailing } from './calendar/mailing/rule.ts'
import { rule as pausing } from './calendar/pausing/rule.ts'
import { rule as sameDayPromise } from './calendar/same-day-promise/rule.ts'
import { rule as annualLeave } from './calculators/annual-leave/rule.ts'
import { rule as disabilityBenefit } from './calculators/disability-benefit/rule.ts'
import { rule as doublePay } from './calculators/double-pay/rule.ts'
import { rule as lastDay } from './calculators/last-day/rule.ts'
import { rule as limitation } from './calculators/limitation/rule.ts'
import { rule as overtime } from './calculators/overtime/rule.ts'
import { rule as severance } from './calculators/severance/rule.ts'
import { rule as unpaidWages } from './calculators/unpaid-wages/rule.ts'
import { rule as deadlines } from './legal-aid/deadlines/rule.ts'
import { rule as eligibility } from './legal-aid/overall/rule.ts'
import { rule as guardianConsent } from './legal-aid/guardian-consent/rule.ts'
import { rule as jurisdiction } from './legal-aid/jurisdiction/rule.ts'
import { rule as juvenileAware } from './legal-aid/juvenile-aware/rule.ts'
import { rule as lawyerRequired } from './legal-aid/lawyer-required/rule.ts'
import { rule as materials } from './legal-aid/materials/rule.ts'
import { rule as matterInScope } from './legal-aid/matter-in-scope/rule.ts'
import { rule as meansCheckWaived } from './legal-aid/means-check-waived/rule.ts'
import { rule as meansNotRequired } from './legal-aid/means-not-required/rule.ts'
import { rule as meansThreshold } from './legal-aid/means-threshold/rule.ts'
import { rule as militaryPriority } from './legal-aid/military-priority/rule.ts'
import { rule as notifiedDefence } from './legal-aid/notified-defence/rule.ts'
import { rule as refusalForMeans } from './legal-aid/refusal-for-means/rule.ts'
import { rule as termination } from './legal-aid/termination/rule.ts'
import { rule as threeYearsPractice } from './legal-aid/three-years-practice/rule.ts'
import { rule as urgent } from './legal-aid/urgent/rule.ts'
import { rule as volunteerLimits } from './legal-aid/volunteer-limits/rule.ts'
import { rule as whoMayApply } from './legal-aid/who-may-apply/rule.ts'
import type { AnyRule } from './rule.ts'

export interface Chapter {
  title: string
  /** Folder under `law/`; each rule's folder in it bears the rule's id. */
  folder: string
  rules: readonly AnyRule[]
}

export const RULE_BOOK: readonly Chapter[] = [
  {
    title: '能不能得到法律援助',
    folder: 'legal-aid',
    rules: [
      eligibility,
      matterInScope,
      whoMayApply,
      meansNotRequired,
      meansCheckWaived,
      meansThreshold,
      notifiedDefence,
      jurisdiction,
    ],
  },
  {
    title: '申请与办理',
    folder: 'legal-aid',
    rules: [materials, guardianConsent, urgent, militaryPriority, deadlines, refusalForMeans, termination],
  },
  { title: '派谁办', folder: 'legal-aid', rules: [lawyerRequired, threeYearsPractice, juvenileAware, volunteerLimits] },
  {
    title: '算一算',
    folder: 'calculators',
    rules: [unpaidWages, overtime, severance, doublePay, annualLeave, limitation, lastDay, disabilityBenefit],
  },
  {
    title: '日子怎么数',
    folder: 'calendar',
    rules: [dayKinds, countingDays, countingHours, mailing, pausing, sameDayPromise],
  },
]
