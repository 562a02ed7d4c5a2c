/** What was found, as far as it really stands on the shelf: a hit without its source is never shown. */
import { type Guide } from '../guides/guide.ts'
import { type Day } from '../library/law-text.ts'
import { type Found, type Hit, type Source } from '../search/searcher.ts'
import { bindsOn, type Guides, type Sources } from './shelf.ts'

export interface Held {
  hit: Hit
  source: Source
}

export interface OnShelf {
  /** In force on the day asked for, best first. */
  articles: Held[]
  cases: Held[]
  guides: Guide[]
  /** In the order of `guides`. */
  guideScores: number[]
  /** Place of the first guide among all hits; Infinity without one. */
  firstGuideRank: number
  bestScore: number
}

export function foundOn(found: Found, sources: Sources, guides: Guides, on: Day): OnShelf {
  const shelf: OnShelf = {
    articles: [],
    cases: [],
    guides: [],
    guideScores: [],
    firstGuideRank: Infinity,
    bestScore: found.hits[0]?.score ?? 0,
  }
  for (const [rank, hit] of found.hits.entries()) {
    if (hit.kind === 'guide') {
      const guide = guides.bySlug(hit.id.replace(/^guide:/, ''))
      if (guide === undefined) continue
      shelf.guides.push(guide)
      shelf.guideScores.push(hit.score)
      shelf.firstGuideRank = Math.min(shelf.firstGuideRank, rank)
      continue
    }
    const source = sources.byId(hit.id)
    if (source === undefined || source.kind !== hit.kind) continue
    if (source.kind === 'case') shelf.cases.push({ hit, source })
    else if (bindsOn(source, on)) shelf.articles.push({ hit, source })
  }
  return shelf
}
