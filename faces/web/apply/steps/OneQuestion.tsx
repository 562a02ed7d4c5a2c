import { useState } from 'react'
import { Choices } from '../../controls/Choices.tsx'
import { TextField } from '../../controls/TextField.tsx'
import { readTyped } from '../../eligibility/typed.ts'
import type { Answer, Question } from '../../eligibility/types.ts'
import { words } from '../../words/entitled.ts'

/** A question inside a step, answered by its own button so that arrow keys may wander over the choices. */
export function OneQuestion({ question, onAnswer }: { question: Question; onAnswer: (answer: Answer | undefined) => void }) {
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string>()
  const give = (text: string) => {
    const read = readTyped(question, text)
    if (read.ok) onAnswer(read.answer)
    else setError(read.says)
  }
  const hint = question.help ? { hint: question.help } : {}
  const choices = question.answer === 'yesNo' ? [{ value: 'true', label: words.yes }, { value: 'false', label: words.no }]
    : question.answer === 'choice' ? Object.entries(question.options).map(([value, label]) => ({ value, label })) : []
  return (
    <div className="card stack">
      {choices.length > 0
        ? <Choices id="question" legend={question.question} {...hint} choices={choices} value={typed} onChange={setTyped} error={error} />
        : <TextField id="question" label={question.question} {...hint} value={typed} onChange={setTyped} error={error} short
            {...(question.answer === 'date' ? { type: 'date' as const } : question.answer === 'number' ? { inputMode: 'decimal' as const, unit: question.unit } : {})} />}
      <div className="sign-buttons">
        <button type="button" className="button second" onClick={() => give(typed)}>{words.next}</button>
        <button type="button" className="button second" onClick={() => onAnswer(undefined)}>{words.skip}</button>
      </div>
    </div>
  )
}
