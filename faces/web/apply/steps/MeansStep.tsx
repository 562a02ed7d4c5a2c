import { Say } from '../../controls/Say.tsx'
import { Wait } from '../../controls/Wait.tsx'
import type { Assessing } from '../../eligibility/assessing.ts'
import type { Answer, Question } from '../../eligibility/types.ts'
import type { Facts } from '../../matters/codes.ts'
import { words } from '../../words/apply.ts'
import { OneQuestion } from './OneQuestion.tsx'
import type { StepProps } from './step-props.ts'

/** What the rules still need to know, one question at a time; most applications have few or none. */
export function MeansStep({ form, change, assessing, question, onLeave }: StepProps & { assessing: Assessing; question: Question | undefined; onLeave: () => void }) {
  const answer = (key: Question['key'], given: Answer | undefined) =>
    given === undefined ? change({ skipped: [...form.skipped, key] }) : change({ facts: { ...form.facts, ...({ [key]: given } as Facts) } })
  if (assessing.failure) return <Say tone="due"><p>{words.means.offline}</p></Say>
  if (assessing.busy) return <Wait />
  if (!question) {
    return (
      <Say tone="info">
        <p>{words.means.done}</p>
        {assessing.assessment && <p>{words.means.saidSo}<b>{assessing.assessment.conclusion.headline}</b>。{assessing.assessment.conclusion.text}</p>}
      </Say>
    )
  }
  return (
    <>
      <p className="soft">{words.means.lead}</p>
      <OneQuestion key={question.key} question={question} onAnswer={(given) => answer(question.key, given)} onLeave={onLeave} />
    </>
  )
}
