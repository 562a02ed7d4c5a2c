import type { Source } from '@fatong/knowledge/search/searcher.ts'

/** The texts of what was found lately, by id; the oldest go first. */
export class RecentTexts {
  private readonly held = new Map<string, Source>()
  private readonly most: number

  constructor(most: number) {
    this.most = most
  }

  has(id: string): boolean {
    return this.held.has(id)
  }

  get(id: string): Source | undefined {
    return this.held.get(id)
  }

  keep(sources: readonly Source[]): void {
    for (const source of sources) {
      this.held.delete(source.id)
      this.held.set(source.id, source)
    }
    for (const id of this.held.keys()) {
      if (this.held.size <= this.most) return
      this.held.delete(id)
    }
  }

  /** Other texts may stand behind the same ids. */
  forget(): void {
    this.held.clear()
  }
}
