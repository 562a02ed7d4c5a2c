import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mayBeHeldAt } from '@fatong/casework/role-places.ts'
import { ROLES, type PlaceKind, type Role } from '@fatong/casework/vocabulary.ts'
import type { savePlace as saveRoute } from '@fatong/contract/desk/administration.ts'
import type { BodyOf } from '@fatong/contract/route.ts'
import { withAccess } from '../../db/postgres.ts'
import { places, savePlace } from '../administration/places.ts'
import { accessOf, type StaffCaller } from '../caller.ts'
import { actorFor } from '../casework/acting.ts'
import { RECEIVE, receptionPlaces } from '../network/reception.ts'
import { readRoster, saveLine } from '../network/rosters.ts'
import { saveMember } from '../network/team.ts'
import { bareCase, citizen, staffWith } from '../testing/signed-in.ts'
import { input, testParts, type TestParts } from '../testing/test-parts.ts'
import { directory } from './directory.ts'

/** 树屏镇: it belongs to the county next door, and the centre of the area manages it. */
let parts: TestParts
let admin: StaffCaller
let caseId: string
let at: Record<'district' | 'center' | 'town' | 'county' | 'managed' | 'village', string>
beforeAll(async () => {
  parts = await testParts()
  admin = await staffWith(parts, 'administrator', parts.places.district)
  const { district, center, town } = parts.places
  at = { district, center, town, county: randomUUID(), managed: randomUUID(), village: randomUUID() }
  await save('county', { code: '620121', name: '永登县司法局', kind: 'district', parentId: null })
  await save('managed', { code: '620121111', name: '树屏镇工作站', kind: 'station', parentId: at.county })
  await save('village', { code: '620121111201', name: '树屏村工作室', kind: 'office', parentId: at.managed })
  const applicant = await citizen(parts)
  caseId = (await bareCase(parts, applicant, { placeId: at.village, agencyId: at.county })).id
}, 60_000)
afterAll(() => parts.close())

type Body = BodyOf<typeof saveRoute>
const tried = (which: keyof typeof at, body: Pick<Body, 'code' | 'name' | 'kind' | 'parentId'> & Partial<Body>) =>
  savePlace(
    parts,
    admin,
    input({
      params: { id: at[which] },
      body: {
        address: '',
        phone: null,
        lon: null,
        lat: null,
        crs: null,
        approximate: false,
        public: true,
        hours: null,
        active: true,
        ...body,
      } satisfies Body,
    }),
  )
const save = async (...asked: Parameters<typeof tried>) => {
  expect(await tried(...asked)).toMatchObject({ ok: true })
}
const manage = (managedBy: string | null | undefined) =>
  tried('managed', {
    code: '620121111',
    name: '树屏镇工作站',
    kind: 'station',
    parentId: at.county,
    ...(managedBy === undefined ? {} : { managedBy }),
  })

/** Where each role counts for the village: by the session, by the directory, by the database and for what is done to a case. */
async function counts(role: Role): Promise<Record<keyof typeof at, boolean[]>> {
  const { upwards } = await directory(parts)
  const where = { placeId: at.village, agencyId: at.county }
  const found = {} as Record<keyof typeof at, boolean[]>
  for (const [name, placeId] of Object.entries(at) as [keyof typeof at, string][]) {
    const caller = await staffWith(parts, role, placeId)
    found[name] = [
      caller.placeIds.includes(at.village),
      upwards(at.village).includes(placeId),
      (await actorFor(parts, caller, where)).roles.includes(role),
      (await parts.stores.cases.line(accessOf(caller), { id: caseId })) !== undefined,
    ]
  }
  return found
}
/** Whether the database shows a role any case of its place: whoever holds it in the village itself must see this one. */
const READS: readonly Role[] = [
  'clerk',
  'reviewer',
  'approver',
  'assigner',
  'director',
  'stationStaff',
  'fileReviewer',
  'qualityOfficer',
  'archivist',
]

const KINDS: Record<keyof typeof at, PlaceKind> = {
  district: 'district',
  center: 'center',
  town: 'station',
  county: 'district',
  managed: 'station',
  village: 'office',
}

