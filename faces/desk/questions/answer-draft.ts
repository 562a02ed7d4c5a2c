import type { Question } from './question-change.ts'

export type Picked = Question['thread'][number]['articles'][number]
export interface AnswerDraft {
  text: string
  articles: Picked[]
}

const nameOf = (id: string) => `answer ${id}`

/** What was written so far stays in this window until it is sent, also when the page is loaded again. */
export function draftOfAnswer(id: string): AnswerDraft {
  try {
    const kept = JSON.parse(sessionStorage.getItem(nameOf(id)) ?? '{}') as Partial<AnswerDraft>
    return {
      text: typeof kept.text === 'string' ? kept.text : '',
      articles: Array.isArray(kept.articles) ? kept.articles : [],
    }
  } catch {
    return { text: '', articles: [] }
  }
}
export const keepAnswer = (id: string, draft: AnswerDraft): void =>
  sessionStorage.setItem(nameOf(id), JSON.stringify(draft))
export const dropAnswer = (id: string): void => sessionStorage.removeItem(nameOf(id))
