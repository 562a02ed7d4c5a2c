import { useRef, useState } from 'react'
import type { Failure } from '../../ui/api/result.ts'
import { momentOf } from '../../ui/time.ts'
import { uuid } from '../../ui/uuid.ts'
import { api } from '../api/citizen.ts'
import { Choices } from '../controls/Choices.tsx'
import { Failed } from '../controls/Failed.tsx'
import { TextField } from '../controls/TextField.tsx'
import { words } from '../words/case.ts'
import type { CitizenCase } from './case-types.ts'
import { useTyped } from './typed.ts'

const whom = [
  { value: 'agency', label: words.toAgency },
  { value: 'lawyer', label: words.toLawyer },
] as const

/** Messages with the centre and the lawyer. */
export function Talk({ one, onChanged }: { one: CitizenCase; onChanged: () => Promise<void> }) {
  const [text, setText] = useTyped(one.number, 'message')
  const [to, setTo] = useState<'agency' | 'lawyer'>('agency')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const key = useRef(uuid())
  const now = Date.now()
  const send = async () => {
    if (busy || text.trim() === '') return document.getElementById('message')?.focus()
    setBusy(true)
    setFailure(null)
    const result = await api.leaveMessage({
      params: { number: one.number },
      body: { text: text.trim(), to },
      idempotencyKey: key.current,
    })
    setBusy(false)
    if (!result.ok) {
      if (result.failure.code === 'keyReused') key.current = uuid()
      setFailure(result.failure)
      return result.failure.status === 401 ? onChanged() : undefined
    }
    key.current = uuid()
    setText('')
    await onChanged()
  }
  return (
    <section className="card stack" aria-labelledby="messages">
      <h2 id="messages">{words.messages}</h2>
      {one.messages.length === 0 ? (
        <p className="soft">{words.messagesNone}</p>
      ) : (
        <ul className="talks">
          {one.messages.map((message) => (
            <li key={`${message.at} ${message.text}`} className={message.mine ? 'mine' : ''}>
              <small>
                {message.mine ? words.mine : message.from} · {momentOf(message.at, now)}
              </small>
              {message.text}
            </li>
          ))}
        </ul>
      )}
      {one.can.message && (
        <form
          className="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void send()
          }}
        >
          {one.lawyer && (
            <Choices id="message-to" legend={words.messageTo} choices={whom} value={to} onChange={setTo} />
          )}
          <TextField id="message" label={words.messageText} value={text} onChange={setText} multiline />
          {failure && <Failed failure={failure} />}
          <button type="submit" className="button second" aria-disabled={busy}>
            {busy ? words.sending : words.send}
          </button>
        </form>
      )}
    </section>
  )
}
