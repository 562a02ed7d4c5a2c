import { Button, Checkbox } from 'antd'
import { DownloadOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { saveCsv } from '../board/csv.ts'
import { words } from '../words/words.ts'
import { halfText, percent, persons } from './half-hours.ts'
import css from './network.module.css'
import { ordered, type Column, type Order, type VillageRow } from './order.ts'

const w = words.circle
const SHOWN = 20
const COLUMNS = Object.keys(w.columns) as Column[]
interface Props {
  rows: readonly VillageRow[]
  half: number
  monday: string
  chosen: string | null
  onChoose: (code: string) => void
}

/** The drawing in words: who has nobody at this half-hour comes first. */
export function Villages({ rows, half, monday, chosen, onChoose }: Props) {
  const [only, setOnly] = useState(false)
  const [many, setMany] = useState(SHOWN)
  const [order, setOrder] = useState<Order>()
  const out = rows.filter(({ now }) => !now)
  const all = ordered(only ? out : rows, order)
  const mine = all.find(({ code }) => chosen === `v:${code}`)
  // what was tapped on the drawing is in sight without scrolling
  const shown = mine ? [mine, ...all.filter((one) => one !== mine)] : all
  const sort = (by: Column) =>
    setOrder(
      order?.by !== by
        ? { by, down: by === 'people' || by === 'minutes' }
        : order.down === (by === 'people' || by === 'minutes')
          ? { by, down: !order.down }
          : undefined,
    )
  const save = () =>
    saveCsv(w.villagesFile(monday), [
      [...w.csvColumns, halfText(half)],
      ...ordered(rows, order).map(({ code, name, town, people, minutes, halfHours, now }) => [
        code,
        name,
        town,
        people,
        minutes === null ? w.nowhere : Math.ceil(minutes),
        halfHours / 2,
        percent(halfHours / 336),
        now ? w.nowYes : w.nowNo,
      ]),
    ])
  return (
    <>
      <h2 className="sr-only">{w.list}</h2>
      <p aria-live="polite">
        <b>
          {out.length === 0
            ? w.allCovered(halfText(half))
            : w.uncoveredCount(halfText(half), out.length, persons(out.reduce((sum, { people }) => sum + people, 0)))}
        </b>
        <br />
        <span className="soft">{w.sortHint}</span>
      </p>
      <p>
        <Checkbox checked={only} onChange={({ target }) => setOnly(target.checked)}>
          {w.onlyUncovered}
        </Checkbox>
      </p>
      <div className={css.scroll} tabIndex={0} role="region" aria-label={w.list}>
        <table className={css.table}>
          <thead>
            <tr>
              {COLUMNS.map((by) => (
                <th
                  key={by}
                  scope="col"
                  aria-sort={order?.by === by ? (order.down ? 'descending' : 'ascending') : 'none'}
                >
                  <button type="button" className={css.sort} onClick={() => sort(by)}>
                    {w.columns[by]}
                    <span aria-hidden="true">{order?.by === by ? (order.down ? ' ↓' : ' ↑') : ''}</span>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.slice(0, many).map(({ code, name, town, people, minutes, halfHours, now }) => (
              <tr key={code} className={chosen === `v:${code}` ? css.mine : undefined}>
                <th scope="row">
                  <button type="button" className={css.link} onClick={() => onChoose(code)}>
                    {name}
                  </button>
                  <br />
                  <span className="soft">{town}</span>
                </th>
                <td className="num">{people.toLocaleString('zh-CN')}</td>
                <td>{minutes === null ? w.nowhere : w.minutesText(minutes)}</td>
                <td className="num">
                  {w.hours(halfHours)}
                  <br />
                  <span className={now ? 'soft' : css.missing}>{now ? w.nowYes : w.nowNo}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="row">
        {all.length > many && <Button onClick={() => setMany(all.length)}>{w.more(all.length - many)}</Button>}
        <Button icon={<DownloadOutlined />} onClick={save}>
          {w.saveVillages}
        </Button>
      </p>
    </>
  )
}
