import type { EligibilityAssessment } from '@fatong/law/legal-aid/eligibility.ts'
import { meansRoute } from '@fatong/law/legal-aid/means-route.ts'

/** The box to tick under 经济条件 (rule book 1.3: exempt, waived and checked are three things). */
export function meansTicked({ means }: Pick<EligibilityAssessment, 'means'>): 'check' | 'waived' | 'notRequired' {
  const route = meansRoute(means)
  switch (route) {
    case 'notRequired':
    case 'notified':
      return 'notRequired'
    case 'checkWaived':
      return 'waived'
    case 'threshold':
    case 'none':
      return 'check'
    default:
      return route satisfies never
  }
}
