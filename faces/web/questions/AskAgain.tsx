import { useState, type FormEvent } from 'react'
import type { Failure } from '../../ui/api/result.ts'
import { api } from '../api/citizen.ts'
import { Failed } from '../controls/Failed.tsx'
import { TextField } from '../controls/TextField.tsx'
import { words } from '../words/questions.ts'

/** An answer that did not meet the question goes back to the lawyers with what was added. */
export function AskAgain({ id, onAsked }: { id: string; onAsked: () => void }) {
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '') return setWrong(words.againNeeded)
    setWrong('')
    setFailure(null)
    const result = await api.askAgain({ params: { id }, body: { text: text.trim().slice(0, 2000) } })
    if (result.ok) onAsked()
    else setFailure(result.failure)
  }
  if (!open)
    return (
      <p>
        <button type="button" className="button second block" onClick={() => setOpen(true)}>
          {words.again}
        </button>
      </p>
    )
  return (
    <form className="stack" onSubmit={(event) => void send(event)} noValidate>
      <TextField
        id="again"
        label={words.againLabel}
        value={text}
        onChange={setText}
        multiline
        error={wrong || undefined}
      />
      {failure && <Failed failure={failure} />}
      <button type="submit" className="button block">
        {words.againSend}
      </button>
    </form>
  )
}
