import { foldDialect } from '../lexicon/dialect.ts'
import { topicOf } from '../triage/topic.ts'
import { toSimplified } from '../triage/traditional.ts'
import { SOURCE_KINDS } from '../vocabulary.ts'
import { type Model } from '../learn/model.ts'
import { GuideFinder, type GuideFit } from './guide-finder.ts'
import { GuideMeaning } from './guide-meaning.ts'
import { type SearchIndex } from './index/index.ts'
import { passageOf } from './passage.ts'
import { sharesOf } from './rank/explain.ts'
import { F, type Feature, FEATURES, WIDTH } from './rank/names.ts'
import { Ranking } from './rank/ranking.ts'
import { type Found, type Hit, type Searcher, type SearchWish, type Source } from './searcher.ts'
import { type Asked, sureness } from './sureness.ts'
import { WishedSources } from './wished.ts'
import { MOST_CHARACTERS, plainText } from './words.ts'

/** A guide that fits this well stands before every article. */
const GUIDE_FIRST = 0.1
/** Articles are read less easily than guides: however well one meets the words, it is this far from certain. */
const ARTICLE_SHARE = 0.62
/** How many candidates at least go through the trees, and for how many hits it is said why they are here. */
const FEWEST_LOOKED_AT = 40,
  EXPLAINED = 6
/** Weight of likeness of meaning, from where it begins to say something; found on the questions for tuning. */
const MEANING = 0.4,
  LEAST_MEANING = 0.3
/** What speaks for a guide besides its words: the topic of the question, and articles that were found and that it rests on. */
const TOPIC_BONUS = 0.1
const SHARED_BONUS = 0.06,
  MOST_SHARED = 3

/** One search over the law library, the typical cases and the guides. */
export class LibrarySearcher implements Searcher {
  private readonly ranking?: Ranking
  private readonly wished: WishedSources
  private readonly finder: GuideFinder
  private readonly meaning?: GuideMeaning
  constructor(
    readonly index: SearchIndex | undefined,
    guides: readonly Source[],
    private readonly model?: Model,
  ) {
    if (index !== undefined && index.count > 0) this.ranking = new Ranking(index, model)
    this.wished = new WishedSources(index)
    this.finder = new GuideFinder(guides)
    if (model !== undefined && guides.length > 0) this.meaning = new GuideMeaning(guides, model)
  }

  search(question: string, wish: SearchWish): Found {
    const kinds = wish.kinds ?? SOURCE_KINDS
    const articles = kinds.some((kind) => kind !== 'guide')
      ? this.articles(question, wish)
      : { hits: [], keys: [], confidence: 0 }
    if (articles.hits.length === 0 && !kinds.includes('guide')) return { hits: [], confidence: 0 }
    const asked = asSearched(question),
      said = asked.folded,
      likeness = this.meaning?.likeness(said, this.finder.guides.length)
    const fits = this.finder.find(said)
    const guides = kinds.includes('guide') ? this.guides(said, wish, articles.keys, fits, likeness) : []
    const first = guides.filter(({ score }) => score >= GUIDE_FIRST),
      later = guides.filter(({ score }) => score < GUIDE_FIRST)
    const hits = [...first, ...articles.hits, ...later].slice(0, Math.max(wish.limit, first.length))
    const signs = { guide: fits[0]?.fit ?? 0, meaning: likeness?.reduce((most, one) => Math.max(most, one), 0) ?? 0 }
    return { hits, confidence: hits.length === 0 ? 0 : sureness(this.model?.sureness, asked, signs) }
  }

  private guides(
    plain: string,
    wish: SearchWish,
    found: readonly string[],
    byWord: readonly GuideFit[],
    likeness: Float32Array | undefined,
  ): Hit[] {
    const topic = topicOf(plain)
    const allowed = (guide: Source) => wish.topic === undefined || guide.topic === wish.topic
    const near = (at: number): number =>
      likeness === undefined ? 0 : MEANING * Math.max(0, (likeness[at] as number) - LEAST_MEANING)
    const byWords = byWord.filter(({ at }) => allowed(this.finder.guides[at] as Source)).slice(0, 24),
      known = new Set(byWords.map(({ at }) => at))
    const byMeaning =
      likeness === undefined
        ? []
        : this.likest(likeness, (at) => !known.has(at) && allowed(this.finder.guides[at] as Source)).map((at) => ({
            at,
            fit: 0,
            wording: (this.finder.guides[at] as Source).title,
          }))
    const judged = [...byWords, ...byMeaning].map(({ at, fit, wording }) => {
      const guide = this.finder.guides[at] as Source,
        shared = found.filter((key) => guide.cites?.includes(key)).length
      const shares = {
        words: fit,
        meaning: near(at),
        topic: guide.topic === topic ? TOPIC_BONUS : 0,
        articles: Math.min(MOST_SHARED, shared) * SHARED_BONUS,
      }
      const said: Hit['features'] = {
        guideWords: { value: fit, share: shares.words },
        guideMeaning: { value: likeness?.[at] ?? 0, share: shares.meaning },
        guideTopic: { value: guide.topic === topic ? 1 : 0, share: shares.topic },
        guideArticles: { value: shared, share: shares.articles },
      }
      return { at, guide, wording, said, fit: shares.words + shares.meaning + (shares.topic + shares.articles) }
    })
    const together = judged.sort((a, b) => b.fit - a.fit || a.at - b.at)
    return together.slice(0, 6).map(({ guide, fit, wording, said }) => ({
      id: guide.id,
      kind: 'guide',
      score: Math.min(1, fit),
      passage: passageOf(guide.text, plain),
      because: [wording],
      ...(wish.explain ? { features: said } : {}),
    }))
  }

