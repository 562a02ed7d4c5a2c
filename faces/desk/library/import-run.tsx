import { Button } from 'antd'
import { useState } from 'react'
import { PlainTable } from '../admin/plain-table.tsx'
import { momentText } from '../time/format.ts'
import { words } from '../words/words.ts'
import css from './library.module.css'
import { Mark } from '../shell/mark.tsx'
import type { ImportRunLine } from './upload-laws.tsx'

type Report = NonNullable<ImportRunLine['report']>
const w = words.library
const TONES = { running: 'action', done: 'done', failed: 'late' } as const
const SHOWN = 20,
  NUMBERS = 12
const CASES = ['new', 'changed', 'kept', 'twice', 'unchanged'] as const

/** One import: who, when, how it ended, and its report. */
export function ImportRun({ run, open }: { run: ImportRunLine; open: boolean }) {
  const { source, startedBy, startedAt, state, problem, report } = run
  return (
    <article className="card padded">
      <p className={css.caseLine}>
        <b>{source}</b>
        <Mark tone={TONES[state]}>{w.states[state]}</Mark>
      </p>
      <p className="soft">{w.by(startedBy, momentText(startedAt))}</p>
      {problem !== null && (
        <p className={css.problem} role="alert">
          {problem}
        </p>
      )}
      {report && (
        <details className={css.report} open={open}>
          <summary>{w.report.open}</summary>
          <ReportOf report={report} />
        </details>
      )}
    </article>
  )
}

function ReportOf({ report }: { report: Report }) {
  const { files, laws, articles, cases, texts, caseChanges, changes, remarks } = report
  const changed = changes.filter(({ what, since }) => what === 'changed' || since !== undefined)
  return (
    <>
      <p>{w.report.files(files, laws, articles, cases)}</p>
      <p className={css.chips}>
        {(['new', 'changed', 'dates', 'unchanged'] as const).map((what) => (
          <span key={what}>
            {w.report.texts[what]} <b className="num">{texts[what]}</b>
          </span>
        ))}
      </p>
      {caseChanges && cases > 0 && (
        <p className={css.chips}>
          {CASES.filter((what) => caseChanges[what] > 0).map((what) => (
            <span key={what}>
              {w.report.cases[what]} <b className="num">{caseChanges[what]}</b>
            </span>
          ))}
        </p>
      )}
      <h3>{w.report.changes}</h3>
      {changed.length === 0 ? (
        <p className="soft">{w.report.noChanges}</p>
      ) : (
        <Portion
          all={changed}
          draw={(part) => (
            <ul className={css.changes}>
              {part.map((one) => (
                <Change key={`${one.name}${one.versionDate ?? ''}`} change={one} />
              ))}
            </ul>
          )}
        />
      )}
      <h3>{w.report.remarks(remarks.length)}</h3>
      {remarks.length === 0 ? (
        <p className="soft">{w.report.noRemarks}</p>
      ) : (
        <Portion
          all={remarks}
          draw={(part) => (
            <div className={css.remarks}>
              <PlainTable
                label={w.report.remarks(remarks.length)}
                head={[w.report.file, w.report.what, w.report.why]}
                rows={part.map(({ file, what, why }, i) => ({
                  key: `${file} ${i}`,
                  cells: [file, w.report.whats[what] ?? what, why],
                }))}
              />
            </div>
          )}
        />
      )}
    </>
  )
}

function Change({
  change: { name, versionDate, since, added, changed, removed },
}: {
  change: Report['changes'][number]
}) {
  const line = (label: string, numbers: string[]) =>
    numbers.length > 0 && (
      <span key={label}>
        {' '}
        {label}：{w.report.articles(numbers.slice(0, NUMBERS), Math.max(0, numbers.length - NUMBERS))}。
      </span>
    )
  return (
    <li>
      <b>《{name}》</b>
      {versionDate}
      {since != null && w.report.since(since)}
      {line(w.report.changedArticles, changed)}
      {line(w.report.added, added)}
      {line(w.report.removed, removed)}
    </li>
  )
}

/** The first of a long list; the rest when it is asked for. */
function Portion<T>({ all, draw }: { all: readonly T[]; draw: (part: readonly T[]) => React.ReactNode }) {
  const [shown, setShown] = useState(SHOWN)
  return (
    <>
      {draw(all.slice(0, shown))}
      {all.length > shown && (
        <p className="gap-above">
          <Button onClick={() => setShown(shown + 200)}>{w.report.more(all.length - shown)}</Button>
        </p>
      )}
    </>
  )
}