describe.each(Object.keys(ROLES) as Role[])('%s', (role) => {
  const rows = (covering: readonly string[]) =>
    Object.fromEntries(
      Object.keys(at).map((name) => {
        const covers = covering.includes(name)
        // What a place cannot decide nobody decides there, however far the place reaches.
        const acts = covers && mayBeHeldAt(role, KINDS[name as keyof typeof at])
        return [name, [covers, covers, acts, covers && READS.includes(role)]]
      }),
    )
  it('reaches what its place manages as what belongs to it, in all four, and no longer once that ends', async () => {
    expect(await manage(null)).toMatchObject({ ok: true })
    expect(await counts(role)).toEqual(rows(['village', 'managed', 'county']))
    expect(await manage(at.center)).toMatchObject({ ok: true, value: { managedBy: at.center } })
    expect(await counts(role)).toEqual(rows(['village', 'managed', 'county', 'center', 'district']))
  }, 30_000)
})

describe('who manages a place', () => {
  it('stays where a change says nothing of it, and is shown', async () => {
    expect(await manage(at.center)).toMatchObject({ ok: true })
    expect(await manage(undefined)).toMatchObject({ ok: true, value: { managedBy: at.center } })
    const all = await places(parts, admin)
    expect(all.ok && all.value.items.find(({ id }) => id === at.managed)).toMatchObject({ managedBy: at.center })
  })
  it('is neither itself nor what it manages, by whichever tie', async () => {
    const circle = { error: 'malformed', fields: { managedBy: '管理单位不能是自己，也不能是归自己管的' } }
    expect(await manage(at.managed)).toMatchObject(circle)
    expect(await manage(at.village)).toMatchObject(circle)
    expect(await manage(randomUUID())).toMatchObject({ fields: { managedBy: '没有这个管理单位' } })
    expect(await manage(at.center)).toMatchObject({ ok: true })
    const district = { code: '620171', name: '兰州新区司法局', kind: 'district' as const }
    expect(await tried('district', { ...district, parentId: at.village })).toMatchObject({
      fields: { parentId: '上级不能是自己，也不能是归自己管的' },
    })
    expect(await tried('district', { ...district, parentId: null, managedBy: at.managed })).toMatchObject(circle)
  })
  it('leaves the bureau of the district what it was, though that of the neighbour comes first by code', async () => {
    expect((await directory(parts)).district.id).toBe(at.district)
  })
  it('keeps its people and its roster, and sees that beside its own', async () => {
    const [memberId, lineId] = [randomUUID(), randomUUID()]
    const person = {
      name: '张三',
      kind: 'justiceStaff',
      placeId: at.managed,
      gender: null,
      languages: [],
      specialties: [],
      qualifications: [],
      training: [],
      active: true,
    }
    const line = {
      placeId: at.managed,
      memberId,
      kind: 'duty',
      services: ['consultation'],
      weekday: 1,
      from: 540,
      to: 720,
      validFrom: '2026-01-01',
      validTo: null,
    }
    const keep = async () => [
      await saveMember(parts, await again(), input({ params: { id: memberId }, body: person as never })),
      await saveLine(parts, await again(), input({ params: { id: lineId }, body: line as never })),
    ]
    const again = () => staffWith(parts, 'director', at.center)
    await manage(null)
    expect(await keep()).toMatchObject([{ error: 'forbidden' }, { error: 'forbidden' }])
    await manage(at.center)
    expect(await keep()).toMatchObject([{ ok: true }, { ok: true }])
    const roster = await readRoster(parts, await again(), input({ query: { placeId: at.center } }))
    expect(roster.ok && roster.value.shifts.map((one) => [one.placeId, one.member])).toEqual([[at.managed, '张三']])
  })
})

it('an agency that the bureau manages has its visitors looked after by the centre, in the database too', async () => {
  const agency = randomUUID()
  at = { ...at, agency } as typeof at
  const asked = { code: 'court', name: '永登县法院', kind: 'court' as const, parentId: at.county }
  const seen = async (role: Role) => {
    const caller = await staffWith(parts, role, at.center)
    return [
      receptionPlaces(await directory(parts), caller).includes(agency),
      await withAccess(parts.database, accessOf(caller), async ({ client }) => {
        const { rows } = await client.query<{ sees: boolean }>(
          'SELECT $1::uuid = ANY (fatong.ctx_reception_places()) AS sees',
          [agency],
        )
        return rows[0]?.sees
      }),
    ]
  }
  await save('agency' as 'county', asked)
  expect(await seen(RECEIVE[0]!)).toEqual([false, false])
  await save('agency' as 'county', { ...asked, managedBy: at.district })
  expect(await seen(RECEIVE[0]!)).toEqual([true, true])
})
