/** From a question to the order of the sources: candidates, rows, and the learned order mixed with the sums. */
import { type Model, type Ranker } from '../../learn/model.ts'
import { type SearchIndex } from '../index/index.ts'
import { type Candidates, CandidateFinder } from './candidates.ts'
import { F, WIDTH } from './names.ts'
import { type Question, QuestionReader } from './question.ts'
import { treeScores } from './trees.ts'

export interface Ranked {
  question: Question
  candidates: Candidates
  /** Places among the candidates, best first. */
  order: number[]
  /** By place among the candidates. */
  scores: Float32Array
}

/** What stays out of the trees: so far down that they would not come back. */
const LOOKED_AT = 400

/** Share of the learned order: little where no labelled question is near. */
export function learnedShare({ mix }: Ranker, near: number): number {
  const step = Math.max(0, Math.min(1, (near - mix.from) / Math.max(1e-6, mix.to - mix.from)))
  return mix.far + (mix.near - mix.far) * step
}

/** Trees and sums have other measures: both are brought to the same spread over the best candidates of the question. */
export function mixScores(
  ranker: Ranker,
  { size, rows, free, near }: Candidates,
  scores: Float32Array,
  lookedAt: number = LOOKED_AT,
): void {
  const share = learnedShare(ranker, near),
    { whole } = ranker.mix
  const looked = treeScores(ranker.trees, rows, WIDTH, Math.min(size, lookedAt))
  for (let i = 0; i < size; i++) {
    const learned = i < lookedAt ? looked[i]! : -8 - i / 1000
    scores[i] = share * learned + (1 - share) * SUM_SCALE * ((1 - whole) * free[i]! + whole * rows[i * WIDTH + F.base]!)
  }
}
export const SUM_SCALE = 6

export class Ranking {
  readonly reader: QuestionReader
  readonly finder: CandidateFinder
  private readonly scores = new Float32Array(1024)
  constructor(
    readonly index: SearchIndex,
    readonly model?: Model,
  ) {
    this.reader = new QuestionReader(index, model)
    this.finder = new CandidateFinder(index, model)
  }

  /** `lookedAt` candidates go through the trees; fewer are enough where only the first few answers are wanted. */
  rank(asked: string, allowed?: Uint8Array, lookedAt: number = LOOKED_AT): Ranked {
    const question = this.reader.read(asked),
      candidates = this.finder.find(question, allowed, undefined, lookedAt),
      { scores } = this
    const { size, rows, sources, free } = candidates
    if (this.model?.ranker !== undefined) mixScores(this.model.ranker, candidates, scores, lookedAt)
    else for (let i = 0; i < size; i++) scores[i] = this.model === undefined ? free[i]! : rows[i * WIDTH + F.base]!
    const order = Array.from({ length: size }, (_, i) => i).sort(
      (a, b) => scores[b]! - scores[a]! || sources[a]! - sources[b]!,
    )
    return { question, candidates, order, scores }
  }
}
