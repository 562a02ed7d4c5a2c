/** The whole way of a rephrasing: mask, ask, judge, fill in again. The asking is handed in; whatever goes wrong, the answer stays as composed. */
import { type Answer } from '../answer/answer.ts'
import { draftOf } from './draft.ts'
import { judge, type Objection } from './guard.ts'
import { mask, unmask } from './masking.ts'
import { promptFor, type ChatMessage } from './prompt.ts'

/** Resolves to the model's words; rejects or gives undefined when it cannot. */
export type AskModel = (messages: ChatMessage[]) => Promise<string | undefined>

export interface Rephrased {
  /** Shown above the answer it was made from; undefined when that stands alone. */
  text?: string
  objections: Objection[]
}

/** `fence` must be new and unguessable for each call. */
export async function rephrase(question: string, answer: Answer, ask: AskModel, fence: string): Promise<Rephrased> {
  if (answer.kind !== 'answer' || answer.emergencies.some(({ level }) => level === 'now')) return { objections: [] }
  const masked = mask(question)
  const draft = draftOf(answer)
  let given: string | undefined
  try {
    given = await ask(promptFor(masked.text, draft, fence))
  } catch {
    return { objections: [] }
  }
  if (given === undefined) return { objections: [] }
  const judged = judge(given, draft, fence)
  return judged.fits ? { text: unmask(judged.text, masked), objections: [] } : { objections: judged.objections }
}
