import { dayText, today } from '../time/format.ts'
import { words } from '../words/words.ts'
import css from './clocks.module.css'
import { daysUntil } from './light.ts'

const w = words.clocks

/** The limit set by law, or by ourselves (`legal` false): a thin bar and the date, kept apart from the same-day target. Red is only for a limit of law (I9). */
export function LegalBar({
  day,
  from,
  paused = false,
  legal = true,
}: {
  day: string
  from?: string
  paused?: boolean
  legal?: boolean
}) {
  const left = daysUntil(today(), day)
  const whole = Math.max(1, from === undefined ? 7 : daysUntil(from, day))
  const used = Math.max(0, Math.min(1, 1 - left / whole))
  const tone = paused ? css.pause : left < 0 && legal ? css.late : left <= 1 ? css.due : css.quiet
  return (
    <span className={`${css.legal} ${tone}`}>
      <svg className={css.legalBar} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden focusable="false">
        <rect width="100" height="4" className={css.legalTrack} />
        <rect width={used * 100} height="4" className={paused ? css.legalPaused : css.legalUsed} />
      </svg>
      <span className="num">{left < 0 ? w.legalPast(dayText(day)) : w.legalBy(dayText(day))}</span>
      <span className={css.legalLeft}>{w.daysLeft(left)}</span>
    </span>
  )
}
