import { useState, type FormEvent } from 'react'
import type { Flag } from '@fatong/contract/consultation/shapes.ts'
import type { Failure } from '../../ui/api/result.ts'
import { api } from '../api/citizen.ts'
import { Choices } from '../controls/Choices.tsx'
import { Failed } from '../controls/Failed.tsx'
import { TextField } from '../controls/TextField.tsx'
import { words } from '../words/flag.ts'

type Reason = Flag['reason']
const REASONS = (Object.entries(words.reasons) as [Reason, string][]).map(([value, label]) => ({ value, label }))

/** Anybody may say that what stands here is wrong; somebody at the desk looks at it. */
export function FlagWrong({ subjectKind, subject }: Pick<Flag, 'subjectKind' | 'subject'>) {
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState<Reason | ''>('')
  const [note, setNote] = useState('')
  const [missing, setMissing] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [sent, setSent] = useState(false)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setMissing(reason === '')
    if (reason === '') return
    setFailure(null)
    const result = await api.flagAnswer({ body: { subjectKind, subject, reason, note: note.trim().slice(0, 500) } })
    if (result.ok) setSent(true)
    else setFailure(result.failure)
  }
  if (sent)
    return (
      <p role="status" className="soft no-print">
        {words.sent}
      </p>
    )
  if (!open)
    return (
      <button type="button" className="quiet no-print" onClick={() => setOpen(true)}>
        {words.open}
      </button>
    )
  return (
    <form className="card stack no-print" onSubmit={(event) => void send(event)} noValidate>
      <Choices
        id={`flag-${subject}`}
        legend={words.which}
        choices={REASONS}
        value={reason}
        onChange={setReason}
        error={missing ? words.needed : undefined}
      />
      <TextField
        id={`flag-note-${subject}`}
        label={words.note}
        hint={words.noteHint}
        value={note}
        onChange={setNote}
        multiline
        optional
      />
      {failure && <Failed failure={failure} />}
      <button type="submit" className="button block">
        {words.send}
      </button>
      <button type="button" className="quiet" onClick={() => setOpen(false)}>
        {words.close}
      </button>
    </form>
  )
}
