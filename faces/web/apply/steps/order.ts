import { isTicked, type Form, type StepId } from '../form/form.ts'

const ALL: readonly StepId[] = [
  'matter',
  'who',
  'person',
  'opponent',
  'story',
  'means',
  'family',
  'hardship',
  'photos',
  'consent',
  'signature',
  'review',
  'phone',
]

/** The steps this application has. `means` only while the rules have something to ask; `family` and `hardship` only where a statement of means is called for; no phone code at a desk. */
export function stepsFor(
  form: Form,
  around: { assist: boolean; asksMore: boolean; meansStated: boolean },
): readonly StepId[] {
  return ALL.filter((step) => {
    if (step === 'phone') return !around.assist
    if (step === 'means')
      return around.asksMore || form.step === 'means' || Object.keys(form.facts).length + form.skipped.length > 0
    if (step === 'family') return around.meansStated || form.step === 'family' || form.family.length > 0
    if (step === 'hardship')
      return around.meansStated || form.step === 'hardship' || [form.assets, form.burdens].some(isTicked)
    return true
  })
}
