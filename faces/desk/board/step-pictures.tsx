import { words } from '../words/words.ts'
import css from './board.module.css'
import type { BoardStep } from './steps.ts'

const w = words.board
const WIDTH = 300,
  BAR = 22,
  GAP = 14,
  LEFT = 44,
  RIGHT = 46

interface Bar {
  label: string
  parts: { value: number; className: string | undefined }[]
  says: string
}

/** Lying bars, drawn by hand: four of them need no chart library. */
function Bars({ title, bars }: { title: string; bars: Bar[] }) {
  const most = Math.max(1, ...bars.map(({ parts }) => parts.reduce((n, p) => n + p.value, 0)))
  const scale = (WIDTH - LEFT - RIGHT) / most
  return (
    <figure>
      <figcaption className={css.caption}>{title}</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${bars.length * (BAR + GAP)}`}
        className={css.bars}
        role="img"
        aria-label={`${title}：${bars.map((b) => `${b.label} ${b.says}`).join('，')}`}
      >
        {bars.map((bar, row) => {
          const y = row * (BAR + GAP)
          let x = LEFT
          return (
            <g key={bar.label}>
              <text x={LEFT - 8} y={y + 16} className={css.barLabel}>
                {bar.label}
              </text>
              {bar.parts.map((p, i) => {
                const from = x
                x += p.value * scale
                return (
                  <rect key={i} x={from} y={y} width={p.value * scale} height={BAR} rx="3" className={p.className} />
                )
              })}
              <text x={x + 6} y={y + 16} className={css.barValue}>
                {bar.says}
              </text>
            </g>
          )
        })}
      </svg>
    </figure>
  )
}

export function StepPictures({ steps }: { steps: BoardStep[] }) {
  return (
    <div className={css.pictures}>
      <Bars
        title={`${w.funnel}（${w.done} / ${w.waiting}）`}
        bars={steps.map((s) => ({
          label: s.label,
          says: `${s.done} / ${s.waiting}`,
          parts: [
            { value: s.done, className: css.barDone },
            { value: s.waiting, className: css.barWaiting },
          ],
        }))}
      />
      <Bars
        title={w.speed}
        bars={steps.map((s) => ({
          label: s.label,
          says: s.medianMinutes === null ? w.noMedian : String(Math.round(s.medianMinutes)),
          parts: [{ value: s.medianMinutes ?? 0, className: css.barSpeed }],
        }))}
      />
    </div>
  )
}
