import { words } from '../words/words.ts'
import css from './board.module.css'
import type { Board } from './steps.ts'

const w = words.board
const RADIUS = 52,
  ROUND = 2 * Math.PI * RADIUS

/** The share of finished cases that went through all four steps on one day. */
export function WholeChain({ chain }: { chain: Board['wholeChain'] }) {
  const { rate } = chain
  return (
    <section className={css.card} aria-labelledby="chain">
      <h2 id="chain">{w.chain}</h2>
      <div className={css.chain}>
        <svg viewBox="0 0 120 120" aria-hidden focusable="false">
          <circle cx="60" cy="60" r={RADIUS} className={css.chainTrack} />
          {rate !== null && (
            <circle
              cx="60"
              cy="60"
              r={RADIUS}
              className={css.chainArc}
              transform="rotate(-90 60 60)"
              strokeDasharray={`${rate * ROUND} ${ROUND}`}
            />
          )}
          <text x="60" y="69" className={css.chainText}>
            {rate === null ? '—' : `${Math.round(rate * 100)}%`}
          </text>
        </svg>
        <div>
          {rate === null ? (
            <p>{w.chainNone}</p>
          ) : (
            <p>
              <b>{w.sameDay(chain.sameDay)}</b> · {w.finished(chain.finished)}
            </p>
          )}
          {chain.excludedPaused > 0 && <p className="soft">{w.excluded(chain.excludedPaused)}</p>}
          <p className={css.note}>{w.chainHelp}</p>
        </div>
      </div>
    </section>
  )
}
