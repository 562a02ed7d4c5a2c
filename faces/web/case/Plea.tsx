import { useRef, useState, type ReactNode } from 'react'
import type { Result } from '../../ui/api/result.ts'
import type { Failure } from '../../ui/api/result.ts'
import { uuid } from '../../ui/uuid.ts'
import { Failed } from '../controls/Failed.tsx'
import { Say } from '../controls/Say.tsx'
import { TextField } from '../controls/TextField.tsx'
import { words } from '../words/case.ts'
import { useTyped } from './typed.ts'

interface Props {
  /** of the case */
  number: string
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

/** A step with a reason: opened on purpose, sent once. It stands open where a reason was begun earlier. */
export function Plea({ number, id, words: said, max, serious, send, onChanged, children, ready }: Props) {
  const [text, setText] = useTyped(number, id)
  const [begun] = useState(text !== '')
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
      setFailure(result.failure)
      return result.failure.status === 401 ? onChanged() : undefined
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
    <details open={begun || undefined}>
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
