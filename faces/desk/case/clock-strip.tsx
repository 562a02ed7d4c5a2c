import type { CasePage } from '@fatong/contract/desk/cases.ts'
import { Tooltip } from 'antd'
import { LegalBar } from '../clocks/legal-bar.tsx'
import { LightChip } from '../clocks/light-chip.tsx'
import { daysUntil, lookOf } from '../clocks/light.ts'
import { Ring } from '../clocks/ring.tsx'
import { dayOf, dayText, lengthText, momentText, today } from '../time/format.ts'
import { useNow } from '../time/use-now.ts'
import { formatCitation } from '../vocabulary.ts'
import { words } from '../words/words.ts'
import css from './clock-strip.module.css'

type Clock = CasePage['clocks'][number]
const w = words.clocks
const c = words.casePage

/** The clocks that run: the promise of the day as a ring with minutes, the limit of the law as a bar with its date. */
export function ClockStrip({ clocks }: { clocks: Clock[] }) {
  const now = useNow()
  if (clocks.length === 0) return null
  return (
    <ul className={css.strip} aria-label={c.clocks}>
      {clocks.map((clock) => (
        <li key={`${clock.kind} ${clock.name}`} className={css.clock}>
          <One clock={clock} now={now} />
        </li>
      ))}
    </ul>
  )
}

function One({ clock, now }: { clock: Clock; now: number }) {
  const look = lookOf(clock.light, clock.target?.dueAt ?? null, now)
  if (clock.paused) {
    return (
      <>
        <Ring light={clock.light} targetAt={null} legalDay={clock.statutory?.lastDay ?? null} now={now} />
        <div>
          <p className={css.name}>
            {clock.name} <LightChip light={clock.light} look={look} />
          </p>
          <p className={css.detail}>{w.paused(c.pauseWhy[clock.paused.why])}</p>
          <p className={css.detail}>
            {clock.statutory
              ? c.pausedLate(dayText(clock.statutory.lastDay))
              : clock.paused.daysLeft !== undefined && c.pausedDays(clock.paused.daysLeft)}
          </p>
        </div>
      </>
    )
  }
  if (clock.target) {
    const left = clock.target.dueAt - now
    return (
      <>
        <Ring light={clock.light} targetAt={clock.target.dueAt} now={now} size={52} />
        <div>
          <p className={css.name}>
            {clock.name} <LightChip light={clock.light} look={look} />
          </p>
          <p className={css.detail}>
            {w.by(momentText(clock.target.dueAt))} ·{' '}
            {left < 0 ? w.minutesPast(lengthText(left)) : w.minutesLeft(lengthText(left))}
          </p>
          {clock.target.reason in c.targetReason && (
            <p className={css.detail}>{c.targetReason[clock.target.reason as keyof typeof c.targetReason]}</p>
          )}
        </div>
      </>
    )
  }
  const { statutory } = clock
  if (!statutory) return null
  const passed = !statutory.legal && clock.light === 'amber' && daysUntil(today(), statutory.lastDay) < 0
  const notes = [
    formatCitation(statutory.citation),
    ...(statutory.legal ? [] : [c.runsOut.notLaw]),
    ...(statutory.certain ? [] : [c.runsOut.uncertain]),
  ]
  return (
    <div>
      <p className={css.name}>
        {clock.name}{' '}
        <LightChip
          light={clock.light}
          look={
            passed
              ? { tone: 'due', word: w.pastOwn }
              : clock.light === 'red' || clock.light === 'green'
                ? look
                : lookOf(clock.light, null, now)
          }
        />
      </p>
      <LegalBar day={statutory.lastDay} from={dayOf(clock.startedAt)} legal={statutory.legal} />
      <Tooltip title={notes.slice(1).join('；')}>
        <p className={css.detail}>
          {notes[0]}
          {notes.length > 1 && ` · ${notes[1]}`}
        </p>
      </Tooltip>
    </div>
  )
}
