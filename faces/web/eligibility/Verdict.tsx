import { Heading } from '../controls/Heading.tsx'
import { Icon, type IconName } from '../controls/Icon.tsx'
import { words } from '../words/entitled.ts'
import { Articles } from './Articles.tsx'
import type { Assessment, Reason } from './types.ts'
import './verdict.css'

type Outcome = Assessment['conclusion']['outcome']
const LOOKS: Record<Outcome, { tone: string; icon: IconName }> = {
  entitled: { tone: 'yes', icon: 'done' },
  notEntitled: { tone: 'no', icon: 'info' },
  elsewhere: { tone: 'no', icon: 'place' },
  open: { tone: 'no', icon: 'info' },
  needsStaff: { tone: 'no', icon: 'person' },
}
const marks: Record<Reason['verdict'], IconName> = {
  holds: 'done',
  doesNotHold: 'cross',
  notApplicable: 'next',
  needsFacts: 'info',
}

/** The answer first, then why, each reason with its article small below. */
export function Verdict({ assessment }: { assessment: Assessment }) {
  const { outcome, headline, text } = assessment.conclusion
  const reasons = reasonsOf(assessment)
  return (
    <>
      <div className={`verdict ${LOOKS[outcome].tone}`}>
        <Icon name={LOOKS[outcome].icon} />
        <div>
          <Heading page={headline}>{headline}</Heading>
          <p>{text}</p>
        </div>
      </div>
      {reasons.length > 0 && (
        <section className="card stack" aria-labelledby="why">
          <h2 id="why">{words.whyTitle}</h2>
          <ul className="reasons">
            {reasons.map((reason) => (
              <li key={`${reason.ruleId} ${reason.says}`}>
                <Icon name={marks[reason.verdict]} />
                <div>
                  <p>{reason.says}</p>
                  <Articles citations={reason.citations} />
                </div>
              </li>
            ))}
          </ul>
          <p className="soft small">{words.notLaw}</p>
        </section>
      )}
    </>
  )
}

function reasonsOf({ overall, matter, person, means, jurisdiction }: Assessment): Reason[] {
  const all =
    overall.reasons.length > 0 ? overall.reasons : [matter, person, means, jurisdiction].flatMap((part) => part.reasons)
  return all.filter((reason, index) => all.findIndex((other) => other.says === reason.says) === index)
}
