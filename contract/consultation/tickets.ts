import { z } from 'zod'
import { route } from '../route.ts'
import { Day, InstantMs, Phone, SmsCode, Uuid, needed, page, text } from '../values.ts'
import { Answer, TopicCode } from './answer.ts'

export const TICKET_STATES = { open: '等人答', taken: '有人在答', answered: '已答复', closed: '已结束' } as const
const StateCode = z.enum(Object.keys(TICKET_STATES) as [keyof typeof TICKET_STATES, ...(keyof typeof TICKET_STATES)[]])

/** An article picked for an answer. */
export const PickedArticle = z.object({
  key: z.string().regex(/^[^#\s\p{Cc}]{2,60}#[^#\s\p{Cc}]{1,20}$/u),
  id: text(80, '法条编号').optional(),
  law: needed(80, '法名'),
  number: needed(20, '条号'),
  passage: text(2000, '条文').default(''),
})
/** `talk`: what was asked and answered before a person was asked, without personal data. */
export const TicketMessage = z.object({
  by: z.enum(['asker', 'desk', 'talk']),
  name: z.string(),
  at: InstantMs,
  text: z.string(),
  articles: z.array(PickedArticle),
})

/** Somebody who is not signed in gives phone and code: the answer has to reach them. */
export const openTicket = route('POST', '/questions', 'anyone', '把问题留给值班律师', {
  body: z.object({
    question: needed(2000, '问题'),
    topic: TopicCode.optional(),
    /** the talk before it goes along */ consultation: z.object({ id: Uuid, secret: z.string().max(200) }).optional(),
    phone: Phone.optional(),
    code: SmsCode.optional(),
    /** the exchange may be used, without personal data, to answer others */ learns: z.boolean().default(false),
  }),
  reply: z.object({
    id: Uuid,
    number: z.string(),
    pledgeAt: InstantMs,
    /** what cannot wait for the answer */ emergencies: Answer.shape.emergencies,
  }),
  idempotent: true,
})

const Line = z.object({
  id: Uuid,
  number: z.string(),
  topic: TopicCode,
  state: StateCode,
  title: z.string(),
  openedAt: InstantMs,
  pledgeAt: InstantMs,
  answeredAt: InstantMs.nullable(),
})
const Mine = Line.extend({
  thread: z.array(TicketMessage),
  rating: z.number().int().nullable(),
  version: z.number().int(),
})
const one = { params: z.object({ id: Uuid }) }
export const myTickets = route('GET', '/citizen/questions', 'citizen', '我问过的问题', {
  reply: z.object({ items: z.array(Line) }),
})
export const myTicket = route('GET', '/citizen/questions/:id', 'citizen', '一个问题和它的答复', { ...one, reply: Mine })
export const rateTicket = route('POST', '/citizen/questions/:id/rating', 'citizen', '评价答复', {
  ...one,
  body: z.object({ stars: z.number().int().min(1).max(5), note: text(500, '说明').default('') }),
})
/** 没答到点子上，再问: goes back to the pool with what was added. */
export const askAgain = route('POST', '/citizen/questions/:id/again', 'citizen', '没说清楚，再问', {
  ...one,
  body: z.object({ text: needed(2000, '要补充的') }),
  reply: z.object({ pledgeAt: InstantMs }),
})

const DeskLine = Line.extend({
  urgent: z.boolean(),
  takenByName: z.string().nullable(),
  mine: z.boolean(),
  light: z.enum(['green', 'amber', 'red', 'off']),
  rating: z.number().int().nullable(),
})
export const deskTickets = route('GET', '/desk/questions', 'staff', '问题单：先到期的在前', {
  query: z.object({
    show: z.enum(['waiting', 'mine', 'answered']).default('waiting'),
    topic: TopicCode.optional(),
    cursor: z.string().max(80).optional(),
  }),
  reply: page(DeskLine).extend({
    counts: z.object({ waiting: z.number().int(), late: z.number().int(), mine: z.number().int() }),
  }),
})
const TicketEvent = z.object({
  type: z.enum(['opened', 'taken', 'released', 'answered', 'returned', 'rated', 'flagged', 'closed']),
  actorName: z.string(),
  at: InstantMs,
  note: z.string(),
})
export const deskTicket = route('GET', '/desk/questions/:id', 'staff', '一张问题单', {
  ...one,
  reply: DeskLine.extend({
    thread: z.array(TicketMessage),
    events: z.array(TicketEvent),
    version: z.number().int(),
    mayTake: z.boolean(),
    mayAnswer: z.boolean(),
  }),
})
export const takeTicket = route('POST', '/desk/questions/:id/take', 'staff', '我来答', {
  ...one,
  reply: z.object({ version: z.number().int() }),
})
export const releaseTicket = route('POST', '/desk/questions/:id/release', 'staff', '放回去给别人', {
  ...one,
  body: z.object({ reason: needed(200, '原因') }),
  reply: z.object({ version: z.number().int() }),
})
export const answerTicket = route('POST', '/desk/questions/:id/answer', 'staff', '答复', {
  ...one,
  body: z.object({ version: z.number().int(), text: needed(4000, '答复'), articles: z.array(PickedArticle).max(10) }),
  reply: z.object({ version: z.number().int() }),
  idempotent: true,
})
/** What the search finds for a question, to pick from. */
export const searchArticles = route('GET', '/desk/questions/articles', 'staff', '给答复找法条', {
  query: z.object({ q: needed(300, '要找的'), on: Day.optional() }),
  reply: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        key: z.string(),
        law: z.string(),
        number: z.string(),
        path: z.string(),
        text: z.string(),
        inForceFrom: Day.nullable(),
      }),
    ),
    preparing: z.boolean().describe('新内容还没有排进检索'),
  }),
})
/** A good exchange as a draft of a guide: somebody else reviews it like any other. */
export const ticketToGuide = route(
  'POST',
  '/desk/questions/:id/guide',
  'staff',
  '做成办事指南草稿（先去掉个人信息，由别人审核）',
  {
    ...one,
    body: z.object({
      name: z.string().regex(/^[a-z0-9-]{2,60}$/, '用小写字母、数字和短横'),
      title: needed(60, '标题'),
    }),
    reply: z.object({ slug: z.string(), version: z.number().int() }),
  },
)
