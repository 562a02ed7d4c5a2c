/** From what was found to an answer. Nothing is said that does not stand in a guide or in an article of the library. */
import { type Guide } from '../guides/guide.ts'
import { type Day } from '../library/law-text.ts'
import { type Found } from '../search/searcher.ts'
import { type Triage } from '../triage/triage.ts'
import { type Answer } from './answer.ts'
import { enough } from './confidence.ts'
import { foundOn, type OnShelf } from './found-on-shelf.ts'
import { fromGuide, type ChosenFacts } from './from-guide.ts'
import { fromArticles, quotesOf } from './from-articles.ts'
import { LIKE_CASES } from './like-cases.ts'
import { notesFor } from './notes.ts'
import { offersFor, offersWithoutSource } from './offers.ts'
import { caseRef, guideRef } from './references.ts'
import { passageOf } from './passage.ts'
import { type Guides, type ReadingDays, type Sources } from './shelf.ts'
import { emptyAnswer } from './without-search.ts'

/** `on` is the day of the facts where it is known, else today. */
export interface Circumstances extends ReadingDays {
  /** True where the person named the day. */
  dayIsOfFacts?: boolean
  /** What the person answered so far, by the guides' fact names. */
  facts: ChosenFacts
  /** Stay with this guide: the conversation has settled on it. */
  guide?: string
}

/** A guide that scores less is the right one in three of ten questions for tuning, one that scores more in seven (docs/search.md). */
const SURE_OF_GUIDE = 0.55

const OTHER_GUIDES = 3

export function compose(
  question: Triage,
  found: Found,
  sources: Sources,
  guides: Guides,
  circumstances: Circumstances,
): Answer {
  const { on, facts } = circumstances
  const blank = emptyAnswer(question, on)
  const shelf = foundOn(found, sources, guides, on)
  const kept = circumstances.guide === undefined ? undefined : guides.bySlug(circumstances.guide)
  const sure = enough(found.confidence)
  const guide = kept ?? (sure ? guideFor(question, shelf) : undefined)
  if (guide === undefined && (!sure || shelf.articles.length === 0)) {
    return { ...noSource(blank), confidence: found.confidence, notes: notesFor(question, [], circumstances) }
  }
  const body = guide === undefined ? fromArticles(shelf.articles) : fromGuide(guide, facts, circumstances, sources)
  const quotes = quotesOf(shelf.articles, guide, circumstances, sources)
  const said = [...body.short, ...body.deadlines, ...body.traps, ...body.steps]
  const topic = guide?.topic ?? question.topic
  return {
    ...blank,
    ...body,
    kind: 'answer',
    ...(topic === undefined ? {} : { topic }),
    quotes,
    otherGuides: alsoFitting(shelf)
      .filter((other) => other.slug !== guide?.slug)
      .slice(0, OTHER_GUIDES)
      .map(guideRef),
    likeCases: shelf.cases
      .slice(0, LIKE_CASES)
      .map(({ hit, source }) => ({ ...caseRef(source), passage: passageOf(source.text, hit.passage) })),
    offers: offersFor(topic, guide),
    confidence: found.confidence,
    ...(kept === undefined && guide !== undefined && scoreOf(shelf, guide) < SURE_OF_GUIDE ? { unsure: true } : {}),
    notes: notesFor(
      question,
      [...said.flatMap(({ sources: refs }) => refs), ...quotes.map((quote) => quote.source)],
      circumstances,
      guide,
    ),
  }
}

/** Articles that stand so far before the first guide, or score so much higher, say that no guide was written for this. */
const FARTHEST = 5
const LEAST_SHARE = 0.5
/** The same for a guide about another matter than the words of the question plainly speak of. */
const LEAST_SHARE_ELSEWHERE = 0.85
/** Two guides found about as well: the words of the question decide which matter it is. */
const ABOUT_AS_WELL = 0.9

function guideFor(question: Triage, { guides, guideScores, firstGuideRank, bestScore }: OnShelf): Guide | undefined {
  const [first] = guides
  if (first === undefined || firstGuideRank >= FARTHEST) return undefined
  const topics = question.topics.map((guess) => guess.topic)
  const elsewhere = (question.topics[0]?.points ?? 0) >= 2 && !topics.includes(first.topic)
  if ((guideScores[0] ?? 0) < bestScore * (elsewhere ? LEAST_SHARE_ELSEWHERE : LEAST_SHARE)) return undefined
  const close = guides.filter((_, at) => (guideScores[at] ?? -Infinity) >= (guideScores[0] ?? 0) * ABOUT_AS_WELL)
  return topics.includes(first.topic) ? first : (close.find((guide) => guide.topic === topics[0]) ?? first)
}

const scoreOf = ({ guides, guideScores }: OnShelf, guide: Guide): number => guideScores[guides.indexOf(guide)] ?? 0

/** The tail of a search fills a list and helps nobody. */
const alsoFitting = ({ guides, guideScores, bestScore }: OnShelf): Guide[] =>
  guides.filter((_, at) => (guideScores[at] ?? 0) >= bestScore * LEAST_SHARE)

/** Whoever was shown what their question might be about, and it was none of that. */
export const noneOfThese = (question: Triage, on: Day): Answer => noSource(emptyAnswer(question, on))

/** Honest: nothing that we could stand by was found, and here is who can be asked. */
function noSource(blank: Answer): Answer {
  return {
    ...blank,
    kind: 'noSource',
    short: [
      { text: '这个问题我没有找到可靠的依据，不想乱说。', sources: [] },
      { text: '可以把问题留给值班律师，有答复会通知您；着急就打 12348。', sources: [] },
    ],
    offers: offersWithoutSource(),
  }
}
