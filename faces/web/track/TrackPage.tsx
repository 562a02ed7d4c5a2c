import { useState } from 'react'
import { Link, useLocation, useSearchParams } from 'wouter'
import { api } from '../api/citizen.ts'
import { Heading } from '../controls/Heading.tsx'
import { Say } from '../controls/Say.tsx'
import { TextField } from '../controls/TextField.tsx'
import { useLoad } from '../loading/load.ts'
import { SignInForm } from '../signin/SignInForm.tsx'
import { words } from '../words/track.ts'

/** By number and phone code to one case. */
export default function TrackPage() {
  const [search] = useSearchParams()
  const [, navigate] = useLocation()
  const [number, setNumber] = useState(search.get('number') ?? '')
  const [error, setError] = useState<string>()
  const [me] = useLoad(() => api.me({}), 'me')
  const [other, setOther] = useState(false)
  const check = () => {
    const missing = number.trim().length < 3
    setError(missing ? words.numberNeeded : undefined)
    if (missing) document.getElementById('number')?.focus()
    return !missing
  }
  const open = () => navigate(`/case/${encodeURIComponent(number.trim())}`)
  const field = (
    <TextField
      id="number"
      label={words.number}
      hint={words.numberHint}
      value={number}
      onChange={(value) => {
        setNumber(value)
        setError(undefined)
      }}
      error={error}
      autoComplete="off"
    />
  )
  return (
    <div className="page stack-wide">
      <Heading page={words.page}>{words.title}</Heading>
      <p className="soft">{words.lead}</p>
      {me.state === 'ready' && !other ? (
        <form
          className="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            if (check()) open()
          }}
        >
          {field}
          <Say tone="info">
            <p>{words.signedIn(me.value.phone)}</p>
            <button type="button" className="quiet" onClick={() => setOther(true)}>
              {words.other}
            </button>
          </Say>
          <button type="submit" className="button block">
            {words.go}
          </button>
        </form>
      ) : (
        <SignInForm label={words.go} busyLabel={words.going} check={check} onSignedIn={open}>
          {field}
        </SignInForm>
      )}
      <p>
        <Link className="quiet" href="/me">
          {words.forgot}
        </Link>
      </p>
    </div>
  )
}
