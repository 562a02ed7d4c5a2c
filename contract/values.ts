import { z } from 'zod'
import {
  MATERIAL_KINDS,
  PROXY_RELATIONS,
  ROLES,
  STATUSES,
  type MaterialKind,
  type ProxyRelation,
  type Role,
  type Status,
} from '@fatong/casework/vocabulary.ts'
import { parseDate } from '@fatong/law/calendar/dates.ts'

const keys = <K extends string>(table: Record<K, unknown>) => Object.keys(table) as [K, ...K[]]

export const Uuid = z.uuid({ error: '编号不对，请从列表重新打开' })
/** epoch milliseconds */
export const InstantMs = z.number().int()
/** YYYY-MM-DD in Asia/Shanghai; a day that the calendar has (and the database too, which knows no year 0). */
export const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, '日期写成 2026-11-23 的样子')
  .refine((day) => parseDate(day) !== undefined && day >= '0001', '日历上没有这一天，请核对')
export const StatusCode = z.enum(keys<Status>(STATUSES))
export const RoleCode = z.enum(keys<Role>(ROLES))
export const MaterialKindCode = z.enum(keys<MaterialKind>(MATERIAL_KINDS))
export const ProxyRelationCode = z.enum(keys<ProxyRelation>(PROXY_RELATIONS))

/** Text a person typed: trimmed, control characters refused, length in characters. */
export const text = (max: number, label: string) =>
  z
    .string()
    .trim()
    .max(max, `${label}最多 ${max} 个字，请写短一点`)
    .refine(
      (s) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(s),
      `${label}里有看不见的特殊字符，请重新输入`,
    )
export const needed = (max: number, label: string) => text(max, label).min(1, `请填写${label}`)

export const PersonName = needed(50, '姓名')
export const Phone = z
  .string()
  .trim()
  .regex(/^1[3-9]\d{9}$/, '手机号是 11 位数字，请核对')
export const SmsCode = z
  .string()
  .trim()
  .regex(/^\d{6}$/, '验证码是 6 位数字')

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
/** Checks birthday and check digit of GB 11643 (居民身份证号码). A right check digit does not make 30 February a birthday. */
export function idNumberIsValid(id: string): boolean {
  if (!/^\d{17}[\dX]$/.test(id)) return false
  const born = parseDate(`${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`)
  // nobody who lives was born earlier
  if (born === undefined || born < '1900') return false
  const sum = weights.reduce((n, w, i) => n + w * Number(id[i]), 0)
  return '10X98765432'[sum % 11] === id[17]
}
export const IdNumber = z.string().trim().toUpperCase().refine(idNumberIsValid, '身份证号不对，请对照身份证再看一遍')

export const Cursor = z.string().max(200).optional()
export const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() })

export const MaterialView = z.object({
  id: z.string(),
  kind: MaterialKindCode,
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number(),
  addedAt: InstantMs,
})
export const DocumentView = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  number: z.string(),
  issuedAt: InstantMs,
})

/** Companies that belong together with an opponent: 总公司, 分公司, another company of the same owner. */
export const Affiliates = z.array(needed(100, '关联公司的名称')).max(10, '关联公司最多写 10 家')
