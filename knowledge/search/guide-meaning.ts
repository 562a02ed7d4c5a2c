import { foldDialect } from '../lexicon/dialect.ts'
import { type Model, VECTOR_STEPS } from '../learn/model.ts'
import { indexOf } from './index/index.ts'
import { QuestionReader } from './rank/question.ts'
import { type Scan, scanOver } from './rank/scan.ts'
import { type Source } from './searcher.ts'

/** How near a question lies to the ways in which people ask for a guide, by what the model learned that words mean: 娃 near 孩子. */
export class GuideMeaning {
  private readonly reader: QuestionReader
  private readonly scan: Scan
  private readonly guideOf: Uint16Array

  constructor(guides: readonly Source[], model: Model) {
    this.reader = new QuestionReader(indexOf(guides), model)
    const wordings = guides.flatMap((guide, at) =>
      [guide.title, ...(guide.alsoAsked ?? '').split('\n')]
        .filter((text) => text.trim() !== '')
        .map((text) => ({ at, text })),
    )
    const vectors = new Int8Array(wordings.length * model.dims)
    wordings.forEach(({ text }, i) => {
      vectors.set(this.reader.vectorOf(foldDialect(text)) ?? new Int8Array(model.dims), i * model.dims)
    })
    this.scan = scanOver(vectors, model.dims)
    this.guideOf = Uint16Array.from(wordings, ({ at }) => at)
  }

  /** Likeness from 0 to 1 by place of the guide. */
  likeness(question: string, guides: number): Float32Array {
    const best = new Float32Array(guides),
      vector = this.reader.vectorOf(question)
    if (vector === undefined) return best
    const dots = this.scan(vector),
      squared = VECTOR_STEPS * VECTOR_STEPS
    this.guideOf.forEach((guide, i) => {
      best[guide] = Math.max(best[guide] as number, (dots[i] as number) / squared)
    })
    return best
  }
}
