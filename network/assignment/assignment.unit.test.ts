import { instant, localDate } from '@fatong/law/calendar/dates.ts'
import type { AssignmentPolicy } from '@fatong/casework/assignment/policy.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assignBatch, assignNamed, batchOf, fairestWithin } from './batch.ts'
import type { BatchCase } from './batch.ts'
import { costParts, fitCost } from './costs.ts'
import { gini } from './fairness.ts'
import type { CaseAsks, Finding, Lawyer } from './lawyer.ts'
import { roomOf } from './load-price.ts'
import { policies } from './policies.ts'
import { rankLawyers } from './rank.ts'
import { rebalanced } from './rebalance.ts'
import { asItWas, replayed } from './replay.ts'
import type { PastCase } from './replay.ts'

const today = localDate('2026-11-24')
const lawyer = (staffId: string, over: Partial<Lawyer> = {}): Lawyer => ({
  staffId,
  name: staffId,
  kind: 'lawyer',
  practiceYears: 6,
  criminalDefenseYears: 6,
  juvenileAware: false,
  specialties: [],
  openLoad: 0,
  capacity: 4,
  languages: ['普通话'],
  ...over,
})
const wages = (over: Partial<BatchCase> = {}): BatchCase => ({
  id: 'w',
  matter: 'laborRemuneration',
  qualification: { service: 'civilRepresentation' },
  stoodDown: [],
  today,
  ...over,
})
const defence = (over: Partial<CaseAsks['qualification']> = {}): BatchCase => ({
  id: 'd',
  qualification: { service: 'criminalDefense', juvenile: false, mayGetLifeOrDeath: false, ...over },
  stoodDown: [],
  today,
})
const checked = (lawyers: readonly Lawyer[]) =>
  new Map<string, readonly Finding[]>(lawyers.map(({ staffId }) => [staffId, []]))
const clean = { findings: () => [] }
const openIds = (one: CaseAsks, lawyers: Lawyer[], findings = checked(lawyers)) =>
  rankLawyers(one, lawyers, findings).open.map((each) => each.lawyer.staffId)

describe('who must not have the case', () => {
  it.each([
    ['AS-6: only a lawyer defends', defence(), { kind: 'grassrootsLegalWorker' as const }],
    [
      'three years where life is at stake',
      defence({ notifiedGround: 'ND-4', mayGetLifeOrDeath: true }),
      { criminalDefenseYears: 2 },
    ],
    ['a minor needs somebody who knows minors', defence({ notifiedGround: 'ND-1', juvenile: true }), {}],
    ['AS-7: volunteers take no cases', wages(), { kind: 'volunteer' as const }],
    ['who stood down', wages({ stoodDown: ['x'] }), {}],
    ['who is on leave', wages(), { leave: [{ from: today, to: today }] }],
    ['whose licence has run out', wages(), { lapsed: ['律师执业证（2026-11-01）'] }],
  ])('%s', (_, one, over) => {
    const able = lawyer('ok', { juvenileAware: true, openLoad: 3 })
    const { open, banned } = rankLawyers(one, [lawyer('x', over), able], checked([lawyer('x'), able]))
    expect(open.map((each) => each.lawyer.staffId)).toEqual(['ok'])
    expect(banned.map((each) => [each.lawyer.staffId, each.says.length])).toEqual([['x', 1]])
    expect(banned[0]!.says[0]).toMatch(/[\u4e00-\u9fff]/u)
    // In a batch it is left open rather than given to somebody who is banned.
    const batch = batchOf([one], [lawyer('x', over)], clean)
    expect(assignBatch(batch).assigned).toEqual([{ id: one.id, cost: 0 }])
  })
  it('a conflict that bans closes the choice, an unchecked one too, one to be explained costs', () => {
    const team = [lawyer('ban'), lawyer('explain'), lawyer('free'), lawyer('unchecked')]
    const findings = new Map<string, readonly Finding[]>([
      ['ban', [{ severity: 'ban' }]],
      ['explain', [{ severity: 'explain' }]],
      ['free', []],
    ])
    const { open, banned } = rankLawyers(wages(), team, findings)
    expect(open.map((each) => each.lawyer.staffId)).toEqual(['free', 'explain'])
    expect(banned.map(({ lawyer: { staffId }, says }) => [staffId, says])).toEqual([
      ['ban', ['有利益冲突，不能指派']],
      ['unchecked', ['还没有查利益冲突']],
    ])
  })
})

