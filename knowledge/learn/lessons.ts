/** What the encoder is taught: first pairs that nobody had to label, made from the texts themselves; then the labelled questions. */
import { everydayOf } from '../lexicon/everyday.ts'
import { type Citations } from '../search/index/citations.ts'
import { type Source } from '../search/searcher.ts'
import { pairsOf, wordsOf } from '../search/words.ts'
import { type Answering, type Bag, type Encoder, type Pair, teach } from './encoder.ts'
import { type Labelled } from './labelled.ts'
import { BagMaker } from './vocabulary.ts'

export interface Texts {
  sources: readonly Source[]
  /** How often each source may be drawn, 0 to 1. */
  draw: Float32Array
  bagOf: (source: number) => Bag
  /** What each source names: places `starts[i]` to `starts[i + 1]` of `targets`. */
  citations: Pick<Citations, 'starts' | 'targets'>
  /** Place in the vocabulary of `w…` and `p…`. */
  places: Map<string, number>
  weights: Float32Array
}

/** The bag of a free text. */
export function textBag({ places, weights }: Texts): (text: string) => Bag {
  const maker = new BagMaker(weights, 120)
  return (text) => {
    for (const word of wordsOf(text)) maker.add(places.get(`w${word}`) ?? -1)
    for (const pair of pairsOf(text)) maker.add(places.get(`p${pair}`) ?? -1)
    return maker.take()
  }
}

export interface Squares {
  table: Float32Array
  residual: Float32Array
}
type Progress = (step: number, loss: number) => void
const LEAST_TERMS = 3,
  SIBLINGS = 5
/** Share of the ways of asking for guides among the labelled questions that are drawn. */
const OF_GUIDES = 0.35

const clausesOf = (text: string): string[] =>
  text
    .slice(0, 600)
    .split(/[，。；：\n]/)
    .filter((clause) => clause.length > 5)

/** A pair made from a text: its heading, one of its sentences, what another text says that names it, or a few of its words; and the text, often without them. */
function madePair(texts: Texts, bag: (text: string) => Bag, random: () => number): Pair {
  const { sources, draw, bagOf } = texts
  for (;;) {
    const key = Math.floor(random() * sources.length)
    if (random() > draw[key]!) continue
    const source = sources[key]!,
      kind = random(),
      { starts, targets } = texts.citations
    const say = (text: string) => (random() < 0.5 ? everydayOf(text, random) : text)
    if (kind < 0.2 && starts[key + 1]! > starts[key]!) {
      // Who names an article says in other words what it is about.
      const named = targets[starts[key]! + Math.floor(random() * (starts[key + 1]! - starts[key]!))]!,
        clauses = clausesOf(source.text)
      const question = bag(say(clauses.filter(() => random() < 0.6).join('，')))
      if (question.ids.length >= LEAST_TERMS) return { question, source: { key: named, bag: bagOf(named) } }
    } else if (kind < 0.4) {
      const question = thin(bag(say(`${source.path.split('/').at(-1) ?? ''} ${source.title}`)), random, 0.8)
      if (question.ids.length >= LEAST_TERMS) return { question, source: { key, bag: bagOf(key) } }
    } else if (kind < 0.8) {
      const clauses = clausesOf(source.text)
      if (clauses.length < 3) continue
      const at = Math.floor(random() * clauses.length),
        taken = clauses.slice(at, at + 1 + Math.floor(random() * 2))
      const question = bag(say(taken.join('，')))
      const rest =
        random() < 0.6
          ? bag(
              `${source.title} ${source.path} ${clauses
                .filter((clause) => !taken.includes(clause))
                .join('，')
                .slice(0, 400)}`,
            )
          : bagOf(key)
      if (question.ids.length >= LEAST_TERMS && rest.ids.length > LEAST_TERMS)
        return { question, source: { key, bag: rest } }
    } else {
      const whole = bagOf(key)
      if (whole.ids.length > 8)
        return { question: thin(whole, random, 0.25), source: { key, bag: thin(whole, random, 0.7) } }
    }
  }
}

/** An article that stands near in the same law: the hardest to tell from the right one. */
function siblingOf(sources: readonly Source[], of: number, random: () => number): number | undefined {
  const at = of + Math.floor(random() * (2 * SIBLINGS + 1)) - SIBLINGS
  return at !== of && sources[at]?.title === sources[of]!.title ? at : undefined
}

function thin({ ids, weights }: Bag, random: () => number, keep: number): Bag {
  const kept = Array.from(ids.keys()).filter(() => random() < keep)
  return { ids: Int32Array.from(kept, (i) => ids[i]!), weights: Float32Array.from(kept, (i) => weights[i]!) }
}

export function teachFromTexts(
  encoder: Encoder,
  squares: Squares,
  texts: Texts,
  steps: number,
  seed: number,
  progress?: Progress,
): void {
  const bag = textBag(texts)
  teach(
    encoder,
    (random) => madePair(texts, bag, random),
    { batch: 160, steps, rate: 0.05, sharpness: 15, seed, residual: false },
    squares,
    progress,
  )
}

/** `rivals` are the sources that plain search confuses with the right ones, by question. */
export function teachFromQuestions(
  encoder: Encoder,
  squares: Squares,
  texts: Texts,
  questions: readonly Labelled[],
  rivals: readonly (readonly number[])[],
  steps: number,
  seed: number,
  progress?: Progress,
): void {
  const bag = textBag(texts)
  const ready = questions.map(({ question, keywords, answer, gold, guide }) => ({
    ways: [
      bag(question),
      bag(question),
      ...(keywords === '' ? [] : [bag(keywords)]),
      ...(answer === '' ? [] : [bag(answer.slice(0, 200))]),
    ],
    question,
    gold,
    right: new Set(gold),
    ofGuide: guide !== undefined,
  }))
  const known = ready
    .map((one, i) => ({ ...one, rivals: rivals[i]!.filter((at) => !one.right.has(at)) }))
    .filter(({ gold }) => gold.length > 0)
  const formal = known.filter(({ ofGuide }) => !ofGuide),
    everyday = known.filter(({ ofGuide }) => ofGuide)
  const answering = (key: number): Answering => ({ key, bag: texts.bagOf(key) })
  const next = (random: () => number): Pair => {
    if (random() < 0.2) return madePair(texts, bag, random)
    const from = everyday.length > 0 && random() < OF_GUIDES ? everyday : formal
    const { ways, question, gold, right, rivals: near } = from[Math.floor(random() * from.length)]!
    const way = Math.floor(random() * (ways.length + 1))
    const asked = ways[way] ?? bag(everydayOf(question, random))
    const answer = gold[Math.floor(random() * gold.length)]!
    const rival = near.length === 0 ? [] : [answering(near[Math.floor(random() * near.length)]!)]
    const sibling = siblingOf(texts.sources, answer, random)
    if (sibling !== undefined && !right.has(sibling)) rival.push(answering(sibling))
    return { question: thin(asked, random, 0.85), source: answering(answer), negatives: rival, right }
  }
  teach(encoder, next, { batch: 128, steps, rate: 0.04, sharpness: 15, seed, residual: true }, squares, progress)
}
