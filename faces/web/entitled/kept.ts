import { emptyConversation, type Conversation } from '../eligibility/conversation.ts'

const KEY = 'fatong.entitled'

/** The conversation survives a reload and is taken over by the application; only for this browser window. */
export function keptConversation(): Conversation {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null')
    const asked = (found as Partial<Conversation> | null)?.asked
    return Array.isArray(asked) ? { asked } : emptyConversation
  } catch {
    return emptyConversation
  }
}

export function keepConversation(conversation: Conversation): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(conversation))
  } catch {
    // storage is full or shut: the conversation lives until the page closes
  }
}
