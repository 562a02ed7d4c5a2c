import { Button, Checkbox, Input, Radio } from 'antd'
import { useState } from 'react'
import { LoadFailed, Loading } from '../shell/states.tsx'
import { TableHead } from '../shell/table-head.tsx'
import { words } from '../words/words.ts'
import css from './network.module.css'
import {
  counted,
  isSingle,
  STANDINGS,
  standingOf,
  withSingle,
  withTier,
  type Point,
  type Standing,
  type Standings,
} from './standings.ts'

const w = words.circle
const s = w.siting
const SHOWN = 20
const TIERS = Object.keys(w.tiers)

interface Props {
  /** Undefined while they are fetched. */
  points: readonly Point[] | undefined
  error: Error | null
  onRetry: () => void
  standings: Standings
  onChange: (standings: Standings) => void
}

/** What becomes of the points of today: a word for each tier, and another for single ones. */
export function PointsOfToday({ points, error, onRetry, standings, onChange }: Props) {
  const counts = points && counted(points, standings)
  const single = points?.filter((point) => isSingle(point, standings)).length ?? 0
  return (
    <fieldset className="plain-fieldset stack">
      <legend>{s.today.legend}</legend>
      <p className="soft">{s.today.help}</p>
      <table className={`${css.table} ${css.standings}`}>
        <caption className="sr-only">{s.today.legend}</caption>
        <TableHead columns={s.today.tierColumns} />
        <tbody>
          {TIERS.map((tier) => (
            <tr key={tier}>
              <th scope="row">{w.tiers[tier]}</th>
              <td className="num">{points?.filter((point) => point.tier === tier).length ?? '…'}</td>
              <td>
                <Choice
                  label={s.today.choose(w.tiers[tier] ?? '')}
                  value={standings.tiers[tier] ?? 'out'}
                  onChange={(standing) => onChange(withTier(standings, tier, standing))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p role="status">
        {counts && (
          <>
            <b>{s.today.summary(counts.fixed, counts.free, counts.out)}</b>
            {single > 0 && <span className="soft">{s.today.singleCount(single)}</span>}
            {counts.fixed + counts.free === 0 && <span className="soft">{s.today.none}</span>}
          </>
        )}
      </p>
      {error !== null && !points ? (
        <LoadFailed error={error} onRetry={onRetry} />
      ) : (
        <details className={css.singles}>
          <summary>{s.today.single}</summary>
          {points ? <Singles points={points} standings={standings} onChange={onChange} /> : <Loading />}
        </details>
      )}
    </fieldset>
  )
}

function Singles({
  points,
  standings,
  onChange,
}: Pick<Props, 'standings' | 'onChange'> & { points: readonly Point[] }) {
  const [sought, setSought] = useState('')
  const [only, setOnly] = useState(false)
  const [many, setMany] = useState(SHOWN)
  if (points.length === 0) return <p className="soft">{w.placesEmpty}</p>
  const found = points
    .filter((point) => point.name.includes(sought.trim()) && (!only || isSingle(point, standings)))
    .sort((a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier) || a.name.localeCompare(b.name, 'zh-CN'))
  const changed = Object.keys(standings.single).length > 0
  return (
    <div className="stack">
      <div className={css.bar}>
        <Input
          className={css.search}
          type="search"
          aria-label={s.today.search}
          placeholder={s.today.search}
          value={sought}
          onChange={({ target }) => setSought(target.value)}
        />
        <Checkbox checked={only} onChange={({ target }) => setOnly(target.checked)}>
          {s.today.onlySingle}
        </Checkbox>
        <Button size="small" disabled={!changed} onClick={() => onChange({ ...standings, single: {} })}>
          {s.today.reset}
        </Button>
      </div>
      {found.length === 0 ? (
        <p className="soft">{only && sought.trim() === '' ? s.today.noneSingle : s.today.noneFound}</p>
      ) : (
        <div className={css.scroll} tabIndex={0} role="region" aria-label={s.today.single}>
          <table className={`${css.table} ${css.standings}`}>
            <TableHead columns={s.today.placeColumns} />
            <tbody>
              {found.slice(0, many).map((point) => (
                <tr key={point.id} className={isSingle(point, standings) ? css.mine : undefined}>
                  <th scope="row">
                    {point.name}
                    <br />
                    <span className="soft">
                      {w.tiers[point.tier]}
                      {isSingle(point, standings) && s.today.differs}
                    </span>
                  </th>
                  <td>
                    <Choice
                      label={s.today.choose(point.name)}
                      value={standingOf(point, standings)}
                      onChange={(standing) => onChange(withSingle(standings, point, standing))}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {found.length > many && (
        <p>
          <Button onClick={() => setMany(found.length)}>{w.more(found.length - many)}</Button>
        </p>
      )}
    </div>
  )
}

function Choice({
  label,
  value,
  onChange,
}: {
  label: string
  value: Standing
  onChange: (standing: Standing) => void
}) {
  return (
    <Radio.Group
      aria-label={label}
      className={css.standing}
      optionType="button"
      buttonStyle="solid"
      size="small"
      value={value}
      options={STANDINGS.map((one) => ({ value: one, label: s.today.standings[one] }))}
      onChange={({ target }) => onChange(target.value as Standing)}
    />
  )
}
