import { sameDayTarget } from '@fatong/law/calendar/same-day.ts'
import type { SameDayStep } from '../vocabulary.ts'
import type { Context } from './context.ts'
import type { CaseState } from './state.ts'

/** The promise of the day has passed: allowed, never red, but somebody says why (rule book 2.4). */
export function sameDayMissed(
  state: CaseState,
  step: SameDayStep,
  { now, office, calendar }: Pick<Context, 'now' | 'office' | 'calendar'>,
): boolean {
  const record = state.steps[step]
  return (
    record !== undefined && record.doneAt === undefined && now > sameDayTarget(record.startedAt, office, calendar).dueAt
  )
}

/** The same promise for a lawyer in place of another (T17). */
export function reassignmentMissed(
  state: CaseState,
  { now, office, calendar }: Pick<Context, 'now' | 'office' | 'calendar'>,
): boolean {
  const record = state.reassignment
  return (
    record !== undefined && record.doneAt === undefined && now > sameDayTarget(record.startedAt, office, calendar).dueAt
  )
}
