import { z } from 'zod'
import { route } from '../route.ts'
import { InstantMs, Uuid, needed, page, text } from '../values.ts'
import { TopicCode } from './answer.ts'

/** What was asked, without personal data. */
const Asked = z.object({
  id: Uuid,
  at: InstantMs,
  masked: z.string(),
  kind: z.enum(['answer', 'article', 'noSource', 'redirect']),
  topic: TopicCode.nullable(),
  confidence: z.number(),
  guide: z.string().nullable(),
  sources: z.array(z.string()),
  emergencies: z.array(z.string()),
  helpful: z.boolean().nullable(),
  flags: z.number().int(),
})
export const askedQuestions = route('GET', '/desk/consultation/asked', 'staff', '答复质量：问了什么，什么没找到', {
  query: z.object({
    show: z.enum(['all', 'noSource', 'flagged', 'unhelpful']).default('all'),
    topic: TopicCode.optional(),
    cursor: z.string().max(80).optional(),
  }),
  reply: page(Asked),
})
export const consultationFigures = route('GET', '/desk/consultation/figures', 'staff', '咨询的数字', {
  query: z.object({ days: z.coerce.number().int().min(1).max(366).default(30) }),
  reply: z.object({
    asked: z.number().int(),
    answered: z.number().int(),
    noSource: z.number().int(),
    redirected: z.number().int(),
    emergencies: z.number().int(),
    helpful: z.number().int(),
    unhelpful: z.number().int(),
    byTopic: z.array(z.object({ topic: TopicCode, asked: z.number().int(), noSource: z.number().int() })),
    tickets: z.object({
      opened: z.number().int(),
      answered: z.number().int(),
      inTime: z.number().int(),
      waiting: z.number().int(),
      rating: z.number().nullable(),
    }),
  }),
})

const Flag = z.object({
  id: Uuid,
  at: InstantMs,
  subjectKind: z.enum(['turn', 'guide', 'article', 'case', 'ticket']),
  subject: z.string(),
  reason: z.string(),
  note: z.string(),
  byKind: z.string(),
  state: z.enum(['open', 'settled']),
  outcome: z.enum(['corrected', 'right', 'unclear']).nullable(),
  settledNote: z.string().nullable(),
  settledByName: z.string().nullable(),
  settledAt: InstantMs.nullable(),
  /** what was asked, where a turn was flagged */ masked: z.string().nullable(),
  /** what was answered to it: the guide and the articles it rested on */
  answered: z
    .object({
      kind: Asked.shape.kind,
      guide: z.string().nullable(),
      articles: z.array(z.object({ id: z.string(), law: z.string(), number: z.string() })),
    })
    .nullable(),
})
export const answerFlags = route('GET', '/desk/consultation/flags', 'staff', '被说有问题的答复', {
  query: z.object({ state: z.enum(['open', 'settled']).default('open') }),
  reply: z.object({ items: z.array(Flag) }),
})
export const settleFlag = route('POST', '/desk/consultation/flags/:id/settle', 'staff', '处理一条', {
  params: z.object({ id: Uuid }),
  body: z.object({ outcome: z.enum(['corrected', 'right', 'unclear']), note: needed(500, '怎么处理的') }),
})

/** Working days until an answer is promised, by topic: 0 the same day, 1 the next. */
export const Pledges = z.object({
  usual: z.number().int().min(0).max(10),
  byTopic: z.partialRecord(TopicCode, z.number().int().min(0).max(10)),
})
export const readPledges = route('GET', '/desk/consultation/pledges', 'staff', '答复承诺时间', { reply: Pledges })
export const savePledges = route('PUT', '/desk/consultation/pledges', 'staff', '改答复承诺时间', {
  body: Pledges.extend({ why: text(300, '原因').default('') }),
  reply: Pledges,
})
