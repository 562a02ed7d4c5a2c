import { instant, localDate } from '@fatong/law/calendar/dates.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ConflictFinding } from '../application/types.ts'
import { rankCandidates } from './candidates.ts'
import type { CandidateProvider, CaseToPlace } from './policy.ts'

const today = localDate('2026-11-23')
const wages: CaseToPlace = {
  matter: 'laborRemuneration',
  qualification: { service: 'laborRepresentation', juvenile: false },
  stoodDown: [],
  today,
}
const defence = (over: Partial<CaseToPlace['qualification']> = {}): CaseToPlace => ({
  matter: undefined,
  qualification: { service: 'criminalDefense', juvenile: false, mayGetLifeOrDeath: false, ...over },
  stoodDown: [],
  today,
})
const provider = (staffId: string, over: Partial<CandidateProvider> = {}): CandidateProvider => ({
  staffId,
  name: staffId,
  orgId: 'firm',
  orgName: '律所',
  kind: 'lawyer',
  practiceYears: 6,
  criminalDefenseYears: 4,
  juvenileAware: false,
  specialties: [],
  openLoad: 0,
  capacity: 8,
  languages: ['普通话'],
  ...over,
})
const clean = (providers: readonly CandidateProvider[]) =>
  new Map<string, readonly ConflictFinding[]>(providers.map((one) => [one.staffId, []]))
const order = (caseFacts: CaseToPlace, providers: CandidateProvider[], conflicts = clean(providers)) =>
  rankCandidates(caseFacts, providers, conflicts).map((one) =>
    one.banned ? `-${one.provider.staffId}` : one.provider.staffId,
  )

describe('可指派的人', () => {
  it('puts the fitting specialty first and says why', () => {
    const list = [provider('a'), provider('b', { specialties: ['laborRemuneration'] })]
    expect(order(wages, list)).toEqual(['b', 'a'])
    expect(rankCandidates(wages, list, clean(list))[0]?.reasons.map((reason) => reason.code)).toContain('specialty')
  })
  it('prefers the lighter load', () => {
    expect(order(wages, [provider('a', { openLoad: 7 }), provider('b', { openLoad: 1 })])).toEqual(['b', 'a'])
  })
  it('keeps the full ones last, but does not ban them', () => {
    expect(
      order(wages, [
        provider('a', { openLoad: 8, specialties: ['laborRemuneration'] }),
        provider('b', { openLoad: 7 }),
      ]),
    ).toEqual(['b', 'a'])
  })
  it('rota: equal points go to whoever waited longest, the newcomer before all', () => {
    const list = [
      provider('a', { lastAssignedAt: instant(2000) }),
      provider('b', { lastAssignedAt: instant(1000) }),
      provider('c'),
    ]
    expect(order(wages, list)).toEqual(['c', 'b', 'a'])
  })
  it('a wish is weighed, not a right', () => {
    const wish = { ...wages, wishes: { language: '东乡语', lawyerGender: 'female' as const, lawyerId: 'a' } }
    expect(
      order(wish, [provider('c'), provider('b', { languages: ['东乡语'], gender: 'female' }), provider('a')]),
    ).toEqual(['b', 'a', 'c'])
  })
  it('near the recipient, by town or by minutes', () => {
    expect(order({ ...wages, town: '620171101' }, [provider('a'), provider('b', { town: '620171101' })])).toEqual([
      'b',
      'a',
    ])
    expect(order(wages, [provider('a', { travelMinutes: 31 }), provider('b', { travelMinutes: 30 })])).toEqual([
      'b',
      'a',
    ])
  })

  it('I6: nobody but a lawyer defends', () => {
    expect(
      order(defence(), [
        provider('a', { kind: 'grassrootsLegalWorker' }),
        provider('b', { kind: 'agencyStaff' }),
        provider('c', { kind: 'volunteer' }),
        provider('d'),
      ]),
    ).toEqual(['d', '-a', '-b', '-c'])
  })
  it('I5: three years where life is at stake', () => {
    expect(
      order(defence({ notifiedGround: 'ND-4', mayGetLifeOrDeath: true }), [
        provider('a', { practiceYears: 2 }),
        provider('b', { criminalDefenseYears: 2 }),
        provider('c', { practiceYears: 3, criminalDefenseYears: 3 }),
      ]),
    ).toEqual(['c', '-a', '-b'])
  })
  it('ND-1: a minor needs a lawyer who knows minors', () => {
    expect(
      order(defence({ notifiedGround: 'ND-1', juvenile: true }), [
        provider('a'),
        provider('b', { juvenileAware: true }),
      ]),
    ).toEqual(['b', '-a'])
  })
  it('AS-7: volunteers advise, they take no cases', () => {
    expect(order(wages, [provider('a', { kind: 'volunteer' })])).toEqual(['-a'])
    expect(
      order({ ...wages, qualification: { service: 'legalConsultation' } }, [provider('a', { kind: 'volunteer' })]),
    ).toEqual(['a'])
  })
  it('a conflict that bans is shown with its reason, one to be explained costs points', () => {
    const ban: ConflictFinding = { code: 'formerClient', severity: 'ban', with: '某某公司' }
    const list = [provider('a'), provider('b'), provider('c')]
    const ranked = rankCandidates(
      wages,
      list,
      new Map([
        ['a', [ban]],
        ['b', [{ ...ban, severity: 'explain' as const }]],
        ['c', []],
      ]),
    )
    expect(ranked.map((one) => one.provider.staffId)).toEqual(['c', 'b', 'a'])
    expect(ranked[2]?.banned).toEqual(['利益冲突：对方是承办人的委托人（某某公司）'])
    expect(ranked[1]?.findings).toHaveLength(1)
  })
  it('without a conflict check nobody is open', () => {
    expect(order(wages, [provider('a')], new Map())).toEqual(['-a'])
  })
  it('those who stood down or are on leave are not offered', () => {
    const away = { from: today, to: localDate('2026-11-30') }
    expect(
      order({ ...wages, stoodDown: ['a'] }, [
        provider('a'),
        provider('b', { leave: [away] }),
        provider('c', { leave: [{ from: localDate('2026-11-24'), to: away.to }] }),
      ]),
    ).toEqual(['c', '-a', '-b'])
  })

  it('the order does not hang on the order of asking, and nobody is lost', () => {
    const one = fc.record({
      openLoad: fc.nat(9),
      lastAssignedAt: fc.option(fc.nat(3).map(instant), { nil: undefined }),
      specialties: fc.subarray(['laborRemuneration', 'pension']),
      kind: fc.constantFrom('lawyer' as const, 'volunteer' as const),
    })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (drawn, seeds) => {
        const list = drawn.map((over, index) => provider(`p${index}`, over))
        const shuffled = list
          .map((item) => [seeds.next().value ?? 0, item] as const)
          .sort((a, b) => a[0] - b[0])
          .map(([, item]) => item)
        expect(order(wages, shuffled)).toEqual(order(wages, list))
        expect(order(wages, list)).toHaveLength(list.length)
      }),
    )
  })
})
