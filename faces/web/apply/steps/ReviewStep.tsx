import { Say } from '../../controls/Say.tsx'
import { Tick } from '../../controls/Tick.tsx'
import { words } from '../../words/apply.ts'
import type { StepId } from '../form/form.ts'
import { reviewSections } from './review-lines.ts'
import type { StepProps } from './step-props.ts'

const t = words.review
interface Props extends StepProps {
  unfinished: readonly StepId[]
  /** complaints of the server about fields, after a submission */
  complaints: Readonly<Record<string, string>>
  onEdit: (step: StepId) => void
}

/** All of it once more, with a link to change each part. */
export function ReviewStep({ form, change, problems, snapshot, unfinished, complaints, onEdit }: Props) {
  const said = Object.entries(complaints)
  return (
    <>
      <p className="soft">{t.lead}</p>
      {unfinished.length > 0 && (
        <Say tone="due">
          <p>{t.incomplete}</p>
          {unfinished.map((step) => (
            <button key={step} type="button" className="button second small-button" onClick={() => onEdit(step)}>
              {words.steps[step]}
            </button>
          ))}
        </Say>
      )}
      {said.length > 0 && (
        <Say tone="late" live>
          <p>{t.wrongFields}</p>
          <ul className="dots">
            {said.map(([field, says]) => (
              <li key={field}>{says}</li>
            ))}
          </ul>
        </Say>
      )}
      {reviewSections(form, snapshot.materials).map((section) => (
        <section className="card" key={section.step} aria-label={words.steps[section.step]}>
          <div className="said">
            <div>
              <h2>{words.steps[section.step]}</h2>
            </div>
            <button type="button" className="quiet" onClick={() => onEdit(section.step)}>
              {t.change}
              <span className="unseen">：{words.steps[section.step]}</span>
            </button>
          </div>
          <dl className="facts">
            {section.lines.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd className="pre">{value || <span className="soft">{t.empty}</span>}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <Tick id="pledge" ticked={form.pledge} onChange={(pledge) => change({ pledge })} error={problems.pledge}>
        {t.pledge}
      </Tick>
    </>
  )
}