  private likest(likeness: Float32Array, fits: (at: number) => boolean): number[] {
    const places = [...likeness.keys()].filter((at) => (likeness[at] as number) > 0 && fits(at))
    return places.sort((a, b) => (likeness[b] as number) - (likeness[a] as number) || a - b).slice(0, 12)
  }

  private articles(question: string, wish: SearchWish): Found & { keys: string[] } {
    const { ranking, index } = this
    const marks = this.wished.marks(wish)
    if (!ranking || !index || !marks.includes(1)) return { hits: [], keys: [], confidence: 0 }
    const {
      candidates,
      order,
      scores,
      question: read,
    } = ranking.rank(question, marks, Math.max(FEWEST_LOOKED_AT, wish.limit * 2))
    const best = scores[order[0] ?? 0] ?? 0,
      spread = Math.max(1e-6, best - (scores[order[Math.min(order.length - 1, 60)] ?? 0] ?? 0))
    const row = (i: number, feature: keyof typeof F) => candidates.rows[i * WIDTH + F[feature]] as number
    const confidence = order
      .slice(0, 3)
      .reduce(
        (most, i) => Math.max(most, met(row(i, 'wordsCovered'), row(i, 'pairsCovered'), read.words.terms.length)),
        0,
      )
    const hits = order.slice(0, wish.limit).map((i, rank): Hit => {
      const source = index.sourceAt(candidates.sources[i] as number)
      const share = Math.max(0, 1 - (best - (scores[i] as number)) / spread)
      return {
        id: source.id,
        kind: source.kind,
        score: confidence * (0.4 + 0.6 * share),
        passage: passageOf(source.text, read.plain),
        because: rank < EXPLAINED ? because(read.plain, source.text) : [],
        ...(wish.explain
          ? { features: explained(sharesOf(ranking.model?.ranker, candidates, i), (name) => row(i, name)) }
          : {}),
      }
    })
    const keys = order.slice(0, 8).map((i) => keyAt(index, candidates.sources[i] as number))
    return { hits, keys, confidence }
  }
}

/** A question as it was said, in one spelling, and without dialect. */
export function asSearched(text: string): Asked {
  const plain = plainText(toSimplified(text.slice(0, MOST_CHARACTERS * 2).replace(/\p{Cc}/gu, ' '))).slice(
    0,
    MOST_CHARACTERS,
  )
  return { text, plain, folded: foldDialect(plain) }
}

const explained = (shares: Float32Array, valueOf: (name: Feature) => number): Hit['features'] =>
  Object.fromEntries(FEATURES.map((name) => [name, { value: valueOf(name), share: shares[F[name]] as number }]))

const keyAt = ({ columns }: SearchIndex, at: number): string =>
  `${columns.laws[columns.law[at] as number] as string}#${columns.numbers[at] as string}`

/** How much of the question an article meets; a single word that is met says little. */
const met = (words: number, pairs: number, count: number): number =>
  ARTICLE_SHARE * Math.min(1, 0.6 * words + 0.6 * pairs) * Math.min(1, count / 3)

/** The longest pieces of the question that stand in the text, for people to see why it is here. */
function because(plain: string, text: string): string[] {
  const pieces: string[] = []
  for (let length = 6; length >= 2 && pieces.length < 3; length--) {
    for (let at = 0; at + length <= plain.length && pieces.length < 3; at++) {
      const piece = plain.slice(at, at + length)
      if (/^\p{Script=Han}+$/u.test(piece) && text.includes(piece) && !pieces.some((one) => one.includes(piece)))
        pieces.push(piece)
    }
  }
  return pieces
}
