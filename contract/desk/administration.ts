import { z } from 'zod'
import { PLACE_KINDS, type PlaceKind } from '@fatong/casework/vocabulary.ts'
import { route } from '../route.ts'
import { CrsCode, ServiceCode } from '../network/shapes.ts'
import { Cursor, Day, InstantMs, PersonName, Phone, RoleCode, Uuid, needed, page, text } from '../values.ts'

const PlaceKindCode = z.enum(Object.keys(PLACE_KINDS) as [PlaceKind, ...PlaceKind[]])
export const Hours = z
  .array(
    z.array(z.object({ open: z.number().int().min(0).max(1440), close: z.number().int().min(0).max(1440) })).max(4),
  )
  .length(7)
export const Place = z.object({
  id: Uuid,
  code: z.string(),
  name: z.string(),
  kind: PlaceKindCode,
  parentId: Uuid.nullable(),
  /** who manages it beside what it belongs to: its people reach it too. Absent: stays as it is */
  managedBy: Uuid.nullable().optional(),
  address: z.string(),
  phone: z.string().nullable(),
  lon: z.number().nullable(),
  lat: z.number().nullable(),
  /** null where nobody said it: it has to be said with a position */
  crs: CrsCode.nullable(),
  approximate: z.boolean(),
  public: z.boolean(),
  hours: Hours.nullable(),
  active: z.boolean(),
  /** null or absent: what is usual at such a place */
  services: z.array(ServiceCode).nullable().optional(),
  equipment: z.array(text(30, '设备')).max(30).optional(),
  /** single days with other hours; none means closed */
  exceptions: z
    .array(
      z.object({
        date: Day,
        hours: z
          .array(z.object({ open: z.number().int().min(0).max(1440), close: z.number().int().min(0).max(1440) }))
          .max(4),
        reason: needed(60, '原因'),
      }),
    )
    .max(100)
    .optional(),
  /** its hours hold on public holidays too, as at a terminal that never closes */
  openOnHolidays: z.boolean().optional(),
})
export const StaffEntry = z.object({
  id: Uuid,
  login: z.string(),
  name: PersonName,
  active: z.boolean(),
  phoneMasked: z.string().nullable(),
  orgId: Uuid.nullable(),
  orgName: z.string().nullable(),
  secondFactor: z.boolean(),
  lockedUntil: InstantMs.nullable(),
  roles: z.array(z.object({ role: RoleCode, placeId: Uuid, placeName: z.string() })),
  profile: z.record(z.string(), z.unknown()),
})
const id = z.object({ id: Uuid })
/** Booked visits that nobody receives any more because of what was saved. */
const lost = z.number().int()
export const places = route('GET', '/desk/admin/places', 'staff', '机构和服务点', {
  reply: z.object({ items: z.array(Place) }),
})
export const savePlace = route('PUT', '/desk/admin/places/:id', 'staff', '保存服务点', {
  params: id,
  body: Place.omit({ id: true }).extend({
    /** whoever was asked to look at the position again has done so: it did move, or was wrong before */
    confirmMove: z.boolean().optional(),
  }),
  reply: Place.extend({ lost }),
})
export const staff = route('GET', '/desk/admin/staff', 'staff', '人员', {
  query: z.object({ q: z.string().max(60).optional(), cursor: Cursor }),
  reply: page(StaffEntry),
})
export const addStaff = route('POST', '/desk/admin/staff', 'staff', '新增人员（给出一次性初始密码）', {
  body: z.object({
    login: z
      .string()
      .trim()
      .regex(/^[a-z][a-z0-9._-]{2,39}$/, '账号用小写字母开头，3 到 40 位字母数字'),
    name: PersonName,
    phone: Phone.optional(),
    orgId: Uuid.nullable(),
  }),
  reply: z.object({ staff: StaffEntry, initialPassword: z.string() }),
  idempotent: true,
})
export const saveStaff = route('PUT', '/desk/admin/staff/:id', 'staff', '修改人员和岗位', {
  params: id,
  body: z.object({
    name: PersonName,
    /** absent: the one kept stays */ phone: Phone.optional(),
    active: z.boolean(),
    orgId: Uuid.nullable(),
    roles: z.array(z.object({ role: RoleCode, placeId: Uuid })).max(30),
    profile: z.record(z.string(), z.unknown()),
  }),
  reply: StaffEntry,
})
export const resetPassword = route('POST', '/desk/admin/staff/:id/password', 'staff', '重置密码并退出其全部设备', {
  params: id,
  reply: z.object({ initialPassword: z.string() }),
  idempotent: true,
})

