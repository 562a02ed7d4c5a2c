import { localDate } from '@fatong/law/calendar/dates.ts'
import { describe, expect, it } from 'vitest'
import { personGroups, type KnownOfPerson } from './person-groups.ts'

const of = (known: Partial<KnownOfPerson>) =>
  personGroups({ facts: {}, told: [], on: localDate('2026-11-23'), ...known })

describe('人员类别', () => {
  it('says nothing of somebody nothing is known of', () => expect(of({})).toEqual([]))
  it('takes age and sex from the identity number, on the day of the application', () => {
    expect(of({ birthDate: localDate('1966-11-23'), female: true })).toEqual(['elderly', 'woman'])
    expect(of({ birthDate: localDate('1966-11-24'), female: false })).toEqual([])
    expect(of({ birthDate: localDate('2008-11-24'), female: true })).toEqual(['minor'])
    expect(of({ birthDate: localDate('2008-11-23'), female: true })).toEqual(['woman'])
  })
  it('takes what was answered for the rules', () => {
    expect(of({ facts: { isMigrantWorker: true, disabled: true, assistance: 'dibao' } })).toEqual([
      'migrantWorker',
      'disabled',
      'relief',
    ])
    expect(of({ facts: { assistance: 'preferential', serviceIdentity: 'martyrFamily' } })).toEqual([
      'military',
      'preferential',
    ])
    expect(of({ facts: { assistance: 'judicialAid', serviceIdentity: 'policeFamily' } })).toEqual([])
  })
  it('takes what was ticked, unless an answer says otherwise', () => {
    expect(of({ told: ['migrantWorker', 'disabled', 'military', 'veteran'] })).toEqual([
      'migrantWorker',
      'disabled',
      'military',
      'veteran',
    ])
    expect(
      of({
        told: ['migrantWorker', 'disabled', 'military'],
        facts: { isMigrantWorker: false, disabled: false, serviceIdentity: 'none' },
      }),
    ).toEqual([])
  })
  it('knows the names of the minorities, and no other word', () => {
    for (const ethnicity of ['东乡族', '回', ' 藏族 ', '撒拉族'])
      expect(of({ ethnicity }), ethnicity).toEqual(['ethnicMinority'])
    for (const ethnicity of ['汉族', '汉', '不清楚', '']) expect(of({ ethnicity }), ethnicity).toEqual([])
  })
})
