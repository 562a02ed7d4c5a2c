import { localDate } from '@fatong/law/calendar/dates.ts'
import { SAMPLE_OFFICE } from '@fatong/law/calendar/office-hours.ts'
import { KNOWN_CALENDAR } from '@fatong/law/calendar/tables/known.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { STATUSES } from '../vocabulary.ts'
import { clocksOf } from './clocks.ts'
import type { Command } from './commands.ts'
import { decide } from './decide.ts'
import { reportsOf } from './ending-reports.ts'
import { evolve, fold } from './evolve.ts'
import { mayIssue } from './permissions.ts'
import { TERMINAL } from './state.ts'
import * as p from './testing/people.ts'
import { inTable, TRANSITIONS } from './transitions.ts'

const day = localDate('2026-11-23')
const COMMANDS: Command[] = [
  p.submit,
  p.accept,
  p.grant,
  p.assign,
  { type: 'acceptApplication', documentNumber: '收2' },
  {
    type: 'registerNotification',
    letter: p.letter,
    number: 'LX2',
    placeId: 'center',
    agencyId: 'center',
    materials: [],
  },
  {
    type: 'requestSupplement',
    items: [{ code: 'identity', wording: '身份证' }],
    deadline: localDate('2026-12-30'),
    documentNumber: '补1',
  },
  {
    type: 'requestSupplement',
    items: [{ code: 'identity', wording: '身份证' }],
    deadline: localDate('2026-12-30'),
    documentNumber: '补2',
    contradiction: '不一致',
  },
  { type: 'extendSupplement', deadline: localDate('2027-01-29'), reason: '要补办' },
  { type: 'supplyMaterials', materials: [p.photo], note: '' },
  { type: 'confirmDeemedWithdrawn', documentNumber: '撤1' },
  { type: 'withdrawApplication', reason: '和解' },
  { type: 'transferApplication', to: '外地', reason: '管辖', documentNumber: '函1' },
  { type: 'startRemoteVerification', agency: '外地', question: '收入', documentNumber: '函2' },
  { type: 'finishRemoteVerification', result: '属实' },
  { type: 'recordReview', review: { proposal: 'refuse', note: '超标', assessmentVerdict: 'doesNotHold' } },
  { type: 'grantProvisionalAid', ground: 'UR-1', reason: '急', documentNumber: '先1' },
  { type: 'completeFormalities', materials: [] },
  { ...p.grant, delayReason: '晚了' } as Command,
  { ...p.assign, delayReason: '晚了' } as Command,
  { ...p.assign, conflictCheck: null } as Command,
  { ...p.assignOther, delayReason: '晚了' } as Command,
  { ...p.assign, override: '受援人信任', delayReason: '晚了' },
  { ...p.assign, provider: { ...p.provider, kind: 'grassrootsLegalWorker' } } as Command,
  { ...p.assign, provider: { ...p.provider, practiceYears: 1 } } as Command,
  { type: 'refuseAid', reasons: ['other'], explanation: '理由', documentNumber: '不1' },
  { type: 'acceptAssignment' },
  { type: 'declineAssignment', reason: 'illness', explanation: '病' },
  { type: 'recordEngagement', signedOn: day, materials: [] },
  { type: 'startWork', meetingOn: day, note: '见' },
  { type: 'reportProgress', note: '进展', materials: [] },
  { type: 'reportTerminationGround', ground: 'TM-6', note: '另请' },
  { type: 'declineTermination', reason: '没有依据' },
  { type: 'requestReplacement', reason: '换' },
  { type: 'decideReplacement', approve: true, reason: '可' },
  { type: 'decideReplacement', approve: false, reason: '不可' },
  { type: 'terminateAid', ground: 'TM-6', evidence: ['合同'], explanation: '另请', documentNumber: '终1' },
  { type: 'terminateAid', ground: 'TM-4', evidence: [], explanation: '', documentNumber: '终2' },
  { type: 'concludeCase', concludedOn: day, closedBy: 'mediation', basis: '裁决', outcome: '胜', materials: [] },
  { type: 'submitFile', propertyTaken: false, materials: [], report: '报告', documentNumber: '结1' },
  { type: 'returnFile', reasons: ['缺'] },
  { type: 'approveSubsidy', amountFen: 1 },
  { type: 'recordEvaluation', satisfied: true, grade: 'good', note: '' },
  { type: 'archiveCase', shelf: 'A' },
  { type: 'fileObjection', statement: '不服' },
  { type: 'decideObjection', outcome: 'uphold', explanation: '维持', documentNumber: '异1' },
  { type: 'decideObjection', outcome: 'orderCorrection', explanation: '改', documentNumber: '异2' },
  { type: 'carryOutCorrection', note: '改' },
  { type: 'addMaterials', materials: [p.photo], note: '' },
  { type: 'leaveMessage', text: '您好', to: 'agency' },
  { type: 'nameAffiliates', opponent: p.form.opponents[0]?.name ?? '', names: ['某集团'] },
]
interface Step {
  command: number
  guided: number
  actor: number
  wait: number
}
const step: fc.Arbitrary<Step> = fc.record({
  command: fc.nat(COMMANDS.length - 1),
  guided: fc.nat(3),
  actor: fc.nat(30),
  wait: fc.constantFrom(0, 5, 60, 600, p.DAY, 9 * p.DAY),
})
/** Three times in four the next command that the case would take, so that walks reach the far ends of the table. */
function commandFor(walk: p.Walk, from: number, guided: number, pick: number): Command {
  const order = [...COMMANDS.slice(from), ...COMMANDS.slice(0, from)]
  const taken =
    guided === 0
      ? undefined
      : order.find(
          (command) =>
            decide(walk.state, command, p.contextOf(actorFor(walk, command, pick), walk.now)).ok &&
            !IDLE.has(command.type),
        )
  return taken ?? order[0]!
}
const IDLE = new Set<Command['type']>(['addMaterials', 'nameAffiliates', 'leaveMessage', 'reportTerminationGround'])
/** Mostly somebody who may, sometimes somebody who may not: otherwise hardly a walk gets far. */
const actorFor = (walk: p.Walk, command: Command, pick: number) => {
  const allowed = p.EVERYONE.filter((a) => mayIssue(a, command.type, walk.state))
  return pick < 24 && allowed.length > 0 ? allowed[pick % allowed.length]! : p.EVERYONE[pick % p.EVERYONE.length]!
}
const starts = [() => new p.Walk(), ...p.STARTS]

