import { z } from 'zod'
import { route } from '../route.ts'
import { InstantMs, Uuid, needed, text } from '../values.ts'

/** 请人回电: numbers of the team are never shown; whoever is asked calls back. */
export const CallbackState = z.enum(['open', 'done', 'withdrawn'])
const id = z.object({ id: Uuid })
export const MyCallback = z.object({
  id: z.string(),
  number: z.string(),
  placeName: z.string(),
  text: z.string(),
  state: CallbackState,
  note: z.string().nullable(),
  askedAt: InstantMs,
})
export type MyCallback = z.infer<typeof MyCallback>
export const askCallback = route('POST', '/citizen/callbacks', 'citizen', '请服务点的人给我回电话（看不到对方号码）', {
  body: z.object({ placeId: Uuid, text: needed(200, '要问的事') }),
  reply: MyCallback,
})
export const myCallbacks = route('GET', '/citizen/callbacks', 'citizen', '我请人回的电话', {
  reply: z.object({ items: z.array(MyCallback) }),
})
export const withdrawCallback = route('POST', '/citizen/callbacks/:id/withdraw', 'citizen', '不用回电了', {
  params: id,
  reply: z.object({ ok: z.literal(true) }),
})

/** Who is to be called, for those who call: written in the access log. */
export const DeskCallback = MyCallback.extend({
  /** of the team, where one was asked for */ member: z.string().nullable(),
  caller: z.string(),
  callerPhone: z.string().nullable(),
  /** a colleague asks, not a citizen */ colleague: z.boolean(),
  late: z.boolean(),
  doneBy: z.string().nullable(),
})
export const deskCallbacks = route('GET', '/desk/callbacks', 'staff', '等回电的人', {
  query: z.object({ show: z.enum(['open', 'done']).default('open') }),
  reply: z.object({ items: z.array(DeskCallback) }),
})
export const settleCallback = route('POST', '/desk/callbacks/:id/done', 'staff', '已经回电', {
  params: id,
  body: z.object({ note: text(200, '说了什么').default('') }),
  reply: z.object({ ok: z.literal(true) }),
})
export const askMember = route(
  'POST',
  '/desk/team/:id/message',
  'staff',
  '给队伍里的人捎话、请他回电（看不到他的号码）',
  {
    params: id,
    body: z.object({ text: needed(200, '捎什么话') }),
    reply: z.object({ /** how it reaches the person */ by: z.enum(['phone', 'inbox', 'station']) }),
  },
)
