import { useState, type FormEvent } from 'react'
import type { Message, Reply } from '@fatong/contract/consultation/shapes.ts'
import { TextField } from '../controls/TextField.tsx'
import { words } from '../words/ask.ts'

type One = NonNullable<Reply['asking']>

/** The one question to answer next: a choice, a day, a number. */
export function Asking({ asking, say }: { asking: One; say: (said: string, message: Message) => void }) {
  const [value, setValue] = useState('')
  const typed = asking.choices.length === 0
  const answer = (one: string, label: string) =>
    say(
      label,
      asking.about === 'day' ? { kind: 'day', day: one } : { kind: 'answers', fact: asking.fact ?? '', value: one },
    )
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (value.trim() !== '') answer(value.trim(), asking.unit ? `${value.trim()} ${asking.unit}` : value.trim())
  }
  return (
    <div className="card stack asking" role="group" aria-label={asking.question}>
      <p>
        <b>{asking.question}</b>
      </p>
      {asking.help && <p className="soft small">{asking.help}</p>}
      {asking.choices.map((one) => (
        <button
          key={one.value}
          type="button"
          className="button second block"
          onClick={() => answer(one.value, one.label)}
        >
          {one.label}
        </button>
      ))}
      {typed && (
        <form onSubmit={send} className="stack">
          <TextField
            id="asking"
            label={asking.answer === 'date' || asking.about === 'day' ? words.day : asking.question}
            value={value}
            onChange={setValue}
            short
            {...(asking.unit ? { unit: asking.unit } : {})}
            {...(asking.answer === 'date' || asking.about === 'day'
              ? { type: 'date' as const }
              : { inputMode: 'decimal' as const })}
          />
          <button type="submit" className="button block">
            {words.answerIt}
          </button>
        </form>
      )}
      {asking.about !== 'guide' && asking.about !== 'which' && (
        <button type="button" className="quiet" onClick={() => answer('dontKnow', words.dontKnow)}>
          {words.dontKnow}
        </button>
      )}
    </div>
  )
}
