import { clocksOf, type Clock, type ClockSettings } from '@fatong/casework/application/clocks.ts'
import { nextStep, STAFF_COMMAND } from '@fatong/casework/application/next-step.ts'
import { PERMISSIONS } from '@fatong/casework/application/permissions.ts'
import type { CaseState } from '@fatong/casework/application/state.ts'
import type { Role } from '@fatong/casework/vocabulary.ts'
import { localDateOf, type Instant } from '@fatong/law/calendar/dates.ts'
import { formatDate, formatInstant } from '@fatong/law/calendar/wording.ts'
import { rowLight } from './case-row.ts'

/** Who is told of a clock that runs out, and in which words. `roles` count at the agency of the case and above it. */
export interface DeadlineNotice {
  light: 'amber' | 'red'
  /** without names: it is read in a list */
  text: string
  roles: readonly Role[]
  /** whose clock it is, where the lawyer keeps it */
  staffId: string | null
  /** the firm whose manager may answer or sign for the lawyer, or find out why nobody does */
  firmId: string | null
  /** what is said to the applicant, where it is their papers that are owed */
  toApplicant: string | null
}

/** Clocks that whoever handles the case keeps; all others are kept by those who take the next step. */
const OF_PROVIDER: readonly Clock['kind'][] = [
  'answerAssignment',
  'sign',
  'signNextDay',
  'progressReport',
  'handInFile',
  'fileReturn',
]
/** Where nothing comes of these, somebody else may have to be found: whoever assigns hears of it as well (AS-4, AS-5). */
const BEFORE_WORK: readonly Clock['kind'][] = ['answerAssignment', 'signNextDay', 'sign']
/** I9 (红灯并上报): a passed limit of law is reported. */
const REPORTED_TO: readonly Role[] = ['director', 'bureauOfficer']

const ASSIGNS: readonly Role[] = PERMISSIONS.assignLawyer.roles.filter((role) => role !== 'director')

/** Of the clock that makes the light what it is now; null while no clock runs out. */
export function deadlineNotice(state: CaseState, now: Instant, settings: ClockSettings): DeadlineNotice | null {
  const clocks = clocksOf(state, now, settings)
  const light = rowLight(clocks)
  const turned = clocks.filter((one) => one.light === light)
  // Nothing is signed before the assignment was answered: that is what is waited for.
  const clock = turned.find(({ kind }) => kind === 'answerAssignment') ?? turned[0]
  if (!clock || (light !== 'amber' && light !== 'red')) return null
  const provider = OF_PROVIDER.includes(clock.kind) ? state.assignment?.provider : undefined
  const early = provider !== undefined && BEFORE_WORK.includes(clock.kind)
  const working = provider === undefined ? workingOn(state, now, settings) : early ? ASSIGNS : []
  return {
    light,
    staffId: provider?.staffId ?? null,
    firmId: early ? provider.orgId : null,
    text: textOf(clock, now),
    roles: light === 'red' ? [...new Set([...working, ...REPORTED_TO])] : working,
    toApplicant: owedBy(clock, now),
  }
}

/** Whoever may take the next step; the director stands in for all of them and is told where there is nobody else. */
function workingOn(state: CaseState, now: Instant, settings: ClockSettings): readonly Role[] {
  const command = STAFF_COMMAND[nextStep(state, now, settings).code]
  const roles = command ? PERMISSIONS[command].roles.filter((role) => role !== 'director') : []
  return roles.length > 0 ? roles : ['director']
}

const yearOf = (now: Instant): number => Number(localDateOf(now).slice(0, 4))

function textOf({ name, target, statutory, light }: Clock, now: Instant): string {
  const year = yearOf(now)
  if (target)
    return `${name}${now < target.dueAt ? '快到时间了' : '过了承诺的时间'}：${formatInstant(target.dueAt, year)}前，请尽快办理。`
  const day = statutory ? formatDate(statutory.lastDay, year) : ''
  if (light === 'red') return `${name}超过法定期限：最后一天是${day}，请马上办理。已报主任和司法局。`
  return `${name}${statutory && now < statutory.endsAt ? '的期限快到了' : '过了平台定的期限'}：最后一天是${day}，请尽快办理。`
}

/** What is said to the applicant while papers asked for are awaited; null once they are in or the term is over. */
export function owedPapers(state: CaseState, now: Instant, settings: ClockSettings): string | null {
  const clock = clocksOf(state, now, settings).find(({ kind }) => kind === 'supplement')
  return clock ? owedBy(clock, now) : null
}

/** UR-4 and the notice of what is missing: a reminder while there is still time. */
function owedBy({ kind, statutory }: Clock, now: Instant): string | null {
  if (!statutory || now >= statutory.endsAt) return null
  const day = formatDate(statutory.lastDay, yearOf(now))
  if (kind === 'supplement') return `还有材料没有补，请在${day}前拍照上传，或者送到服务点。`
  return kind === 'provisionalReminder'
    ? `律师已经在帮您，手续还没有补全，请在${day}前拍照上传，或者送到服务点。`
    : null
}
