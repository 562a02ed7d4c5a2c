import { localDate } from '@fatong/law/calendar/dates.ts'
import { ROLES, type PlaceKind } from '@fatong/casework/vocabulary.ts'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Parts } from '../actions/parts.ts'
import { SYSTEM } from '../db/access.ts'
import { withAccess } from '../db/postgres.ts'
import { place } from '../db/schema/places.ts'
import { roleAssignment, staff } from '../db/schema/staff.ts'
import { sampleCredentials, writeSampleAccounts } from '../identity/sample/accounts.ts'
import { playSampleCases } from './play.ts'
import { SECOND_FACTOR_ROLES } from '../identity/totp/roles.ts'
import { SAMPLE_ORGANISATIONS, SAMPLE_STAFF } from './staff.ts'

interface Town { code: string; name: string; lon: number; lat: number; villages: { code: string; name: string; lon: number; lat: number }[] }
const { towns, crs } = JSON.parse(readFileSync(new URL('./places.json', import.meta.url), 'utf8')) as { towns: Town[]; crs: string }

type PlaceRow = typeof place.$inferInsert
const AGENCIES: readonly [key: string, name: string, kind: PlaceKind, open: boolean][] = [
  ['labor-inspection', '兰州新区劳动保障监察大队（样例）', 'laborInspection', true], ['labor-arbitration', '兰州新区劳动人事争议仲裁院（样例）', 'laborArbitration', true],
  ['procuratorate', '检察院法律援助工作站（样例）', 'procuratorate', true], ['detention', '看守所法律援助工作站（样例）', 'detentionCenter', false], ['prison', '永登监狱法律援助工作站（样例）', 'prison', false],
  ['court', '兰州新区人民法院（样例）', 'court', true], ['mediation', '兰州新区人民调解委员会（样例）', 'mediation', true],
]

/** The tree of the sample district; keys are what staff.ts and cases.ts name places by. */
function placesOf(): Map<string, PlaceRow> {
  const rows = new Map<string, PlaceRow>()
  const add = (key: string, row: Omit<PlaceRow, 'id' | 'parentId'> & { parent?: string }) => {
    const { parent, ...rest } = row
    rows.set(key, { id: randomUUID(), parentId: parent ? (rows.get(parent)?.id ?? null) : null, ...rest })
  }
  add('district', { code: '620171', name: '兰州新区司法局（样例）', kind: 'district', address: '兰州新区中川镇', phone: '0931-0000001', lon: 103.66, lat: 36.55, crs, approximate: true })
  add('center', { parent: 'district', code: '620171-FY', name: '兰州新区法律援助中心（样例）', kind: 'center', address: '兰州新区中川镇政务服务大厅', phone: '0931-0012348', lon: 103.662, lat: 36.552, crs, approximate: true })
  for (const town of towns) {
    add(town.code, { parent: 'center', code: town.code, name: `${town.name}公共法律服务工作站`, kind: 'station', address: `${town.name}人民政府院内`, phone: '0931-0012348', lon: town.lon, lat: town.lat, crs, approximate: true })
    for (const village of town.villages) {
      add(village.code, { parent: town.code, code: village.code, name: `${village.name}公共法律服务工作室`, kind: 'office', address: `${town.name}${village.name}`, phone: null, lon: village.lon, lat: village.lat, crs, approximate: true })
    }
  }
  for (const { key, name, kind, address, phone } of SAMPLE_ORGANISATIONS) add(key, { parent: 'district', code: key, name, kind, address, phone, public: false })
  for (const [key, name, kind, open] of AGENCIES) add(key, { parent: 'district', code: key, name, kind, address: '兰州新区', phone: null, public: open })
  return rows
}

/** Loads the invented district into an empty database; does nothing where there are places already. */
export async function loadSampleDistrict(parts: Parts, say: (line: string) => void): Promise<void> {
  if ((await parts.stores.places.all()).length > 0) return
  say('Loading the sample district (once)…')
  const places = placesOf()
  const idOf = (key: string): string => {
    const found = places.get(key)
    if (!found) throw new Error(`the sample names no place ${key}`)
    return found.id
  }
  const { credentials, text } = await sampleCredentials(
    SAMPLE_STAFF.map(({ login, name, roles }) => ({ login, name, does: roles.map((role) => ROLES[role]).join('、'), secondFactor: roles.some((role) => SECOND_FACTOR_ROLES.includes(role)) })),
    parts.config.samplePassword, parts.crypto,
  )
  const now = parts.clock.now()
  const people = SAMPLE_STAFF.map((one, i) => ({ ...one, id: randomUUID(), credentials: credentials[i] }))
  // Before the accounts exist: should the start be killed in between, nobody is locked out.
  writeSampleAccounts(parts.config.dataDir, text)
  await withAccess(parts.database, SYSTEM, async ({ orm }) => {
    await orm.insert(place).values([...places.values()])
    await orm.insert(staff).values(people.map(({ id, login, name, place: at, profile, credentials: c }) => ({
      id, login, name, passwordHash: c?.passwordHash ?? '', passwordChangedAt: now, totpSecretEnc: c?.totpSecretEnc ?? null, orgId: idOf(at), profile: profile ?? {}, createdAt: now,
    })))
    await orm.insert(roleAssignment).values(people.flatMap(({ id, roles, place: at }) => roles.map((role) => ({ id: randomUUID(), staffId: id, role, placeId: idOf(at), validFrom: localDate('2026-01-01'), grantedBy: 'sample' }))))
  })
  await playSampleCases(parts, idOf)
}
