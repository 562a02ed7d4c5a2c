import { z } from 'zod'
import { route } from '../route.ts'
import { InstantMs, Uuid, needed, text } from '../values.ts'
import { VideoRoom, VideoUrl } from './video.ts'

export const HANDOVER_KINDS = { intake: '收转法律援助申请', mediation: '纠纷调解', homeVisit: '上门服务', video: '远程视频接待', advice: '请上级答疑', other: '其他事项' } as const
export type HandoverKind = keyof typeof HANDOVER_KINDS
const Kind = z.enum(Object.keys(HANDOVER_KINDS) as [HandoverKind, ...HandoverKind[]])
export const HandoverState = z.enum(['sent', 'taken', 'done', 'returned'])
export const HandoverStep = z.object({ at: InstantMs, by: z.string(), what: z.enum(['sent', 'taken', 'done', 'returned', 'escalated']), note: z.string() })
export const HandoverView = z.object({
  id: z.string(), number: z.string(), kind: Kind, title: z.string(), text: z.string(), state: HandoverState, version: z.number(), fromPlace: z.string(), fromName: z.string(), toPlace: z.string(), toName: z.string(),
  dueAt: InstantMs, late: z.boolean(), escalatedTo: z.string().nullable(), escalatedAt: InstantMs.nullable(), caseId: z.string().nullable(), /** when both meet by video, and where */ meetAt: InstantMs.nullable(), video: VideoRoom.nullable(), /** of the other side, should the picture fail */ phone: z.string().nullable(), steps: z.array(HandoverStep), createdAt: InstantMs,
  /** what the reader may do with it */
  may: z.array(z.enum(['take', 'finish', 'return'])),
})
export type HandoverView = z.infer<typeof HandoverView>
const id = z.object({ id: Uuid })

export const handovers = route('GET', '/desk/handovers', 'staff', '上下联动：转来和转出的事项', {
  query: z.object({ show: z.enum(['in', 'out', 'done']).default('in') }),
  reply: z.object({ /** the district has video rooms of its own */ ownRooms: z.boolean(), items: z.array(HandoverView), counts: z.object({ in: z.number(), late: z.number() }), own: z.array(z.object({ id: z.string(), name: z.string() })), targets: z.array(z.object({ id: z.string(), name: z.string(), kindText: z.string() })) }),
})
export const sendHandover = route('POST', '/desk/handovers', 'staff', '转一件事给上级或下级', {
  body: z.object({
    fromPlace: Uuid, toPlace: Uuid, kind: Kind, title: needed(60, '事由'), text: needed(2000, '具体情况'), caseId: Uuid.nullable().default(null),
    /** somewhere both can meet by video, where the district has no rooms of its own */
    videoUrl: VideoUrl.nullable().default(null), /** when; needed for a talk by video */ meetAt: InstantMs.nullable().default(null),
    hours: z.number().int().min(1).max(240).default(24),
  }),
  reply: HandoverView, idempotent: true,
})
export const stepHandover = route('POST', '/desk/handovers/:id/:step', 'staff', '接收、办结或退回', {
  params: id.extend({ step: z.enum(['take', 'finish', 'return']) }), body: z.object({ note: text(500, '说明').default(''), version: z.number().int() }), reply: HandoverView,
})

/** What a point did in a month; nobody's name is in it. */
export const activity = route('GET', '/desk/network/activity', 'staff', '各服务点每月办了多少事', {
  query: z.object({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份写成 2026-11 的样子').optional() }),
  reply: z.object({ month: z.string(), items: z.array(z.object({ placeId: z.string(), name: z.string(), kindText: z.string(), applications: z.number(), helped: z.number(), booked: z.number(), came: z.number(), missed: z.number(), handedIn: z.number(), handedOut: z.number(), lateHandovers: z.number(), dutyHours: z.number() })) }),
})
