import { PLACE_KINDS } from '@fatong/casework/vocabulary.ts'
import type { DayHours } from '@fatong/law/calendar/office-hours.ts'
import { SERVICES } from '@fatong/network/coverage/vocabulary.ts'
import { writeExceptions, type Exceptions } from '@fatong/network/import/exceptions-text.ts'
import { writeHours } from '@fatong/network/import/hours-text.ts'
import type { PLACE_HEADINGS } from '@fatong/network/import/places.ts'
import type { VILLAGE_HEADINGS } from '@fatong/network/import/villages.ts'
import type { StoredVillage } from '../../db/stores/network.ts'
import type { StoredPlace } from '../../db/stores/places.ts'
import { servicesOf } from './tiers.ts'

type Cells<H extends string> = Record<H, string>
const degrees = ({
  lon,
  lat,
  crs,
  approximate,
}: Pick<StoredPlace, 'lon' | 'lat' | 'crs' | 'approximate'>): Cells<'经度' | '纬度' | '坐标系' | '大概位置'> =>
  lon === null || lat === null
    ? { 经度: '', 纬度: '', 坐标系: '', 大概位置: '' }
    : { 经度: String(lon), 纬度: String(lat), 坐标系: crs ?? '', 大概位置: approximate ? '是' : '否' }

/** A place as the line of the table that the import reads. */
export function placeCells(
  one: StoredPlace,
  codeOf: ReadonlyMap<string, string>,
): Cells<(typeof PLACE_HEADINGS)[number]> {
  return {
    编码: one.code,
    名称: one.name,
    类型: PLACE_KINDS[one.kind],
    上级编码: one.parentId === null ? '' : (codeOf.get(one.parentId) ?? ''),
    管理单位编码: one.managedBy ? (codeOf.get(one.managedBy) ?? '') : '',
    地址: one.address ?? '',
    电话: one.phone ?? '',
    ...degrees(one),
    公开: one.public ? '是' : '否',
    在用: one.active ? '是' : '否',
    服务: Array.isArray(one.services)
      ? servicesOf(one)
          .map((service) => SERVICES[service].words)
          .join('、')
      : '',
    设备: Array.isArray(one.equipment) ? one.equipment.join('、') : '',
    开放时间: Array.isArray(one.hours) ? writeHours(one.hours as DayHours[]) : '',
    节假日: one.openOnHolidays === true ? '开' : '不开',
    个别日子: Array.isArray(one.exceptions) ? writeExceptions(one.exceptions as Exceptions) : '',
  }
}

export const villageCells = (one: StoredVillage): Cells<(typeof VILLAGE_HEADINGS)[number]> => ({
  编码: one.code,
  名称: one.name,
  乡镇编码: one.townCode,
  ...degrees(one),
  '18岁以下': String(one.child),
  '18到59岁': String(one.adult),
  '60到79岁': String(one.elder),
  '80岁以上': String(one.oldest),
  来源: one.source,
})

export interface Change {
  code: string
  name: string
  what: 'added' | 'changed' | 'same'
  values: { field: string; before: string; after: string }[]
}

/** What the public sees of a place; whoever confirms an import has to see these first. */
export const SEEN_OUTSIDE: readonly string[] = ['公开', '在用', '电话', '地址']

/** What becomes of one line, with what stood there and what will. Of a new one: what the public will see of it. */
export function changeOf(
  before: Readonly<Record<string, string>> | undefined,
  after: Readonly<Record<string, string>>,
): Change {
  const values = Object.entries(after).flatMap(([field, value]) => {
    const was = before?.[field] ?? ''
    return was === value || (!before && !SEEN_OUTSIDE.includes(field)) ? [] : [{ field, before: was, after: value }]
  })
  return {
    code: after['编码'] ?? '',
    name: after['名称'] ?? '',
    what: !before ? 'added' : values.length > 0 ? 'changed' : 'same',
    values,
  }
}
