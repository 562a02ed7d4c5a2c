import { useState } from 'react'
import type { Session } from '@fatong/contract/consultation/shapes.ts'
import type { Failure } from '../../ui/api/result.ts'
import { api } from '../api/citizen.ts'
import { Failed } from '../controls/Failed.tsx'
import { ReadAloud } from '../reading/ReadAloud.tsx'
import { words } from '../words/ask.ts'

/** The newest answer once more in simpler words, where the installation has a language model; the answer above stays what counts. */
export function Simpler({ session }: { session: Session }) {
  const [text, setText] = useState<string | null>()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const ask = async () => {
    if (busy) return
    setBusy(true)
    setFailure(null)
    const result = await api.rephraseAnswer({
      params: { id: session.id },
      headers: { 'X-Draft-Secret': session.secret },
    })
    setBusy(false)
    if (result.ok) setText(result.value.text)
    else setFailure(result.failure)
  }
  if (text)
    return (
      <div className="card stack-tight" role="status">
        <h3>{words.simplerTitle}</h3>
        <p className="law-words">{text}</p>
        <p className="soft small">{words.simplerNote}</p>
        <ReadAloud text={text} />
      </div>
    )
  if (text === null)
    return (
      <p role="status" className="soft">
        {words.simplerNone}
      </p>
    )
  return (
    <div className="stack-tight">
      <button type="button" className="button second block" aria-disabled={busy} onClick={() => void ask()}>
        {busy ? words.simplerWait : words.simpler}
      </button>
      {failure && <Failed failure={failure} />}
    </div>
  )
}
