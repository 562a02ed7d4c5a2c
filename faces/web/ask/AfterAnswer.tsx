import { useState } from 'react'
import type { Answer, Session } from '@fatong/contract/consultation/shapes.ts'
import { api } from '../api/citizen.ts'
import { Icon } from '../controls/Icon.tsx'
import { CopyButton } from '../reading/CopyButton.tsx'
import { FlagWrong } from '../reading/FlagWrong.tsx'
import { words } from '../words/ask.ts'
import { asText } from './as-text.ts'

/** On paper nothing can be unfolded. */
function printWhole(): void {
  for (const folded of document.querySelectorAll<HTMLDetailsElement>('.answer-card details')) folded.open = true
  window.print()
}

/** Taken along, judged, or said to be wrong. */
export function AfterAnswer({
  answer,
  question,
  turn,
  session,
}: {
  answer: Answer
  question: string
  turn: string | null
  session: Session | undefined
}) {
  const [judged, setJudged] = useState(false)
  const judge = (helpful: boolean) => {
    if (session && turn !== null)
      void api
        .giveFeedback({
          params: { id: session.id, turn },
          headers: { 'X-Draft-Secret': session.secret },
          body: { helpful },
        })
        .then((result) => {
          if (result.ok) setJudged(true)
        })
  }
  return (
    <div className="stack-tight no-print">
      <div className="buttons">
        <button type="button" className="button second small-button" onClick={printWhole}>
          <Icon name="print" /> {words.printIt}
        </button>
        <CopyButton label={words.shareIt} text={() => asText(question, answer)} done={words.shareDone} />
      </div>
      {turn !== null &&
        session &&
        (judged ? (
          <p role="status" className="soft small">
            {words.thanks}
          </p>
        ) : (
          <div className="useful" role="group" aria-label={words.useful}>
            <span className="soft">{words.useful}</span>
            <button type="button" className="button second small-button" onClick={() => judge(true)}>
              {words.yes}
            </button>
            <button type="button" className="button second small-button" onClick={() => judge(false)}>
              {words.no}
            </button>
          </div>
        ))}
      {turn !== null && <FlagWrong subjectKind="turn" subject={turn} />}
    </div>
  )
}
