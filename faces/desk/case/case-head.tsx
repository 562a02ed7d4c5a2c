import type { CasePage } from '@fatong/contract/desk/cases.ts'
import { CHANNELS, STATUSES } from '../vocabulary.ts'
import { daysUntil } from '../clocks/light.ts'
import { dayOf, dayText, momentText } from '../time/format.ts'
import { useNow } from '../time/use-now.ts'
import { words } from '../words/words.ts'
import css from './case-page.module.css'
import { ClockStrip } from './clock-strip.tsx'
import { StepStrip } from './step-strip.tsx'

export const nameOf = ({ state }: CasePage): string =>
  state.form?.applicant.name ?? state.letter?.defendant.name ?? state.number

/** What is waited for, where the status alone would not tell. */
function statusOf({ state: { status, supplement, objection, provisional } }: CasePage, now: number): string {
  if (status === 'supplementing' && supplement?.suppliedAt !== undefined) return words.casePage.suppliedStatus
  if (status === 'provisional' && provisional && provisional.formalitiesAt === undefined)
    return words.casePage.papersOwed(STATUSES[status], daysUntil(dayOf(provisional.at), dayOf(now)))
  if (objection?.outcome === 'orderCorrection') return words.casePage.correctionOrdered(STATUSES[status])
  return objection && objection.outcome === undefined
    ? words.casePage.objectionPending(STATUSES[status])
    : STATUSES[status]
}

/** Who, what, where it stands and what runs out: readable in five seconds. */
export function CaseHead({ page }: { page: CasePage }) {
  const { state } = page
  const now = useNow()
  const first = page.history[0]
  const channel =
    first && Object.hasOwn(CHANNELS, first.channel) ? CHANNELS[first.channel as keyof typeof CHANNELS] : first?.channel
  return (
    <header className={css.head}>
      <div className={css.headLine}>
        <h1>
          {nameOf(page)}
          <span className={css.matter}>{page.matterText}</span>
        </h1>
        <span className={css.status}>{statusOf(page, now)}</span>
      </div>
      <p className={css.meta}>
        <span className="num">{state.number}</span>
        <span>{page.placeName}</span>
        {page.agencyName !== page.placeName && <span>{page.agencyName}</span>}
        {channel !== undefined && <span>{channel}</span>}
        <span>{words.queue.submitted(momentText(state.openedAt))}</span>
      </p>
      <ClockStrip clocks={page.clocks} />
      <StepStrip state={state} />
      {state.supplement && state.status === 'supplementing' && state.supplement.suppliedAt === undefined && (
        <p className={css.waiting}>
          {words.casePage.pauseWhy.supplement} · {words.casePage.handling.deadline(dayText(state.supplement.deadline))}
        </p>
      )}
    </header>
  )
}
