import { useState } from 'react'
import { Failed } from '../controls/Failed.tsx'
import { TextField } from '../controls/TextField.tsx'
import { words } from '../words/apply.ts'
import { words as problems } from '../words/problems.ts'
import { useCodeRequest } from './code-request.ts'

const t = words.phone
interface Props {
  phone: string
  onPhone: (phone: string) => void
  code: string
  onCode: (code: string) => void
  codeError?: string | undefined
}

/** Phone number, the button that sends the code, and the code. */
export function CodeFields({ phone, onPhone, code, onCode, codeError }: Props) {
  const { sentTo, wait, busy, failure, request } = useCodeRequest()
  const [error, setError] = useState<string>()
  const get = () => {
    if (!/^1[3-9]\d{9}$/.test(phone.trim())) return setError(problems.phone)
    setError(undefined)
    void request(phone).then(() => document.getElementById('code')?.focus())
  }
  return (
    <div className="stack">
      <TextField
        id="phone"
        label={t.phone}
        value={phone}
        onChange={(value) => {
          onPhone(value)
          setError(undefined)
        }}
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        error={error}
        short
      />
      <button type="button" className="button second" aria-disabled={busy || wait > 0} onClick={get}>
        {wait > 0 ? t.again(wait) : sentTo ? t.getAgain : t.get}
      </button>
      {failure && <Failed failure={failure} />}
      {sentTo && <p role="status">{t.sent(sentTo)}</p>}
      <TextField
        id="code"
        label={t.code}
        value={code}
        onChange={onCode}
        inputMode="numeric"
        autoComplete="one-time-code"
        error={codeError}
        short
      />
      <p className="soft small">{t.noSms}</p>
    </div>
  )
}
