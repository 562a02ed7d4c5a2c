import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { granted } from '@fatong/casework/application/testing/people.ts'
import type { CaseState } from '@fatong/casework/application/state.ts'
import type { ExplainedFinding } from '@fatong/casework/assignment/conflicts.ts'
import { addMonths, instantAt, localDateOf, type Instant } from '@fatong/law/calendar/dates.ts'
import { SYSTEM } from '../../db/access.ts'
import { caseRow, writing } from '../../db/commit/sample-sets.ts'
import { withAccess } from '../../db/postgres.ts'
import type { RepresentationRow } from '../../db/rows.ts'
import { village } from '../../db/schema/network.ts'
import { place } from '../../db/schema/places.ts'
import { staff } from '../../db/schema/staff.ts'
import { sealDeclaredRelatives, withSealedRelatives } from '../administration/relatives.ts'
import type { StaffCaller } from '../caller.ts'
import { forgetDirectory } from '../places/directory.ts'
import { staffWith } from '../testing/signed-in.ts'
import { MONDAY_NINE, testParts, type TestParts } from '../testing/test-parts.ts'
import { candidateFacts, candidatesFor, teamFor } from './candidates.ts'
import { forgetWays } from './ways-to-case.ts'

let parts: TestParts
let assigner: StaffCaller
let lawyer: StaffCaller, colleague: StaffCaller
/** The other side of the case at hand, once a client of the firm. */
let opponent: string
beforeAll(async () => {
  parts = await testParts()
  assigner = await staffWith(parts, 'assigner', parts.places.center)
})
afterAll(() => parts.close())
beforeEach(async () => {
  opponent = `${randomUUID().slice(0, 8)}劳务公司`
  lawyer = await staffWith(parts, 'lawyer', parts.places.firm, parts.places.firm)
  colleague = await staffWith(parts, 'lawyer', parts.places.firm, parts.places.firm)
})

const monthsAgo = (months: number): Instant => instantAt(addMonths(localDateOf(MONDAY_NINE), -months), 600)

/** A case in which the firm acted for whom the case at hand is against. */
async function clientOfTheFirm(past: {
  filed: Instant
  updated: Instant
  status: 'archived' | 'inProgress'
  acting: Partial<RepresentationRow>[]
}): Promise<void> {
  const row = caseRow(randomUUID(), {
    applicantName: opponent,
    status: past.status,
    submittedAt: past.filed,
    updatedAt: past.updated,
    placeId: parts.places.center,
    agencyId: parts.places.center,
  })
  const set = writing(SYSTEM, 0, row, 'applicationSubmitted', {
    parties: [{ caseId: row.id, side: 'applicant', name: opponent }],
    representations: past.acting.map((one) => ({
      caseId: row.id,
      lawyerId: colleague.staffId,
      firmId: parts.places.firm,
      since: past.filed,
      ...one,
    })),
  })
  expect(await parts.database.commit(set)).toMatchObject({ ok: true })
}
const against = (name: string, kind: 'person' | 'organisation' = 'organisation'): CaseState => {
  const { state } = granted()
  if (!state?.form) throw new Error('no case')
  return { ...state, form: { ...state.form, opponents: [{ name, kind }] } }
}
const findings = async (state: CaseState): Promise<readonly ExplainedFinding[]> => {
  const { conflicts } = await candidateFacts(parts, assigner, state, lawyer.staffId)
  return (conflicts.get(lawyer.staffId) ?? []) as readonly ExplainedFinding[]
}

