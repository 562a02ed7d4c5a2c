import { localDate } from '@fatong/law/calendar/dates.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Command } from './commands.ts'
import { fold } from './evolve.ts'
import { mayIssue } from './permissions.ts'
import { TERMINAL } from './state.ts'
import * as p from './testing/people.ts'
import { inTable } from './transitions.ts'

const day = localDate('2026-11-23')
const COMMANDS: Command[] = [
  p.submit, p.accept, p.grant, p.assign, { type: 'acceptApplication', documentNumber: '收2' },
  { type: 'registerNotification', letter: p.letter, number: 'LX2', placeId: 'center', agencyId: 'center', materials: [] },
  { type: 'requestSupplement', items: [{ code: 'identity', wording: '身份证' }], deadline: localDate('2026-12-30'), documentNumber: '补1' },
  { type: 'requestSupplement', items: [{ code: 'identity', wording: '身份证' }], deadline: localDate('2026-12-30'), documentNumber: '补2', contradiction: '不一致' },
  { type: 'supplyMaterials', materials: [p.photo], note: '' }, { type: 'confirmDeemedWithdrawn', documentNumber: '撤1' }, { type: 'withdrawApplication', reason: '和解' },
  { type: 'transferApplication', to: '外地', reason: '管辖', documentNumber: '函1' }, { type: 'startRemoteVerification', agency: '外地', question: '收入', documentNumber: '函2' }, { type: 'finishRemoteVerification', result: '属实' },
  { type: 'recordReview', review: { proposal: 'refuse', note: '超标', assessmentVerdict: 'doesNotHold' } }, { type: 'grantProvisionalAid', ground: 'UR-1', reason: '急', documentNumber: '先1' }, { type: 'completeFormalities', materials: [] },
  { ...p.grant, delayReason: '晚了' } as Command, { ...p.assign, delayReason: '晚了' } as Command, { ...p.assign, conflictCheck: null } as Command,
  { ...p.assign, provider: { ...p.provider, kind: 'grassrootsLegalWorker' } } as Command, { ...p.assign, provider: { ...p.provider, practiceYears: 1 } } as Command,
  { type: 'refuseAid', reasons: ['other'], explanation: '理由', documentNumber: '不1' }, { type: 'acceptAssignment' }, { type: 'declineAssignment', reason: 'illness', explanation: '病' },
  { type: 'recordEngagement', signedOn: day, materials: [] }, { type: 'startWork', meetingOn: day, note: '见' }, { type: 'reportProgress', note: '进展', materials: [] }, { type: 'reportTerminationGround', ground: 'TM-6', note: '另请' },
  { type: 'requestReplacement', reason: '换' }, { type: 'decideReplacement', approve: true, reason: '可' }, { type: 'decideReplacement', approve: false, reason: '不可' },
  { type: 'terminateAid', ground: 'TM-6', evidence: ['合同'], explanation: '另请', documentNumber: '终1' }, { type: 'terminateAid', ground: 'TM-4', evidence: [], explanation: '', documentNumber: '终2' },
  { type: 'concludeCase', concludedOn: day, basis: '裁决', outcome: '胜', materials: [] }, { type: 'submitFile', materials: [], report: '报告', documentNumber: '结1' }, { type: 'returnFile', reasons: ['缺'] }, { type: 'approveSubsidy', amountFen: 1 },
  { type: 'recordEvaluation', satisfied: true, grade: 'good', note: '' }, { type: 'archiveCase', shelf: 'A' }, { type: 'fileObjection', statement: '不服' },
  { type: 'decideObjection', outcome: 'uphold', explanation: '维持', documentNumber: '异1' }, { type: 'decideObjection', outcome: 'orderCorrection', explanation: '改', documentNumber: '异2' }, { type: 'carryOutCorrection', note: '改' },
  { type: 'addMaterials', materials: [p.photo], note: '' }, { type: 'leaveMessage', text: '您好', to: 'agency' },
]
const step = fc.record({ command: fc.constantFrom(...COMMANDS), actor: fc.nat(30), wait: fc.constantFrom(0, 5, 60, 600, p.DAY, 9 * p.DAY) })
/** Mostly somebody who may, sometimes somebody who may not: otherwise hardly a walk gets far. */
const actorFor = (walk: p.Walk, command: Command, pick: number) => {
  const allowed = p.EVERYONE.filter((a) => mayIssue(a, command.type, walk.state))
  return pick < 24 && allowed.length > 0 ? allowed[pick % allowed.length]! : p.EVERYONE[pick % p.EVERYONE.length]!
}
const paid = () => p.inReview().do(p.fileReviewer, { type: 'approveSubsidy', amountFen: 1 })
const starts = [() => new p.Walk(), p.submitted, p.accepted, p.granted, p.assigned, p.inProgress, p.inReview, paid, p.notified, p.refusedCase]

