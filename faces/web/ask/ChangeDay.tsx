import { useState, type FormEvent } from 'react'
import type { Message } from '@fatong/contract/consultation/shapes.ts'
import { plainDay, today } from '../../ui/time.ts'
import { TextField } from '../controls/TextField.tsx'
import { words } from '../words/ask.ts'

/** The day by whose law was answered, read out of the words of the question, may be wrong: another day, or now. */
export function ChangeDay({ on, say }: { on: string; say: (said: string, message: Message) => void }) {
  const [open, setOpen] = useState(false)
  const [day, setDay] = useState(on)
  const [missing, setMissing] = useState(false)
  const now = Date.now()
  const give = (one: string, said: string) => {
    setOpen(false)
    say(said, { kind: 'day', day: one })
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    setMissing(day === '')
    if (day !== '') give(day, words.itWas(plainDay(day, now)))
  }
  if (!open)
    return (
      <button type="button" className="quiet no-print" onClick={() => setOpen(true)}>
        {words.changeDay}
      </button>
    )
  return (
    <form onSubmit={send} className="card stack no-print" aria-label={words.changeDay}>
      <TextField
        id="other-day"
        label={words.day}
        type="date"
        max={today(now)}
        value={day}
        onChange={setDay}
        error={missing ? words.needDay : undefined}
        short
      />
      <button type="submit" className="button block">
        {words.answerByDay}
      </button>
      <button type="button" className="button second block" onClick={() => give(today(now), words.itIsNow)}>
        {words.itIsNow}
      </button>
      <button type="button" className="quiet" onClick={() => setOpen(false)}>
        {words.leaveDay}
      </button>
    </form>
  )
}