describe('律所近三年委托人（CF-9）', () => {
  test('three years run from the end of the case, not from the day it was filed', async () => {
    await clientOfTheFirm({ filed: monthsAgo(37), updated: monthsAgo(1), status: 'archived', acting: [{}] })
    expect(await findings(against(opponent))).toMatchObject([
      {
        code: 'opponentIsFirmClient',
        rule: 'CF-9',
        with: opponent,
        says: expect.stringContaining('以前的委托人') as string,
      },
    ])
  })
  test('what was put away more than three years ago is forgotten', async () => {
    await clientOfTheFirm({ filed: monthsAgo(50), updated: monthsAgo(37), status: 'archived', acting: [{}] })
    expect(await findings(against(opponent))).toEqual([])
  })
  test('who stood down acted until that day, however late the case was put away', async () => {
    await clientOfTheFirm({
      filed: monthsAgo(50),
      updated: monthsAgo(1),
      status: 'archived',
      acting: [{ until: monthsAgo(40) }],
    })
    expect(await findings(against(opponent))).toEqual([])
  })
  test('an open case does not age', async () => {
    await clientOfTheFirm({ filed: monthsAgo(50), updated: monthsAgo(49), status: 'inProgress', acting: [{}] })
    expect(await findings(against(opponent))).toMatchObject([
      { rule: 'CF-9', says: expect.stringContaining('现在的委托人') as string },
    ])
  })
})

test('who works under provisional aid has that case in hand (法律援助法 44)', async () => {
  const holding = async (status: 'provisional' | 'inProgress' | 'concluded') => {
    const row = caseRow(randomUUID(), {
      status,
      placeId: parts.places.center,
      agencyId: parts.places.center,
      lawyerId: lawyer.staffId,
    })
    expect(await parts.database.commit(writing(SYSTEM, 0, row, 'applicationSubmitted'))).toMatchObject({ ok: true })
    return (await parts.stores.providers.find(lawyer.staffId))?.openLoad
  }
  expect(await holding('provisional')).toBe(1)
  expect(await holding('inProgress')).toBe(2)
  expect(await holding('concluded')).toBe(2)
})

test('who is qualified inside the agency is offered as that, and takes no defence (AS-3, AS-6)', async () => {
  const as = (profile: Record<string, unknown>) =>
    withAccess(parts.database, SYSTEM, ({ orm }) =>
      orm.update(staff).set({ profile }).where(eq(staff.id, lawyer.staffId)),
    )
  const defence = against(opponent)
  defence.form = { ...defence.form!, matter: 'criminalDefense', facts: { matter: 'criminalDefense' } }
  const years = { practiceYears: 9, criminalDefenseYears: 9, juvenileAware: true }
  const chosen = async (state: CaseState) => {
    const [one] = await candidatesFor(parts, assigner, state, lawyer.staffId)
    return [one?.provider.kind, one?.banned?.length ?? 0]
  }
  await as({ ...years, kind: 'agencyStaff' })
  expect([await chosen(against(opponent)), await chosen(defence)]).toEqual([
    ['agencyStaff', 0],
    ['agencyStaff', 1],
  ])
  await as({ ...years, kind: 'lawyer' })
  expect(await chosen(defence)).toEqual(['lawyer', 0])
})

describe('近亲属（CF-2）', () => {
  const keep = (profile: Record<string, unknown>) =>
    withAccess(parts.database, SYSTEM, ({ orm }) =>
      orm.update(staff).set({ profile }).where(eq(staff.id, lawyer.staffId)),
    )
  const declare = (relatives: unknown) => keep(withSealedRelatives(parts, { relatives }))
  test('a near relative the provider declared is on the other side: somebody has to look', async () => {
    await declare(['周雪梅', '周小川'])
    expect(await findings(against('周 雪梅', 'person'))).toMatchObject([
      { code: 'relative', rule: 'CF-2', basis: 'name', severity: 'explain', with: '周 雪梅' },
    ])
    expect(await findings(against('周雪', 'person'))).toEqual([])
  })
  test('nothing declared, or something that is no list of names, finds nobody', async () => {
    expect(await findings(against('周雪梅', 'person'))).toEqual([])
    await declare('周雪梅')
    expect(await findings(against('周雪梅', 'person'))).toEqual([])
    await keep({ relatives: { name: '周雪梅' } })
    expect(await findings(against('周雪梅', 'person'))).toEqual([])
  })
  test('what an earlier version kept as a list is found, and found again after it was sealed at a start', async () => {
    const found = [{ code: 'relative', rule: 'CF-2', with: '周雪梅' }]
    await keep({ capacity: 3, relatives: ['周雪梅'] })
    expect(await findings(against('周雪梅', 'person'))).toMatchObject(found)
    expect(await sealDeclaredRelatives(parts)).toBe(1)
    expect(await sealDeclaredRelatives(parts)).toBe(0)
    const profile = (await parts.stores.providers.find(lawyer.staffId))?.profile
    expect(profile).toEqual({ capacity: 3, relatives: expect.stringMatching(/^[A-Za-z0-9+/]+=*$/) as string })
    expect(await findings(against('周雪梅', 'person'))).toMatchObject(found)
  })
})

