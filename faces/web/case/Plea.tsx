import { useRef, useState, type ReactNode } from 'react'
import type { Result } from '../../ui/api/result.ts'
import type { Failure } from '../../ui/api/result.ts'
import { uuid } from '../../ui/uuid.ts'
import { Failed } from '../controls/Failed.tsx'
import { Say } from '../controls/Say.tsx'
import { TextField } from '../controls/TextField.tsx'
import { words } from '../words/case.ts'

interface Props {
  id: string
  words: { title: string; text: string; field: string; go: string; done: string; needed: string }
  max: number
  serious?: boolean
  send: (text: string, key: string) => Promise<Result<unknown>>
  onChanged: () => Promise<void>
  /** what is asked besides the reason, and whether it is answered; it says itself what is missing */
  children?: ReactNode
  ready?: () => boolean
}

/** A step with a reason: opened on purpose, sent once. */
export function Plea({ id, words: said, max, serious, send, onChanged, children, ready }: Props) {
  const [text, setText] = useState('')
  const [error, setError] = useState<string>()
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState(false)
  const key = useRef(uuid())
  const go = async () => {
    if (busy || ready?.() === false) return
    if (text.trim() === '' || text.trim().length > max) {
      setError(said.needed)
      document.getElementById(id)?.focus()
      return
    }
    setBusy(true)
    setFailure(null)
    const result = await send(text.trim(), key.current)
    setBusy(false)
    if (!result.ok) {
      if (result.failure.code === 'keyReused') key.current = uuid()
      return setFailure(result.failure)
    }
    setDone(true)
    setText('')
    key.current = uuid()
    await onChanged()
  }
  if (done)
    return (
      <Say tone="done" live>
        <p>{said.done}</p>
      </Say>
    )
  return (
    <details>
      <summary>{said.title}</summary>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void go()
        }}
      >
        <p className="soft">{said.text}</p>
        {children}
        <TextField
          id={id}
          label={said.field}
          value={text}
          onChange={(value) => {
            setText(value)
            setError(undefined)
          }}
          multiline
          error={error}
        />
        {failure && <Failed failure={failure} />}
        <button type="submit" className={`button ${serious ? 'danger' : ''}`} aria-disabled={busy}>
          {busy ? words.doing : said.go}
        </button>
      </form>
    </details>
  )
}
