import { z } from 'zod'
import type { Role } from '@fatong/casework/vocabulary.ts'
import { route } from '../route.ts'
import { InstantMs, Uuid, needed, text } from '../values.ts'
import { VideoRoom, VideoUrl } from './video.ts'

export const HANDOVER_KINDS = {
  intake: '收转法律援助申请',
  mediation: '纠纷调解',
  homeVisit: '上门服务',
  video: '远程视频接待',
  advice: '请上级答疑',
  other: '其他事项',
} as const
export type HandoverKind = keyof typeof HANDOVER_KINDS
/** Who hands matters up and down, and is told when one comes (配套联动). */
export const HANDOVER_ROLES: readonly Role[] = ['clerk', 'director', 'stationStaff', 'legalLiaison', 'bureauOfficer']
/** 工作日 for which something is usually done once it is taken up (设计); whoever takes it may name others. */
export const FINISH_DAYS: Record<HandoverKind, number> = {
  intake: 1,
  mediation: 20,
  homeVisit: 5,
  video: 1,
  advice: 3,
  other: 5,
}
/** In open hours of the office, or in days on which it opens. */
export const Limit = z.object({ unit: z.enum(['hour', 'day']), amount: z.number().int().min(1).max(60) })
const Kind = z.enum(Object.keys(HANDOVER_KINDS) as [HandoverKind, ...HandoverKind[]])
export const HandoverState = z.enum(['sent', 'taken', 'done', 'returned'])
export const HandoverStep = z.object({
  at: InstantMs,
  by: z.string(),
  what: z.enum(['sent', 'taken', 'done', 'returned', 'escalated']),
  note: z.string(),
})
export const HandoverView = z.object({
  id: z.string(),
  number: z.string(),
  kind: Kind,
  title: z.string(),
  text: z.string(),
  state: HandoverState,
  version: z.number(),
  fromPlace: z.string(),
  fromName: z.string(),
  toPlace: z.string(),
  toName: z.string(),
  /** what runs out next: to be taken up, or to be done; null when it is over. Amber on the last day, red when it is past. */
  due: z
    .object({ at: InstantMs, what: z.enum(['take', 'finish']), light: z.enum(['green', 'amber', 'red']) })
    .nullable(),
  escalatedTo: z.string().nullable(),
  escalatedAt: InstantMs.nullable(),
  /** the case it is about, for those who may open it */ caseFile: z
    .object({ id: z.string(), number: z.string() })
    .nullable(),
  /** it is about a case that the reader may not open */ caseClosed: z.boolean(),
  /** when both meet by video, and where */ meetAt: InstantMs.nullable(),
  video: VideoRoom.nullable(),
  /** of the other side, should the picture fail */ phone: z.string().nullable(),
  steps: z.array(HandoverStep),
  createdAt: InstantMs,
  /** what the reader may do with it */
  may: z.array(z.enum(['take', 'finish', 'return'])),
})
export type HandoverView = z.infer<typeof HandoverView>
const id = z.object({ id: Uuid })

export const handovers = route('GET', '/desk/handovers', 'staff', '上下联动：转来和转出的事项', {
  query: z.object({
    /** `below`: open between places below, with no part of one's own */ show: z
      .enum(['in', 'out', 'below', 'done'])
      .default('in'),
  }),
  reply: z.object({
    items: z.array(HandoverView),
    counts: z.object({ in: z.number(), late: z.number(), below: z.number(), belowLate: z.number() }),
  }),
})
const Named = z.object({ id: z.string(), name: z.string() })
export const handoverPlaces = route('GET', '/desk/handovers/places', 'staff', '可以从哪里转、转给哪里', {
  query: z.object({ caseId: Uuid.optional() }),
  reply: z.object({
    /** the district has video rooms of its own */ ownRooms: z.boolean(),
    own: z.array(Named),
    targets: z.array(
      Named.extend({
        kindText: z.string(),
        /** whoever takes matters up there may open the case asked about */ opensCase: z.boolean(),
      }),
    ),
  }),
})
export const sendHandover = route('POST', '/desk/handovers', 'staff', '转一件事给上级或下级', {
  body: z.object({
    fromPlace: Uuid,
    toPlace: Uuid,
    kind: Kind,
    title: needed(60, '事由'),
    text: needed(2000, '具体情况'),
    caseId: Uuid.nullable().default(null),
    /** somewhere both can meet by video, where the district has no rooms of its own */
    videoUrl: VideoUrl.nullable().default(null),
    /** when; needed for a talk by video */ meetAt: InstantMs.nullable().default(null),
    /** by when it is to be taken up */ within: Limit.default({ unit: 'day', amount: 1 }),
  }),
  reply: HandoverView,
  idempotent: true,
})
export const stepHandover = route('POST', '/desk/handovers/:id/:step', 'staff', '接收、办结或退回', {
  params: id.extend({ step: z.enum(['take', 'finish', 'return']) }),
  body: z.object({
    note: text(500, '说明').default(''),
    version: z.number().int(),
    /** 工作日, with `take`; what is usual for the kind when absent */ finishDays: z
      .number()
      .int()
      .min(1)
      .max(60)
      .optional(),
  }),
  reply: HandoverView,
})

/** What a point did in a month; nobody's name is in it. */
export const activity = route('GET', '/desk/network/activity', 'staff', '各服务点每月办了多少事', {
  query: z.object({
    month: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份写成 2026-11 的样子')
      .optional(),
  }),
  reply: z.object({
    month: z.string(),
    items: z.array(
      z.object({
        placeId: z.string(),
        name: z.string(),
        kindText: z.string(),
        applications: z.number(),
        helped: z.number(),
        booked: z.number(),
        came: z.number(),
        missed: z.number(),
        /** 服务记录, times and people */ served: z.number(),
        servedPeople: z.number(),
        /** questions to a person */ answered: z.number(),
        calledBack: z.number(),
        notCalledBack: z.number(),
        handedIn: z.number(),
        handedOut: z.number(),
        /** sent here and reported upwards */ lateHandovers: z.number(),
        /** up to now */ dutyHours: z.number(),
      }),
    ),
  }),
})
