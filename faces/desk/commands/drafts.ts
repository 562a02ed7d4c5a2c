const drafts = new Map<string, Record<string, unknown>>()
const nameOf = (caseId: string, command: string): string => `${caseId}/${command}`

/** What was typed in a panel stays for as long as the desk is open, also when the panel was closed by mistake. */
export const keepDraft = (caseId: string, command: string, typed: Record<string, unknown>): void => {
  drafts.set(nameOf(caseId, command), typed)
}
export const draftOf = (caseId: string, command: string): Record<string, unknown> | undefined =>
  drafts.get(nameOf(caseId, command))
export const dropDraft = (caseId: string, command: string): void => {
  drafts.delete(nameOf(caseId, command))
}
