/** An answer from articles alone: their own words, and nothing of ours but the name of the law. */
import { type Guide } from '../guides/guide.ts'
import { type Quote } from './answer.ts'
import { type Held } from './found-on-shelf.ts'
import { citesOf, type AnswerBody } from './from-guide.ts'
import { passageOf } from './passage.ts'
import { articleRef, writtenRef } from './references.ts'
import { keyOf } from './shelf.ts'

const SAID = 2
const QUOTED = 5

export function fromArticles(articles: readonly Held[]): AnswerBody {
  const short = articles.slice(0, SAID).map(({ hit, source }) => {
    const ref = articleRef(source)
    return { text: `${writtenRef(ref)}规定：“${passageOf(source.text, hit.passage)}”`, sources: [ref] }
  })
  return { short, steps: [], deadlines: [], traps: [], papers: [] }
}

/** Articles that the guide cites stand first; the order of the search decides among the others. */
export function quotesOf(articles: readonly Held[], guide: Guide | undefined): Quote[] {
  const cited = guide === undefined ? new Set<string>() : citesOf(guide)
  const ranked = [...articles].sort((a, b) => Number(cited.has(keyOf(b.source))) - Number(cited.has(keyOf(a.source))))
  return ranked.slice(0, QUOTED).map(({ hit, source }) => ({
    source: articleRef(source),
    path: source.path,
    passage: passageOf(source.text, hit.passage),
    because: hit.because,
  }))
}
