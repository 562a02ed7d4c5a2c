import { useRef, useState, type FormEvent } from 'react'
import { Link } from 'wouter'
import { CALCULATORS, type CalculatorName } from '@fatong/law/calculators/kinds.ts'
import { instant, localDateOf, type LocalDate } from '@fatong/law/calendar/dates.ts'
import { MissingPage } from '../app/MissingPage.tsx'
import { ErrorSummary } from '../controls/ErrorSummary.tsx'
import { Heading } from '../controls/Heading.tsx'
import { words } from '../words/calculate.ts'
import { fieldWords } from './field-words.ts'
import { useFigures } from './figures.ts'
import { asked, rowsOf, withoutRow, withRow, work, type Asked, type Field, type Values } from './form.ts'
import { FORMS } from './forms/forms.ts'
import { keepAnswers, keptAnswers } from './kept.ts'
import { Question } from './Question.tsx'
import { Result } from './Result.tsx'
import './calculate.css'

export default function CalculatePage({ which }: { which: string }) {
  const known = CALCULATORS.find((one) => one === which)
  return known === undefined ? <MissingPage /> : <Calculator which={known} />
}

const idOf = (key: string): string => `of-${key.replace('.', '-')}`

/** A few questions and the answer below them, worked out here; after the first time it follows every change. */
function Calculator({ which }: { which: CalculatorName }) {
  const form = FORMS[which],
    { name, lead } = words.calculators[which]
  const figures = useFigures()
  const [today] = useState(() => localDateOf(instant(Date.now())))
  const [kept] = useState(() => keptAnswers(which))
  const [values, setValues] = useState<Values>(kept?.values ?? form.start ?? {})
  const [shown, setShown] = useState(kept?.shown ?? false)
  const [rounds, setRounds] = useState({ asked: 0, wrong: 0 })
  const last = useRef<HTMLButtonElement>(null)

  const { answer, problems = {} } = work(form, values, { asOf: today, ...figures })
  const set = (next: Values) => {
    setValues(next)
    keepAnswers(which, { values: next, shown })
  }
  const go = (event: FormEvent) => {
    event.preventDefault()
    setShown(true)
    keepAnswers(which, { values, shown: true })
    setRounds(({ asked: right, wrong }) =>
      answer === undefined ? { asked: right, wrong: wrong + 1 } : { asked: right + 1, wrong },
    )
  }
  const restart = () => {
    setValues(form.start ?? {})
    setShown(false)
    setRounds({ asked: 0, wrong: 0 })
    keepAnswers(which, null)
  }

  const questions = asked(form, values)
  const question = ({ key, field }: Asked) => (
    <Question
      key={key}
      id={idOf(key)}
      field={field}
      words={fieldWords(which, field.id)}
      value={values[key] ?? ''}
      today={today}
      error={shown ? problems[key] : undefined}
      onChange={(value) => set({ ...values, [key]: value })}
    />
  )
  // In the summary "请选一项" alone would not say which.
  const toldOf = (key: string, says: string): string => {
    const field = questions.find((one) => one.key === key)?.field
    return field === undefined ? says : `${fieldWords(which, field.id).label}：${says}`
  }
  const plain = questions.filter(({ row, field }) => row === undefined && field.figure !== true),
    local = questions.filter(({ field }) => field.figure === true)
  const { rows } = form
  const count = rows === undefined ? 0 : rowsOf(rows, values),
    byDay = rows?.least === 0
  return (
    <div className="page stack-wide calculate">
      <div>
        <p className="small no-print">
          <Link href="/calculate">{words.all}</Link>
        </p>
        <Heading page={name}>{name}</Heading>
        <p className="soft">{lead}</p>
      </div>
      <form className="stack-wide no-print" onSubmit={go} noValidate>
        {shown && (
          <ErrorSummary
            round={rounds.wrong}
            problems={Object.fromEntries(Object.entries(problems).map(([key, says]) => [idOf(key), toldOf(key, says)]))}
          />
        )}
        {plain.map(question)}
        {rows !== undefined && rows.when?.(values) !== false && (
          <div className="stack">
            {byDay && count === 0 && <p className="soft">{words.noDays}</p>}
            {Array.from({ length: count }, (_, row) => (
              <fieldset key={row} className={byDay ? 'stack-tight' : 'card stack'}>
                <legend className={byDay ? 'unseen' : 'field-label'}>
                  {byDay ? words.day(row + 1) : words.period(row + 1)}
                </legend>
                {questions.filter((one) => one.row === row).map(question)}
                {count > rows.least && (
                  <button
                    type="button"
                    className="quiet"
                    onClick={() => {
                      set(withoutRow(rows, values, row))
                      last.current?.focus()
                    }}
                  >
                    {byDay ? words.removeDay : words.removeRow}
                    <span className="unseen">{byDay ? words.day(row + 1) : words.period(row + 1)}</span>
                  </button>
                )}
              </fieldset>
            ))}
            {count < rows.most && (
              <button
                type="button"
                className="button second small-button"
                ref={last}
                onClick={() => set(withRow(rows, values))}
              >
                {byDay ? words.addDay : words.addRow}
              </button>
            )}
          </div>
        )}
        {local.length > 0 && (
          <fieldset className="stack">
            <legend className="field-label soft">{words.optional}</legend>
            {local.map(question)}
          </fieldset>
        )}
        <div className="actions step-actions">
          <button type="submit" className="button">
            {words.go}
          </button>
        </div>
        <p className="soft small">{words.private}</p>
      </form>
      {shown && answer !== undefined && (
        <Result
          which={which}
          answer={answer}
          put={putIn(which, questions, values, today)}
          today={today}
          round={rounds.asked}
        />
      )}
      <p className="no-print">
        <button type="button" className="quiet" onClick={restart}>
          {words.again}
        </button>
      </p>
    </div>
  )
}

/** Questions with the answers given, as people read them; what was left empty is left out. */
function putIn(
  which: CalculatorName,
  questions: readonly Asked[],
  values: Values,
  today: LocalDate,
): (readonly [string, string])[] {
  return questions.flatMap(({ key, field, row }) => {
    const value = (values[key] ?? '').trim(),
      { label, unit = '' } = fieldWords(which, field.id)
    const before = row === undefined || field.kind === 'day' ? '' : `${words.period(row + 1)}，`
    const after = row !== undefined && field.kind === 'day' ? `（${row + 1}）` : ''
    return value === ''
      ? []
      : [[`${before}${label.replace(/？$/, '')}${after}`, written(field, value, unit, today)] as const]
  })
}

function written({ kind, choices }: Field, value: string, unit: string, today: LocalDate): string {
  if (kind === 'tick') return words.ticked
  if (kind === 'choice') return choices?.(today).find((one) => one.value === value)?.label ?? value
  return `${value}${unit === '' ? '' : ` ${unit}`}`
}