export const HolidayTableView = z.object({
  year: z.number().int(),
  source: z.string(),
  holidays: z.array(Day),
  makeUpWorkdays: z.array(Day),
})
export const calendar = route('GET', '/desk/admin/calendar', 'staff', '节假日表', {
  reply: z.object({ tables: z.array(HolidayTableView), unknownFrom: z.string() }),
})
export const importHolidays = route(
  'POST',
  '/desk/admin/calendar/import',
  'staff',
  '导入放假通知（先看结果，再确认）',
  {
    body: z.object({ notice: z.string().max(20_000), confirm: z.boolean() }),
    reply: z.object({ table: HolidayTableView.nullable(), problems: z.array(z.string()), saved: z.boolean(), lost }),
  },
)
export const ParameterView = z.object({
  key: z.string(),
  label: z.string(),
  value: z.union([z.string(), z.number(), z.boolean()]),
  from: Day,
  to: Day.nullable(),
  source: z.string(),
  level: z.string(),
})
export const parameters = route('GET', '/desk/admin/parameters', 'staff', '地方参数（带生效日和来源）', {
  reply: z.object({ items: z.array(ParameterView) }),
})
export const tryParameter = route('POST', '/desk/admin/parameters/replay', 'staff', '发布前试算：哪些申请的结论会变', {
  body: z.object({ change: ParameterView.omit({ label: true, to: true }) }),
  reply: z.object({
    replayed: z.number(),
    changed: z.array(z.object({ number: z.string(), before: z.string(), after: z.string(), why: z.string() })),
    problems: z.array(z.string()),
    token: z.string(),
  }),
})
export const releaseParameter = route('POST', '/desk/admin/parameters', 'staff', '发布参数（要带试算凭据）', {
  body: z.object({
    change: ParameterView.omit({ label: true, to: true }),
    token: z.string(),
    why: needed(500, '理由'),
  }),
  reply: z.object({ items: z.array(ParameterView) }),
  idempotent: true,
})
export const Settings = z.object({
  agencyShort: text(20, '机关代字'),
  cutOffMinutes: z.number().int().min(0).max(1440),
  supplementDays: z.number().int().min(1).max(60),
  /** by what candidates are ordered (network/assignment); people decide all the same */ assignmentPolicy: z
    .enum(['precise', 'named', 'rota'])
    .default('precise'),
  retention: z.record(z.string(), z.number().int().min(1)),
  officeHours: Hours,
})
export const settings = route('GET', '/desk/admin/settings', 'staff', '设置', { reply: Settings })
export const saveSettings = route('PUT', '/desk/admin/settings', 'staff', '保存设置', {
  body: Settings,
  reply: Settings.extend({ lost }),
})
export const TemplateView = z.object({
  kind: z.string(),
  title: z.string(),
  version: z.number().int(),
  custom: z.boolean(),
  updatedAt: InstantMs.nullable(),
})
export const templates = route('GET', '/desk/admin/templates', 'staff', '文书模板', {
  reply: z.object({ items: z.array(TemplateView) }),
})
export const downloadTemplate = route('GET', '/desk/admin/templates/:kind', 'staff', '下载模板（Word）', {
  params: z.object({ kind: z.string().max(40) }),
  produces: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
})
export const uploadTemplate = route('POST', '/desk/admin/templates/:kind', 'staff', '上传改好的模板', {
  params: z.object({ kind: z.string().max(40) }),
  consumes: 'application/octet-stream',
  reply: z.object({ ok: z.boolean(), problems: z.array(z.string()) }),
})
export const simulatedSms = route('GET', '/desk/simulated-sms', 'staff', '模拟短信（只在样例模式有）', {
  reply: z.object({ items: z.array(z.object({ id: z.string(), to: z.string(), text: z.string(), at: InstantMs })) }),
})
export const AuditLine = z.object({
  at: InstantMs,
  actor: z.string(),
  action: z.string(),
  subject: z.string(),
  caseNumber: z.string().nullable(),
  fields: z.array(z.string()),
  why: z.string().nullable(),
})
export const audit = route('GET', '/desk/admin/audit', 'staff', '访问和变更日志', {
  query: z.object({ caseNumber: z.string().max(40).optional(), cursor: Cursor }),
  reply: page(AuditLine),
})
export const DeadLetter = z.object({
  id: z.string(),
  channel: z.string(),
  attempts: z.number(),
  lastError: z.string(),
  at: InstantMs,
  caseNumber: z.string().nullable(),
})
export const deadLetters = route('GET', '/desk/admin/dead-letters', 'staff', '没送到的通知', {
  reply: z.object({ items: z.array(DeadLetter) }),
})
export const retryDeadLetter = route('POST', '/desk/admin/dead-letters/:id/retry', 'staff', '重发', {
  params: z.object({ id: z.string().max(60) }),
})
