/** An answer from articles alone: their own words, and nothing of ours but the name of the law. */
import { type Guide } from '../guides/guide.ts'
import { type Quote } from './answer.ts'
import { type Held } from './found-on-shelf.ts'
import { citesOf, type AnswerBody } from './from-guide.ts'
import { passageOf } from './passage.ts'
import { articleRef, writtenRef } from './references.ts'
import { keyOf, readOn, type ReadingDays, type Sources } from './shelf.ts'

const SAID = 2
const QUOTED = 5

export function fromArticles(articles: readonly Held[]): AnswerBody {
  const short = articles.slice(0, SAID).map(({ hit, source }) => {
    const ref = articleRef(source)
    return { text: `${writtenRef(ref)}规定：“${passageOf(source.text, hit.passage)}”`, sources: [ref] }
  })
  return { short, steps: [], deadlines: [], traps: [], papers: [] }
}

/**
 * What stands word for word below an answer. Beside a guide: found articles that it cites, then what its answer rests on, then found ones of the same laws;
 * anything else was met by a word (弟弟 leads to heirs) and would only mislead.
 */
export function quotesOf(
  articles: readonly Held[],
  guide: Guide | undefined,
  days: ReadingDays,
  sources: Sources,
): Quote[] {
  if (guide === undefined) return articles.slice(0, QUOTED).map(quoteOf)
  const cited = citesOf(guide),
    laws = new Set([...cited].map((key) => key.split('#')[0]))
  const found = articles.filter(({ source }) => cited.has(keyOf(source)))
  const resting = guide.answer
    .flatMap(({ cites }) => cites)
    .flatMap((key): Held[] => {
      const source = readOn(key, days, sources)
      return source?.kind === 'article'
        ? [{ hit: { id: source.id, kind: 'article', score: 0, passage: { from: 0, to: 0 }, because: [] }, source }]
        : []
    })
  const near = articles.filter(({ source }) => laws.has(source.title))
  const ordered = [...found, ...resting, ...near]
  return ordered
    .filter(({ source }, at) => ordered.findIndex((one) => one.source.id === source.id) === at)
    .slice(0, QUOTED)
    .map(quoteOf)
}

const quoteOf = ({ hit, source }: Held): Quote => ({
  source: articleRef(source),
  path: source.path,
  passage: passageOf(source.text, hit.passage),
  because: hit.because,
})
