/** The calculators there are; each is the folder of its rule and the end of its page's address. */
export const CALCULATORS = [
  'unpaid-wages',
  'overtime',
  'severance',
  'double-pay',
  'annual-leave',
  'limitation',
  'last-day',
  'disability-benefit',
] as const
/** Parameters that calculators use; the rest of the district's set is no matter of theirs. */
export const FIGURES = ['avgWage.monthly', 'minWage.monthly', 'wage.paidDaysPerMonth'] as const
export type CalculatorName = (typeof CALCULATORS)[number]
