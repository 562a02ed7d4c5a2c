import { instantAt, localDateOf, addDays, type LocalDate } from '@fatong/law/calendar/dates.ts'
import type { PeriodEnd } from '@fatong/law/calendar/periods.ts'
import { rollForward, type WorkCalendar } from '@fatong/law/calendar/working-days.ts'
import type { Command } from './commands.ts'
import { happened, inStatus, refuse, said, type Context, type Decision } from './context.ts'
import { mustRecuse } from './recusal.ts'
import type { CaseState } from './state.ts'

type Of<T extends Command['type']> = Extract<Command, { type: T }>
type Supplement = NonNullable<CaseState['supplement']>

/** The day to be told for the one that was chosen: a day off rolls to the next working day (DL-9). What was chosen is kept where it differs: the warning is lit by it. */
export function termFrom(chosen: LocalDate, calendar: WorkCalendar): Pick<Supplement, 'deadline' | 'chosen'> {
  const { day } = rollForward(chosen, calendar)
  return day === chosen ? { deadline: day } : { deadline: day, chosen }
}

/** The one last day of a correction (AC-3): the day told, or the first working day after it where it has become a day off since. */
export function supplementTerm(
  { deadline, chosen }: Pick<Supplement, 'deadline' | 'chosen'>,
  calendar: WorkCalendar,
): PeriodEnd {
  const { day, certain } = rollForward(deadline, calendar)
  return { lastDay: day, unrolledDay: chosen ?? deadline, endsAt: instantAt(addDays(day, 1), 0), certain }
}

/** The case as staff read it: its term is the day that is counted, whatever was written down before holidays were known. */
export const withTerm = (state: CaseState, calendar: WorkCalendar): CaseState =>
  state.supplement
    ? { ...state, supplement: { ...state.supplement, deadline: supplementTerm(state.supplement, calendar).lastDay } }
    : state

/** The notice promises that who cannot make it in time may say so: a later day, with the reason; also after the term, until a withdrawal is confirmed. */
export function extendSupplement(
  state: CaseState,
  { deadline, reason }: Of<'extendSupplement'>,
  { actor, now, calendar }: Context,
): Decision {
  return inStatus(state, ['supplementing'], () => {
    const { supplement } = state
    if (mustRecuse(actor, state)) return refuse('recusalRequired')
    if (!supplement || supplement.suppliedAt !== undefined) return refuse('wrongStatus', { status: state.status })
    if (!said(reason)) return refuse('reasonMissing')
    const term = termFrom(deadline, calendar)
    if (deadline <= localDateOf(now) || term.deadline <= supplementTerm(supplement, calendar).lastDay)
      return refuse('deadlineInvalid')
    return happened({ type: 'supplementExtended', data: { ...term, reason } })
  })
}
