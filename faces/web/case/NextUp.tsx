import { Link } from 'wouter'
import { momentOf, plainDay, today } from '../../ui/time.ts'
import { Icon } from '../controls/Icon.tsx'
import { Say } from '../controls/Say.tsx'
import { words } from '../words/case.ts'
import type { CitizenCase } from './case-types.ts'

/** What happens next, who acts, by when; red only past the legal limit. */
export function NextUp({ one, now }: { one: CitizenCase; now: number }) {
  const { text, by, yourTurn, legalLimit } = one.next
  const past = legalLimit !== null && /^\d{4}-\d{2}-\d{2}$/.test(legalLimit) && legalLimit < today(now)
  return (
    <>
      {one.paused && (
        <Say tone="due">
          <h2>{words.paused}</h2>
          <p>
            {one.paused.why}
            <span className="soft small"> {words.since(momentOf(one.paused.since, now))}</span>
          </p>
          <p>
            <b>{words.whatToDo}：</b>
            {one.paused.whatToDo}
          </p>
        </Say>
      )}
      <section
        className={`card stack-tight case-next${past ? ' late' : yourTurn ? ' turn' : ''}`}
        aria-labelledby="next"
      >
        <h2 id="next">
          {words.next}{' '}
          {yourTurn && (
            <span className="tag due">
              <Icon name="person" /> {words.yourTurn}
            </span>
          )}
        </h2>
        <p>{text}</p>
        {by !== null && <p>{words.by(momentOf(by, now))}</p>}
        {legalLimit !== null && <p className="soft small">{words.legal(plainDay(legalLimit, now))}</p>}
        {one.status === 'withdrawn' && (
          <p>
            <Link className="button second" href="/apply">
              {words.applyAgain}
            </Link>
          </p>
        )}
        {past && (
          <p className="field-error">
            <Icon name="warn" /> <span>{words.pastLegal}</span>
          </p>
        )}
      </section>
    </>
  )
}
