import {
  addDays,
  daysBetween,
  instantAt,
  localDateOf,
  type Instant,
  type LocalDate,
} from '@fatong/law/calendar/dates.ts'
import type { OfficeSettings } from '@fatong/law/calendar/office-hours.ts'
import { sameDayTarget } from '@fatong/law/calendar/same-day.ts'
import type { PeriodEnd } from '@fatong/law/calendar/periods.ts'
import { suspendedPeriod } from '@fatong/law/calendar/suspension.ts'
import type { WorkCalendar } from '@fatong/law/calendar/working-days.ts'
import type { Citation } from '@fatong/law/answer.ts'
import { LEGAL_LIMITS, isLegal, legalLimitEnd, type LegalLimitKey } from '@fatong/law/legal-aid/deadlines.ts'
import type { SameDayStep } from '../vocabulary.ts'
import { replacing } from './replacing.ts'
import type { CaseState, Pause, StepRecord } from './state.ts'
import { supplementTerm } from './supplement-term.ts'

export type Light = 'green' | 'amber' | 'red' | 'paused' | 'done'
export interface Statutory {
  lastDay: LocalDate
  warnDay: LocalDate
  endsAt: Instant
  certain: boolean
  citation: Citation
  legal: boolean
}
/** One running clock: the promise of a day and the limit of the law stand apart (I9). `signNextDay` is the promise beside T14, `carryOutCorrection` the one of T26. */
export interface Clock {
  kind: LegalLimitKey | SameDayStep | 'signNextDay' | 'carryOutCorrection'
  name: string
  startedAt: Instant
  statutory?: Statutory
  target?: { dueAt: Instant; day: LocalDate; reason: string }
  paused?: { since: Instant; why: Pause['why']; daysLeft?: number }
  light: Light
}
export interface ClockSettings {
  calendar: WorkCalendar
  office: OfficeSettings
}

/** The clocks that run now, the soonest first. A case at rest has none. */
export function clocksOf(state: CaseState, now: Instant, settings: ClockSettings): Clock[] {
  return running(state, now, settings)
    .map((clock) => ({ ...clock, light: lightOf(clock, now) }))
    .sort((a, b) => dueOf(a) - dueOf(b))
}

/** When a clock matters next: the promise first, else the legal end. */
export const dueOf = (clock: Clock): number => clock.target?.dueAt ?? clock.statutory?.endsAt ?? Number.MAX_SAFE_INTEGER

type Running = Omit<Clock, 'light'>

function running(state: CaseState, now: Instant, settings: ClockSettings): Running[] {
  const limit = (key: LegalLimitKey, from: Instant, amount?: number): Running => ({
    kind: key,
    name: LEGAL_LIMITS[key].name,
    startedAt: from,
    statutory: statutoryOf(key, from, settings.calendar, amount),
  })
  switch (state.status) {
    case 'submitted':
    case 'accepted':
      return [
        review(state, settings),
        promise(state, state.status === 'submitted' ? 'accept' : 'decide', settings),
      ].filter(isThere)
    case 'supplementing':
      return [review(state, settings), supplementClock(state, settings)].filter(isThere)
    case 'verifying':
      return [review(state, settings)]
    case 'provisional':
      return provisional(state, limit, settings)
    case 'granted':
      return [limit('assign', since(state, state.decision?.at)), promise(state, 'assign', settings)].filter(isThere)
    case 'notified':
      return [limit('assignNotified', since(state, state.openedAt)), promise(state, 'assign', settings)].filter(isThere)
    case 'assigned':
      return [
        answer(state, limit),
        limit('sign', since(state, state.assignment?.at)),
        signNextDay(state, settings),
      ].filter(isThere)
    case 'engaged':
    case 'inProgress':
      return [
        limit('progressReport', since(state, state.progress.at(-1)?.at ?? state.work?.at ?? state.engagement?.at)),
      ]
    case 'reassigning':
      return replacement(state, limit, settings)
    case 'concluded':
      return state.conclusion ? [handIn(state, settings.calendar)] : []
    case 'fileReview':
      return state.file ? [limit('reviewFile', state.file.submittedAt)] : []
    case 'fileReturned':
      return state.file?.returnedAt === undefined ? [] : [limit('fileReturn', state.file.returnedAt)]
    case 'refused':
    case 'terminated':
      return contested(state, limit, settings)
    case 'draft':
    case 'transferred':
    case 'withdrawn':
    case 'subsidyApproved':
    case 'evaluated':
    case 'archived':
      return []
    default:
      return state.status satisfies never
  }
}
/** An order to correct opens the step anew: its limit runs from the correction, not from long before (T26). */
const since = ({ correctedAt, openedAt }: CaseState, at: Instant | undefined): Instant =>
  correctedAt !== undefined && correctedAt > (at ?? openedAt) ? correctedAt : (at ?? openedAt)

