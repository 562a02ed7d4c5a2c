import type { ClockSettings } from '@fatong/casework/application/clocks.ts'
import type { CaseState } from '@fatong/casework/application/state.ts'
import type { SameDayStep } from '@fatong/casework/vocabulary.ts'
import { localDateOf } from '@fatong/law/calendar/dates.ts'
import { sameDayTarget } from '@fatong/law/calendar/same-day.ts'
import type { StepRow } from '../../db/rows.ts'
import type { Parts } from '../parts.ts'
import { directory } from '../places/directory.ts'
import type { Letterhead } from './documents/paper.ts'
import { handedOnFrom } from './filing-place.ts'

export interface Agency {
  agencyId: string
  short: string
  head: Letterhead
  /** where the applicant is held, when the application was put down there (AC-9) */
  custodyPlace?: string
}

/** The agency a case belongs to, as its papers name it; with the case also the place that handed it on from custody. */
export async function letterheadOf(parts: Parts, agencyId: string, state?: CaseState | null): Promise<Agency> {
  const places = await directory(parts)
  const agency = places.byId.get(agencyId) ?? places.center
  const bureau = places.district
  const custodyPlace = handedOnFrom(places, state?.form)
  return {
    agencyId: agency.id,
    short: places.agencyShort,
    ...(custodyPlace === undefined ? {} : { custodyPlace }),
    head: {
      agencyName: agency.name,
      phone: agency.phone ?? '12348',
      address: agency.address ?? '',
      bureauName: bureau.name,
      bureauPhone: bureau.phone ?? '12348',
      bureauAddress: bureau.address ?? '',
    },
  }
}

/** Steps of the same day that this change finished, for the board and the rate (rule book 2.4). */
export function sameDaySteps(
  caseId: string,
  before: CaseState | null,
  after: CaseState,
  settings: ClockSettings,
): StepRow[] {
  const rows: StepRow[] = []
  for (const [step, record] of Object.entries(after.steps) as [
    SameDayStep,
    NonNullable<CaseState['steps'][SameDayStep]>,
  ][]) {
    if (record.doneAt === undefined || before?.steps[step]?.doneAt === record.doneAt) continue
    const target = sameDayTarget(record.startedAt, settings.office, settings.calendar)
    rows.push({
      caseId,
      agencyId: after.agencyId,
      day: localDateOf(record.doneAt),
      step,
      // Nobody works on it before the office opens.
      minutes: Math.round(Math.max(0, record.doneAt - Math.max(record.startedAt, target.from)) / 60_000),
      sameDay: record.doneAt <= target.dueAt,
      paused: record.paused,
    })
  }
  return rows
}
