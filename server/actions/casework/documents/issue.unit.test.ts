import * as p from '@fatong/casework/application/testing/people.ts'
import type { Command } from '@fatong/casework/application/commands.ts'
import type { CaseState } from '@fatong/casework/application/state.ts'
import { localDate } from '@fatong/law/calendar/dates.ts'
import { describe, expect, it } from 'vitest'
import { isDefence } from '@fatong/casework/application/service.ts'
import { papersOf } from './issue.ts'

const kinds = (command: Command, state: CaseState | null) => papersOf(command, state).map(({ kind }) => kind)
const engaged = (obstacle?: string): Command => ({
  type: 'recordEngagement',
  signedOn: localDate('2026-11-24'),
  materials: [],
  ...(obstacle === undefined ? {} : { obstacle }),
})

describe('what is to be signed within five days (AS-5, T14)', () => {
  it('is there as soon as the lawyer takes the case, and not issued again when it is signed', () => {
    expect(kinds({ type: 'acceptAssignment', documentNumber: '' }, p.assigned().state)).toEqual([
      'engagementAgreement',
      'powerOfAttorney',
    ])
    const taken = p.assigned().do(p.lawyer, { type: 'acceptAssignment', documentNumber: '委1' })
    expect(taken.state?.issued.at(-1)).toMatchObject({ event: 'assignmentAccepted', documentNumber: '委1' })
    expect(kinds(engaged(), taken.state)).toEqual([])
  })
  it('is issued with the signing for who took the case before, but not where nothing could be signed', () => {
    const taken = p.assigned().do(p.lawyer, { type: 'acceptAssignment' })
    expect(kinds(engaged(), taken.state)).toEqual(['engagementAgreement', 'powerOfAttorney'])
    expect(kinds(engaged('受援人在外地'), taken.state)).toEqual([])
  })
  it('speaks of defence for who is accused, not for the victim nor for treatment by force', () => {
    const notified = p.notified().state!
    expect(kinds({ type: 'acceptAssignment', documentNumber: '' }, notified)).toEqual([
      'defenceAgreement',
      'powerOfAttorney',
    ])
    expect(isDefence({ letter: { ...notified.letter!, ground: 'ND-7' } })).toBe(false)
    const form = p.submitted().state!.form!
    expect(isDefence({ form: { ...form, matter: 'criminalDefense', serviceForm: 'criminalDefense' } })).toBe(true)
    expect(isDefence({ form: { ...form, matter: 'criminalVictim', serviceForm: 'criminalDefense' } })).toBe(false)
    expect(isDefence({ form })).toBe(false)
  })
  it('a retrial of a criminal case is one of defence: the court is written to, and what is signed says so', () => {
    const { state } = p.granted()
    const as = (retrialIsCriminal: boolean): CaseState => ({
      ...state!,
      form: {
        ...state!.form!,
        matter: 'retrial',
        serviceForm: 'civilRepresentation',
        facts: { matter: 'retrial', retrialIsCriminal },
      },
    })
    expect(kinds(p.assign, as(true))).toEqual(['assignmentNotice', 'officialLetter'])
    expect(kinds(p.assign, as(false))).toEqual(['assignmentNotice'])
    const accept: Command = { type: 'acceptAssignment', documentNumber: '' }
    expect(kinds(accept, as(true))).toEqual(['defenceAgreement', 'powerOfAttorney'])
    expect(kinds(accept, as(false))).toEqual(['engagementAgreement', 'powerOfAttorney'])
  })
})
