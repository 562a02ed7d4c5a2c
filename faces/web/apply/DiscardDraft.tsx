import { useState } from 'react'
import { Say } from '../controls/Say.tsx'
import { words } from '../words/apply.ts'

/** Deleting the draft asks once more. */
export function DiscardDraft({ onDiscard }: { onDiscard: () => void }) {
  const [asking, setAsking] = useState(false)
  if (!asking)
    return (
      <p>
        <button type="button" className="quiet" onClick={() => setAsking(true)}>
          {words.discard}
        </button>
      </p>
    )
  return (
    <Say tone="late" live>
      <p>{words.discardAsk}</p>
      <div className="help-links">
        <button type="button" className="button danger small-button" onClick={onDiscard}>
          {words.discardYes}
        </button>
        <button type="button" className="button second small-button" onClick={() => setAsking(false)}>
          {words.discardNo}
        </button>
      </div>
    </Say>
  )
}
