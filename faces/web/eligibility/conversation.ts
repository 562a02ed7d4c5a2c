import type { Answer, FactKey, Facts, Question } from './types.ts'

/** One question that was put to the person, and what came of it. `undefined`: "不清楚". */
export interface Asked {
  question: Question
  answer: Answer | undefined
}
export interface Conversation {
  asked: readonly Asked[]
}

export const emptyConversation: Conversation = { asked: [] }

/** The facts of a conversation over what was known before it; skipped questions stay unknown, never "no". */
export function factsOf({ asked }: Conversation, known: Facts = {}): Facts {
  const answered = asked.filter((one) => one.answer !== undefined).map((one) => [one.question.key, one.answer])
  return { ...known, ...(Object.fromEntries(answered) as Facts) }
}

export const skippedOf = ({ asked }: Conversation): readonly FactKey[] =>
  asked.filter((one) => one.answer === undefined).map((one) => one.question.key)

export const answered = ({ asked }: Conversation, question: Question, answer: Answer | undefined): Conversation => ({
  asked: [...asked.filter((one) => one.question.key !== question.key), { question, answer }],
})

/** Going back to a question: it is asked again. Later answers may hang on it and are dropped; earlier ones stay. */
export const backTo = ({ asked }: Conversation, key: FactKey): Conversation => {
  const index = asked.findIndex((one) => one.question.key === key)
  return { asked: index < 0 ? asked : asked.slice(0, index) }
}

/** The first question that was not skipped before. */
export const nextOf = (questions: readonly Question[], conversation: Conversation): Question | undefined =>
  questions.find((question) => !skippedOf(conversation).includes(question.key))

/** How an answer reads in the list of answers. */
export function answerText({ question, answer }: Asked, words: { yes: string; no: string; unknown: string }): string {
  if (answer === undefined) return words.unknown
  switch (question.answer) {
    case 'choice':
      return question.options[String(answer)] ?? String(answer)
    case 'yesNo':
      return answer === true ? words.yes : words.no
    case 'number':
      return `${String(answer)} ${question.unit}`
    case 'date':
      return String(answer)
    default:
      return question satisfies never
  }
}
