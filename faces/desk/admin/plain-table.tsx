import type { ReactNode } from 'react'
import { TableHead } from '../shell/table-head.tsx'
import css from './admin.module.css'

/** A short table; it scrolls sideways on a narrow screen. */
export function PlainTable({
  label,
  head,
  rows,
}: {
  label: string
  head: readonly string[]
  rows: readonly { key: string; cells: readonly ReactNode[] }[]
}) {
  return (
    <div className="table-scroll card" tabIndex={0} role="region" aria-label={label}>
      <table className={css.plain}>
        <TableHead columns={head} />
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, i) => (
                <td key={head[i]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
