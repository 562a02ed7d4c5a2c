import { z } from 'zod'
import { route } from '../route.ts'
import { Day, Uuid, needed, text } from '../values.ts'

/** 有人不能办案了: who takes over which case. Only advice until somebody confirms. */
const Person = z.object({ staffId: z.string(), name: z.string() })
export const Handing = z.object({
  caseId: z.string(),
  number: z.string(),
  applicant: z.string(),
  matter: z.string(),
  statusText: z.string(),
  from: Person,
  to: Person.extend({
    orgName: z.string(),
    reasons: z.array(z.string()),
    /** conflicts that have to be explained */ explain: z.array(z.string()),
  }),
  others: z.array(Person.extend({ cost: z.number() })),
  says: z.string(),
  /** the one who holds it is not away, but makes room for a case nobody else could take */
  makesRoom: z.boolean(),
})
export const planHandings = route(
  'POST',
  '/desk/assignments/handings/plan',
  'staff',
  '有人不能办案时：谁接哪一件、为什么（只给建议）',
  {
    body: z.object({ away: z.array(Uuid).min(1, '请选谁不能办案').max(20) }),
    reply: z.object({
      away: z.array(Person.extend({ cases: z.number() })),
      moves: z.array(Handing),
      /** cases that nobody can take, with what stands in the way */
      unplaced: z.array(
        z.object({ caseId: z.string(), number: z.string(), applicant: z.string(), from: z.string(), why: z.string() }),
      ),
      othersMoved: z.boolean(),
      milliseconds: z.number(),
    }),
  },
)
export const handingPeople = route('GET', '/desk/assignments/handings/people', 'staff', '正在办案的人各有几件', {
  reply: z.object({
    items: z.array(Person.extend({ orgName: z.string(), cases: z.number(), leave: z.string().nullable() })),
    /** may also decide and assign */ mayConfirm: z.boolean(),
  }),
})
export const applyHandings = route(
  'POST',
  '/desk/assignments/handings',
  'staff',
  '逐件更换承办人：申请、决定、指派一次写入，办不成的那件不动',
  {
    body: z.object({
      reason: needed(300, '为什么更换'),
      /** also keep it as leave, so that no case is given to them meanwhile */ leave: z
        .object({ from: Day, to: Day })
        .nullable()
        .default(null),
      moves: z
        .array(z.object({ caseId: Uuid, from: Uuid, to: Uuid, proposed: Uuid, note: text(300, '说明').default('') }))
        .min(1, '没有要换的案件')
        .max(200),
    }),
    reply: z.object({
      items: z.array(z.object({ caseId: z.string(), ok: z.boolean(), says: z.string(), papers: z.array(z.string()) })),
      leaveKept: z.boolean(),
    }),
  },
)