describe('路程', () => {
  const filedAt = (placeId: string): CaseState => ({ ...against(opponent), placeId })
  const located = async (id: string, values: Partial<typeof place.$inferInsert>): Promise<void> => {
    await withAccess(parts.database, SYSTEM, ({ orm }) => orm.update(place).set(values).where(eq(place.id, id)))
    forgetDirectory(parts)
    forgetWays(parts)
  }
  /** Reasons of the list about the way, and the points they take. */
  const way = async (placeId: string) => {
    const [only] = await candidatesFor(parts, assigner, filedAt(placeId), lawyer.staffId)
    return only?.reasons.find(({ code }) => code === 'near')
  }
  test('what nobody knows is said, and takes nothing off', async () => {
    expect(await way(parts.places.center)).toEqual({ code: 'near', says: '路上多久不清楚，没有算', weight: 0 })
    await located(parts.places.firm, { address: '秦川镇（样例）' })
    expect(await way(parts.places.otherTown)).toMatchObject({ says: '在同一个镇', weight: 0 })
    expect(await way(parts.places.town)).toMatchObject({
      says: expect.stringMatching(/^不在同一个镇，路上多久不清楚/) as string,
      weight: -12,
    })
  })
  test('minutes by car from where the case was handed in to the office, named in the list; a nearer office comes first', async () => {
    await withAccess(parts.database, SYSTEM, ({ orm }) =>
      orm.insert(village).values({
        code: '620171102204',
        name: '小横路社区',
        townCode: '620171102',
        lon: 103.72,
        lat: 36.61,
        crs: 'WGS84',
        child: 1,
        adult: 1,
        elder: 1,
        oldest: 1,
        source: 'test',
      }),
    )
    await located(parts.places.firm, { address: '秦川镇小横路社区 8 号' })
    await located(parts.places.town, { lon: 103.66, lat: 36.55, crs: 'WGS84' })
    await located(parts.places.otherTown, { lon: 103.72, lat: 36.612, crs: 'WGS84' })
    const [far, near] = [await way(parts.places.town), await way(parts.places.otherTown)]
    const minutes = Number(/^开车到中川镇工作站约 (\d+) 分钟（按直线估算）/.exec(far?.says ?? '')?.[1])
    expect(minutes).toBeGreaterThan(8)
    expect(minutes).toBeLessThan(30)
    expect(far?.weight).toBeCloseTo(-0.4 * minutes, 0)
    expect(near?.says).toMatch(/^开车到秦川镇工作站约 1 分钟/)
    expect((await way(parts.places.center))?.says).toBe('路上多久不清楚，没有算')
  })
  test('several cases together: the minutes of each, not those of the first', async () => {
    const cases = await Promise.all(
      ['town', 'otherTown', 'center'].map(async (at) => ({
        id: at,
        ...(await candidateFacts(parts, assigner, filedAt(parts.places[at as 'town']))),
      })),
    )
    const { lawyers, between } = teamFor(cases)
    const one = lawyers.find(({ staffId }) => staffId === lawyer.staffId)!
    expect(one.travelMinutes).toBeUndefined()
    const [far, near, unknown] = cases.map(({ id, facts }) => between.minutes?.({ id, ...facts }, one))
    expect(far).toBeGreaterThan(near!)
    expect(unknown).toBeUndefined()
    expect(between.findings({ id: 'town', ...cases[0]!.facts }, one)).toEqual([])
  })
  test('an assignment does not wait for a network that fails', async () => {
    forgetWays(parts)
    const times = parts.network.times
    try {
      parts.network.times = () => Promise.reject(new Error('crashed'))
      expect((await way(parts.places.otherTown))?.says).toBe('在同一个镇')
    } finally {
      parts.network.times = times
    }
  })
})