describe('one case', () => {
  it('says what each thing costs, and the shares are the whole', () => {
    const one = wages({ wishes: { language: '东乡语', lawyerGender: 'female' }, town: 'a' })
    const { open } = rankLawyers(one, [lawyer('x', { travelMinutes: 50, openLoad: 2 })], checked([lawyer('x')]))
    const { cost, parts } = open[0]!
    expect(parts.map(({ code, cost: lost }) => [code, lost])).toEqual([
      ['specialty', 40],
      ['language', 25],
      ['load', 22.5],
      ['near', 20],
      ['gender', 15],
    ])
    expect(cost).toBe(122.5)
    expect(parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1)
    expect(parts[1]!.says).toBe('不会说东乡语')
  })
  it('路程: minutes are named with the place they lead to; what nobody knows costs nothing and is said', () => {
    const near = (one: CaseAsks, over: Partial<Lawyer>) =>
      costParts(one, lawyer('x', over)).find(({ code }) => code === 'near')
    const filed = wages({ town: 'a', way: { to: '中川镇工作站', estimated: true } })
    expect(near(filed, { travelMinutes: 22.4, town: 'b' })).toEqual({
      code: 'near',
      says: '开车到中川镇工作站约 22 分钟（按直线估算）',
      cost: 22.4 * 0.4,
    })
    expect(near({ ...filed, way: { to: '中川镇工作站', estimated: false } }, { travelMinutes: 0.2 })).toMatchObject({
      says: '开车到中川镇工作站约 1 分钟',
    })
    expect(near(filed, { town: 'a' })).toMatchObject({ says: '在同一个镇', cost: 0 })
    expect(near(filed, { town: 'b' })).toMatchObject({ says: '不在同一个镇，路上多久不清楚', cost: 12 })
    expect(near(filed, {})).toMatchObject({ says: '路上多久不清楚，没有算', cost: 0 })
    expect(near(wages(), { town: 'b' })).toMatchObject({ says: '路上多久不清楚，没有算', cost: 0 })
  })
  it('prefers what fits, then who has less, then who waited longest', () => {
    expect(openIds(wages(), [lawyer('a'), lawyer('b', { specialties: ['laborRemuneration'], openLoad: 3 })])).toEqual([
      'b',
      'a',
    ])
    expect(openIds(wages(), [lawyer('a', { openLoad: 1 }), lawyer('b')])).toEqual(['b', 'a'])
    expect(
      openIds(wages(), [
        lawyer('a', { lastAssignedAt: instant(2) }),
        lawyer('b', { lastAssignedAt: instant(1) }),
        lawyer('c'),
      ]),
    ).toEqual(['c', 'b', 'a'])
    expect(openIds(wages(), [lawyer('full', { openLoad: 4 }), lawyer('b', { openLoad: 3 })])).toEqual(['b', 'full'])
  })
  it('the cost in words is the cost', () => {
    const any = fc.record({
      openLoad: fc.nat(6),
      specialties: fc.subarray(['laborRemuneration', 'criminalDefense']),
      languages: fc.subarray(['普通话', '藏语']),
      gender: fc.option(fc.constantFrom('female' as const, 'male' as const), { nil: undefined }),
      travelMinutes: fc.option(fc.nat(200), { nil: undefined }),
      criminalDefenseYears: fc.nat(9),
      town: fc.option(fc.constantFrom('a', 'b'), { nil: undefined }),
    })
    const asked = fc.record({
      base: fc.constantFrom(wages(), defence()),
      wishes: fc.record(
        {
          language: fc.constantFrom('普通话', '藏语'),
          lawyerGender: fc.constantFrom('female' as const, 'male' as const),
          lawyerId: fc.constantFrom('x', 'y'),
        },
        { requiredKeys: [] },
      ),
      town: fc.option(fc.constantFrom('a', 'b'), { nil: undefined }),
    })
    fc.assert(
      fc.property(any, asked, fc.boolean(), (over, { base, wishes, town }, explain) => {
        const one = { ...base, wishes, ...(town === undefined ? {} : { town }) }
        const who = lawyer('x', JSON.parse(JSON.stringify(over)) as Partial<Lawyer>)
        const findings: Finding[] = explain ? [{ severity: 'explain' }] : []
        expect(costParts(one, who, findings).reduce((sum, { cost }) => sum + cost, 0)).toBeCloseTo(
          fitCost(one, who, findings),
          9,
        )
      }),
    )
  })
})

