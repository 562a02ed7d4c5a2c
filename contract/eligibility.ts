import { z } from 'zod'
import type { EligibilityAssessment } from '@fatong/law/legal-aid/eligibility.ts'
import type { PartialFacts } from '@fatong/law/legal-aid/facts.ts'
import { route } from './route.ts'

/** Facts as answered so far: fact key -> answer. Checked key by key by the rules themselves. */
export const Facts = z.custom<PartialFacts>(
  (v) => typeof v === 'object' && v !== null && !Array.isArray(v),
  '回答的格式不对',
)
export const Assessment = z.custom<EligibilityAssessment>()

export const assessEligibility = route('POST', '/eligibility', 'anyone', '能不能申请：一问一答', {
  body: z.object({
    facts: Facts,
    /** facts the person cannot answer: not asked again */ dontKnow: z.array(z.string().max(60)).max(60).optional(),
  }),
  reply: z.object({ assessment: Assessment, asOf: z.string() }),
})
