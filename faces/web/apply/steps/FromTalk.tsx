import { useState } from 'react'
import { openTalk } from '../../ask/talk.ts'
import { Say } from '../../controls/Say.tsx'
import { words } from '../../words/apply.ts'
import type { DraftStore } from '../draft/store.ts'

const t = words.story

/** Who has just asked about it has told it already: taken over with one press, and changed as one likes. */
export function FromTalk({ store }: { store: DraftStore }) {
  const [state, setState] = useState<'offered' | 'busy' | 'failed'>('offered')
  const talk = openTalk()
  if (!talk) return null
  const take = async () => {
    if (state === 'busy') return
    setState('busy')
    if (!(await store.takeIn(talk))) setState('failed')
  }
  return (
    <Say tone={state === 'failed' ? 'due' : 'info'} live={state === 'failed'}>
      <p>{state === 'failed' ? t.fromTalkFailed : t.fromTalk}</p>
      <button
        type="button"
        className="button second small-button"
        aria-disabled={state === 'busy'}
        onClick={() => void take()}
      >
        {t.fromTalkTake}
      </button>
    </Say>
  )
}