describe('policies', () => {
  const team = [
    lawyer('fits', { specialties: ['laborRemuneration'], lastAssignedAt: instant(9) }),
    lawyer('named', { lastAssignedAt: instant(5) }),
    lawyer('waits', { lastAssignedAt: instant(1) }),
  ]
  const choosable = (list: Lawyer[]) => list.map((provider) => ({ provider, findings: [] }))
  const first = (
    code: 'precise' | 'named' | 'rota',
    list = team,
    one: CaseAsks = wages({ wishes: { lawyerId: 'named' } }),
  ) =>
    policies()
      [code].order(one, choosable(list))
      .map(({ provider }) => provider.staffId)
  it('put first whom they say they do', () => {
    expect(first('precise')[0]).toBe('fits')
    expect(first('named')[0]).toBe('named')
    expect(first('rota')).toEqual(['waits', 'named', 'fits'])
    const full = team.map((one) => (one.staffId === 'named' || one.staffId === 'waits' ? { ...one, openLoad: 4 } : one))
    expect(first('named', full)[0]).toBe('fits')
    expect(first('rota', full)[0]).toBe('fits')
  })
  it('fit where the application puts a policy, with reasons whose points are the score', () => {
    const policy: AssignmentPolicy = policies().precise
    const provider = { ...team[1]!, orgId: 'o', orgName: '某所' }
    const [only] = policy.order(
      { qualification: { service: 'civilRepresentation' }, matter: 'laborRemuneration', stoodDown: [], today },
      [{ provider, findings: [] }],
    )
    expect(only!.reasons.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(only!.score)
    expect(only!.reasons[0]).toMatchObject({
      code: 'specialty',
      says: '专长不对口（扣 40 分，占扣分的 84%）',
      weight: -40,
    })
  })
})

describe('a batch', () => {
  it('as named: whoever was asked for and may, as long as there is room; the others as fits', () => {
    const team = [
      lawyer('fits', { specialties: ['laborRemuneration'] }),
      lawyer('asked', { capacity: 1 }),
      lawyer('never', { kind: 'volunteer' }),
    ]
    const wish = (id: string, lawyerId: string) => wages({ id, wishes: { lawyerId } })
    const { assigned, cost } = assignNamed(
      batchOf([wish('1', 'asked'), wish('2', 'asked'), wish('3', 'never'), wages({ id: '4' })], team, clean),
    )
    expect(assigned.filter(({ staffId }) => staffId === 'asked')).toHaveLength(1)
    expect(assigned.slice(2).map(({ staffId }) => staffId)).toEqual(['fits', 'fits'])
    // 40 for the specialty of the one who was asked; 20 for each wish that could not be kept.
    expect(cost).toBe(80)
  })
  const teams = fc
    .array(
      fc.record({
        capacity: fc.integer({ min: 1, max: 3 }),
        openLoad: fc.nat(2),
        specialties: fc.subarray(['laborRemuneration', 'support']),
        travelMinutes: fc.nat(60),
      }),
      { minLength: 2, maxLength: 6 },
    )
    .map((list) => list.map((over, at) => lawyer(`l${at}`, over)))
  const mornings = fc
    .array(fc.constantFrom('laborRemuneration', 'support'), { maxLength: 8 })
    .map((list) => list.map((matter, at) => wages({ id: `c${at}`, matter })))
  it('keeps to the room, places all there is room for, and proves its cost', () => {
    fc.assert(
      fc.property(teams, mornings, (team, cases) => {
        const { assigned, priced, bound } = assignBatch(batchOf(cases, team, clean))
        const placed = assigned.flatMap(({ staffId }) => staffId ?? [])
        for (const one of team)
          expect(placed.filter((id) => id === one.staffId).length).toBeLessThanOrEqual(roomOf(one))
        expect(placed.length).toBe(
          Math.min(
            cases.length,
            team.reduce((sum, one) => sum + roomOf(one), 0),
          ),
        )
        expect(bound).toBeCloseTo(priced, 4)
      }),
    )
  })
  it('is fairer for little more, and never dearer than allowed', () => {
    fc.assert(
      fc.property(teams, mornings, fc.constantFrom(0, 0.05, 0.5), (team, cases, rise) => {
        const batch = batchOf(cases, team, clean)
        const fair = fairestWithin(batch, rise)
        const cheapest = assignBatch(batch, { load: { full: 0 } })
        expect(fair.cost).toBeLessThanOrEqual(cheapest.cost * (1 + rise) + 1e-6)
        expect(fair.assigned.filter(({ staffId }) => staffId).length).toBe(
          cheapest.assigned.filter(({ staffId }) => staffId).length,
        )
      }),
    )
    const two = [lawyer('near', { travelMinutes: 20 }), lawyer('far', { travelMinutes: 21 })]
    const cases = [0, 1, 2, 3].map((at) => wages({ id: `c${at}` }))
    const { cheapest, gini: after, giniFall, costRise } = fairestWithin(batchOf(cases, two, clean), 0.05)
    expect(cheapest.gini).toBe(0.5)
    expect([after, giniFall]).toEqual([0, 1])
    expect(costRise).toBeCloseTo(0.8 / 192)
  })
  it('Gini: 0 where all are equally full, towards 1 where one has all', () => {
    expect(gini([2, 4], [4, 8])).toBe(0)
    expect(gini([0, 0, 0, 4], [4, 4, 4, 4])).toBe(0.75)
    expect(gini([0, 0], [1, 1])).toBe(0)
    expect(gini([1, 0], [1, 0])).toBe(0)
  })
})

describe('past cases under another policy', () => {
  const DAY = 1_440
  const past = (id: string, day: number, over: Partial<PastCase> = {}): PastCase => ({
    ...wages({ id }),
    at: instant(day * DAY * 60_000),
    minutesInHand: 10 * DAY,
    ...over,
  })
  it('rota spreads what precise assignment gives to whom it fits', () => {
    const team = [lawyer('fits', { specialties: ['laborRemuneration'], capacity: 9 }), lawyer('other', { capacity: 9 })]
    const cases = [0, 1, 2, 3].map((day) => past(`c${day}`, day))
    const [precise, rota] = [
      replayed(cases, team, policies().precise, clean),
      replayed(cases, team, policies().rota, clean),
    ]
    expect(precise).toMatchObject({ cost: 0, maxLoad: 4, gini: 0.5, unplaced: 0 })
    expect(rota).toMatchObject({ cost: 80, maxLoad: 2, gini: 0, unplaced: 0 })
  })
  it('a case waits for the first place that comes free', () => {
    const cases = [past('a', 0), past('b', 1), past('c', 2)]
    const { assigned, waiting, maxLoad } = replayed(cases, [lawyer('only', { capacity: 1 })], policies().precise, clean)
    expect(assigned.map(({ waitedMinutes }) => waitedMinutes / DAY)).toEqual([0, 9, 18])
    expect(waiting).toEqual({ meanMinutes: 9 * DAY, maxMinutes: 18 * DAY, cases: 2 })
    expect(maxLoad).toBe(1)
  })
  it('what was really done is told in the same figures; cases from before take up room until they end', () => {
    const team = [lawyer('fits', { specialties: ['laborRemuneration'], capacity: 2 }), lawyer('other', { capacity: 2 })]
    const cases = [0, 1].map((day) =>
      past(`c${day}`, day, { was: { staffId: 'other', at: instant((day * DAY + 60) * 60_000) } }),
    )
    expect(asItWas(cases, team, clean)).toMatchObject({
      cost: 80,
      maxLoad: 2,
      waiting: { meanMinutes: 60, cases: 2 },
      unplaced: 0,
    })
    const before = [0, 1].map(() => ({ staffId: 'fits', until: instant(0.5 * DAY * 60_000) }))
    const { assigned, loads } = replayed(cases, team, policies().precise, clean, undefined, before)
    expect(assigned.map(({ staffId }) => staffId)).toEqual(['other', 'fits'])
    expect(loads).toEqual([
      { staffId: 'fits', cases: 1, most: 2 },
      { staffId: 'other', cases: 1, most: 1 },
    ])
  })
  it('what nobody may take is said to be left', () => {
    expect(
      replayed([{ ...past('d', 0), ...defence() }], [lawyer('x', { kind: 'agencyStaff' })], policies().rota, clean)
        .unplaced,
    ).toBe(1)
    expect(replayed([past('a', 0)], [lawyer('x', { capacity: 2, openLoad: 2 })], policies().rota, clean).unplaced).toBe(
      1,
    )
  })
})

describe('somebody falls ill', () => {
  const handing = (team: Lawyer[], heldBy: Record<string, string>, cases: BatchCase[]) =>
    rebalanced({ batch: batchOf(cases, team, clean), heldBy: new Map(Object.entries(heldBy)), away: new Set(['ill']) })
  it('only the cases of that lawyer move, to whom they fit', () => {
    const team = [
      lawyer('ill'),
      lawyer('a', { specialties: ['support'] }),
      lawyer('b', { specialties: ['laborRemuneration'] }),
    ]
    const cases = [wages({ id: '1' }), wages({ id: '2', matter: 'support' }), wages({ id: '3', matter: 'support' })]
    const { moves, unplaced, othersMoved } = handing(team, { 1: 'ill', 2: 'ill', 3: 'b' }, cases)
    expect(moves.map(({ id, from, to }) => [id, from, to])).toEqual([
      ['1', 'ill', 'b'],
      ['2', 'ill', 'a'],
    ])
    expect(moves[0]!.says).toBe('ill不能办理，由b接办')
    expect([unplaced, othersMoved]).toEqual([[], false])
  })
  it('another makes room only where nobody could take the case otherwise', () => {
    const team = [
      lawyer('ill'),
      lawyer('defender', { capacity: 1 }),
      lawyer('worker', { kind: 'grassrootsLegalWorker', capacity: 2 }),
    ]
    const { moves, othersMoved } = handing(team, { d: 'ill', w: 'defender' }, [defence(), wages()])
    expect(moves.map(({ id, from, to }) => [id, from, to])).toEqual([
      ['d', 'ill', 'defender'],
      ['w', 'defender', 'worker'],
    ])
    expect(othersMoved).toBe(true)
  })
  it('says which cases nobody can take, and leaves the others where they are', () => {
    const team = [lawyer('ill'), lawyer('worker', { kind: 'grassrootsLegalWorker', capacity: 1 })]
    const { moves, unplaced } = handing(team, { d: 'ill', w: 'worker' }, [defence(), wages()])
    expect([moves, unplaced]).toEqual([[], ['d']])
  })
  it('changes as few lawyers as any way of placing all', () => {
    const drawnTeam = fc.array(
      fc.record({
        capacity: fc.integer({ min: 1, max: 2 }),
        kind: fc.constantFrom('lawyer' as const, 'grassrootsLegalWorker' as const),
      }),
      { minLength: 2, maxLength: 4 },
    )
    fc.assert(
      fc.property(
        drawnTeam,
        fc.array(fc.tuple(fc.boolean(), fc.nat(4)), { minLength: 1, maxLength: 5 }),
        (drawn, held) => {
          const team = [lawyer('ill', { capacity: 9 }), ...drawn.map((over, at) => lawyer(`l${at}`, over))]
          const cases = held.map(([defends], at) => ({ ...(defends ? defence() : wages()), id: String(at) }))
          // Nobody holds what is banned or more than there is room for.
          const count = team.map(() => 0)
          const holder = held.map(([defends, wanted]) => {
            const at = wanted % team.length
            const fits = at > 0 && count[at]! < team[at]!.capacity && !(defends && team[at]!.kind !== 'lawyer') ? at : 0
            count[fits]! += 1
            return fits
          })
          const { moves, unplaced } = handing(
            team,
            Object.fromEntries(holder.map((at, id) => [id, team[at]!.staffId])),
            cases,
          )
          let [best, least] = [Infinity, Infinity]
          const used = team.map(() => 0)
          const go = (at: number, left: number, moved: number): void => {
            if (at === cases.length) {
              if (left < best || (left === best && moved < least)) [best, least] = [left, moved]
              return
            }
            if (holder[at] === 0) go(at + 1, left + 1, moved)
            team.forEach((one, to) => {
              if (to === 0 || used[to]! >= one.capacity || (held[at]![0] && one.kind !== 'lawyer')) return
              used[to]! += 1
              go(at + 1, left, moved + (to === holder[at] ? 0 : 1))
              used[to]! -= 1
            })
          }
          go(0, 0, 0)
          expect([unplaced.length, moves.length]).toEqual([best, least])
        },
      ),
    )
  })
})
