import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import type { Failure } from '../../../ui/api/result.ts'
import { api } from '../../api/citizen.ts'
import { Failed, failureText } from '../../controls/Failed.tsx'
import { Say } from '../../controls/Say.tsx'
import { useLoad } from '../../loading/load.ts'
import { CodeFields } from '../../signin/CodeFields.tsx'
import { words } from '../../words/apply.ts'
import type { Form } from '../form/form.ts'

const t = words.phone
interface Props {
  form: Form
  busy: boolean
  failure: Failure | null
  /** an earlier submission still waits for its answer */
  unanswered: boolean
  /** photos still wait for the network */
  photosPending: boolean
  onSubmit: () => Promise<void>
}

/** The phone code, then the one submission. */
export function PhoneStep({ form, busy, failure, unanswered, photosPending, onSubmit }: Props) {
  const person = form.who === 'family' ? form.proxy : form.applicant
  const [phone, setPhone] = useState(person.phone)
  const [code, setCode] = useState('')
  const [error, setError] = useState<string>()
  const [signing, setSigning] = useState(false)
  const [signFailure, setSignFailure] = useState<Failure | null>(null)
  const [other, setOther] = useState(false)
  const [me, reloadMe] = useLoad(() => api.me({}), 'me')
  const known = me.state === 'ready' && !other && sameEnd(me.value.phone, person.phone) ? me.value : null

  useEffect(() => {
    // a lost answer is asked for again as soon as the page is back
    if (unanswered && known && !busy && !failure) void onSubmit()
  }, [unanswered, known, busy, failure, onSubmit])

  const confirm = async () => {
    if (signing || busy) return
    if (!known) {
      if (!/^\d{6}$/.test(code.trim())) {
        setError(t.codeNeeded)
        document.getElementById('code')?.focus()
        return
      }
      setSigning(true)
      setSignFailure(null)
      const signed = await api.signIn({
        body: {
          phone: phone.trim(),
          code: code.trim(),
          ...(person.name.trim() ? { name: person.name.trim().slice(0, 50) } : {}),
        },
      })
      setSigning(false)
      if (!signed.ok)
        return signed.failure.code === 'wrongCode'
          ? setError(failureText(signed.failure))
          : setSignFailure(signed.failure)
      await reloadMe()
    }
    await onSubmit()
  }
  return (
    <form
      className="stack-wide"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void confirm()
      }}
    >
      <p className="soft">{form.who === 'helping' ? t.helping : t.lead}</p>
      {unanswered && (
        <Say tone="due" live>
          <p>{busy ? t.resuming : t.notYet}</p>
          <Link className="button second small-button" href="/me">
            {t.toMyCases}
          </Link>
        </Say>
      )}
      {photosPending && (
        <Say tone="due">
          <p>{t.photosPending}</p>
        </Say>
      )}
      {known ? (
        <Say tone="info">
          <p>{t.signedIn(known.phone)}</p>
          <button type="button" className="quiet" onClick={() => setOther(true)}>
            {t.other}
          </button>
        </Say>
      ) : (
        <CodeFields
          phone={phone}
          onPhone={setPhone}
          code={code}
          onCode={(value) => {
            setCode(value)
            setError(undefined)
          }}
          codeError={error}
        />
      )}
      {signFailure && <Failed failure={signFailure} />}
      {failure && Object.keys(failure.fields).length === 0 && <Failed failure={failure} />}
      <div className="actions step-actions">
        <button type="submit" className="button" aria-disabled={busy || signing}>
          {busy || signing ? t.submitting : t.submit}
        </button>
      </div>
    </form>
  )
}

/** Phones come back masked (138****5678): the last four digits decide, and an empty field fits any. */
const sameEnd = (masked: string, typed: string): boolean =>
  typed.trim() === '' || masked.slice(-4) === typed.trim().slice(-4)
