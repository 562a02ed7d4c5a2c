import { TableHead } from '../shell/table-head.tsx'
import { words } from '../words/words.ts'
import type { Line } from './comparison.ts'
import css from './network.module.css'

const w = words.circle
const TURNS = { [-1]: css.down, 0: undefined, 1: css.up }

/** Before and after, side by side; a rise and a fall are said in words too. */
export function Compared({
  lines,
  head,
  caption,
}: {
  lines: readonly Line[]
  head: readonly string[]
  caption: string
}) {
  return (
    <table className={css.table}>
      <caption className="sr-only">{caption}</caption>
      <TableHead columns={head} />
      <tbody>
        {lines.map(({ name, before, after, diff, turn }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="num">{before}</td>
            <td className="num">{after}</td>
            <td className={TURNS[turn]}>{turn === 0 ? diff : <b>{diff}</b>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
export const COMPARED_HEAD = w.plan.columns
