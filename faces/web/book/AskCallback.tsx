import { useState } from 'react'
import { Link } from 'wouter'
import type { Failure } from '../../ui/api/result.ts'
import { api } from '../api/citizen.ts'
import { Failed } from '../controls/Failed.tsx'
import { Say } from '../controls/Say.tsx'
import { TextField } from '../controls/TextField.tsx'
import { SignInForm } from '../signin/SignInForm.tsx'
import { words } from '../words/places.ts'

const t = words.callback

/** No time fits: somebody of the place calls back. Neither sees the other's number here. */
export function AskCallback({ placeId }: { placeId: string }) {
  const [text, setText] = useState('')
  const [step, setStep] = useState<'write' | 'signIn' | 'asked'>('write')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const ask = async () => {
    if (busy) return
    if (text.trim() === '') return setError(t.needed)
    setBusy(true)
    setFailure(null)
    const result = await api.askCallback({ body: { placeId, text: text.trim() } })
    setBusy(false)
    if (result.ok) return setStep('asked')
    if (result.failure.status === 401) return setStep('signIn')
    setFailure(result.failure)
  }
  if (step === 'asked')
    return (
      <Say tone="done">
        <p role="status">
          <b>{t.asked}</b>
        </p>
        <p>
          <Link href="/me/appointments">{t.mine}</Link>
        </p>
      </Say>
    )
  if (step === 'signIn')
    return (
      <div className="card stack">
        <p>{t.signIn}</p>
        <SignInForm label={t.go} busyLabel={t.busy} onSignedIn={() => void ask()} />
      </div>
    )
  return (
    <details className="card">
      <summary>{t.title}</summary>
      <div className="stack">
        <p className="soft">{t.lead}</p>
        <TextField
          id="callback-text"
          label={t.text}
          hint={t.hint}
          value={text}
          onChange={(next) => {
            setText(next.slice(0, 200))
            setError(undefined)
          }}
          multiline
          error={error}
        />
        {failure && <Failed failure={failure} />}
        <button type="button" className="button second block" aria-disabled={busy} onClick={() => void ask()}>
          {busy ? t.busy : t.go}
        </button>
      </div>
    </details>
  )
}
