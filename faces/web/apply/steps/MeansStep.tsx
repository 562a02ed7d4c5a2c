import { Say } from '../../controls/Say.tsx'
import { Wait } from '../../controls/Wait.tsx'
import type { Assessing } from '../../eligibility/assessing.ts'
import { SaidList } from '../../eligibility/SaidList.tsx'
import type { Question } from '../../eligibility/types.ts'
import { words } from '../../words/apply.ts'
import { withAnswer, withoutAnswer } from '../form/answers.ts'
import { OneQuestion } from './OneQuestion.tsx'
import type { StepProps } from './step-props.ts'

/** What the rules still need to know, one question at a time; most applications have few or none. Each answer can be changed. */
export function MeansStep({
  form,
  change,
  assessing,
  question,
  onLeave,
}: StepProps & { assessing: Assessing; question: Question | undefined; onLeave: () => void }) {
  if (assessing.failure)
    return (
      <Say tone="due">
        <p>{words.means.offline}</p>
      </Say>
    )
  if (assessing.busy) return <Wait />
  const said = <SaidList said={form.answers} onChange={(key) => change(withoutAnswer(form, key))} />
  if (!question) {
    return (
      <>
        <Say tone="info">
          <p>{words.means.done}</p>
          {assessing.assessment && (
            <p>
              {words.means.saidSo}
              <b>{assessing.assessment.conclusion.headline}</b>。{assessing.assessment.conclusion.text}
            </p>
          )}
        </Say>
        {said}
      </>
    )
  }
  return (
    <>
      <p className="soft">{words.means.lead}</p>
      <OneQuestion
        key={question.key}
        question={question}
        onAnswer={(given) => change(withAnswer(form, question, given))}
        onLeave={onLeave}
      />
      {said}
    </>
  )
}
