import { words } from '../words/words.ts'
import { Dot, shapeOf } from './marks.tsx'
import css from './network.module.css'
import { tonesOf, type Showing } from './tones.ts'

const w = words.circle
export function Legend({ showing, limit }: { showing: Showing; limit: number }) {
  const texts = showing === 'minutes' ? w.minuteBands(limit) : w.bands[showing]
  return (
    <ul className={css.legend} aria-label={w.legend}>
      {tonesOf(showing).map((tone) => (
        <li key={tone}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <Dot x={8} y={8} r={6.5} tone={tone} />
          </svg>
          {texts[tone]}
        </li>
      ))}
      {(['center', 'station', 'kiosk'] as const).map((tier) => (
        <li key={tier}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <g className={css.place}>
              <path d={shapeOf(tier, 8, 8, 5)} />
            </g>
          </svg>
          {w.tiers[tier]}
        </li>
      ))}
      <li className="wide-only">{w.officesHidden}</li>
    </ul>
  )
}
