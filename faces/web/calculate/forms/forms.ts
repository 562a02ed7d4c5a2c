import type { Forms } from '../form.ts'
import { annualLeaveForm } from './annual-leave.ts'
import { disabilityBenefitForm } from './disability-benefit.ts'
import { doublePayForm } from './double-pay.ts'
import { lastDayForm } from './last-day.ts'
import { limitationForm } from './limitation.ts'
import { overtimeForm } from './overtime.ts'
import { severanceForm } from './severance.ts'
import { unpaidWagesForm } from './unpaid-wages.ts'

/** What each calculator asks, and how it is worked out. */
export const FORMS: Forms = {
  'unpaid-wages': unpaidWagesForm,
  overtime: overtimeForm,
  severance: severanceForm,
  'double-pay': doublePayForm,
  'annual-leave': annualLeaveForm,
  limitation: limitationForm,
  'last-day': lastDayForm,
  'disability-benefit': disabilityBenefitForm,
}
