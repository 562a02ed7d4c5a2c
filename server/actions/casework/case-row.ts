import {
  dueOf,
  clocksOf,
  type Clock,
  type ClockSettings,
  type Light as ClockLight,
} from '@fatong/casework/application/clocks.ts'
import { serviceOfCase } from '@fatong/casework/application/service.ts'
import type { CaseState } from '@fatong/casework/application/state.ts'
import { instant, type Instant } from '@fatong/law/calendar/dates.ts'
import type { CaseRow, Light } from '../../db/rows.ts'

/** Where nothing is due the line sorts behind everything that is: the year 9999. */
const NEVER = instant(253_370_736_000_000)
const ORDER: readonly ClockLight[] = ['red', 'amber', 'green']

export const rowLight = (clocks: readonly Clock[]): Light => {
  const worst = ORDER.find((light) => clocks.some((clock) => clock.light === light))
  return worst === undefined || worst === 'paused' || worst === 'done' ? 'off' : worst
}

/** What is due of a case, and its light, as its row keeps them. */
export function dueRow(clocks: readonly Clock[]): Pick<CaseRow, 'dueTarget' | 'dueStatutory' | 'nextDue' | 'light'> {
  // A limit that had passed before the clock was stopped stays what the case is late by (I9).
  const running = clocks.filter((clock) => !clock.paused || clock.light === 'red')
  return {
    dueTarget: running.find((c) => c.target)?.target?.dueAt ?? null,
    dueStatutory: running.find((c) => c.statutory)?.statutory?.lastDay ?? null,
    nextDue: running[0] ? instant(Math.min(...running.map(dueOf))) : NEVER,
    light: rowLight(clocks),
  }
}

/** An objection is settled when it was turned down, or when the correction is made, which ends it (T26). */
const isContested = ({ objection }: CaseState): boolean => objection !== undefined && objection.outcome !== 'uphold'

/** What lists and searches show of a case. */
export function caseRow(id: string, state: CaseState, now: Instant, settings: ClockSettings): CaseRow {
  const { form, letter, assignment } = state
  return {
    id,
    number: state.number,
    kind: state.kind,
    status: state.status,
    matter: form?.matter ?? 'criminalDefense',
    serviceForm: serviceOfCase(state),
    applicantName: form?.applicant.name ?? letter?.defendant.name ?? '',
    applicantId: form?.applicant.personId ?? letter?.defendant.personId ?? '',
    proxyId: form?.proxy?.personId ?? null,
    helperStaffId: form?.helper?.staffId ?? null,
    placeId: state.placeId,
    agencyId: state.agencyId,
    lawyerId: assignment?.provider.staffId ?? null,
    lawyerName: assignment?.provider.name ?? null,
    firmId: assignment?.provider.orgId ?? null,
    opponents: form?.opponents.map((o) => o.name).join('、') ?? '',
    claimFen: form?.claimFen ?? null,
    submittedAt: state.openedAt,
    ...dueRow(clocksOf(state, now, settings)),
    objectionOpen: isContested(state),
    updatedAt: now,
    steps: state.steps,
    state,
  }
}
