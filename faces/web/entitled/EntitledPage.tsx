import { useEffect, useState } from 'react'
import { useSearchParams } from 'wouter'
import { Failed } from '../controls/Failed.tsx'
import { Wait } from '../controls/Wait.tsx'
import { useAssessment } from '../eligibility/assessing.ts'
import { answered, backTo, emptyConversation, factsOf, nextOf, type Conversation } from '../eligibility/conversation.ts'
import { QuestionForm } from '../eligibility/QuestionForm.tsx'
import { Said } from '../eligibility/Said.tsx'
import type { Answer, FactKey, Question } from '../eligibility/types.ts'
import '../eligibility/verdict.css'
import { mattersOf } from '../home/situations.ts'
import type { MatterCode } from '../matters/codes.ts'
import { words } from '../words/entitled.ts'
import { words as matters } from '../words/matters.ts'
import { keepConversation, keptConversation } from './kept.ts'
import { Result } from './Result.tsx'

/** "Am I entitled?": one question a screen, the answer first. */
export default function EntitledPage() {
  const [search, setSearch] = useSearchParams()
  const about = search.get('about')
  const [talk, setTalk] = useState<Conversation>(() => (about ? emptyConversation : keptConversation()))
  const [before, setBefore] = useState<Answer>()
  const { assessment, failure, again } = useAssessment(factsOf(talk))
  const keep = (next: Conversation) => {
    setTalk(next)
    keepConversation(next)
  }
  // the situation narrows only the first screen; a reload then goes on with what was answered
  useEffect(() => {
    if (about && talk.asked.length > 0) setSearch({}, { replace: true })
  }, [about, talk, setSearch])

  const answer = (question: Question, given: Answer | undefined) => {
    setBefore(undefined)
    keep(answered(talk, question, given))
  }
  const change = (key: FactKey) => {
    setBefore(talk.asked.find((one) => one.question.key === key)?.answer)
    keep(backTo(talk, key))
  }
  const last = talk.asked[talk.asked.length - 1]
  const question = assessment ? nextOf(assessment.nextQuestions, talk) : undefined
  const restart = () => {
    setBefore(undefined)
    keep(emptyConversation)
  }

  return (
    <div className="page stack-wide">
      {question && (
        <p className="talk-bar">
          <b>{words.progress(talk.asked.length + 1)}</b>
          <span>{words.progressHint}</span>
        </p>
      )}
      {failure && <Failed failure={failure} again={again} />}
      {!assessment && !failure && <Wait says={words.looking} />}
      {question && (
        <QuestionForm
          key={question.key}
          question={question}
          before={before}
          maySkip={question.key !== 'matter'}
          first={question.key === 'matter' ? mattersOf(about, Object.keys(matters) as MatterCode[]) : null}
          onAnswer={(given) => answer(question, given)}
          onBack={last ? () => change(last.question.key) : null}
        />
      )}
      {assessment && !question && <Result assessment={assessment} />}
      {talk.asked.length > 0 && <Said asked={talk.asked} onChange={change} />}
      {talk.asked.length > 0 && (
        <p>
          <button type="button" className="quiet" onClick={restart}>
            {words.restart}
          </button>
        </p>
      )}
    </div>
  )
}