test('no sequence of commands breaks an invariant or loses an event', () => {
  const seen = new Set<string>()
  fc.assert(fc.property(fc.constantFrom(...starts), fc.array(step, { maxLength: 40 }), (start, steps) => {
    const walk = start()
    for (const { command, actor: pick, wait } of steps) {
      walk.wait(wait)
      const before = walk.state, count = walk.events.length, copy = JSON.stringify(before)
      const actor = actorFor(walk, command, pick)
      const decision = walk.try(actor, command)
      if (!decision.ok) {
        expect(walk.state).toBe(before)
        expect(walk.events.length).toBe(count)
        continue
      }
      // The state before is untouched, every event is kept, and the versions have no gap.
      expect(JSON.stringify(before)).toBe(copy)
      expect(walk.events.length).toBe(count + decision.events.length)
      expect(walk.state?.version).toBe(walk.events.length)
      expect(mayIssue(actor, command.type, before)).toBe(true)
      if (before && TERMINAL.includes(before.status)) expect(walk.state?.status).toBe(before.status)
      const last = decision.events.at(-1)!
      const from = before?.status ?? 'none'
      expect(decision.events.some((event) => inTable(from, walk.state!.status, event.type)), `${from} -> ${walk.state?.status} by ${last.type}`).toBe(true)
      seen.add(walk.state!.status)
      holdInvariants(walk)
    }
    expect(fold(walk.events)).toEqual(walk.state)
    expect(fold(JSON.parse(JSON.stringify(walk.events)) as typeof walk.events)).toEqual(JSON.parse(JSON.stringify(walk.state)))
  }), { numRuns: 1500 })
  expect(seen.size).toBeGreaterThanOrEqual(20)
})

function holdInvariants({ state, events }: p.Walk): void {
  if (!state) return
  const of = (type: string) => events.filter((e) => e.type === type)
  const first = (type: string) => events.findIndex((e) => e.type === type)
  if (first('lawyerAssigned') >= 0 && state.kind === 'application') { // I1
    const grounds = [first('aidGranted'), first('provisionalAidGranted')].filter((i) => i >= 0)
    expect(Math.min(...grounds)).toBeLessThan(first('lawyerAssigned'))
  }
  if (state.kind === 'notified') expect([...of('reviewRecorded'), ...of('remoteVerificationStarted'), ...of('aidGranted'), ...of('aidRefused')]).toEqual([]) // I2
  of('supplementRequested').slice(1).forEach((e) => { expect((e.data as { contradiction?: string }).contradiction).toBeTruthy() }) // I3
  if (state.decision && state.review) expect(state.decision.by.id).not.toBe(state.review.by.id) // I4
  for (const e of of('lawyerAssigned')) {
    const { conflictCheck, provider } = e.data as { conflictCheck: { findings: { severity: string }[]; explanation?: string }; provider: { kind: string; practiceYears: number } }
    expect(conflictCheck.findings.every((f) => f.severity === 'explain' && conflictCheck.explanation)).toBe(true)
    if (state.letter) { expect(provider.kind).toBe('lawyer'); expect(provider.practiceYears).toBeGreaterThanOrEqual(3) } // I5, I6
  }
  for (const e of of('aidTerminated')) expect((e.data as { evidence: string[] }).evidence.length).toBeGreaterThan(0) // I7
  for (const e of events) expect(e.actor.id && e.at).toBeTruthy() // I10
}
