import type { coverage } from '@fatong/contract/network/coverage.ts'
import type { ReplyOf } from '@fatong/contract/route.ts'
import { AGE_GROUPS, SERVICES } from '../vocabulary.ts'
import { words } from '../words/words.ts'
import { percent, persons } from './half-hours.ts'
import css from './network.module.css'

const w = words.circle
type View = ReplyOf<typeof coverage>['now']
const GROUPS = [
  ['tier', 'byTier', w.tiers], ['service', 'byService', Object.fromEntries(Object.entries(SERVICES).map(([name, { words: says }]) => [name, says]))], ['age', 'byAge', AGE_GROUPS],
] as const satisfies readonly (readonly [keyof typeof w.by, 'byTier' | 'byService' | 'byAge', Readonly<Record<string, string>>])[]

/** The share on paper, the share by the hour, and both by tier, service and age. */
export function Figures({ view, places, visits }: { view: View; places: number; visits: number }) {
  return (
    <>
      <dl className={css.figures}>
        <div className="card"><dt>{w.nominal}</dt><dd className="num">{percent(view.nominal)}</dd><dd className="soft">{w.nominalHelp}</dd></div>
        <div className="card"><dt>{w.effective}</dt><dd className="num">{percent(view.effective)}</dd><dd className="soft">{w.effectiveHelp}</dd></div>
        <div className="card"><dt>{w.people}</dt><dd className="num">{persons(view.people)}</dd><dd className="soft">{w.points(places, visits)}</dd></div>
      </dl>
      <div className={css.groups}>
        {GROUPS.map(([name, key, table]) => (
          <details key={name} className="card padded"><summary>{w.by[name]}</summary>
            <table className={css.table}><thead><tr><th scope="col">{w.by[name]}</th><th scope="col">{w.nominal}</th><th scope="col">{w.effective}</th></tr></thead>
              <tbody>{Object.entries(table).filter(([one]) => view[key][one]).map(([one, says]) => <tr key={one}><th scope="row">{says}</th><td className="num">{percent(view[key][one]?.nominal ?? 0)}</td><td className="num">{percent(view[key][one]?.effective ?? 0)}</td></tr>)}</tbody>
            </table>
          </details>
        ))}
      </div>
    </>
  )
}

const points = (n: number): string => `${Math.abs(n * 100).toFixed(1)} 个百分点`
const difference = (before: number, after: number, says: (n: number) => string): string => (Math.abs(after - before) < 1e-9 ? w.same : after > before ? w.gain(says(after - before)) : w.loss(says(before - after)))

/** Before and after, side by side. */
export function Compared({ before, after, names, milliseconds }: { before: View; after: View; names: readonly { code: string; name: string }[]; milliseconds: number }) {
  const was = new Map(before.villages.map((one) => [one.code, one]))
  const nameOf = new Map(names.map(({ code, name }) => [code, name]))
  const changed = after.villages.map((one) => ({ ...one, gain: one.halfHours - (was.get(one.code)?.halfHours ?? 0) })).filter(({ gain }) => gain !== 0).sort((a, b) => Math.abs(b.gain) - Math.abs(a.gain)).slice(0, 8)
  return (
    <div className="stack" role="status">
      <table className={css.table}>
        <thead><tr><th scope="col" /><th scope="col">{w.before}</th><th scope="col">{w.after}</th><th scope="col">{w.diff}</th></tr></thead>
        <tbody>
          {([['nominal', w.nominal], ['effective', w.effective]] as const).map(([key, says]) => <tr key={key}><th scope="row">{says}</th><td className="num">{percent(before[key])}</td><td className="num">{percent(after[key])}</td><td><b>{difference(before[key], after[key], points)}</b></td></tr>)}
          <tr><th scope="row">{w.people}</th><td className="num">{persons(before.nominal * before.people)}</td><td className="num">{persons(after.nominal * after.people)}</td><td>{difference(before.nominal * before.people, after.nominal * after.people, persons)}</td></tr>
        </tbody>
      </table>
      {changed.length > 0 && <><h3>{w.gainers}</h3><ul className={css.gainers}>{changed.map(({ code, gain }) => <li key={code}>{nameOf.get(code)}：{(gain > 0 ? w.gain : w.loss)(w.perWeek((Math.abs(gain) / 2).toLocaleString('zh-CN')))}</li>)}</ul></>}
      <p className="soft">{w.took(milliseconds)}</p>
    </div>
  )
}
