import { Link } from 'wouter'
import { stampOf } from '../../ui/time.ts'
import { Heading } from '../controls/Heading.tsx'
import { Icon } from '../controls/Icon.tsx'
import { Say } from '../controls/Say.tsx'
import { words } from '../words/receipt.ts'
import { keptReceipt } from './kept.ts'
import './receipt.css'

/** What was handed in, under which number, and what comes next. */
export default function ReceiptPage() {
  const receipt = keptReceipt()
  if (!receipt) {
    return (
      <div className="page stack">
        <Heading page={words.page}>{words.none}</Heading>
        <p>{words.noneText}</p>
        <Link className="button" href="/me">
          {words.my}
        </Link>
      </div>
    )
  }
  return (
    <div className="page stack-wide receipt">
      <div className="receipt-done">
        <Icon name="done" />
        <Heading page={words.page}>{words.title}</Heading>
      </div>
      <div className="card receipt-card">
        <p className="soft">{words.number}</p>
        <p className="receipt-number">{receipt.number}</p>
        <img
          className="receipt-qr"
          src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(receipt.qrSvg)}`}
          alt={words.qr}
          width="180"
          height="180"
        />
        <p className="soft small">{words.qr}</p>
        <dl className="facts">
          <div>
            <dt>{words.applicant}</dt>
            <dd>{receipt.applicantName}</dd>
          </div>
          <div>
            <dt>{words.at}</dt>
            <dd>{stampOf(receipt.submittedAt)}</dd>
          </div>
          <div>
            <dt>{words.office}</dt>
            <dd>{receipt.officeName}</dd>
          </div>
        </dl>
        {receipt.chosenOffice !== undefined && (
          <Say tone="info">
            <p>{words.elsewhere(receipt.chosenOffice, receipt.officeName)}</p>
          </Say>
        )}
        <p>{words.keep}</p>
      </div>
      <section className="stack" aria-labelledby="next">
        <h2 id="next">{words.nextTitle}</h2>
        {receipt.dueAt !== null && (
          <p>
            <b>{words.due(stampOf(receipt.dueAt))}</b>
          </p>
        )}
        <ol className="numbered">
          {words.next.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ol>
      </section>
      <div className="actions no-print">
        <Link className="button" href={`/case/${encodeURIComponent(receipt.number)}`}>
          {words.track}
        </Link>
        <button type="button" className="button second" onClick={() => window.print()}>
          <Icon name="print" /> {words.print}
        </button>
      </div>
    </div>
  )
}
