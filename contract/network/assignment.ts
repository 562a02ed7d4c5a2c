import { z } from 'zod'
import { route } from '../route.ts'
import { InstantMs, Uuid, text } from '../values.ts'

export const ASSIGNMENT_POLICIES = {
  precise: '精准指派：最合适的人，案子多的少派',
  named: '点援：受援人点名的人能办就派他，没有点名的派最合适的人',
  fair: '均衡指派：总体合适，尽量不让谁太忙',
  rota: '轮派：谁最久没派就派谁',
} as const
export type AssignmentPolicyCode = keyof typeof ASSIGNMENT_POLICIES
const PolicyCode = z.enum(Object.keys(ASSIGNMENT_POLICIES) as [AssignmentPolicyCode, ...AssignmentPolicyCode[]])
const Advised = z.object({ staffId: z.string(), name: z.string(), cost: z.number() })
/** `cost`: points lost by what does not fit; `gini`: 0 all equally busy, towards 1 one has it all. */
const Totals = z.object({ cost: z.number(), gini: z.number(), maxLoad: z.number(), unassigned: z.number() })
export const planAssignments = route(
  'POST',
  '/desk/assignments/plan',
  'staff',
  '把等指派的案件一起排好（只给建议，人来定）',
  {
    body: z.object({
      /** left out: the district's own */ policy: PolicyCode.optional(),
      caseIds: z.array(Uuid).max(200).optional(),
    }),
    reply: z.object({
      policy: PolicyCode,
      /** the district's own */ district: PolicyCode,
      milliseconds: z.number(),
      lawyers: z.number(),
      totals: Totals,
      /** why the even way is no evener, where it is not */ fairNote: z.string(),
      /** the same cases under each policy */
      compared: z.record(z.string(), Totals),
      items: z.array(
        z.object({
          caseId: z.string(),
          number: z.string(),
          applicant: z.string(),
          matter: z.string(),
          light: z.string(),
          /** null where nobody can take it; `why` says what stands in the way */
          to: Advised.extend({
            orgName: z.string(),
            reasons: z.array(z.string()),
            explain: z.array(z.string()),
          }).nullable(),
          others: z.array(Advised),
          why: z.string(),
        }),
      ),
    }),
  },
)
export const applyAssignments = route('POST', '/desk/assignments', 'staff', '按选定的人一件一件指派，记下建议和理由', {
  body: z.object({
    policy: PolicyCode,
    items: z
      .array(
        z.object({
          caseId: Uuid,
          staffId: Uuid,
          /** whom the plan proposed */ proposed: Uuid.nullable(),
          /** why not the one advised, or how a conflict or a delay is explained */ reason: text(300, '理由').default(
            '',
          ),
        }),
      )
      .min(1)
      .max(200),
  }),
  reply: z.object({ items: z.array(z.object({ caseId: z.string(), ok: z.boolean(), says: z.string() })) }),
})
/** One place of a ranking: `score` 0 is a perfect fit, each reason says what speaks for or against. */
export const AdviceLine = z.object({
  staffId: z.string(),
  name: z.string(),
  score: z.number(),
  says: z.array(z.string()),
})
export type AdviceLine = z.infer<typeof AdviceLine>
export const caseAdvice = route('GET', '/desk/cases/:id/advice', 'staff', '本案历次推荐：完整名单、理由和最后选了谁', {
  params: z.object({ id: Uuid }),
  reply: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        at: InstantMs,
        by: z.string(),
        policyText: z.string(),
        settingsVersion: z.number(),
        ranking: z.array(AdviceLine),
        banned: z.array(AdviceLine),
        /** null while nobody was chosen by it */
        chosen: z.string().nullable(),
        place: z.number().nullable(),
        reason: z.string().nullable(),
      }),
    ),
  }),
})
export const assignmentAdvice = route('GET', '/desk/assignments/advice', 'staff', '指派建议和实际选择的记录', {
  reply: z.object({
    followed: z.number(),
    total: z.number(),
    items: z.array(
      z.object({
        caseId: z.string(),
        at: InstantMs,
        policy: z.string(),
        by: z.string(),
        advised: z.array(Advised),
        chosen: z.string(),
        followed: z.boolean(),
        reason: z.string().nullable(),
      }),
    ),
  }),
})
