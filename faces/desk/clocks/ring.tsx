import { today } from '../time/format.ts'
import { words } from '../words/words.ts'
import css from './clocks.module.css'
import { daysUntil, lookOf, type LightCode } from './light.ts'

const RADIUS = 18,
  ROUND = 2 * Math.PI * RADIUS
/** A full ring is one office day. */
const FULL_MS = 8 * 3_600_000
const DAY_MS = 24 * 3_600_000,
  WEEK_MS = 7 * DAY_MS

/** Minutes within the day; beyond it the largest unit that still says something: 160 分, 20 时, 2 天. */
function shortLength(ms: number): [number, string] {
  const minutes = Math.round(Math.abs(ms) / 60_000)
  if (minutes <= 8 * 60) return [minutes, words.clocks.short.minute]
  return minutes < 36 * 60
    ? [Math.round(minutes / 60), words.clocks.short.hour]
    : [Math.round(minutes / 1_440), words.clocks.short.day]
}

interface Props {
  light: LightCode
  targetAt: number | null
  now: number
  size?: number /** shown in days where no same-day target runs */
  legalDay?: string | null
}

/** The same-day target: how much of the day is left, and the minutes in the middle. A stopped clock is hatched. */
export function Ring({ light, targetAt, now, size = 44, legalDay = null }: Props) {
  const look = lookOf(light, targetAt, now)
  const days = targetAt === null && legalDay !== null ? daysUntil(today(), legalDay) : null
  const left = targetAt === null ? (days ?? 0) * DAY_MS : targetAt - now
  const part =
    light === 'done' || light === 'paused' || left < 0
      ? 1
      : Math.max(0.04, Math.min(1, left / (days === null ? FULL_MS : WEEK_MS)))
  const [count, unit] = days === null ? shortLength(left) : [Math.abs(days), words.clocks.short.day]
  const shown = `${left < 0 ? '+' : ''}${count}`
  const running = (targetAt !== null || days !== null) && light !== 'paused' && light !== 'done'
  return (
    <svg
      viewBox="0 0 44 44"
      width={size}
      height={size}
      className={`${css.ring} ${css[look.tone]}`}
      aria-hidden
      focusable="false"
    >
      <circle cx="22" cy="22" r={RADIUS} className={css.track} />
      <circle
        cx="22"
        cy="22"
        r={RADIUS}
        className={light === 'paused' ? css.hatched : css.arc}
        transform="rotate(-90 22 22)"
        strokeDasharray={light === 'paused' ? '3 4' : `${(running || light === 'done' ? part : 0) * ROUND} ${ROUND}`}
        strokeLinecap={running ? 'round' : 'butt'}
      />
      {running && (
        <>
          <text x="22" y="22" className={shown.length > 3 ? `${css.count} ${css.long}` : css.count}>
            {shown}
          </text>
          <text x="22" y="31" className={css.unit}>
            {unit}
          </text>
        </>
      )}
      {light === 'paused' && <path d="M19 17v10M25 17v10" className={css.mark} />}
      {light === 'done' && <path d="M15 22l5 5 9-10" className={css.mark} />}
    </svg>
  )
}
