import { answerText } from '../../eligibility/conversation.ts'
import type { Answer, Question } from '../../eligibility/types.ts'
import type { Facts } from '../../matters/codes.ts'
import { words } from '../../words/entitled.ts'
import type { AnswerGiven, Form } from './form.ts'

type Part = Pick<Form, 'facts' | 'skipped' | 'answers'>

/** How a question and its answer read when they are shown again. */
export const givenOf = (question: Question, answer: Answer | undefined): AnswerGiven => ({
  key: question.key,
  question: question.question,
  answer: answerText({ question, answer }, words),
})

/** An answer, or "不清楚" when undefined: the fact stays unknown, never "no". */
export function withAnswer({ facts, skipped, answers }: Part, question: Question, answer: Answer | undefined): Part {
  const { key } = question
  return {
    facts: answer === undefined ? facts : { ...facts, ...({ [key]: answer } as Facts) },
    skipped: answer === undefined ? [...skipped, key] : skipped,
    answers: [...answers.filter((one) => one.key !== key), givenOf(question, answer)],
  }
}

/** Back to a question: it and what was answered after it, which may hang on it, are asked again. */
export function withoutAnswer({ facts, skipped, answers }: Part, key: string): Part {
  const at = answers.findIndex((one) => one.key === key)
  if (at < 0) return { facts, skipped, answers }
  const gone = new Set(answers.slice(at).map((one) => one.key))
  return {
    facts: Object.fromEntries(Object.entries(facts).filter(([name]) => !gone.has(name))) as Facts,
    skipped: skipped.filter((one) => !gone.has(one)),
    answers: answers.slice(0, at),
  }
}
