import { mayBeHeldAt } from '@fatong/casework/role-places.ts'
import { ROLES } from '@fatong/casework/vocabulary.ts'
import { said } from '@fatong/casework/audit-words.ts'
import type { z } from 'zod'
import type { saveStaff as route, StaffEntry } from '@fatong/contract/desk/administration.ts'
import { addDays, localDateOf } from '@fatong/law/calendar/dates.ts'
import { auditEntry } from '../audit-entry.ts'
import { accessOf, type StaffCaller } from '../caller.ts'
import type { BodyOf } from '@fatong/contract/route.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { districtId } from './add-staff.ts'
import { administers } from './may.ts'
import { relativesRead, withSealedRelatives } from './relatives.ts'
import { staffEntries } from './staff-entry.ts'

/** Changes an account and its roles; open sessions follow within two seconds. */
export async function saveStaff(
  parts: Parts,
  caller: StaffCaller,
  { params, body }: InputOf<typeof route>,
): Promise<Outcome<z.infer<typeof StaffEntry>>> {
  const right = administers(caller, 'people')
  if (!right.ok) return right
  const access = accessOf(right.staff)
  const now = parts.clock.now()
  const today = localDateOf(now)
  const before = await parts.stores.staff.find(access, params.id, today)
  if (!before) return failed('notFound')
  const orgId = body.orgId ?? (await districtId(parts))
  const places = new Map((await parts.stores.places.all()).map((place) => [place.id, place]))
  const fields = problems(right.staff, params.id, body)
  if (orgId === undefined || !places.has(orgId)) fields.orgId = '没有这个单位'
  if (body.roles.some(({ placeId }) => !places.has(placeId))) fields.roles = '岗位所在的机构不存在'
  const misplaced = body.roles.find(({ role, placeId }) => !mayBeHeldAt(role, places.get(placeId)?.kind ?? 'center'))
  if (misplaced)
    fields.roles = `“${ROLES[misplaced.role]}”只能设在法律援助中心或司法局：站点收转、初审，审查、决定和指派由法律援助机构做（法律援助法第十二条、第四十三条）`
  if (orgId === undefined || Object.keys(fields).length > 0) return failed('malformed', { fields })

  const roleText = body.roles.map(({ role, placeId }) =>
    said(`${ROLES[role]}（${places.get(placeId)?.name ?? placeId}）`),
  )
  const { phone, ...change } = body
  const sealedPhone = phone
    ? { phoneEnc: parts.crypto.encrypt('staff.phone', phone), phoneBidx: parts.crypto.blindIndex('phone', phone) }
    : {}
  const entry = auditEntry(parts, caller, {
    action: 'administer',
    subjectKind: 'staff',
    subjectId: params.id,
    fields: ['name', 'active', 'org', 'profile', ...(body.phone ? ['phone' as const] : []), ...roleText],
  })
  await parts.stores.staff.save(
    access,
    { id: params.id, ...change, profile: withSealedRelatives(parts, body.profile), ...sealedPhone, orgId },
    today,
    addDays(today, -1),
    right.staff.staffId,
    now,
    entry,
  )
  parts.sessions.forget()
  const account = await parts.stores.staff.find(access, params.id, today, (read) => relativesRead(parts, caller, read))
  const [staff] = account ? await staffEntries(parts, [account]) : []
  return staff ? done(staff) : failed('notFound')
}

/** Papers print both, so what cannot be a number is not kept. Lawyers' licences have 17 digits; those of legal workers differ by place. */
const LICENCE = /^(\d{8,20})?$/
const OFFICE_PHONE = /^([\d+][\d\s()（）转-]{5,29})?$/
const fits = (pattern: RegExp, value: unknown): boolean => typeof value === 'string' && pattern.test(value.trim())

/** Near relatives by name alone (CF-2): what they are to whom nobody has to know. */
const areNames = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length <= 30 &&
  value.every((one) => typeof one === 'string' && one.trim() !== '' && one.length <= 30)

/** Nobody saws off the branch they sit on: the last way back would be the database itself. */
function problems(self: StaffCaller, id: string, body: BodyOf<typeof route>): Record<string, string> {
  const fields: Record<string, string> = {}
  if (JSON.stringify(body.profile).length > 10_000) fields.profile = '内容太长'
  const { licence, officePhone, relatives } = body.profile
  if (licence !== undefined && !fits(LICENCE, licence))
    fields['profile.licence'] = '执业证号是一串数字（律师是 17 位），请对照执业证核对；不知道就空着'
  if (officePhone !== undefined && !fits(OFFICE_PHONE, officePhone))
    fields['profile.officePhone'] = '电话写成 0931-1234567 或 11 位手机号的样子'
  if (relatives !== undefined && !areNames(relatives))
    fields['profile.relatives'] = '一行一个姓名，每个不超过 30 个字，最多 30 人'
  if (id !== self.staffId) return fields
  if (!body.active) fields.active = '不能停用自己的账号，请让另一位管理员来做'
  if (!body.roles.some(({ role }) => role === 'administrator'))
    fields.roles = '不能去掉自己的管理员岗位，请让另一位管理员来做'
  return fields
}
