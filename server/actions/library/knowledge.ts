/** The searchable library behind the service; another one stands there after an import. Joined in compose.ts. */
export interface Knowledge {
  /** Something was imported or published: the index is made anew behind the service. */
  refresh(): void
  /** Articles that an article names, and articles that name it. */
  references(articleId: string): Promise<{ cites: { id: string; label: string }[]; citedBy: { id: string; label: string }[] }>
}

/** For parts without an index. */
export const NO_KNOWLEDGE: Knowledge = { refresh: () => undefined, references: () => Promise.resolve({ cites: [], citedBy: [] }) }