/** Everything a walk passed through, to show that walks get somewhere. */
interface Passed {
  statuses: Set<string>
  moves: Set<string>
}

function take(walk: p.Walk, { command: from, guided, actor: pick, wait }: Step, passed: Passed): void {
  walk.wait(wait)
  const command = commandFor(walk, from, guided, pick)
  const before = walk.state,
    count = walk.events.length,
    copy = JSON.stringify(before)
  const actor = actorFor(walk, command, pick)
  const decision = walk.try(actor, command)
  if (!decision.ok) {
    expect(walk.state).toBe(before)
    expect(walk.events.length).toBe(count)
    return
  }
  // The state before is untouched, every event is kept, and the versions have no gap.
  expect(JSON.stringify(before)).toBe(copy)
  expect(walk.events.length).toBe(count + decision.events.length)
  expect(mayIssue(actor, command.type, before)).toBe(true)
  if (before && TERMINAL.includes(before.status)) expect(walk.state?.status).toBe(before.status)
  let previous = before
  for (const event of walk.events.slice(count)) {
    const to = evolve(previous, event)
    expect(
      inTable(previous?.status ?? 'none', to.status, event.type),
      `${previous?.status ?? 'none'} -> ${to.status} by ${event.type}`,
    ).toBe(true)
    expect(to.version).toBe((previous?.version ?? 0) + 1)
    if (event.type === 'terminationDeclined') expect(to.status).toBe(previous?.status)
    passed.statuses.add(to.status)
    passed.moves.add(`${event.type} ${to.status}`)
    previous = to
  }
  expect(previous).toEqual(walk.state)
  holdInvariants(walk)
}

