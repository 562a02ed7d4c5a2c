/** What a language model is shown: the answer we already have, and the texts it rests on. It may say it better, never more. */
import { type Answer } from '../answer/answer.ts'
import { writtenRef } from '../answer/references.ts'

export interface Draft {
  /** Sentences of the answer as composed, in order. */
  sentences: string[]
  /** Word for word, with the name under which each may be cited: 《民法典》第1062条. */
  passages: { cite: string; law: string; number: string; text: string }[]
}

export function draftOf(answer: Answer): Draft {
  const said = [...answer.short, ...answer.steps, ...answer.deadlines]
  const refs = said.flatMap((sentence) => sentence.sources).filter((ref) => ref.kind === 'article')
  const quoted = answer.quotes.map(({ source, passage }) => ({
    cite: writtenRef(source),
    law: source.law,
    number: source.number,
    text: passage,
  }))
  const named = refs
    .filter((ref) => !quoted.some((quote) => quote.law === ref.law && quote.number === ref.number))
    .map((ref) => ({ cite: writtenRef(ref), law: ref.law, number: ref.number, text: '' }))
  const unique = new Map([...quoted, ...named].map((passage) => [passage.cite, passage]))
  return { sentences: said.map((sentence) => sentence.text), passages: [...unique.values()] }
}
