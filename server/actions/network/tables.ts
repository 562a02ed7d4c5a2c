import { said } from '@fatong/casework/audit-words.ts'
import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { PLACE_KINDS, type PlaceKind } from '@fatong/casework/vocabulary.ts'
import type { exportTable as exportRoute, importTable as importRoute } from '@fatong/contract/network/tables.ts'
import { parseCrs } from '@fatong/network/geo/crs.ts'
import { metresBetween } from '@fatong/network/geo/distance.ts'
import type { ReadPosition } from '@fatong/network/import/cells.ts'
import { checkPlaces, PLACE_HEADINGS, type ImportedPlace } from '@fatong/network/import/places.ts'
import type { Fault, Table } from '@fatong/network/import/table.ts'
import { checkVillages, VILLAGE_HEADINGS, type ImportedVillage } from '@fatong/network/import/villages.ts'
import type { StoredVillage } from '../../db/stores/network.ts'
import type { StoredPlace } from '../../db/stores/places.ts'
import type { ServedFile } from '../../files/serving.ts'
import { administers } from '../administration/may.ts'
import { liesBelow } from '../administration/place-view.ts'
import { auditEntry } from '../audit-entry.ts'
import { accessOf, type StaffCaller } from '../caller.ts'
import type { InputOf, UploadOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { forgetWays } from '../casework/ways-to-case.ts'
import { forgetDirectory } from '../places/directory.ts'
import { wholeBody } from '../whole-body.ts'
import { knownPositions, neighbourhoodOf, onTheMap, type OnTheMap } from './known-positions.ts'
import { changeOf, placeCells, SEEN_OUTSIDE, villageCells, type Change } from './table-cells.ts'
import { isHidden, positionOf } from './tiers.ts'
import { countingLost } from './unmet.ts'

type Report = z.infer<typeof importRoute.reply>
const MOST_BYTES = 8_000_000
const SHOWN_FAULTS = 200
const SHOWN_CHANGES = 500

/** Looks at a table, says line by line what is wrong, and takes all of it or nothing. */
export async function importTable(
  parts: Parts,
  caller: StaffCaller,
  { params, query, body }: UploadOf<typeof importRoute>,
): Promise<Outcome<Report>> {
  const right = administers(caller, 'places')
  if (!right.ok) {
    body.resume()
    return right
  }
  const bytes = await wholeBody(body, MOST_BYTES)
  if (!bytes) return failed('fileTooLarge')
  const read = await parts.tables.read(bytes)
  const state = await onTheMap(parts)
  const checked: Looked = !read.table
    ? { faults: [], remarks: [], changes: [], save: undefined }
    : params.kind === 'villages'
      ? lookedAtVillages(read.table, state)
      : lookedAtPlaces(read.table, state)
  const faults = [...read.faults, ...checked.faults]
  const { changes } = checked
  const counts = {
    added: changes.filter(({ what }) => what === 'added').length,
    changed: changes.filter(({ what }) => what === 'changed').length,
    same: changes.filter(({ what }) => what === 'same').length,
  }
  const outside = ({ values }: Change): number => (values.some(({ field }) => SEEN_OUTSIDE.includes(field)) ? 0 : 1)
  const shown =
    faults.length > 0
      ? []
      : changes
          .flatMap(({ what, ...rest }) => (what === 'same' ? [] : [{ what, ...rest }]))
          .sort((a, b) => outside(a) - outside(b))
  const report: Report = {
    lines: read.table?.rows.length ?? 0,
    faults: faults.slice(0, SHOWN_FAULTS),
    more: Math.max(0, faults.length - SHOWN_FAULTS),
    remarks: [...read.remarks, ...(faults.length > 0 ? [] : checked.remarks)],
    ...(faults.length > 0 ? { added: 0, changed: 0, same: 0 } : counts),
    sample: shown.slice(0, SHOWN_CHANGES),
    moreChanges: Math.max(0, shown.length - SHOWN_CHANGES),
    imported: false,
    lost: 0,
  }
  if (faults.length > 0 || query.confirm === 'no' || !checked.save || counts.added + counts.changed === 0)
    return done(report)
  const audit = auditEntry(parts, caller, {
    action: 'administer',
    subjectKind: params.kind === 'places' ? 'place' : 'village',
    subjectId: 'import',
    fields: [said(`新增 ${counts.added} 条`), said(`修改 ${counts.changed} 条`)],
  })
  const { save } = checked
  const { lost } = await countingLost(parts, async () => {
    await save(parts, right.staff, audit)
    parts.law.refresh()
  })
  parts.sessions.forget()
  forgetDirectory(parts)
  forgetWays(parts)
  return done({ ...report, imported: true, lost })
}

/** Where the table does not say: the same numbers again make an approximate position no better. */
const stillApproximate = (before: StoredPlace | StoredVillage | undefined, { lng, lat, crs }: ReadPosition): boolean =>
  before?.approximate === true && before.lon === lng && before.lat === lat && parseCrs(before.crs ?? '') === crs

interface Looked {
  faults: Fault[]
  remarks: string[]
  changes: Change[]
  save:
    | ((parts: Parts, staff: Parameters<typeof accessOf>[0], audit: ReturnType<typeof auditEntry>) => Promise<void>)
    | undefined
}

function lookedAtVillages(table: Table, { places, villages }: OnTheMap): Looked {
  const towns = new Set(places.filter((place) => place.kind === 'station').map(({ code }) => code))
  const { rows, faults } = checkVillages(table, {
    neighbourhood: neighbourhoodOf({ places, villages }),
    known: knownPositions(villages),
    towns,
  })
  const before = new Map(villages.map((one) => [one.code, one]))
  const after = rows.map((row) => villageRow(row, before.get(row.code)))
  const cells = (one: StoredVillage | undefined) => (one ? villageCells(one) : undefined)
  return {
    faults,
    remarks: declaredAnew(after, before),
    changes: after.map((row) => changeOf(cells(before.get(row.code)), cells(row)!)),
    save: async ({ stores }, staff, audit) => {
      await stores.network.saveVillages(accessOf(staff), after, audit)
    },
  }
}
const villageRow = (
  { code, name, townCode, lng, lat, crs, approximate, people, source }: ImportedVillage,
  before: StoredVillage | undefined,
): StoredVillage => ({
  code,
  name,
  townCode,
  lon: lng,
  lat,
  crs,
  approximate: approximate ?? stillApproximate(before, { lng, lat, crs }),
  ...people,
  source: source === '' ? (before?.source ?? '导入') : source,
})

function lookedAtPlaces(table: Table, { places, villages }: OnTheMap): Looked {
  const kinds = new Map(Object.entries(PLACE_KINDS).map(([kind, words]) => [words as string, kind]))
  const { rows, faults } = checkPlaces(table, {
    neighbourhood: neighbourhoodOf({ places, villages }),
    known: knownPositions(places),
    kinds,
    codes: new Set(places.map(({ code }) => code)),
  })
  const before = new Map(places.map((one) => [one.code, one]))
  const ids = new Map([
    ...places.map(({ code, id }) => [code, id] as const),
    ...rows.filter(({ code }) => !before.has(code)).map(({ code }) => [code, randomUUID()] as const),
  ])
  const after = rows.map((row) => placeRow(row, before.get(row.code), ids))
  const all = [...places.filter(({ id }) => !after.some((one) => one.id === id)), ...after]
  const lineOf = new Map(table.rows.map(({ line, cells }) => [cells['编码'] ?? '', line]))
  const allById = new Map(all.map((one) => [one.id, one]))
  const circles = after.flatMap(({ id, code, parentId, managedBy }) => {
    const line = lineOf.get(code) ?? 0
    if (liesBelow(allById, parentId, id))
      return [{ line, column: '上级编码', says: '上级绕了一圈又回到自己。请核对上级编码' }]
    return liesBelow(allById, managedBy, id)
      ? [{ line, column: '管理单位编码', says: '管理单位绕了一圈又回到自己。请核对管理单位编码' }]
      : []
  })
  const codeOf = new Map([...ids].map(([code, id]) => [id, code]))
  const cells = (one: StoredPlace | undefined) => (one ? placeCells(one, codeOf) : undefined)
  const unsaid = after.filter((_, at) => !before.has(rows[at]!.code) && rows[at]!.public === null)
  return {
    faults: [...faults, ...circles],
    changes: after.map((row) => changeOf(cells(before.get(row.code)), cells(row)!)),
    remarks: [
      ...declaredAnew(after, before),
      ...managedAnew(after, before),
      ...(unsaid.length === 0
        ? []
        : [`新增的点里有 ${unsaid.length} 个没有写“公开”：${shownOrNot(unsaid)}。要改请在“公开”一列写“是”或“否”`]),
    ],
    save: async ({ stores }, staff, audit) => {
      await stores.places.saveAll(accessOf(staff), after, audit)
    },
  }
}
const shownOrNot = (rows: readonly StoredPlace[]): string => {
  const [shown, not] = [rows.filter((one) => one.public).length, rows.filter((one) => !one.public).length]
  return [
    ...(shown > 0 ? [`${shown} 个会让群众看到`] : []),
    ...(not > 0 ? [`${not} 个在监狱、看守所里，不让群众看到`] : []),
  ].join('，')
}

/** Who manages a place decides who reaches it: that is said before it is done. */
function managedAnew(after: readonly StoredPlace[], before: ReadonlyMap<string, StoredPlace>): string[] {
  const anew = after.filter((one) => (one.managedBy ?? null) !== (before.get(one.code)?.managedBy ?? null))
  return anew.length === 0
    ? []
    : [
        `有 ${anew.length} 行改了“管理单位编码”：确认以后，管理单位和它上面各级的人能按自己的岗位看、办那里的案件和来访，换下来的不再能`,
      ]
}
/** Whoever puts right what system numbers are of moves places without touching the numbers: that is said before it is done. */
function declaredAnew(
  after: readonly (StoredPlace | StoredVillage)[],
  before: ReadonlyMap<string, StoredPlace | StoredVillage>,
): string[] {
  const anew = after
    .flatMap((one) => {
      const was = before.get(one.code)
      return was && was.lon === one.lon && was.lat === one.lat && was.crs !== one.crs ? [metresApart(was, one)] : []
    })
    .filter((metres) => metres > 1)
  return anew.length === 0
    ? []
    : [
        `有 ${anew.length} 行经纬度没动、只改了“坐标系”：确认以后，这些位置最多会移动 ${Math.round(Math.max(...anew))} 米。原来的坐标系没有录错就不要确认`,
      ]
}
function metresApart(a: StoredPlace | StoredVillage, b: StoredPlace | StoredVillage): number {
  const [from, to] = [positionOf(a), positionOf(b)]
  return from && to ? metresBetween(from, to) : 0
}

function placeRow(row: ImportedPlace, before: StoredPlace | undefined, ids: ReadonlyMap<string, string>): StoredPlace {
  const { position } = row
  const kind = row.kind as PlaceKind
  return {
    id: ids.get(row.code)!,
    code: row.code,
    name: row.name,
    kind,
    parentId: ids.get(row.parentCode) ?? null,
    managedBy: row.managerCode === null ? (before?.managedBy ?? null) : (ids.get(row.managerCode) ?? null),
    address: row.address ?? before?.address ?? '',
    phone: row.phone === '' ? null : (row.phone ?? before?.phone ?? null),
    lon: position?.lng ?? before?.lon ?? null,
    lat: position?.lat ?? before?.lat ?? null,
    crs: position?.crs ?? before?.crs ?? null,
    approximate: row.approximate ?? (position ? stillApproximate(before, position) : (before?.approximate ?? false)),
    public: row.public ?? (before && (before.kind === kind || !isHidden(kind)) ? before.public : !isHidden(kind)),
    active: row.active ?? before?.active ?? true,
    hours: row.hours ?? before?.hours ?? null,
    services: row.services ?? before?.services ?? null,
    equipment: row.equipment ?? before?.equipment ?? null,
    exceptions: row.exceptions ?? before?.exceptions ?? null,
    openOnHolidays: row.openOnHolidays ?? before?.openOnHolidays ?? false,
  }
}

const EXAMPLES = {
  villages: [
    '620171101204',
    '芦井水村（示例，请删去这一行）',
    '620171101',
    '103.662',
    '36.552',
    'WGS84',
    '否',
    '120',
    '400',
    '90',
    '12',
    '乡镇报表',
  ],
  places: [
    '620171101',
    '中川镇公共法律服务工作站（示例，请删去这一行）',
    PLACE_KINDS.station,
    '620171-center',
    '',
    '中川镇政府一楼',
    '0931-1234567',
    '103.662',
    '36.552',
    'WGS84',
    '否',
    '是',
    '是',
    '法律咨询、人民调解',
    '高拍仪、打印机',
    '周一至周五 08:30-12:00、14:00-18:00',
    '不开',
    '2026-10-12 不开（停电）；2026-10-13 09:00-12:00（培训）',
  ],
} as const

/** What is there, in the columns that the import reads; positions of places behind walls only for whoever administers. */
export async function exportTable(
  parts: Parts,
  caller: StaffCaller,
  { params, query }: InputOf<typeof exportRoute>,
): Promise<Outcome<ServedFile>> {
  const right = administers(caller, 'places')
  if (!right.ok) return right
  const headings = params.kind === 'villages' ? VILLAGE_HEADINGS : PLACE_HEADINGS
  const { places, villages } = await onTheMap(parts)
  const codeOf = new Map(places.map(({ id, code }) => [id, code]))
  const at = <T extends StoredPlace | StoredVillage>(one: T): T => (params.format === 'geojson' ? inWgs84(one) : one)
  const rows =
    query.template === 'yes'
      ? [[...EXAMPLES[params.kind]]]
      : params.kind === 'villages'
        ? villages.map((one) => {
            const cells = villageCells(at(one))
            return VILLAGE_HEADINGS.map((heading) => cells[heading])
          })
        : places.map((one) => {
            const cells = placeCells(at(one), codeOf)
            return PLACE_HEADINGS.map((heading) => cells[heading])
          })
  const { file, mediaType } = await parts.tables.write(params.format, headings, rows)
  const name = `${params.kind === 'villages' ? '村和人口' : '服务点'}${query.template === 'yes' ? '模板' : ''}.${params.format}`
  return done({
    file,
    mediaType,
    headers: {
      'X-Content-Type-Options': 'nosniff',
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  })
}
/** GeoJSON is WGS84 by its standard. */
function inWgs84<T extends StoredPlace | StoredVillage>(one: T): T {
  const at = positionOf(one)
  return at ? { ...one, lon: at.lng, lat: at.lat, crs: 'WGS84' } : one
}
