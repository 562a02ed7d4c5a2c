import { said } from '@fatong/casework/audit-words.ts'
import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { PLACE_KINDS, type PlaceKind } from '@fatong/casework/vocabulary.ts'
import type { exportTable as exportRoute, importTable as importRoute } from '@fatong/contract/network/tables.ts'
import { SERVICES } from '@fatong/network/coverage/vocabulary.ts'
import { parseCrs, toWgs84 } from '@fatong/network/geo/crs.ts'
import type { LngLat } from '@fatong/network/geo/position.ts'
import { writeHours } from '@fatong/network/import/hours-text.ts'
import { checkPlaces, PLACE_HEADINGS, type ImportedPlace } from '@fatong/network/import/places.ts'
import type { Fault, Table } from '@fatong/network/import/table.ts'
import { checkVillages, VILLAGE_HEADINGS, type ImportedVillage } from '@fatong/network/import/villages.ts'
import type { DayHours } from '@fatong/law/calendar/office-hours.ts'
import type { StoredVillage } from '../../db/stores/network.ts'
import type { StoredPlace } from '../../db/stores/places.ts'
import type { ServedFile } from '../../files/serving.ts'
import { administers } from '../administration/may.ts'
import { liesBelow } from '../administration/place-view.ts'
import { auditEntry } from '../audit-entry.ts'
import { accessOf, type Caller } from '../caller.ts'
import type { InputOf, UploadOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { forgetWays } from '../casework/ways-to-case.ts'
import { forgetDirectory } from '../places/directory.ts'
import { wholeBody } from '../whole-body.ts'
import { positionOf, servicesOf } from './tiers.ts'

type Report = z.infer<typeof importRoute.reply>
const MOST_BYTES = 8_000_000
const SHOWN_FAULTS = 200
const SHOWN_CHANGES = 50
/** A district is smaller than this (metres). */
const FURTHEST = 150_000

/** Looks at a table, says line by line what is wrong, and takes all of it or nothing. */
export async function importTable(parts: Parts, caller: Caller, { params, query, body }: UploadOf<typeof importRoute>): Promise<Outcome<Report>> {
  const right = administers(caller, 'places')
  if (!right.ok) { body.resume(); return right }
  const bytes = await wholeBody(body, MOST_BYTES)
  if (!bytes) return failed('fileTooLarge')
  const read = await parts.tables.read(bytes)
  const state = await stateOf(parts)
  const checked = read.table ? await checkedBy(params.kind, read.table, state) : { faults: [], changes: [], save: undefined }
  const faults = [...read.faults, ...checked.faults]
  const { changes } = checked
  const counts = { added: changes.filter(({ what }) => what === 'added').length, changed: changes.filter(({ what }) => what === 'changed').length, same: changes.filter(({ what }) => what === 'same').length }
  const report: Report = {
    lines: read.table?.rows.length ?? 0, faults: faults.slice(0, SHOWN_FAULTS), more: Math.max(0, faults.length - SHOWN_FAULTS), remarks: read.remarks, ...(faults.length > 0 ? { added: 0, changed: 0, same: 0 } : counts),
    sample: faults.length > 0 ? [] : changes.flatMap(({ what, code, name, fields }) => (what === 'same' ? [] : [{ what, code, name, fields }])).slice(0, SHOWN_CHANGES), imported: false,
  }
  if (faults.length > 0 || query.confirm === 'no' || !checked.save || counts.added + counts.changed === 0) return done(report)
  const audit = auditEntry(parts, caller, { action: 'administer', subjectKind: params.kind === 'places' ? 'place' : 'village', subjectId: 'import', fields: [said(`新增 ${counts.added} 条`), said(`修改 ${counts.changed} 条`)] })
  await checked.save(parts, right.staff, audit)
  parts.law.refresh()
  parts.sessions.forget()
  forgetDirectory(parts)
  forgetWays(parts)
  return done({ ...report, imported: true })
}

/** The same numbers again make an approximate position no better. */
const stillApproximate = (before: StoredPlace | StoredVillage | undefined, { lng, lat, crs }: { lng: number; lat: number; crs: string }): boolean =>
  before?.approximate === true && before.lon === lng && before.lat === lat && parseCrs(before.crs ?? '') === crs

interface Change { code: string; name: string; what: 'added' | 'changed' | 'same'; fields: string[] }
interface Looked { faults: Fault[]; changes: Change[]; save: ((parts: Parts, staff: Parameters<typeof accessOf>[0], audit: ReturnType<typeof auditEntry>) => Promise<void>) | undefined }
interface State { places: StoredPlace[]; villages: StoredVillage[] }
export const stateOf = async ({ stores }: Parts): Promise<State> => ({ places: await stores.places.all(), villages: await stores.network.villages() })

export function neighbourhoodOf({ places, villages }: State): { around: LngLat[]; metres: number } {
  return { around: [...places, ...villages].flatMap((one) => positionOf(one) ?? []), metres: FURTHEST }
}
/** What was surveyed before; an approximate position says nothing against another one. */
const surveyed = (rows: readonly (StoredPlace | StoredVillage)[]): Map<string, LngLat> =>
  new Map(rows.flatMap((row): [string, LngLat][] => { const at = row.approximate ? undefined : positionOf(row); return at ? [[row.code, at]] : [] }))

async function checkedBy(kind: 'places' | 'villages', table: Table, state: State): Promise<Looked> {
  return kind === 'villages' ? lookedAtVillages(table, state) : lookedAtPlaces(table, state)
}

function lookedAtVillages(table: Table, state: State): Looked {
  const towns = new Set(state.places.filter((place) => place.kind === 'station').map(({ code }) => code))
  const { rows, faults } = checkVillages(table, { neighbourhood: neighbourhoodOf(state), known: surveyed(state.villages), towns })
  const before = new Map(state.villages.map((one) => [one.code, one]))
  const after = rows.map((row) => villageRow(row, before.get(row.code)))
  return {
    faults, changes: after.map((row) => changeOf(before.get(row.code), row)),
    save: async ({ stores }, staff, audit) => { await stores.network.saveVillages(accessOf(staff), after, audit) },
  }
}
const villageRow = ({ code, name, townCode, lng, lat, crs, people, source }: ImportedVillage, before: StoredVillage | undefined): StoredVillage => ({ code, name, townCode, lon: lng, lat, crs, approximate: stillApproximate(before, { lng, lat, crs }), ...people, source: source === '' ? (before?.source ?? '导入') : source })

function changeOf(before: object | undefined, after: { code: string; name: string } & object): Change {
  const fields = before ? Object.entries(after).filter(([name, value]) => JSON.stringify((before as Record<string, unknown>)[name] ?? null) !== JSON.stringify(value ?? null)).map(([name]) => WORDS[name] ?? name) : []
  return { code: after.code, name: after.name, what: !before ? 'added' : fields.length > 0 ? 'changed' : 'same', fields }
}
const WORDS: Readonly<Record<string, string>> = {
  name: '名称', townCode: '乡镇编码', lon: '经度', lat: '纬度', crs: '坐标系', approximate: '是不是大概位置', child: '18岁以下', adult: '18到59岁', elder: '60到79岁', oldest: '80岁以上', source: '来源',
  kind: '类型', parentId: '上级', address: '地址', phone: '电话', public: '公开', active: '在用', services: '服务', equipment: '设备', hours: '开放时间', openOnHolidays: '节假日',
}

function lookedAtPlaces(table: Table, state: State): Looked {
  const kinds = new Map(Object.entries(PLACE_KINDS).map(([kind, words]) => [words as string, kind]))
  const { rows, faults } = checkPlaces(table, { neighbourhood: neighbourhoodOf(state), known: surveyed(state.places), kinds, codes: new Set(state.places.map(({ code }) => code)) })
  const before = new Map(state.places.map((one) => [one.code, one]))
  const ids = new Map([...state.places.map(({ code, id }) => [code, id] as const), ...rows.filter(({ code }) => !before.has(code)).map(({ code }) => [code, randomUUID()] as const)])
  const after = rows.map((row) => placeRow(row, before.get(row.code), ids))
  const all = [...state.places.filter(({ id }) => !after.some((one) => one.id === id)), ...after]
  const lineOf = new Map(table.rows.map(({ line, cells }) => [cells['编码'] ?? '', line]))
  const circles = after.filter((one) => liesBelow(all, one.parentId, one.id)).map(({ code }) => ({ line: lineOf.get(code) ?? 0, column: '上级编码', says: '上级绕了一圈又回到自己。请核对上级编码' }))
  return {
    faults: [...faults, ...circles], changes: after.map((row) => changeOf(before.get(row.code), row)),
    save: async ({ stores }, staff, audit) => { await stores.places.saveAll(accessOf(staff), after, audit) },
  }
}
function placeRow(row: ImportedPlace, before: StoredPlace | undefined, ids: ReadonlyMap<string, string>): StoredPlace {
  const { position } = row
  return {
    id: ids.get(row.code)!, code: row.code, name: row.name, kind: row.kind as PlaceKind, parentId: ids.get(row.parentCode) ?? null, address: row.address, phone: row.phone,
    lon: position?.lng ?? before?.lon ?? null, lat: position?.lat ?? before?.lat ?? null, crs: position?.crs ?? before?.crs ?? null, approximate: position ? stillApproximate(before, position) : (before?.approximate ?? false), public: row.public, active: row.active,
    hours: row.hours ?? before?.hours ?? null, services: row.services ?? before?.services ?? null, equipment: row.equipment ?? before?.equipment ?? null, exceptions: before?.exceptions ?? null, openOnHolidays: row.openOnHolidays ?? before?.openOnHolidays ?? false,
  }
}

const EXAMPLES = {
  villages: ['620171101204', '芦井水村（示例，请删去这一行）', '620171101', '103.662', '36.552', 'WGS84', '120', '400', '90', '12', '乡镇报表'],
  places: ['620171101', '中川镇公共法律服务工作站（示例，请删去这一行）', PLACE_KINDS.station, '620171-center', '中川镇政府一楼', '0931-1234567', '103.662', '36.552', 'WGS84', '是', '是', '法律咨询、人民调解', '高拍仪、打印机', '周一至周五 08:30-12:00、14:00-18:00', '不开'],
} as const

/** What is there, in the columns that the import reads; positions of places behind walls only for whoever administers. */
export async function exportTable(parts: Parts, caller: Caller, { params, query }: InputOf<typeof exportRoute>): Promise<Outcome<ServedFile>> {
  const right = administers(caller, 'places')
  if (!right.ok) return right
  const headings = params.kind === 'villages' ? VILLAGE_HEADINGS : PLACE_HEADINGS
  const { places, villages } = await stateOf(parts)
  const codeOf = new Map(places.map(({ id, code }) => [id, code]))
  const degrees = (one: { lon: number | null; lat: number | null; crs: string | null }): string[] => (one.lon === null || one.lat === null ? ['', '', ''] : params.format === 'geojson' ? Object.values(geo(one.lon, one.lat, one.crs)) : [String(one.lon), String(one.lat), one.crs ?? 'WGS84'])
  const rows = query.template === 'yes' ? [[...EXAMPLES[params.kind]]] : params.kind === 'villages'
    ? villages.map((one) => [one.code, one.name, one.townCode, ...degrees(one), String(one.child), String(one.adult), String(one.elder), String(one.oldest), one.source])
    : places.map((one) => [
        one.code, one.name, PLACE_KINDS[one.kind], one.parentId === null ? '' : (codeOf.get(one.parentId) ?? ''), one.address ?? '', one.phone ?? '', ...degrees(one), one.public ? '是' : '否', one.active ? '是' : '否',
        Array.isArray(one.services) ? servicesOf(one).map((service) => SERVICES[service].words).join('、') : '', Array.isArray(one.equipment) ? one.equipment.join('、') : '', Array.isArray(one.hours) ? writeHours(one.hours as DayHours[]) : '', one.openOnHolidays === true ? '开' : '不开',
      ])
  const { file, mediaType } = await parts.tables.write(params.format, headings, rows)
  const name = `${params.kind === 'villages' ? '村和人口' : '服务点'}${query.template === 'yes' ? '模板' : ''}.${params.format}`
  return done({ file, mediaType, headers: { 'X-Content-Type-Options': 'nosniff', 'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}` } })
}
/** GeoJSON is WGS84 by its standard. */
function geo(lng: number, lat: number, crs: string | null): { lng: string; lat: string; crs: string } {
  const at = toWgs84({ lng, lat, crs: parseCrs(crs ?? 'WGS84') ?? 'WGS84' })
  return { lng: String(at.lng), lat: String(at.lat), crs: 'WGS84' }
}
