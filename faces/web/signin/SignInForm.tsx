import { useState, type ReactNode } from 'react'
import type { Failure } from '../../ui/api/result.ts'
import { api } from '../api/citizen.ts'
import { Failed, failureText } from '../controls/Failed.tsx'
import { words } from '../words/apply.ts'
import { words as problems } from '../words/problems.ts'
import { CodeFields } from './CodeFields.tsx'

interface Props {
  label: string
  busyLabel: string
  onSignedIn: () => void
  children?: ReactNode
  check?: () => boolean
}

/** Phone and code; `children` are fields above them, `check` says whether those are in order. */
export function SignInForm({ label, busyLabel, onSignedIn, children, check }: Props) {
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const [error, setError] = useState<string>()
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const submit = async () => {
    if (busy || (check && !check())) return
    const wrong = !/^1[3-9]\d{9}$/.test(phone.trim())
      ? problems.phone
      : !/^\d{6}$/.test(code.trim())
        ? words.phone.codeNeeded
        : undefined
    if (wrong) {
      setError(wrong)
      document.getElementById(wrong === problems.phone ? 'phone' : 'code')?.focus()
      return
    }
    setBusy(true)
    setFailure(null)
    const result = await api.signIn({ body: { phone: phone.trim(), code: code.trim() } })
    setBusy(false)
    if (result.ok) onSignedIn()
    else if (result.failure.code === 'wrongCode') setError(failureText(result.failure))
    else setFailure(result.failure)
  }
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      {children}
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
      {failure && <Failed failure={failure} />}
      <button type="submit" className="button block" aria-disabled={busy}>
        {busy ? busyLabel : label}
      </button>
    </form>
  )
}
