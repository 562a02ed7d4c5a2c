import { useState, type FormEvent } from 'react'
import { Choices } from '../../controls/Choices.tsx'
import { TextField } from '../../controls/TextField.tsx'
import { readTyped } from '../../eligibility/typed.ts'
import type { Answer, Question } from '../../eligibility/types.ts'
import { words } from '../../words/entitled.ts'

/** A question inside a step, answered by its own button so that arrow keys may wander over the choices; all the rest may be left. */
export function OneQuestion({
  question,
  onAnswer,
  onLeave,
}: {
  question: Question
  onAnswer: (answer: Answer | undefined) => void
  onLeave: () => void
}) {
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string>()
  const give = (event: FormEvent) => {
    event.preventDefault()
    const read = readTyped(question, typed)
    if (read.ok) onAnswer(read.answer)
    else setError(read.says)
  }
  const hint = question.help ? { hint: question.help } : {}
  const choices =
    question.answer === 'yesNo'
      ? [
          { value: 'true', label: words.yes },
          { value: 'false', label: words.no },
        ]
      : question.answer === 'choice'
        ? Object.entries(question.options).map(([value, label]) => ({ value, label }))
        : []
  return (
    <form className="stack-wide" noValidate onSubmit={give}>
      {choices.length > 0 ? (
        <Choices
          id="question"
          legend={question.question}
          {...hint}
          choices={choices}
          value={typed}
          onChange={setTyped}
          error={error}
        />
      ) : (
        <TextField
          id="question"
          label={question.question}
          {...hint}
          value={typed}
          onChange={setTyped}
          error={error}
          short
          {...(question.answer === 'date'
            ? { type: 'date' as const }
            : question.answer === 'number'
              ? { inputMode: 'decimal' as const, unit: question.unit }
              : {})}
        />
      )}
      <div className="actions step-actions">
        <button type="submit" className="button">
          {words.next}
        </button>
        <button type="button" className="button second" onClick={() => onAnswer(undefined)}>
          {words.skip}
        </button>
      </div>
      <p>
        <button type="button" className="quiet" onClick={onLeave}>
          {words.leave}
        </button>
      </p>
    </form>
  )
}
