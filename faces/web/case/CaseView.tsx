import { Link } from 'wouter'
import { momentOf } from '../../ui/time.ts'
import { api } from '../api/citizen.ts'
import { Heading } from '../controls/Heading.tsx'
import { Icon } from '../controls/Icon.tsx'
import { words } from '../words/case.ts'
import { AskToEnd } from './AskToEnd.tsx'
import type { CitizenCase } from './case-types.ts'
import { NextUp } from './NextUp.tsx'
import { Plea } from './Plea.tsx'
import { Records } from './Records.tsx'
import { Supply } from './Supply.tsx'
import { Talk } from './Talk.tsx'
import { Timeline } from './Timeline.tsx'

/** What happens next stands first, then the day, then everything else. */
export function CaseView({ one, onChanged }: { one: CitizenCase; onChanged: () => Promise<void> }) {
  const now = Date.now()
  const { can, number } = one
  const params = { number }
  return (
    <>
      <div>
        <div className="case-head">
          <Heading page={words.page(number)}>{one.matterText}</Heading>
          <span className="tag info">{one.statusText}</span>
        </div>
        <p className="soft small">
          {words.number} {number} · {words.applicant} {one.applicantName}
          {one.submittedAt === null ? '' : ` · ${momentOf(one.submittedAt, now)}${words.submitted}`}
        </p>
      </div>
      <NextUp one={one} now={now} />
      {can.supply && <Supply one={one} onChanged={onChanged} />}
      <Timeline steps={one.steps} now={now} />
      <section className="card" aria-label={words.office}>
        <dl className="facts">
          <div>
            <dt>{words.office}</dt>
            <dd>
              {one.officeName}
              {one.officePhone && (
                <>
                  {' '}
                  <a className="nowrap" href={`tel:${one.officePhone}`}>
                    {words.call(one.officePhone)}
                  </a>
                </>
              )}
            </dd>
          </div>
          {one.lawyer && (
            <div>
              <dt>{words.lawyer}</dt>
              <dd>
                {one.lawyer.name}（{one.lawyer.firm}）
                {one.lawyer.phone && (
                  <a className="nowrap" href={`tel:${one.lawyer.phone}`}>
                    {words.call(one.lawyer.phone)}
                  </a>
                )}{' '}
                <span className={`tag ${one.lawyer.accepted ? 'done' : ''}`}>
                  {one.lawyer.accepted && <Icon name="done" />}
                  {one.lawyer.accepted ? words.lawyerAccepted : words.lawyerAsked}
                </span>
              </dd>
            </div>
          )}
        </dl>
      </section>
      {!can.supply && can.addMaterials && <Supply one={one} onChanged={onChanged} />}
      <Records one={one} />
      <Talk one={one} onChanged={onChanged} />
      {(can.withdraw || can.object || can.requestReplacement || can.askToEnd) && (
        <section className="card" aria-labelledby="other">
          <h2 id="other">{words.other}</h2>
          {can.object && (
            <Plea
              number={number}
              id="objection"
              words={words.object}
              max={3000}
              onChanged={onChanged}
              send={(statement, idempotencyKey) => api.object({ params, body: { statement }, idempotencyKey })}
            />
          )}
          {can.requestReplacement && (
            <Plea
              number={number}
              id="replacement"
              words={words.replace}
              max={1000}
              onChanged={onChanged}
              send={(reason, idempotencyKey) => api.requestReplacement({ params, body: { reason }, idempotencyKey })}
            />
          )}
          {one.askedToEndAt !== null && <p className="soft">{words.end.asked(momentOf(one.askedToEndAt, now))}</p>}
          {one.endDeclined && (
            <p className="soft">
              {words.end.declined(momentOf(one.endDeclined.at, now), one.lawyer?.accepted === true)}
              <br />
              {words.end.why(one.endDeclined.reason)}
            </p>
          )}
          {can.askToEnd && <AskToEnd number={number} onChanged={onChanged} />}
          {can.withdraw && (
            <Plea
              number={number}
              id="withdrawal"
              words={words.withdraw}
              max={500}
              serious
              onChanged={onChanged}
              send={(reason, idempotencyKey) => api.withdraw({ params, body: { reason }, idempotencyKey })}
            />
          )}
        </section>
      )}
      <p>
        <Link className="quiet" href="/me">
          <Icon name="back" /> {words.back}
        </Link>
      </p>
    </>
  )
}
