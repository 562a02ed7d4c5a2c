import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { plainDay } from '../../ui/time.ts'
import { api } from '../api/citizen.ts'
import { Failed } from '../controls/Failed.tsx'
import { Heading } from '../controls/Heading.tsx'
import { Icon } from '../controls/Icon.tsx'
import { TextField } from '../controls/TextField.tsx'
import { Wait } from '../controls/Wait.tsx'
import { useLoad } from '../loading/load.ts'
import { words as places } from '../words/places.ts'
import '../eligibility/verdict.css'

const words = places.verify

/** Is this document ours? By the code printed on it. */
export default function VerifyPage({ code }: { code?: string }) {
  return code ? <Verified code={code} /> : <AskCode />
}

function AskCode() {
  const [, navigate] = useLocation()
  const [code, setCode] = useState('')
  const [error, setError] = useState<string>()
  const go = () => {
    const typed = code.replace(/\s/g, '')
    if (typed.length >= 10 && typed.length <= 60) return navigate(`/verify/${encodeURIComponent(typed)}`)
    setError(words.needed)
    document.getElementById('code')?.focus()
  }
  return (
    <form
      className="page stack-wide"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        go()
      }}
    >
      <Heading page={words.page}>{words.title}</Heading>
      <p className="soft">{words.lead}</p>
      <TextField
        id="code"
        label={words.code}
        value={code}
        onChange={(value) => {
          setCode(value)
          setError(undefined)
        }}
        error={error}
        autoComplete="off"
      />
      <button type="submit" className="button block">
        {words.go}
      </button>
    </form>
  )
}

function Verified({ code }: { code: string }) {
  const [loaded, reload] = useLoad(() => api.verifyDocument({ params: { code } }), code)
  if (loaded.state === 'loading')
    return (
      <div className="page stack">
        <Heading page={words.page}>{words.title}</Heading>
        <Wait />
      </div>
    )
  if (loaded.state === 'failed' && loaded.failure.status !== 404 && loaded.failure.status !== 400)
    return (
      <div className="page stack">
        <Heading page={words.page}>{words.title}</Heading>
        <Failed failure={loaded.failure} again={() => void reload()} />
      </div>
    )
  const found = loaded.state === 'ready' && loaded.value.genuine ? loaded.value : null
  return (
    <div className="page stack-wide">
      <div className={`verdict ${found ? 'yes' : 'forged'}`}>
        <Icon name={found ? 'done' : 'warn'} />
        <div>
          <Heading page={words.page}>{found ? words.genuine : words.forged}</Heading>
          <p>{found ? words.compare : words.forgedText}</p>
        </div>
      </div>
      {found && (
        <div className="card">
          <dl className="facts">
            <div>
              <dt>{words.document}</dt>
              <dd>{found.title}</dd>
            </div>
            <div>
              <dt>{words.number}</dt>
              <dd>{found.number}</dd>
            </div>
            <div>
              <dt>{words.issuedOn}</dt>
              <dd>{plainDay(found.issuedOn, Date.now())}</dd>
            </div>
            <div>
              <dt>{words.agency}</dt>
              <dd>{found.agency}</dd>
            </div>
            <div>
              <dt>{words.recipient}</dt>
              <dd>{found.recipientMasked}</dd>
            </div>
            {found.sha256 && (
              <div>
                <dt>{words.sum}</dt>
                <dd className="small">{found.sha256}</dd>
              </div>
            )}
          </dl>
        </div>
      )}
      <p>
        <Link className="quiet" href="/verify">
          {words.another}
        </Link>
      </p>
    </div>
  )
}