const isThere = <T>(value: T | undefined): value is T => value !== undefined

function statutoryOf(key: LegalLimitKey, from: Instant, calendar: WorkCalendar, amount?: number): Statutory {
  const end = legalLimitEnd(key, from, calendar, amount)
  return {
    lastDay: end.lastDay,
    warnDay: end.unrolledDay,
    endsAt: end.endsAt,
    certain: end.certain,
    citation: LEGAL_LIMITS[key].citation,
    legal: isLegal(key),
  }
}

/** Seven days from the application; the days of a pause are given back (AC-4, AC-5). A pause that began after the last day does not undo that it passed (I9). */
function review(state: CaseState, { calendar }: ClockSettings): Running {
  const limit = LEGAL_LIMITS.review
  const { start, period } = reviewPeriod(state, calendar)
  const base = { kind: 'review' as const, name: limit.name, startedAt: start }
  const { lastDay, unrolledDay, endsAt, certain } = reviewEnd(state, calendar)
  const statutory = { lastDay, warnDay: unrolledDay, endsAt, certain, citation: limit.citation, legal: true }
  if (period.state === 'running') return { ...base, statutory }
  const paused = {
    since: period.since,
    why: state.pauses.at(-1)?.why ?? ('supplement' as const),
    daysLeft: Math.max(0, period.daysLeft),
  }
  return { ...base, paused, ...(period.since >= endsAt ? { statutory } : {}) }
}
function reviewPeriod(state: CaseState, calendar: WorkCalendar, whether: (pause: Pause) => boolean = () => true) {
  const start = since(state, state.openedAt)
  const pauses = state.pauses.filter((pause) => pause.from >= start && whether(pause))
  return { start, period: suspendedPeriod({ start, days: LEGAL_LIMITS.review.amount, pauses, calendar }) }
}
/** Until when the review is to be decided; while it stands still, as it stood when it stopped. */
export function reviewEnd(state: CaseState, calendar: WorkCalendar): PeriodEnd {
  const { period } = reviewPeriod(state, calendar, ({ until }) => until !== undefined)
  if (period.state === 'paused') throw new Error('a pause that has ended cannot stand still')
  return period.end
}

function promise(state: CaseState, step: SameDayStep, settings: ClockSettings): Running | undefined {
  return promiseOf(step, state.steps[step], settings)
}
function promiseOf(
  step: SameDayStep,
  record: StepRecord | undefined,
  { office, calendar }: ClockSettings,
): Running | undefined {
  if (!record || record.doneAt !== undefined) return undefined
  const names: Record<SameDayStep, string> = {
    apply: '当天申请',
    accept: '当天受理',
    decide: '当天决定',
    assign: '当天指派',
  }
  return { kind: step, name: names[step], ...promised(record.startedAt, office, calendar) }
}
function promised(
  startedAt: Instant,
  office: OfficeSettings,
  calendar: WorkCalendar,
): Pick<Running, 'startedAt' | 'target'> {
  const { dueAt, day, reason } = sameDayTarget(startedAt, office, calendar)
  return { startedAt, target: { dueAt, day, reason } }
}

/** Once the papers are in, the promise runs again; until then the term in the notice does. */
function supplementClock(state: CaseState, settings: ClockSettings): Running | undefined {
  const { supplement } = state
  if (!supplement) return undefined
  if (supplement.suppliedAt !== undefined)
    return promise(state, 'accept', settings) ?? promise(state, 'decide', settings)
  const { lastDay, unrolledDay, endsAt, certain } = supplementTerm(supplement, settings.calendar)
  const { name, citation } = LEGAL_LIMITS.supplement
  return {
    kind: 'supplement',
    name,
    startedAt: supplement.requestedAt,
    statutory: { lastDay, warnDay: unrolledDay, endsAt, certain, citation, legal: isLegal('supplement') },
  }
}
const daysUntil = (from: Instant, day: LocalDate): number => daysBetween(localDateOf(from), day)

