import type { CaseLine } from '@fatong/contract/desk/cases.ts'
import { Link } from 'wouter'
import { LegalBar } from '../clocks/legal-bar.tsx'
import { LightChip } from '../clocks/light-chip.tsx'
import { lookOf } from '../clocks/light.ts'
import { Ring } from '../clocks/ring.tsx'
import { Mark } from '../shell/mark.tsx'
import { momentText } from '../time/format.ts'
import { words } from '../words/words.ts'
import css from './case-list.module.css'

interface Props {
  line: CaseLine
  now: number
  compact: boolean
  current: boolean
  onFocus: () => void
}

/** One case: what the clock says, who and what, where it stands, until when. The whole row is the link. */
export function CaseRow({ line, now, compact, current, onFocus }: Props) {
  const look = lookOf(line.light, line.targetAt, now)
  const target =
    line.pausedWhy !== null
      ? words.clocks.paused(line.pausedWhy)
      : line.targetAt !== null
        ? words.clocks.by(momentText(line.targetAt))
        : words.clocks.none
  return (
    <Link
      href={`/cases/${line.id}`}
      className={compact ? `${css.row} ${css.compact}` : css.row}
      aria-current={current ? 'true' : undefined}
      onFocus={onFocus}
    >
      <Ring light={line.light} targetAt={line.targetAt} legalDay={line.legalDay} now={now} />
      <span className={css.who}>
        <span className={css.name}>
          <b>{line.applicantName}</b>
          <span>{line.matterText}</span>
          {line.unread > 0 && <Mark tone="action">{words.queue.unread(line.unread)}</Mark>}
        </span>
        <span className={css.small}>
          <span className="num">{line.number}</span>
          <span>{line.placeName}</span>
        </span>
      </span>
      <span className={css.status}>
        <b>{line.statusText}</b>
        {line.lawyerName !== null && <span className={css.small}>{words.queue.lawyer(line.lawyerName)}</span>}
      </span>
      <span className={css.target}>
        <LightChip light={line.light} look={look} />
        <span className={css.small}>{target}</span>
      </span>
      <span className={css.limit}>
        {line.legalDay !== null && (
          <LegalBar day={line.legalDay} paused={line.light === 'paused'} legal={line.light !== 'amber'} />
        )}
      </span>
    </Link>
  )
}
