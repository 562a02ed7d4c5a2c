import { lawsMeant } from '@fatong/knowledge/citation/law-names.ts'
import { bindsOn } from '@fatong/knowledge/answer/shelf.ts'
import type { Model } from '@fatong/knowledge/learn/model.ts'
import type { Day } from '@fatong/knowledge/library/law-text.ts'
import type { SearchIndex } from '@fatong/knowledge/search/index/index.ts'
import { LibrarySearcher } from '@fatong/knowledge/search/library-searcher.ts'
import type { Found, SearchWish, Source } from '@fatong/knowledge/search/searcher.ts'
import type { NamedArticle } from '@fatong/knowledge/triage/named-articles.ts'

const MOST_REFERENCES = 40

/** What the worker holds: the index with its texts, the guides, and who cites whom. */
export class LibraryShelf {
  private readonly searcher: LibrarySearcher
  /** `law#number` to the places of its versions. */
  private readonly keys = new Map<string, number[]>()
  private readonly citedBy = new Map<number, number[]>()
  private readonly names: string[]

  constructor(
    private readonly index: SearchIndex | undefined,
    guides: readonly Source[],
    model?: Model,
  ) {
    this.searcher = new LibrarySearcher(index, guides, model)
    this.names = index ? [...index.columns.laws] : []
    if (!index) return
    const { columns, citations, count } = index
    for (let at = 0; at < count; at++) {
      const number = columns.numbers[at] as string
      if (number !== '') {
        const key = `${columns.laws[columns.law[at] as number] as string}#${number}`
        const places = this.keys.get(key)
        if (places) places.push(at)
        else this.keys.set(key, [at])
      }
      for (let i = citations.starts[at] as number; i < (citations.starts[at + 1] as number); i++) {
        const target = citations.targets[i] as number
        this.citedBy.set(target, [...(this.citedBy.get(target) ?? []), at])
      }
    }
  }

  search(question: string, wish: SearchWish): Found {
    return this.searcher.search(question, wish)
  }
  byIds(ids: readonly string[]): Source[] {
    const places = this.index?.ids()
    return ids.flatMap((id) => {
      const at = places?.get(id)
      return at === undefined || !this.index ? [] : [this.index.sourceAt(at)]
    })
  }
  byKeys(keys: readonly string[], on: Day): Source[] {
    return keys.flatMap((key) => this.versions(key).find((source) => bindsOn(source, on)) ?? [])
  }
  /** Of 民法典1043条 the version of that day, else the newest. */
  named(articles: readonly NamedArticle[], on: Day): Source[] {
    return articles.flatMap(({ law, number }) => {
      for (const name of lawsMeant(law, this.names)) {
        const versions = this.versions(`${name}#${number}`)
        const meant = versions.find((source) => bindsOn(source, on)) ?? versions.at(-1)
        if (meant) return [meant]
      }
      return []
    })
  }
  references(id: string): { cites: Source[]; citedBy: Source[] } {
    const { index } = this
    const at = index?.ids().get(id)
    if (!index || at === undefined) return { cites: [], citedBy: [] }
    const { starts, targets } = index.citations
    const cites = Array.from(targets.subarray(starts[at], starts[at + 1]), (target) => index.sourceAt(target))
    return {
      cites: cites.slice(0, MOST_REFERENCES),
      citedBy: (this.citedBy.get(at) ?? [])
        .map((source) => index.sourceAt(source))
        .filter(({ status }) => status !== 'superseded' && status !== 'repealed')
        .slice(0, MOST_REFERENCES),
    }
  }
  private versions(key: string): Source[] {
    const { index } = this
    return index ? (this.keys.get(key) ?? []).map((at) => index.sourceAt(at)) : []
  }
}
