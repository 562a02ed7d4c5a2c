import { localDate } from '@fatong/law/calendar/dates.ts'
import { describe, expect, it } from 'vitest'
import { findConflicts, type CaseParties, type CheckedProvider, type KnownParty } from './conflicts.ts'

const today = localDate('2026-11-23')
const worker = { name: '马有福', kind: 'person' as const, identityMark: 'mark-worker' }
const employer = { name: '甘肃某某建筑有限公司', kind: 'organisation' as const, creditCode: '91620100MA00000011' }
const parties: CaseParties = {
  caseNumber: '620171-2026-00001',
  aided: [worker],
  opponents: [employer],
  coDefendants: [],
}
const lin: CheckedProvider = {
  staffId: 'lin',
  orgId: 'firm',
  own: [{ name: '林书航', kind: 'person', identityMark: 'mark-lin' }],
}
const record = (over: Partial<KnownParty>): KnownParty => ({
  name: '某人',
  kind: 'person',
  caseNumber: '620171-2025-00007',
  side: 'applicant',
  lawyerId: 'lin',
  firmId: 'firm',
  ...over,
})
const check = (known: KnownParty[], of: CaseParties = parties, provider = lin) =>
  findConflicts(of, provider, known, today).map(({ rule, code, severity, basis }) => ({ rule, code, severity, basis }))

describe('利益冲突检索', () => {
  it('passes when nothing is known', () => {
    expect(check([])).toEqual([])
  })
  it('passes for cases of other firms', () => {
    expect(check([record({ ...employer, lawyerId: 'x', firmId: 'other' })])).toEqual([])
  })
  it('leaves this case itself out', () => {
    expect(check([record({ ...employer, caseNumber: parties.caseNumber })])).toEqual([])
  })

  it('CF-1: acts for the other side of the same dispute', () => {
    expect(check([record({ ...employer }), record({ ...worker, side: 'opponent' })])).toContainEqual({
      rule: 'CF-1',
      code: 'sameOpponent',
      severity: 'ban',
      basis: 'certain',
    })
  })
  it('CF-1: so does a colleague of the firm', () => {
    const found = check([
      record({ ...employer, lawyerId: 'colleague' }),
      record({ ...worker, side: 'opponent', lawyerId: 'colleague' }),
    ])
    expect(found).toEqual([{ rule: 'CF-1', code: 'sameOpponent', severity: 'ban', basis: 'certain' }])
  })
  it('CF-1: two names agreeing crosswise ban without any number', () => {
    const bare = { ...parties, opponents: [{ name: '王老板', kind: 'person' as const }] }
    expect(check([record({ name: '王老板' }), record({ name: '马有福', side: 'opponent' })], bare)[0]).toMatchObject({
      rule: 'CF-1',
      severity: 'ban',
    })
  })

  it('CF-2: the opponent is a client at present', () => {
    expect(check([record({ ...employer })])).toEqual([
      { rule: 'CF-2', code: 'formerClient', severity: 'ban', basis: 'certain' },
    ])
  })
  it('CF-2: a former client has to be explained', () => {
    expect(check([record({ ...employer, closedOn: localDate('2020-01-01') })])).toEqual([
      { rule: 'CF-2', code: 'formerClient', severity: 'explain', basis: 'certain' },
    ])
  })
  it('CF-2: stands against the aided person elsewhere', () => {
    const known = (closedOn?: KnownParty['closedOn']) => [
      record({ name: '别家公司', kind: 'organisation' }),
      record({ ...worker, side: 'opponent', closedOn }),
    ]
    expect(check(known())).toEqual([{ rule: 'CF-2', code: 'sameOpponent', severity: 'ban', basis: 'certain' }])
    expect(check(known(localDate('2026-01-01')))[0]?.severity).toBe('explain')
  })
  it('CF-2: the provider or a near relative is a party', () => {
    const brother = {
      ...lin,
      own: [...lin.own, { name: '林书远', kind: 'person' as const, identityMark: 'mark-brother' }],
    }
    expect(
      check([], { ...parties, opponents: [{ name: '林书远', kind: 'person', identityMark: 'mark-brother' }] }, brother),
    ).toEqual([{ rule: 'CF-2', code: 'relative', severity: 'ban', basis: 'certain' }])
  })
  it('a person of the same name is to be looked at, not banned', () => {
    const common = { ...parties, opponents: [{ name: '张伟', kind: 'person' as const }] }
    expect(check([record({ name: '张 伟' })], common)).toEqual([
      { rule: 'CF-2', code: 'formerClient', severity: 'explain', basis: 'name' },
    ])
  })
  it('a person of the same name and another number is nobody', () => {
    const common = { ...parties, opponents: [{ name: '张伟', kind: 'person' as const, identityMark: 'a' }] }
    expect(check([record({ name: '张伟', identityMark: 'b' })], common)).toEqual([])
  })

  it('CF-4: defends a co-defendant who names ours', () => {
    const defence = { ...parties, opponents: [], coDefendants: [{ name: '赵六', kind: 'person' as const }] }
    const both = [record({ name: '赵六' }), record({ name: '马有福', side: 'coDefendant' })]
    expect(check(both, defence)).toEqual([{ rule: 'CF-4', code: 'coDefendant', severity: 'ban', basis: 'certain' }])
    expect(check([record({ name: '赵六' })], defence)[0]?.severity).toBe('explain')
    const colleague = both.map((one) => ({ ...one, lawyerId: 'colleague' }))
    expect(check(colleague, defence)).toEqual([])
  })

  it('CF-9: clients of the firm count for three years', () => {
    const firm = (closedOn?: string) =>
      check([
        record({
          ...employer,
          lawyerId: 'colleague',
          closedOn: closedOn === undefined ? undefined : localDate(closedOn),
        }),
      ])
    expect(firm()).toEqual([{ rule: 'CF-9', code: 'opponentIsFirmClient', severity: 'explain', basis: 'certain' }])
    expect(firm('2023-11-23')).toHaveLength(1)
    expect(firm('2023-11-22')).toEqual([])
  })
  it('CF-9: branches and affiliates are shown to be explained', () => {
    const branch = { name: '甘肃某某建筑有限责任公司西宁分公司', kind: 'organisation' as const }
    expect(check([record({ ...branch })])).toEqual([
      { rule: 'CF-2', code: 'formerClient', severity: 'explain', basis: 'related' },
    ])
    const withAffiliate = { ...parties, affiliates: [{ name: '某某劳务有限公司', kind: 'organisation' as const }] }
    expect(
      check([record({ name: '某某劳务有限公司', kind: 'organisation', lawyerId: 'colleague' })], withAffiliate),
    ).toEqual([{ rule: 'CF-9', code: 'opponentIsFirmClient', severity: 'explain', basis: 'related' }])
  })
  it('CF-9: who was named as a company of the opponent in a case of the provider is shown, not banned', () => {
    const aidedNow = { ...parties, aided: [{ name: '某某劳务有限公司', kind: 'organisation' as const }] }
    const named = record({ name: '某某劳务有限公司', kind: 'organisation', side: 'affiliate' })
    expect(check([named], aidedNow)).toEqual([
      { rule: 'CF-2', code: 'sameOpponent', severity: 'explain', basis: 'related' },
    ])
    // The colleague of the firm is not asked for it, and who stands against such a company again is no conflict.
    expect(check([{ ...named, lawyerId: 'colleague' }], aidedNow)).toEqual([])
    expect(check([named], { ...parties, opponents: aidedNow.aided })).toEqual([])
  })
})
