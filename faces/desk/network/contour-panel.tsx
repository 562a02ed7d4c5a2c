import { Button, Segmented } from 'antd'
import { wordingOf } from '../api/problem.ts'
import { Mark } from '../shell/mark.tsx'
import { TableHead } from '../shell/table-head.tsx'
import { words } from '../words/words.ts'
import { halfText, persons } from './half-hours.ts'
import css from './network.module.css'
import type { Around, Contours, useContours } from './use-contours.ts'

const w = words.circle.contours
interface Known {
  code: string
  name: string
  people: number
}
interface Props {
  around: Around
  onAround: (around: Around) => void
  found: ReturnType<typeof useContours>
  placeName: string | undefined
  half: number
  rows: readonly Known[]
}

/** Which lines are drawn, and the same in a list: who lives within each. */
export function ContourPanel({
  around,
  onAround,
  found: { lines, busy, error, retry, needsPlace },
  placeName,
  half,
  rows,
}: Props) {
  return (
    <div className={css.contours}>
      <p className="row">
        {w.title}{' '}
        <Segmented
          aria-label={w.title}
          size="small"
          value={around}
          options={(['none', 'open', 'place'] as const).map((value) => ({ value, label: w.around[value] }))}
          onChange={onAround}
        />
      </p>
      {needsPlace && (
        <p className="soft" role="status">
          {w.needsPlace}
        </p>
      )}
      {error !== null && (
        <p className="wrong" role="alert">
          {wordingOf(error)}{' '}
          <Button size="small" onClick={retry}>
            {words.network.retry}
          </Button>
        </p>
      )}
      {busy && !lines && (
        <p className="soft" role="status">
          {w.busy}
        </p>
      )}
      {lines &&
        !needsPlace &&
        (lines.of === 0 ? (
          <p role="status">{w.none(halfText(half))}</p>
        ) : (
          <>
            <p role="status">
              {around === 'place'
                ? w.toPlace(placeName ?? '', words.circle.travels[lines.travel] ?? '')
                : w.toOpen(halfText(half), lines.of, words.circle.travels[lines.travel] ?? '')}
              {lines.estimated && (
                <>
                  {' '}
                  <Mark tone="pause">{words.circle.estimatedMark}</Mark> <span className="soft">{w.estimated}</span>
                </>
              )}
            </p>
            <Within lines={lines} rows={rows} />
          </>
        ))}
    </div>
  )
}

function Within({ lines, rows }: { lines: Contours; rows: readonly Known[] }) {
  const minutesOf = new Map(lines.villages.map(({ code, minutes }) => [code, minutes]))
  const timed = rows
    .map((row) => ({ ...row, minutes: minutesOf.get(row.code) ?? Infinity }))
    .sort((a, b) => a.minutes - b.minutes)
  const levels = lines.contours.map(({ minutes }) => minutes)
  const bands = [
    ...levels.map((to, at) => ({
      to,
      level: at,
      some: timed.filter(({ minutes }) => minutes <= to && minutes > (levels[at - 1] ?? -1)),
    })),
    { to: Infinity, level: -1, some: timed.filter(({ minutes }) => minutes > (levels.at(-1) ?? 0)) },
  ]
  return (
    <details className="gap-above">
      <summary>{w.list}</summary>
      <table className={css.table}>
        <caption className="sr-only">{w.list}</caption>
        <TableHead columns={w.columns} />
        <tbody>
          {bands.map(({ to, level, some }) => (
            <tr key={to}>
              <th scope="row">
                {level >= 0 && (
                  <svg className={css.sample} viewBox="0 0 24 8" aria-hidden="true">
                    <path className={css[`contour${level}`]} d="M0 4H24" />
                  </svg>
                )}{' '}
                {to === Infinity ? w.beyond(levels.at(-1) ?? 0) : w.within(to)}
              </th>
              <td className="num">{some.length}</td>
              <td className="num">{persons(some.reduce((sum, { people }) => sum + people, 0))}</td>
              <td>{some.map(({ name }) => name).join('、')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
