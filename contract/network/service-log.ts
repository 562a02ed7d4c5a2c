import { z } from 'zod'
import { HELPED_NAMES, SERVICE_RESULT_NAMES, SERVICE_WORK_NAMES } from '@fatong/network/team/vocabulary.ts'
import { route } from '../route.ts'
import { Day, InstantMs, Uuid, needed, text } from '../values.ts'
import { TableFault } from './tables.ts'

export { HELPED, SERVICE_RESULTS, SERVICE_WORK } from '@fatong/network/team/vocabulary.ts'
const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份写成 2026-11 的样子')

/** One time somebody was helped. Whom by kind only: names and numbers do not belong here. */
export const ServiceEntryBody = z.object({
  memberId: Uuid,
  placeId: Uuid,
  day: Day,
  at: needed(60, '地点'),
  work: z.enum(SERVICE_WORK_NAMES),
  helped: z.enum(HELPED_NAMES),
  people: z.number().int('请填整数').min(1, '至少 1 人').max(100_000),
  matter: needed(60, '什么事'),
  minutes: z.number().int('请填整数').min(1, '至少 1 分钟').max(1440, '一次不超过 24 小时'),
  result: z.enum(SERVICE_RESULT_NAMES),
  note: text(300, '备注').default(''),
})
export const ServiceView = ServiceEntryBody.extend({
  id: z.string(),
  member: z.string(),
  placeName: z.string(),
  by: z.string(),
  enteredAt: InstantMs,
  struck: z.string().nullable(),
  /** the reader may strike it out */ mine: z.boolean(),
})
export type ServiceView = z.infer<typeof ServiceView>
export const ServiceFiguresView = z.object({
  memberId: z.string(),
  member: z.string(),
  kindText: z.string(),
  placeName: z.string(),
  times: z.number(),
  minutes: z.number(),
  people: z.number(),
  lectures: z.number(),
  quarterLectures: z.number(),
  /** what is missing, in words */ gaps: z.array(z.string()),
})
export const serviceLog = route('GET', '/desk/service-log', 'staff', '服务记录：一个月里谁做了什么，还差什么', {
  query: z.object({ month: Month.optional(), memberId: Uuid.optional() }),
  reply: z.object({
    month: z.string(),
    items: z.array(ServiceView),
    figures: z.array(ServiceFiguresView),
    /** the month is not over: gaps are not told yet */ running: z.boolean(),
    /** what is expected of a 村（居）法律顾问: hours a month, lectures a quarter */
    duty: z.object({ hours: z.number(), lectures: z.number() }),
    /** whose services the reader may put down, and where */
    people: z.array(z.object({ id: z.string(), name: z.string(), placeId: z.string(), placeName: z.string() })),
    places: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
})
export const addService = route('PUT', '/desk/service-log/:id', 'staff', '记一次服务', {
  params: z.object({ id: Uuid }),
  body: ServiceEntryBody,
  reply: z.object({ ok: z.literal(true) }),
})
export const strikeService = route('POST', '/desk/service-log/:id/strike', 'staff', '划掉一条记错的', {
  params: z.object({ id: Uuid }),
  body: z.object({ reason: needed(100, '原因') }),
  reply: z.object({ ok: z.literal(true) }),
})
export const importServices = route(
  'POST',
  '/desk/service-log/import',
  'staff',
  '导入服务记录（CSV、Excel）：先看结果，再确认',
  {
    query: z.object({ confirm: z.enum(['yes', 'no']).default('no') }),
    consumes: 'application/octet-stream',
    reply: z.object({
      lines: z.number(),
      faults: z.array(TableFault),
      more: z.number(),
      remarks: z.array(z.string()),
      added: z.number(),
      same: z.number(),
      imported: z.boolean(),
    }),
  },
)
export const exportServices = route('GET', '/desk/service-log/export/:format', 'staff', '导出服务记录', {
  params: z.object({ format: z.enum(['csv', 'xlsx']) }),
  query: z.object({ month: Month.optional(), template: z.enum(['yes', 'no']).default('no') }),
  produces: '*/*',
})
