/** Learns a model without ranker from some labelled questions; what needs no labels is taught once and copied. */
import { type SearchIndex } from '../search/index/index.ts'
import { type Tokens } from '../search/index/tokens.ts'
import { vectorsOf } from '../search/index/vectors.ts'
import { CandidateFinder } from '../search/rank/candidates.ts'
import { QuestionReader } from '../search/rank/question.ts'
import { type Source } from '../search/searcher.ts'
import { assembleModel } from './assemble.ts'
import { type Encoder, newEncoder } from './encoder.ts'
import { type Labelled } from './labelled.ts'
import { type Squares, teachFromQuestions, teachFromTexts, type Texts } from './lessons.ts'
import { type Model, type Provenance } from './model.ts'
import { textsOf } from './texts.ts'
import { type Vocabulary, vocabularyOf } from './vocabulary.ts'

export interface School {
  sources: readonly Source[]
  tokens: Tokens
  index: SearchIndex
  vocabulary: Vocabulary
  texts: Texts
  labelled: readonly Labelled[]
  rivals: number[][]
  taught: { encoder: Encoder; squares: Squares }
}

export const DIMS = 192
export const STEPS = { texts: 2500, questions: 400 }
const RIVALS = 30

export function openSchool(
  sources: readonly Source[],
  tokens: Tokens,
  index: SearchIndex,
  labelled: readonly Labelled[],
  taught?: School['taught'],
  progress: (line: string) => void = () => {},
): School {
  const vocabulary = vocabularyOf(tokens, index.words, index.pairs, index.count)
  const texts = textsOf(sources, index, tokens, vocabulary)
  const reader = new QuestionReader(index),
    finder = new CandidateFinder(index)
  const rivals = labelled.map(({ question }) => {
    const { size, sources: found, free } = finder.find(reader.read(question))
    return Array.from({ length: size }, (_, i) => i)
      .sort((a, b) => free[b]! - free[a]!)
      .slice(0, RIVALS)
      .map((i) => found[i]!)
  })
  if (taught === undefined) {
    const encoder = newEncoder(vocabulary.terms.length, DIMS, 7)
    taught = {
      encoder,
      squares: { table: new Float32Array(encoder.table.length), residual: new Float32Array(encoder.table.length) },
    }
    teachFromTexts(encoder, taught.squares, texts, STEPS.texts, 1, (step, loss) =>
      progress(`texts ${step} of ${STEPS.texts}, loss ${loss.toFixed(3)}`),
    )
  }
  return { sources, tokens, index, vocabulary, texts, labelled, rivals, taught }
}

/** A model from the questions for which `uses` holds. */
export function learnModel(
  { vocabulary, texts, labelled, rivals, taught }: School,
  uses: (question: number) => boolean,
  name: string,
  provenance: Provenance,
): Model {
  const chosen = labelled.map((_, i) => i).filter(uses)
  const encoder: Encoder = {
    dims: taught.encoder.dims,
    table: taught.encoder.table.slice(),
    residual: taught.encoder.residual.slice(),
  }
  const squares = { table: taught.squares.table.slice(), residual: taught.squares.residual.slice() }
  const questions = chosen.map((i) => labelled[i]!)
  teachFromQuestions(
    encoder,
    squares,
    texts,
    questions,
    chosen.map((i) => rivals[i]!),
    STEPS.questions,
    3,
  )
  return assembleModel(name, provenance, texts, vocabulary.terms, encoder, questions)
}

/** What searches with this model need. */
export function searchWith(
  { index, tokens }: Pick<School, 'index' | 'tokens'>,
  model: Model,
): { reader: QuestionReader; finder: CandidateFinder } {
  const own: SearchIndex = { ...index, vectors: vectorsOf(tokens, model), model: model.name }
  return { reader: new QuestionReader(own, model), finder: new CandidateFinder(own, model) }
}
