import { Button } from 'antd'
import { useState } from 'react'
import { TableHead } from '../shell/table-head.tsx'
import { words } from '../words/words.ts'
import css from './network.module.css'
import type { Circle } from './wish.ts'

const w = words.circle
const SHOWN = 20
const RANK = ['center', 'station', 'kiosk', 'partner', 'office']

/** The service places of the drawing, the village offices too, each with a way to try something there. */
export function Places({
  places,
  chosen,
  onChoose,
  onTry,
}: {
  places: Circle['places']
  chosen: string | null
  onChoose: (id: string) => void
  onTry: (id: string) => void
}) {
  const [many, setMany] = useState(SHOWN)
  const rows = [...places].sort(
    (a, b) =>
      Number(chosen === `p:${b.id}`) - Number(chosen === `p:${a.id}`) ||
      RANK.indexOf(a.tier) - RANK.indexOf(b.tier) ||
      a.name.localeCompare(b.name, 'zh-CN'),
  )
  if (rows.length === 0) return <p className="soft">{w.placesEmpty}</p>
  return (
    <>
      <div className={css.scroll} tabIndex={0} role="region" aria-label={w.panels.places}>
        <table className={css.table}>
          <TableHead columns={w.placeColumns} />
          <tbody>
            {rows.slice(0, many).map(({ id, name, tier, hoursText }) => (
              <tr key={id} className={chosen === `p:${id}` ? css.mine : undefined}>
                <th scope="row">
                  <button type="button" className={css.link} onClick={() => onChoose(id)}>
                    {name}
                  </button>
                  <br />
                  <span className="soft">{w.tiers[tier]}</span>
                </th>
                <td className="pre">{hoursText}</td>
                <td>
                  <Button size="small" aria-label={w.tryFor(name)} onClick={() => onTry(id)}>
                    {w.tryIt}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > many && (
        <p>
          <Button onClick={() => setMany(rows.length)}>{w.more(rows.length - many)}</Button>
        </p>
      )}
    </>
  )
}