function provisional(
  state: CaseState,
  limit: (key: LegalLimitKey, from: Instant) => Running,
  settings: ClockSettings,
): Running[] {
  const aid = state.provisional
  if (!aid) return []
  // UR-4: the law sets no day for the papers; we remind first, then the director is told.
  const papers =
    aid.formalitiesAt === undefined
      ? [limit('provisionalReminder', aid.at), limit('provisionalEscalation', aid.at)]
      : [limit('provisionalReview', aid.formalitiesAt)]
  const lawyer = replacing(state)
    ? replacement(state, limit, settings)
    : [answer(state, limit), promise(state, 'assign', settings)]
  return [...papers, ...lawyer].filter(isThere)
}

/** Until the lawyer accepts or declines nobody works on the case: a limit of ours, as the law names none. */
function answer(state: CaseState, limit: (key: LegalLimitKey, from: Instant) => Running): Running | undefined {
  const { assignment } = state
  return assignment && assignment.acceptedAt === undefined
    ? limit('answerAssignment', since(state, assignment.at))
    : undefined
}

/** T14: the law gives five days, the promise is the next day the office is open, until it closes. */
function signNextDay(state: CaseState, { office, calendar }: ClockSettings): Running {
  const startedAt = since(state, state.assignment?.at)
  const { dueAt, day } = sameDayTarget(instantAt(addDays(localDateOf(startedAt), 1), 0), office, calendar)
  return { kind: 'signNextDay', name: '次日签约', startedAt, target: { dueAt, day, reason: 'nextDay' } }
}

/** The five days are for the decision; once it is taken only the promise to find somebody the same day is left (T17). */
function replacement(
  state: CaseState,
  limit: (key: LegalLimitKey, from: Instant) => Running,
  settings: ClockSettings,
): Running[] {
  if (!state.replacement) return []
  if (state.replacement.decided !== true) return [limit('replace', since(state, state.replacement.requestedAt))]
  return [promiseOf('assign', state.reassignment, settings)].filter(isThere)
}

/** Thirty days from the day the case ended, which may lie before the day it was reported (CL-2, CL-6). */
function handIn(state: CaseState, calendar: WorkCalendar): Running {
  const at = state.conclusion?.at ?? state.openedAt
  const days = LEGAL_LIMITS.handInFile.amount + daysUntil(at, state.conclusion?.concludedOn ?? localDateOf(at))
  return {
    kind: 'handInFile',
    name: LEGAL_LIMITS.handInFile.name,
    startedAt: at,
    statutory: statutoryOf('handInFile', at, calendar, Math.max(0, days)),
  }
}

/** OB-2: five days for the bureau; what it orders is promised for the same day, the law says only 及时 (T26). */
function contested(
  { objection }: CaseState,
  limit: (key: LegalLimitKey, from: Instant) => Running,
  { office, calendar }: ClockSettings,
): Running[] {
  if (!objection) return []
  switch (objection.outcome) {
    case undefined:
      return [limit('objectionReview', objection.filedAt)]
    case 'orderCorrection':
      return [
        {
          kind: 'carryOutCorrection',
          name: '当天改正',
          ...promised(objection.decidedAt ?? objection.filedAt, office, calendar),
        },
      ]
    case 'uphold':
      return []
    default:
      return objection.outcome satisfies never
  }
}

const HOUR = 3_600_000
/** Red only past a limit of law; a missed promise or a passed limit of ours is amber (I9, DL-9). */
function lightOf(clock: Running, now: Instant): Light {
  if (clock.statutory && now >= clock.statutory.endsAt) return clock.statutory.legal ? 'red' : 'amber'
  if (clock.paused) return 'paused'
  if (clock.target && clock.target.dueAt - now < HOUR) return 'amber'
  if (clock.statutory && localDateOf(now) >= clock.statutory.warnDay) return 'amber'
  return 'green'
}
