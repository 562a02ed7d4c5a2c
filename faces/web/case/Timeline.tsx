import { momentOf, sameDay } from '../../ui/time.ts'
import { Icon } from '../controls/Icon.tsx'
import { words } from '../words/case.ts'
import type { StepView } from './case-types.ts'
import './timeline.css'

/** The four stations of the day, the hour under each, the present one alive. */
export function Timeline({ steps, now }: { steps: readonly StepView[]; now: number }) {
  return (
    <section className="card stack" aria-labelledby="timeline">
      <h2 id="timeline">{words.timeline}</h2>
      <ol className="stations">
        {steps.map((step, index) => (
          <Station key={step.step} step={step} index={index} now={now} />
        ))}
      </ol>
    </section>
  )
}

function Station({ step, index, now }: { step: StepView; index: number; now: number }) {
  const mark =
    step.state === 'done' ? <Icon name="done" /> : step.state === 'paused' ? <Icon name="pause" /> : index + 1
  return (
    <li className={`station ${step.state}`} {...(step.state === 'current' ? { 'aria-current': 'step' as const } : {})}>
      <span className="station-mark" aria-hidden="true">
        {mark}
      </span>
      <div>
        <b>{step.label}</b>
        <small>{words.states[step.state]}</small>
        {step.state === 'done' && step.at !== null && <small>{momentOf(step.at, now)}</small>}
        {(step.state === 'current' || step.state === 'waiting') && step.dueAt !== null && (
          <small className={step.state === 'current' && (step.dueAt <= now || sameDay(step.dueAt, now)) ? 'due' : ''}>
            {words.dueBy(momentOf(step.dueAt, now))}
          </small>
        )}
      </div>
    </li>
  )
}
