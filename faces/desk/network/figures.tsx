import { words } from '../words/words.ts'
import { halfText, percent } from './half-hours.ts'
import css from './network.module.css'
import type { Showing } from './tones.ts'
import { AGES, ALL_TIERS, SERVICE_WORDS, type View } from './wish.ts'

const w = words.circle
export const GROUPS = [
  ['tier', 'byTier', ALL_TIERS],
  ['service', 'byService', SERVICE_WORDS],
  ['age', 'byAge', AGES],
] as const

interface Props {
  now: View
  after: View | undefined
  half: number
  showing: Showing
  limit: number
  onShow: (showing: Showing) => void
}
/** On paper, over the week, at this half-hour: each figure is also the button that colours the drawing by it. */
export function Figures({ now, after, half, showing, limit, onShow }: Props) {
  const figures = [
    ['minutes', w.nominal, now.nominal, after?.nominal, w.nominalHelp(w.limit(limit))],
    ['week', w.effective, now.effective, after?.effective, w.effectiveHelp],
    ['hour', `${halfText(half)} ${w.moment}`, now.byHalfHour[half] ?? 0, after?.byHalfHour[half], w.momentHelp],
  ] as const
  return (
    <div className={css.figures} role="group" aria-label={w.figure}>
      {figures.map(([name, says, share, then, help]) => (
        <button
          key={name}
          type="button"
          className={css.figure}
          aria-pressed={showing === name}
          onClick={() => onShow(name)}
        >
          <span className={css.figureHead}>
            {says}
            {showing === name && <span className={css.onMap}>{w.onMap}</span>}
          </span>
          <b className="num">{percent(share)}</b>
          {then !== undefined && Math.abs(then - share) >= 5e-4 && (
            <span className="num">{w.changesTo(percent(then))}</span>
          )}
          <span className="soft">{help}</span>
        </button>
      ))}
    </div>
  )
}

/** Both shares by tier, service and age; what is tried stands beside. */
export function Groups({ now, after }: { now: View; after: View | undefined }) {
  const share = (was: number, then: number | undefined) =>
    then === undefined || Math.abs(then - was) < 5e-4 ? percent(was) : `${percent(was)} → ${percent(then)}`
  return (
    <div className={css.groups}>
      {GROUPS.map(([name, key, table]) => (
        <section key={name} className="card padded">
          <h2>{w.by[name]}</h2>
          <table className={css.table}>
            <thead>
              <tr>
                <th scope="col">{w.by[name]}</th>
                <th scope="col">{w.nominal}</th>
                <th scope="col">{w.effective}</th>
              </tr>
            </thead>
            <tbody>
              {Object.entries(table)
                .map(([one, says]) => [one, says, now[key][one], after?.[key][one]] as const)
                .filter(([, , was, then]) => (was?.nominal ?? 0) > 0 || (then?.nominal ?? 0) > 0)
                .map(([one, says, was, then]) => (
                  <tr key={one}>
                    <th scope="row">{says}</th>
                    <td className="num">{share(was?.nominal ?? 0, then?.nominal)}</td>
                    <td className="num">{share(was?.effective ?? 0, then?.effective)}</td>
                  </tr>
                ))}
            </tbody>
          </table>
        </section>
      ))}
    </div>
  )
}
