import { TERMINAL, type CaseState, type StepRecord } from '@fatong/casework/application/state.ts'
import { SAME_DAY_STEPS, type SameDayStep, type Status } from '@fatong/casework/vocabulary.ts'
import type { CitizenCase } from '@fatong/contract/citizen/case.ts'
import type { Instant } from '@fatong/law/calendar/dates.ts'
import { sameDayTarget } from '@fatong/law/calendar/same-day.ts'
import type { ClockSettings } from '@fatong/casework/application/clocks.ts'

type Station = CitizenCase['steps'][number]

/** The four same-days (四个当天) as stations on a line. */
export function stations(state: CaseState, { office, calendar }: ClockSettings): Station[] {
  const paused = state.pauses.some((pause) => pause.until === undefined)
  return (Object.keys(SAME_DAY_STEPS) as SameDayStep[]).map((step): Station => {
    const base = { step, label: SAME_DAY_STEPS[step] }
    const record = state.steps[step]
    const doneAt = record?.doneAt ?? reachedOtherwise(step, state)
    if (doneAt !== undefined) return { ...base, state: 'done', at: doneAt, dueAt: null }
    if (record && !isOver(state.status)) {
      return paused
        ? { ...base, state: 'paused', at: null, dueAt: null }
        : { ...base, state: 'current', at: null, dueAt: dueOf(record) }
    }
    return { ...base, state: isLeftOut(step, state) ? 'skipped' : 'waiting', at: null, dueAt: null }
  })

  function dueOf({ startedAt }: StepRecord): Instant {
    return sameDayTarget(startedAt, office, calendar).dueAt
  }
}

/** Under aid that came first a step may be done without ever having been promised for the day (T9). */
function reachedOtherwise(step: SameDayStep, { decision, provisional }: CaseState): Instant | undefined {
  return step === 'decide' && provisional ? decision?.at : undefined
}

const isOver = (status: Status): boolean => TERMINAL.includes(status) || status === 'refused' || status === 'terminated'

/** A notified case begins with the assignment; aid that comes first is received and decided later; what is over goes no further. */
function isLeftOut(step: SameDayStep, { kind, provisional, status }: CaseState): boolean {
  if (isOver(status)) return true
  if (kind === 'notified') return step !== 'assign'
  return provisional !== undefined && step === 'accept'
}
