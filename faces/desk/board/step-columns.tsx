import { ExclamationCircleFilled, WarningFilled } from '@ant-design/icons'
import { words } from '../words/words.ts'
import css from './board.module.css'
import type { BoardStep } from './steps.ts'

const w = words.board

/** Four columns: done today, waiting, how long it takes; amber past the promise, red past the law, each with its word. */
export function StepColumns({ steps }: { steps: BoardStep[] }) {
  return (
    <ol className={css.columns}>
      {steps.map((s) => (
        <li key={s.step} className={css.column}>
          <h2>{s.label}</h2>
          <p className={css.big}>
            <span className="num">{s.done}</span>
            <small>{w.done}</small>
          </p>
          <dl>
            <div>
              <dt>{w.waiting}</dt>
              <dd className="num">{s.waiting}</dd>
            </div>
            <div>
              <dt>{w.median}</dt>
              <dd className="num">{s.medianMinutes === null ? w.noMedian : w.minutes(Math.round(s.medianMinutes))}</dd>
            </div>
            <div className={s.overdueTarget > 0 ? css.due : undefined}>
              <dt>
                {s.overdueTarget > 0 && <ExclamationCircleFilled />} {w.overdueTarget}
              </dt>
              <dd className="num">{s.overdueTarget}</dd>
            </div>
            <div className={s.overdueLegal > 0 ? css.late : undefined}>
              <dt>
                {s.overdueLegal > 0 && <WarningFilled />} {w.overdueLegal}
              </dt>
              <dd className="num">{s.overdueLegal}</dd>
            </div>
          </dl>
        </li>
      ))}
    </ol>
  )
}
