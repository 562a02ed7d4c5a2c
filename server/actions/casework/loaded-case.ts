import type { CaseState } from '@fatong/casework/application/state.ts'

/** A case as an action works on it. */
export interface LoadedCase {
  id: string
  state: CaseState
}

/**
 * Folded cases of this process, the latest used ones. Only a base for decisions: the database checks the version and
 * the rights of every write again, so that a stale copy costs a retry and nothing else.
 */
export class RecentCases {
  private readonly cases = new Map<string, CaseState>()
  constructor(private readonly limit = 4000) {}

  get(id: string): CaseState | undefined {
    const state = this.cases.get(id)
    if (state) {
      this.cases.delete(id)
      this.cases.set(id, state)
    }
    return state
  }
  set(id: string, state: CaseState): void {
    this.cases.delete(id)
    this.cases.set(id, state)
    if (this.cases.size > this.limit) this.cases.delete(this.cases.keys().next().value as string)
  }
  forget(id: string): void {
    this.cases.delete(id)
  }
}
