import { type Model, VECTOR_STEPS } from '../../learn/model.ts'
import { type SearchIndex } from '../index/index.ts'
import { type Scan, scanOver } from './scan.ts'

/** How the labelled questions near a question were answered, by article, law and chapter. */
export class QuestionMemory {
  /** By source: how many labelled questions it answered; by law and chapter likewise. */
  readonly asked: Float32Array
  readonly askedLaw: Float32Array
  readonly askedChapter: Float32Array
  private readonly gold: Uint32Array[]
  private readonly weights: Float32Array
  private readonly scan: Scan
  private readonly squared = VECTOR_STEPS * VECTOR_STEPS
  /** Written by `recall`; only the places in `met` are set. */
  readonly nearest: Float32Array
  readonly nearestSum: Float32Array
  readonly nearestLaw: Float32Array
  readonly nearestLawSum: Float32Array
  readonly nearestChapter: Float32Array
  met: number[] = []
  best = 0

  constructor(
    private readonly index: SearchIndex,
    model: Model,
  ) {
    const { count, columns } = index
    const versions = new Map<string, number[]>()
    const wanted = new Set(model.memory.gold.flat())
    for (let at = 0; at < count; at++) {
      const key = `${columns.laws[columns.law[at]!]!}#${columns.numbers[at]!}`
      if (wanted.has(key)) versions.set(key, [...(versions.get(key) ?? []), at])
    }
    this.gold = model.memory.gold.map((keys) => Uint32Array.from(keys.flatMap((key) => versions.get(key) ?? [])))
    this.scan = scanOver(model.memory.vectors, model.dims)
    this.asked = new Float32Array(count)
    this.askedLaw = new Float32Array(columns.laws.length)
    this.askedChapter = new Float32Array(columns.chapters)
    this.weights = model.memory.weights
    this.gold.forEach((gold, q) => {
      const weight = this.weights[q]!
      for (const at of gold) {
        this.asked[at]! += weight
        this.askedLaw[columns.law[at]!]! += weight / gold.length
        this.askedChapter[columns.chapter[at]!]! += weight / gold.length
      }
    })
    this.nearest = new Float32Array(count)
    this.nearestSum = new Float32Array(count)
    this.nearestLaw = new Float32Array(columns.laws.length)
    this.nearestLawSum = new Float32Array(columns.laws.length)
    this.nearestChapter = new Float32Array(columns.chapters)
  }

  recall(vector: Int8Array, without?: (question: number) => boolean): void {
    const { law, chapter } = this.index.columns
    for (const at of this.met) {
      this.nearest[at] = this.nearestSum[at] = 0
      this.nearestLaw[law[at]!] = this.nearestLawSum[law[at]!] = this.nearestChapter[chapter[at]!] = 0
    }
    this.met = []
    this.best = 0
    const dots = this.scan(vector)
    for (let q = 0; q < this.gold.length; q++) {
      const likeness = dots[q]! / this.squared
      if (likeness < 0.25 || without?.(q) === true) continue
      if (likeness > this.best) this.best = likeness
      const weight = this.weights[q]! * likeness ** 4
      const gold = this.gold[q]!
      for (const at of gold) {
        if (this.nearest[at] === 0) this.met.push(at)
        if (likeness > this.nearest[at]!) this.nearest[at] = likeness
        this.nearestSum[at]! += weight
        const ofLaw = law[at]!,
          ofChapter = chapter[at]!
        if (likeness > this.nearestLaw[ofLaw]!) this.nearestLaw[ofLaw] = likeness
        this.nearestLawSum[ofLaw]! += weight / gold.length
        if (likeness > this.nearestChapter[ofChapter]!) this.nearestChapter[ofChapter] = likeness
      }
    }
  }
}