const passThrough = (parameters: fc.Parameters<[() => p.Walk, Step[]]>): Passed => {
  const passed: Passed = { statuses: new Set(), moves: new Set() }
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.array(step, { maxLength: 60, size: 'max' }), (start, steps) => {
      const walk = start()
      for (const one of steps) take(walk, one, passed)
      expect(fold(walk.events)).toEqual(walk.state)
      expect(fold(JSON.parse(JSON.stringify(walk.events)) as typeof walk.events)).toEqual(
        JSON.parse(JSON.stringify(walk.state)),
      )
    }),
    parameters,
  )
  return passed
}

test('no sequence of commands breaks an invariant or loses an event', () => {
  passThrough({ numRuns: 300 })
})

test('the walks pass through every status and every row of the table', () => {
  const { statuses, moves } = passThrough({ numRuns: 600, seed: 20_261_123 })
  expect(Object.keys(STATUSES).filter((status) => !statuses.has(status))).toEqual(['draft'])
  expect(
    TRANSITIONS.filter(({ event, to }) => !to.some((status) => moves.has(`${event} ${status}`))).map(({ id }) => id),
  ).toEqual([])
})

const settings = { office: SAMPLE_OFFICE, calendar: KNOWN_CALENDAR }
function holdInvariants({ state, events, now }: p.Walk): void {
  if (!state) return
  const of = (type: string) => events.filter((e) => e.type === type)
  const first = (type: string) => events.findIndex((e) => e.type === type)
  if (first('lawyerAssigned') >= 0 && state.kind === 'application') {
    // I1
    const grounds = [first('aidGranted'), first('provisionalAidGranted')].filter((i) => i >= 0)
    expect(Math.min(...grounds)).toBeLessThan(first('lawyerAssigned'))
  }
  if (state.kind === 'notified')
    expect([
      ...of('reviewRecorded'),
      ...of('remoteVerificationStarted'),
      ...of('aidGranted'),
      ...of('aidRefused'),
    ]).toEqual([]) // I2
  of('supplementRequested')
    .slice(1)
    .forEach((e) => {
      expect((e.data as { contradiction?: string }).contradiction).toBeTruthy()
    }) // I3
  if (state.decision && state.review) expect(state.decision.by.id).not.toBe(state.review.by.id) // I4
  for (const e of of('lawyerAssigned')) {
    const { conflictCheck, provider } = e.data as {
      conflictCheck: { findings: { severity: string }[]; explanation?: string }
      provider: { kind: string; practiceYears: number }
    }
    expect(conflictCheck.findings.every((f) => f.severity === 'explain' && conflictCheck.explanation)).toBe(true)
    if (state.letter) {
      expect(provider.kind).toBe('lawyer')
      expect(provider.practiceYears).toBeGreaterThanOrEqual(3)
    } // I5, I6
  }
  const withoutDecision = state.decision === undefined && state.kind === 'application'
  if (withoutDecision)
    expect(['granted', 'assigned', 'engaged', 'inProgress', 'reassigning', 'concluded']).not.toContain(state.status) // I1
  if (['assigned', 'engaged', 'inProgress', 'concluded'].includes(state.status)) expect(state.assignment).toBeDefined()
  if (['granted', 'notified', 'refused', 'accepted'].includes(state.status)) expect(state.assignment).toBeUndefined()
  if (state.termination) expect(state.termination.evidence.length).toBeGreaterThan(0) // I7
  expect(state.pauses.filter((pause) => pause.until === undefined).length).toBeLessThanOrEqual(1) // AC-4: no day is given back twice
  state.pauses.slice(1).forEach((pause, i) => {
    expect(pause.from).toBeGreaterThanOrEqual(state.pauses[i]!.until ?? Infinity)
  })
  for (const clock of clocksOf(state, now, settings))
    if (clock.light === 'red') expect(clock.statutory !== undefined && now >= clock.statutory.endsAt).toBe(true) // I9
  for (const e of of('aidTerminated')) expect((e.data as { evidence: string[] }).evidence.length).toBeGreaterThan(0) // I7
  // Every answer to a request or report of an end follows one, and only one answer does.
  expect(of('terminationDeclined').length).toBeLessThanOrEqual(of('terminationGroundReported').length)
  for (const { declined } of reportsOf(state)) if (declined) expect(declined.reason).toBeTruthy()
  expect(reportsOf(state)).toHaveLength(of('terminationGroundReported').length) // no request is lost
  for (const e of events) expect(e.actor.id && e.at).toBeTruthy() // I10
}
