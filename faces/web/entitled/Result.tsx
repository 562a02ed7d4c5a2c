import { Link } from 'wouter'
import { Icon } from '../controls/Icon.tsx'
import { Articles } from '../eligibility/Articles.tsx'
import { Bring } from '../eligibility/Bring.tsx'
import type { Assessment } from '../eligibility/types.ts'
import { Verdict } from '../eligibility/Verdict.tsx'
import { words } from '../words/entitled.ts'
import { words as everywhere } from '../words/everywhere.ts'

/** Answer, why, what to do now: apply or a person to ask. */
export function Result({ assessment }: { assessment: Assessment }) {
  const { outcome } = assessment.conclusion
  const refused = outcome === 'notEntitled'
  const apply = (
    <Link className={`button${refused ? ' second' : ''}`} href="/apply?from=entitled">
      {refused ? words.applyAnyway : words.apply}
    </Link>
  )
  const ask = (
    <a className={`button${refused ? '' : ' second'}`} href="tel:12348">
      <Icon name="phone" /> {everywhere.call12348}
    </a>
  )
  return (
    <>
      <Verdict assessment={assessment} />
      <section className="card stack" aria-labelledby="do">
        <h2 id="do">{words.doTitle}</h2>
        <ul className="reasons">
          {assessment.suggestions.map((one) => (
            <li key={one.code}>
              <Icon name="next" />
              <div>
                <p>{one.says}</p>
                <Articles citations={one.citations} />
              </div>
            </li>
          ))}
        </ul>
      </section>
      <Bring materials={assessment.materials} />
      <div className="actions step-actions">
        {refused ? ask : apply}
        {refused ? apply : ask}
      </div>
    </>
  )
}
