import { z } from 'zod'
import { route } from '../route.ts'
import { Day, InstantMs, Uuid, needed, text } from '../values.ts'
import { Reply, TopicCode } from './answer.ts'

/** Taken as typed, whatever it is: what is too long or unreadable gets a plain reply, not an error. */
const Words = z.string().max(200_000)
export const Message = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('says'), text: Words }),
  z.object({ kind: z.literal('answers'), fact: z.string().max(80), value: z.string().max(80) }),
  z.object({ kind: z.literal('day'), day: z.union([Day, z.literal('dontKnow')]) }),
  z.object({ kind: z.literal('checksEligibility') }),
])
const Session = z.object({ id: Uuid, secret: z.string(), expiresAt: InstantMs })
/** `turn` names what was asked, for feedback and flags; absent where nothing was searched or answered.
 * `question` is what the reply answers: after a button it is the question before, not the word on the button. */
const Replied = z.object({
  reply: Reply,
  question: z.string(),
  turn: Uuid.nullable(),
  turnsLeft: z.number().int(),
  /** a language model may put the answer into simpler words: ask for it separately */ rephrasable: z.boolean(),
})
const one = { params: z.object({ id: Uuid }) }

/** The secret is given once; later calls send it in the header X-Draft-Secret. */
export const ask = route('POST', '/consultation', 'anyone', '问一个问题', {
  body: z.object({
    message: Message,
    channel: z.enum(['web', 'kiosk', 'desk', 'wechat']).default('web'),
    /** what was asked may help the search learn, without personal data */ learns: z.boolean().default(false),
  }),
  reply: Replied.extend({ session: Session }),
})
export const goOn = route('POST', '/consultation/:id/messages', 'draft', '接着问、回答追问', {
  ...one,
  body: z.object({ message: Message }),
  reply: Replied,
})

const Summary = z.object({
  said: z.string(),
  kind: z.enum(['answer', 'article', 'noSource', 'redirect', 'asked', 'aid']),
  sources: z.array(z.string()),
})
const Talk = z.object({
  id: Uuid,
  topic: TopicCode.nullable(),
  turns: z.array(Summary),
  last: Reply.nullable(),
  /** what `last` answers */ question: z.string(),
  expiresAt: InstantMs,
})
export const readConsultation = route('GET', '/consultation/:id', 'draft', '取回这次咨询', { ...one, reply: Talk })
export const rephraseAnswer = route(
  'POST',
  '/consultation/:id/rephrase',
  'draft',
  '请语言模型把最后的答复说得更好懂（没有配置或没通过核对时为空）',
  {
    ...one,
    reply: z.object({ text: z.string().nullable() }),
  },
)
export const endConsultation = route('DELETE', '/consultation/:id', 'draft', '删除这次咨询', one)

export const handOver = route('POST', '/consultation/:id/code', 'draft', '生成接续码，换个手机或机器接着问', {
  ...one,
  reply: z.object({ code: z.string(), url: z.string(), qrSvg: z.string(), until: InstantMs }),
})
/** The device that gave the code is signed out of the consultation. */
export const takeOver = route('POST', '/consultation/continue', 'anyone', '用接续码接着问', {
  body: z.object({ code: needed(20, '接续码') }),
  reply: Talk.extend({ session: Session }),
})
export const attachToDraft = route('POST', '/consultation/:id/attach', 'draft', '把这次咨询放进申请草稿', {
  ...one,
  body: z.object({ draftId: Uuid, draftSecret: z.string().max(200), version: z.number().int() }),
  reply: z.object({ version: z.number().int() }),
})
export const giveFeedback = route('POST', '/consultation/:id/turns/:turn/feedback', 'draft', '有没有用、点开了哪一条', {
  params: z.object({ id: Uuid, turn: Uuid }),
  body: z.object({ helpful: z.boolean().optional(), openedArticle: text(120, '法条编号').optional() }),
})

/** Consultations begun or taken over while signed in; they open without a secret then. */
export const myConsultations = route('GET', '/citizen/consultations', 'citizen', '我的咨询', {
  reply: z.object({
    items: z.array(
      z.object({
        id: Uuid,
        topic: TopicCode.nullable(),
        title: z.string(),
        turns: z.number().int(),
        updatedAt: InstantMs,
        expiresAt: InstantMs,
      }),
    ),
  }),
})

export const FLAG_REASONS = {
  wrong: '说得不对',
  outdated: '法条过时了',
  notMine: '答非所问',
  unclear: '看不懂',
  harmful: '会害人',
} as const
export const flagAnswer = route('POST', '/consultation/flags', 'anyone', '说这个答复有问题', {
  body: z.object({
    subjectKind: z.enum(['turn', 'guide', 'article', 'case', 'ticket']),
    subject: needed(200, '哪个答复'),
    reason: z.enum(Object.keys(FLAG_REASONS) as [keyof typeof FLAG_REASONS, ...(keyof typeof FLAG_REASONS)[]]),
    note: text(500, '说明').default(''),
  }),
})
