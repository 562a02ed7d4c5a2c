import { Button } from 'antd'
import { DownloadOutlined } from '@ant-design/icons'
import { words } from '../words/words.ts'
import css from './board.module.css'
import { saveCsv } from './csv.ts'
import type { BoardStep } from './steps.ts'

const w = words.board
const COLUMNS = ['done', 'waiting', 'median', 'overdueTarget', 'overdueLegal'] as const
const valueOf = (s: BoardStep, column: (typeof COLUMNS)[number]): number | null =>
  column === 'median' ? (s.medianMinutes === null ? null : Math.round(s.medianMinutes)) : s[column]

/** The numbers behind the pictures, and their download. */
export function StepTable({ steps, day }: { steps: BoardStep[]; day: string }) {
  const rows = () => [
    [w.columns.step, ...COLUMNS.map((c) => w.columns[c])],
    ...steps.map((s) => [s.label, ...COLUMNS.map((c) => valueOf(s, c))]),
  ]
  return (
    <>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={w.title}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{w.columns.step}</th>
              {COLUMNS.map((c) => (
                <th key={c} scope="col">
                  {w.columns[c]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {steps.map((s) => (
              <tr key={s.step}>
                <th scope="row">{s.label}</th>
                {COLUMNS.map((c) => (
                  <td key={c} className="num">
                    {valueOf(s, c) ?? w.noMedian}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Button icon={<DownloadOutlined />} onClick={() => saveCsv(w.file(day), rows())}>
        {words.forms.download}
      </Button>
    </>
  )
}
