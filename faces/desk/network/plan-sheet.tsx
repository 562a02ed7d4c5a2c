import { Button } from 'antd'
import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { planReport } from '@fatong/contract/network/coverage.ts'
import { createPortal } from 'react-dom'
import { send } from '../api/call.ts'
import { wordingOf } from '../api/problem.ts'
import { saveCsv } from '../board/csv.ts'
import { today } from '../time/format.ts'
import { saveFile } from '../viewer/save-file.ts'
import { TableHead } from '../shell/table-head.tsx'
import { words } from '../words/words.ts'
import { changedVillages, comparison, groupLines, hoursChange } from './comparison.ts'
import { Compared, COMPARED_HEAD } from './compared.tsx'
import type { Edit } from './edits.ts'
import { GROUPS } from './figures.tsx'
import css from './network.module.css'
import { wishText, type Circle, type View, type Wish } from './wish.ts'

const w = words.circle
const p = w.plan
interface Props {
  circle: Circle
  wish: Wish
  half: number
  edits: readonly Edit[]
  before: View
  after: View
}

/** The plan on paper and as a table: what was tried, on what it rests, and what came of it. */
export function PlanSheet({ circle, wish, half, edits, before, after }: Props) {
  const lines = comparison(before, after, half)
  const groups = GROUPS.map(([name, key, table]) => [w.by[name], groupLines(before, after, key, table)] as const)
  const changed = changedVillages(before, after, circle.villages)
  const assumed = [
    wishText(wish, circle.monday),
    ...(circle.estimated ? [w.estimated] : []),
    ...(circle.certain ? [] : [w.uncertain]),
    p.saved,
  ]
  const report = useMutation({
    mutationFn: async (format: 'pdf' | 'xlsx') =>
      saveFile(
        await (
          await send(planReport, { params: { format }, body: { wish, edits: edits.map((one) => one.wish) } })
        ).blob(),
        p.reportFile(today(), format),
      ),
  })
  const save = () =>
    saveCsv(p.file(today()), [
      [p.title, today()],
      ...assumed.map((text) => [p.assumed, text]),
      ...edits.map(({ text }, at) => [`${p.edits} ${at + 1}`, text]),
      [],
      [...p.columns],
      ...[
        ...lines,
        ...groups.flatMap(([name, rows]) =>
          rows.map((row) => ({ ...row, name: `${name} ${row.name} ${w.effective}` })),
        ),
      ].map((one) => [one.name, one.before, one.after, one.diff]),
      [],
      [...p.villageColumns],
      ...changed.map((one) => [
        one.name,
        one.town,
        one.people,
        w.hours(one.before),
        w.hours(one.after),
        hoursChange(one),
      ]),
    ])
  return (
    <>
      <p className="row">
        {(['pdf', 'xlsx'] as const).map((format) => (
          <Button
            key={format}
            icon={<DownloadOutlined />}
            loading={report.isPending && report.variables === format}
            onClick={() => report.mutate(format)}
          >
            {p.report[format]}
          </Button>
        ))}
        <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
          {p.print}
        </Button>
        <Button icon={<DownloadOutlined />} onClick={save}>
          {p.save}
        </Button>
      </p>
      {report.error !== null && (
        <p className="wrong" role="alert">
          {p.notMade} {wordingOf(report.error)}
        </p>
      )}
      {createPortal(
        <article className={css.sheet} data-testid="sheet">
          <h1>{p.title}</h1>
          <p>{today()}</p>
          {assumed.map((text) => (
            <p key={text}>{text}</p>
          ))}
          <h2>{p.edits}</h2>
          <ol>
            {edits.map(({ wish: { id, kind }, text }) => (
              <li key={`${kind} ${id}`}>{text}</li>
            ))}
          </ol>
          <h2>{p.compared}</h2>
          <Compared lines={lines} head={COMPARED_HEAD} caption={p.compared} />
          {groups.map(([name, rows]) => (
            <section key={name}>
              <h2>
                {name}（{w.effective}）
              </h2>
              <Compared lines={rows} head={COMPARED_HEAD} caption={name} />
            </section>
          ))}
          <h2>{p.villages}</h2>
          {changed.length === 0 ? (
            <p>{p.unchanged}</p>
          ) : (
            <table className={css.table}>
              <TableHead columns={p.villageColumns} />
              <tbody>
                {changed.map((one) => (
                  <tr key={one.code}>
                    <th scope="row">{one.name}</th>
                    <td>{one.town}</td>
                    <td>{one.people}</td>
                    <td>{w.hours(one.before)}</td>
                    <td>{w.hours(one.after)}</td>
                    <td>{hoursChange(one)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </article>,
        document.body,
      )}
    </>
  )
}
