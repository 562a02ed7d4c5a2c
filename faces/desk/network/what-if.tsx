import { Button } from 'antd'
import type { whatIf } from '@fatong/contract/network/coverage.ts'
import type { ReplyOf } from '@fatong/contract/route.ts'
import { isProblem, wordingOf } from '../api/problem.ts'
import { words } from '../words/words.ts'
import { changedVillages, comparison, groupLines, hoursChange } from './comparison.ts'
import { Compared, COMPARED_HEAD } from './compared.tsx'
import { EditForm, type FormStart } from './edit-form.tsx'
import type { Edit } from './edits.ts'
import { GROUPS } from './figures.tsx'
import css from './network.module.css'
import { PlanSheet } from './plan-sheet.tsx'
import type { Spot } from './projection.ts'
import type { Circle, Wish } from './wish.ts'

const w = words.circle
const NAMED = 8
interface Props {
  circle: Circle
  wish: Wish
  half: number
  edits: readonly Edit[]
  full: boolean
  onEdits: (edits: readonly Edit[]) => void
  back: (() => void) | undefined
  onAdd: (edit: Edit) => void
  form: FormStart
  where: (spot: Spot) => string
  picking: boolean
  onPicking: (take: ((spot: Spot) => void) | null) => void
  answer: ReplyOf<typeof whatIf> | undefined
  busy: boolean
  error: Error | null
  onRetry: () => void
}

/** What is tried: each change listed with its way back, and the comparison under it as soon as it is known. */
export function WhatIf({
  circle,
  wish,
  half,
  edits,
  full,
  onEdits,
  back,
  onAdd,
  form,
  where,
  picking,
  onPicking,
  answer,
  busy,
  error,
  onRetry,
}: Props) {
  const refused = edits.map((_, at) => problemAt(error, at))
  return (
    <>
      <h2 className="sr-only">{w.panels.whatIf}</h2>
      <p className="soft">{w.whatIfLead}</p>
      <EditForm
        key={form.serial}
        circle={circle}
        start={form}
        full={full}
        where={where}
        onAdd={onAdd}
        picking={picking}
        onPicking={onPicking}
      />
      <h3>{w.edited}</h3>
      {edits.length === 0 ? (
        <p className="soft">{w.noEdits}</p>
      ) : (
        <ol className={css.edits}>
          {edits.map((edit, at) => (
            <li key={`${edit.wish.kind} ${edit.wish.id}`}>
              <span>
                {edit.text}
                {refused[at] !== undefined && (
                  <b className="wrong" role="alert">
                    {refused[at]}
                  </b>
                )}
              </span>
              <Button
                size="small"
                aria-label={w.undo(edit.text)}
                onClick={() => onEdits(edits.filter((_, i) => i !== at))}
              >
                {w.undoShort}
              </Button>
            </li>
          ))}
        </ol>
      )}
      {(back ?? edits.length > 0) && (
        <p className="row">
          {back && (
            <Button size="small" onClick={back}>
              {w.back}
            </Button>
          )}
          {edits.length > 0 && (
            <Button size="small" onClick={() => onEdits([])}>
              {w.clear}
            </Button>
          )}
        </p>
      )}
      {busy && edits.length > 0 && !answer && (
        <p className="soft" role="status">
          {w.trying}
        </p>
      )}
      {error !== null && !busy && refused.every((one) => one === undefined) && (
        <p className="wrong" role="alert">
          {isProblem(error) ? wordingOf(error) : w.tryFailed}{' '}
          <Button size="small" onClick={onRetry}>
            {words.network.retry}
          </Button>
        </p>
      )}
      {answer && (
        <div className={css.panel}>
          <h3>{w.compare.title}</h3>
          {answer.notes.map((note) => (
            <p key={note} className="soft">
              {note}
            </p>
          ))}
          <Compared
            lines={comparison(answer.before, answer.after, half)}
            head={COMPARED_HEAD}
            caption={w.compare.title}
          />
          <details>
            <summary>{w.compare.more}</summary>
            {GROUPS.map(([name, key, table]) => (
              <div key={name} className="gap-above">
                <Compared
                  lines={groupLines(answer.before, answer.after, key, table)}
                  head={[w.by[name], ...COMPARED_HEAD.slice(1)]}
                  caption={w.by[name]}
                />
              </div>
            ))}
          </details>
          <Gainers circle={circle} answer={answer} />
          <PlanSheet
            circle={circle}
            wish={wish}
            half={half}
            edits={edits}
            before={answer.before}
            after={answer.after}
          />
        </div>
      )}
    </>
  )
}
/** A field of an edit is refused at `edits.3` or deeper, as at `edits.3.weekly.0`. */
const problemAt = (error: Error | null, at: number): string | undefined =>
  isProblem(error)
    ? Object.entries(error.fields).find(([path]) => path === `edits.${at}` || path.startsWith(`edits.${at}.`))?.[1]
    : undefined

function Gainers({ circle, answer }: { circle: Circle; answer: ReplyOf<typeof whatIf> }) {
  const changed = changedVillages(answer.before, answer.after, circle.villages).slice(0, NAMED)
  if (changed.length === 0) return null
  return (
    <>
      <h3>{w.gainers}</h3>
      <ul className={css.gainers}>
        {changed.map((one) => (
          <li key={one.code}>
            {one.name} <span className={one.after > one.before ? css.up : css.down}>{hoursChange(one)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
