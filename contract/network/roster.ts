import { z } from 'zod'
import { route } from '../route.ts'
import { Day, PersonName, Phone, Uuid, needed, text } from '../values.ts'
import { ServiceCode } from './shapes.ts'

export const MEMBER_KINDS = {
  lawyer: '律师',
  grassrootsLegalWorker: '基层法律服务工作者',
  adviser: '村（居）法律顾问',
  liaison: '法律明白人',
  justiceStaff: '司法所人员',
  mediator: '人民调解员',
  volunteer: '志愿者',
} as const
export type MemberKind = keyof typeof MEMBER_KINDS
const MemberKindCode = z.enum(Object.keys(MEMBER_KINDS) as [MemberKind, ...MemberKind[]])

export const Qualification = z.object({ name: needed(60, '证书名称'), number: text(60, '证号'), until: Day.nullable() })
export const Training = z.object({ on: Day, topic: needed(100, '培训内容'), hours: z.number().min(0).max(200) })
export const MemberEntry = z.object({
  name: PersonName,
  kind: MemberKindCode,
  placeId: Uuid,
  gender: z.enum(['female', 'male']).nullable(),
  languages: z.array(needed(20, '语言')).max(10),
  specialties: z.array(needed(30, '专长')).max(20),
  qualifications: z.array(Qualification).max(20),
  training: z.array(Training).max(200),
  active: z.boolean(),
  /** absent: stays as it is */
  phone: Phone.optional(),
})
export const Leave = z.object({ id: z.string(), from: Day, to: Day, reason: z.string() })
/** The number itself is never shown; `reachable` says that there is one. */
export const MemberView = MemberEntry.omit({ phone: true }).extend({
  id: z.string(),
  placeName: z.string(),
  reachable: z.boolean(),
  /** a qualification that has run out or will within 30 days */ expiring: z.array(z.string()),
  lines: z.number(),
  /** days away, from today on */ leave: z.array(Leave),
})
export type MemberView = z.infer<typeof MemberView>
const id = z.object({ id: Uuid })
/** Booked visits that nobody receives any more because of what was saved. */
const lost = z.number().int()

export const team = route('GET', '/desk/team', 'staff', '服务队伍：律师、法律顾问、法律明白人、调解员、志愿者', {
  query: z.object({
    q: z.string().trim().max(40).optional(),
    kind: MemberKindCode.optional(),
    placeId: Uuid.optional(),
    /** people of this place come first, then those of the places above it */ near: Uuid.optional(),
    /** those who have left are left out */ active: z.literal('yes').optional(),
  }),
  reply: z.object({ items: z.array(MemberView), total: z.number() }),
})
export const saveMember = route('PUT', '/desk/team/:id', 'staff', '登记或修改队伍人员', {
  params: id,
  body: MemberEntry,
  reply: MemberView.extend({ lost }),
})

export const addLeave = route('POST', '/desk/team/:id/leave', 'staff', '登记请假：那几天的班空出来，也不再派案', {
  params: id,
  body: z
    .object({ from: Day, to: Day, reason: needed(100, '原因') })
    .refine(({ from, to }) => from <= to, { path: ['to'], message: '结束日期不能早于开始日期' }),
  reply: Leave.extend({ lost }),
})
export const removeLeave = route('DELETE', '/desk/team/:id/leave/:leave', 'staff', '销假', {
  params: id.extend({ leave: Uuid }),
  reply: z.object({ ok: z.literal(true) }),
})

const Minute = z.number().int().min(0).max(1440)
export const LineEntry = z
  .object({
    placeId: Uuid,
    memberId: Uuid,
    kind: z.enum(['duty', 'visit']),
    services: z.array(ServiceCode).min(1, '至少选一项服务'),
    weekday: z.number().int().min(1).max(7),
    from: Minute,
    to: Minute,
    validFrom: Day,
    validTo: Day.nullable(),
  })
  .refine(({ from, to }) => from < to, { path: ['to'], message: '结束时间要晚于开始时间' })
/** One person at one place on one day: as the pattern says, or as somebody changed it. */
export const Shift = z.object({
  lineId: z.string(),
  day: Day,
  from: z.number(),
  to: z.number(),
  kind: z.enum(['duty', 'visit']),
  services: z.array(ServiceCode),
  placeId: z.string(),
  placeName: z.string(),
  memberId: z.string(),
  member: z.string(),
  coverId: z.string().nullable(),
  cover: z.string().nullable(),
  away: z.boolean(),
  reason: z.string(),
  /** why it does not hold together: away without cover, twice at once, closed that day, no longer in the team */
  trouble: z.array(z.enum(['away', 'clash', 'closed', 'inactive'])),
})
export type Shift = z.infer<typeof Shift>
export const roster = route('GET', '/desk/roster', 'staff', '值班表：一周', {
  query: z.object({ week: Day.optional(), placeId: Uuid.optional() }),
  reply: z.object({
    monday: Day,
    shifts: z.array(Shift),
    /** open with nobody there */ gaps: z.array(
      z.object({ day: Day, placeId: z.string(), placeName: z.string(), from: z.number(), to: z.number() }),
    ),
    /** weekend days of the week that are worked for a holiday (调休上班), with the village offices that serve by a roster and have none on that day */
    worked: z.array(z.object({ day: Day, empty: z.array(z.object({ placeId: z.string(), placeName: z.string() })) })),
    editable: z.array(z.string()),
  }),
})
export const saveLine = route('PUT', '/desk/roster/lines/:id', 'staff', '保存一条固定值班', {
  params: id,
  body: LineEntry,
  reply: z.object({ ok: z.literal(true), lost }),
})
export const endLine = route('POST', '/desk/roster/lines/:id/end', 'staff', '结束一条固定值班', {
  params: id,
  body: z.object({ lastDay: Day }),
  reply: z.object({ ok: z.literal(true), lost }),
})
export const changeShift = route('PUT', '/desk/roster/lines/:id/days/:day', 'staff', '某一天请假、替班或换班', {
  params: z.object({ id: Uuid, day: Day }),
  body: z.object({ change: z.object({ coverId: Uuid.nullable(), reason: needed(100, '原因') }).nullable() }),
  reply: z.object({ ok: z.literal(true), lost }),
})
