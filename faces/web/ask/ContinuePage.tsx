import { useCallback, useEffect, useRef, useState, type FormEvent } from 'react'
import { Link, useLocation } from 'wouter'
import type { Failure } from '../../ui/api/result.ts'
import { api } from '../api/citizen.ts'
import { Failed } from '../controls/Failed.tsx'
import { Heading } from '../controls/Heading.tsx'
import { Say } from '../controls/Say.tsx'
import { TextField } from '../controls/TextField.tsx'
import { Wait } from '../controls/Wait.tsx'
import { words } from '../words/continue.ts'
import { hasTalk, keepTalk, type Turn } from './talk.ts'

const plain = (code: string): string => code.toUpperCase().replace(/[\s-]/g, '')

/** Goes on with a consultation of another device: by the code in the address (after a scan), or typed. */
export default function ContinuePage() {
  const [code, setCode] = useState(() => decodeURIComponent(location.hash.slice(1)))
  const [wrong, setWrong] = useState<string>()
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const [, move] = useLocation()
  const scanned = useRef(code)
  const take = useCallback(
    async (typed: string) => {
      setBusy(true)
      setFailure(null)
      const result = await api.takeOver({ body: { code: typed } })
      setBusy(false)
      if (!result.ok) return setFailure(result.failure)
      const { session, turns, last, question } = result.value
      keepTalk({
        session,
        turns: turns.map(
          ({ said }, i): Turn => (i === turns.length - 1 && last ? { said, question, reply: last } : { said }),
        ),
      })
      move('/ask', { replace: true })
    },
    [move],
  )
  useEffect(() => {
    const found = plain(scanned.current)
    scanned.current = ''
    // The code works once and stays out of the history of the phone.
    if (found !== '') history.replaceState(history.state, '', location.pathname)
    if (found.length === 8) void take(found)
  }, [take])
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    if (plain(code).length !== 8) {
      setWrong(words.needed)
      document.getElementById('code')?.focus()
      return
    }
    void take(plain(code))
  }
  return (
    <form className="page stack-wide" onSubmit={send} noValidate>
      <div>
        <Heading page={words.page}>{words.heading}</Heading>
        <p className="soft">{words.lead}</p>
      </div>
      {hasTalk() && (
        <Say tone="info">
          <p>{words.keeps}</p>
        </Say>
      )}
      <TextField
        id="code"
        label={words.code}
        hint={words.hint}
        value={code}
        onChange={(value) => {
          setCode(value)
          setWrong(undefined)
        }}
        error={wrong}
        autoComplete="off"
        short
      />
      {failure && <Failed failure={failure} />}
      {busy && <Wait says={words.going} />}
      <button type="submit" className="button block" aria-disabled={busy}>
        {words.go}
      </button>
      <p>
        <Link className="quiet" href="/ask">
          {words.fresh}
        </Link>
      </p>
    </form>
  )
}
