import { useState, type FormEvent } from 'react'
import { Choices } from '../controls/Choices.tsx'
import { TextField } from '../controls/TextField.tsx'
import { Heading } from '../controls/Heading.tsx'
import { words } from '../words/entitled.ts'
import { readTyped } from './typed.ts'
import type { Answer, Question } from './types.ts'

interface Props {
  question: Question
  before: Answer | undefined
  onAnswer: (answer: Answer | undefined) => void
  onBack: (() => void) | null
  /** choices to offer first, of a long list */
  first?: readonly string[] | null
  maySkip: boolean
}

/** One question on one screen. */
export function QuestionForm({ question, before, onAnswer, onBack, first, maySkip }: Props) {
  const [typed, setTyped] = useState(before === undefined ? '' : String(before))
  const [error, setError] = useState<string>()
  const [narrow, setNarrow] = useState(Boolean(first && first.length > 0))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const read = readTyped(question, typed)
    if (read.ok) return onAnswer(read.answer)
    setError(read.says)
    document.getElementById('answer')?.focus()
  }
  const change = (value: string) => {
    setTyped(value)
    setError(undefined)
  }
  const choices = choicesOf(question).filter((choice) => !narrow || first?.includes(choice.value))
  return (
    <form className="stack-wide" onSubmit={submit} noValidate>
      <Heading page={question.question}>{question.question}</Heading>
      {choices.length > 0 ? (
        <Choices
          id="answer"
          legend={question.question}
          legendUnseen
          {...(question.help ? { hint: question.help } : {})}
          choices={choices}
          value={typed}
          onChange={change}
          error={error}
        />
      ) : (
        <TextField
          id="answer"
          label={question.help ?? question.question}
          value={typed}
          onChange={change}
          error={error}
          short
          {...(question.answer === 'date' ? { type: 'date' as const } : {})}
          {...(question.answer === 'number'
            ? { inputMode: question.whole ? ('numeric' as const) : ('decimal' as const), unit: question.unit }
            : {})}
        />
      )}
      {narrow && (
        <button type="button" className="quiet" onClick={() => setNarrow(false)}>
          {words.moreMatters}
        </button>
      )}
      <div className="actions">
        <button type="submit" className="button">
          {words.next}
        </button>
        {maySkip && (
          <button type="button" className="button second" onClick={() => onAnswer(undefined)}>
            {words.skip}
          </button>
        )}
      </div>
      {onBack && (
        <p>
          <button type="button" className="quiet" onClick={onBack}>
            {words.back}
          </button>
        </p>
      )}
    </form>
  )
}

function choicesOf(question: Question): { value: string; label: string }[] {
  if (question.answer === 'yesNo')
    return [
      { value: 'true', label: words.yes },
      { value: 'false', label: words.no },
    ]
  if (question.answer === 'choice') return Object.entries(question.options).map(([value, label]) => ({ value, label }))
  return []
}
