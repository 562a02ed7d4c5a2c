/** By which way the means condition is met; the decision and the papers to bring follow it. */
import type { MeansAnswer } from './parts.ts'

export type MeansRoute = 'notified' | 'notRequired' | 'checkWaived' | 'threshold' | 'none'

/** The first way that holds, in the order of the law (MT-4). */
export function meansRoute(means: MeansAnswer): MeansRoute {
  if (means.notifiedDefense.verdict === 'holds') return 'notified'
  if (means.meansNotRequired.verdict === 'holds') return 'notRequired'
  if (means.meansCheckWaived.verdict === 'holds') return 'checkWaived'
  return means.threshold.verdict === 'holds' ? 'threshold' : 'none'
}
