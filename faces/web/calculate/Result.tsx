import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import type { Calculation, Said } from '@fatong/law/calculators/calculation.ts'
import type { CalculatorName } from '@fatong/law/calculators/kinds.ts'
import { yuan } from '@fatong/law/calculators/money.ts'
import { formatDate } from '@fatong/law/calendar/wording.ts'
import { partsOf, type LocalDate } from '@fatong/law/calendar/dates.ts'
import { Icon } from '../controls/Icon.tsx'
import { Say } from '../controls/Say.tsx'
import { CopyButton } from '../reading/CopyButton.tsx'
import { words } from '../words/calculate.ts'
import { useArticles } from './articles.ts'
import { asText } from './as-text.ts'
import { Library, Sources } from './Sources.tsx'

interface Props {
  which: CalculatorName
  answer: Calculation /** what was filled in, in words */
  put: readonly (readonly [string, string])[]
  today: LocalDate /** counts how often it was asked for: each time the answer takes the focus */
  round: number
}

/** Whose answer no arbitration follows, or which tell the days themselves. */
const NO_ARBITRATION: readonly CalculatorName[] = ['limitation', 'last-day', 'disability-benefit']

/** The answer first, then the sum step by step, why, and what is not in it. */
export function Result({ which, answer, put, today, round }: Props) {
  const { headline, lines, total, days, explains, leftOut, doubts, note } = answer
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (round > 0) heading.current?.focus()
  }, [round])
  const articles = useArticles([...lines, ...explains, ...leftOut, ...doubts].flatMap(({ citations }) => citations))
  const { name, question } = words.calculators[which]
  return (
    <Library.Provider value={articles}>
      <section className="stack calculated" aria-labelledby="result">
        <div className="card stack answer">
          <h2 id="result" tabIndex={-1} ref={heading}>
            {headline}
          </h2>
          {days.map((one) => (
            <p key={one.name} className="calculated-day">
              <b>
                {one.name}：{formatDate(one.day, partsOf(today).year)}
              </b>
              <small>{one.says}</small>
            </p>
          ))}
          {lines.length > 0 && (
            <div className="stack-tight">
              <h3>{words.how}</h3>
              <ol className="sums">
                {lines.map((line) => (
                  <li key={line.name}>
                    <span className="sum">
                      <b>{line.name}</b>
                      <b>{words.money(yuan(line.fen))}</b>
                    </span>
                    <small>{line.formula}</small>
                    <small>＝ {line.filled}</small>
                    <Sources citations={line.citations} />
                  </li>
                ))}
              </ol>
              {lines.length > 1 && total !== undefined && (
                <p className="sum">
                  <b>{words.total}</b>
                  <b>{words.money(yuan(total))}</b>
                </p>
              )}
            </div>
          )}
          <p className="soft small">{note}</p>
        </div>
        {doubts.length > 0 && (
          <Say tone="due">
            <h3>{words.doubts}</h3>
            {doubts.map((one) => (
              <p key={one.says}>
                {one.says}
                <Sources citations={one.citations} />
              </p>
            ))}
          </Say>
        )}
        <Told title={words.why} said={explains} />
        <Told title={words.leftOut} said={leftOut} />
        <div className="stack-tight">
          <h3>{words.put}</h3>
          <dl className="facts">
            {put.map(([asked, given]) => (
              <div key={asked}>
                <dt>{asked}</dt>
                <dd>{given}</dd>
              </div>
            ))}
          </dl>
        </div>
        <div className="buttons no-print">
          <button type="button" className="button second small-button" onClick={() => window.print()}>
            <Icon name="print" /> {words.print}
          </button>
          <CopyButton label={words.copy} text={() => asText(name, answer, put)} done={words.copied} />
        </div>
        <div className="offers no-print">
          <h3>{words.next}</h3>
          <Link className="button block" href="/entitled">
            {words.eligibility}
          </Link>
          <Link className="button block second" href="/apply">
            {words.apply}
          </Link>
          {!NO_ARBITRATION.includes(which) && (
            <Link className="button block second" href="/calculate/limitation">
              {words.limitation}
            </Link>
          )}
          <Link className="button block second" href={`/ask?q=${encodeURIComponent(question)}`}>
            {words.ask}
          </Link>
          <Link className="button block second" href="/points">
            {words.points}
          </Link>
        </div>
      </section>
    </Library.Provider>
  )
}

function Told({ title, said }: { title: string; said: readonly Said[] }) {
  if (said.length === 0) return null
  return (
    <div className="stack-tight">
      <h3>{title}</h3>
      <ul className="told">
        {said.map((one) => (
          <li key={one.says}>
            {one.says}
            <Sources citations={one.citations} />
          </li>
        ))}
      </ul>
    </div>
  )
}
