import { useState } from 'react'
import type { Answer, Session } from '@fatong/contract/consultation/shapes.ts'
import { api } from '../api/citizen.ts'
import { Icon } from '../controls/Icon.tsx'
import { words } from '../words/ask.ts'
import { asText } from './as-text.ts'

/** On paper nothing can be unfolded. */
function printWhole(): void {
  for (const folded of document.querySelectorAll<HTMLDetailsElement>('.answer-card details')) folded.open = true
  window.print()
}

/** Taken along, judged, or said to be wrong. */
export function AfterAnswer({ answer, question, turn, session }: { answer: Answer; question: string; turn: string | null; session: Session | undefined }) {
  const [told, setTold] = useState<'thanks' | 'flagged' | null>(null)
  const [copied, setCopied] = useState(false)
  const judge = (helpful: boolean) => {
    if (session && turn !== null) void api.giveFeedback({ params: { id: session.id, turn }, headers: { 'X-Draft-Secret': session.secret }, body: { helpful } }).then((result) => { if (result.ok) setTold('thanks') })
  }
  const flag = () => {
    if (turn !== null) void api.flagAnswer({ body: { subjectKind: 'turn', subject: turn, reason: 'wrong', note: '' } }).then((result) => { if (result.ok) setTold('flagged') })
  }
  const share = () => void navigator.clipboard.writeText(asText(question, answer)).then(() => setCopied(true), () => undefined)
  return (
    <div className="stack-tight no-print">
      <div className="buttons">
        <button type="button" className="button second small-button" onClick={printWhole}><Icon name="print" /> {words.printIt}</button>
        <button type="button" className="button second small-button" onClick={share}>{words.shareIt}</button>
      </div>
      {copied && <p role="status" className="soft small">{words.shareDone}</p>}
      {turn !== null && (told !== null ? <p role="status" className="soft small">{words[told]}</p> : (
        <div className="useful" role="group" aria-label={words.useful}>
          <span className="soft">{words.useful}</span>
          <button type="button" className="button second small-button" onClick={() => judge(true)}>{words.yes}</button>
          <button type="button" className="button second small-button" onClick={() => judge(false)}>{words.no}</button>
          <button type="button" className="quiet" onClick={flag}>{words.flag}</button>
        </div>
      ))}
    </div>
  )
}
