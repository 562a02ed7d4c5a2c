/**
 * Learns when an answer may be given (`search/sureness.ts`): on our own questions for tuning and on talk about other matters. How a text sounds
 * is judged for each of them by what was learned without it, so that the other signs keep their weight.
 */
import { loadElsewhere, loadQuestions, loadTuneLegal, loadTuneNonsense } from '../questions/load.ts'
import { GuideFinder } from '../search/guide-finder.ts'
import { GuideMeaning } from '../search/guide-meaning.ts'
import { type Source } from '../search/searcher.ts'
import { asSearched } from '../search/library-searcher.ts'
import { SIGNS, type Sign, signsOf, type Sureness } from '../search/sureness.ts'
import { triage } from '../triage/triage.ts'
import { isSearched } from '../answer/without-search.ts'
import { type Model } from './model.ts'
import { seededRandom } from './random.ts'
import { learnTalk, type Said } from './talk.ts'

const FOLDS = 10,
  SEED = 9
/** Own questions count for more in how law sounds than the formal ones of the benchmark. */
const OWN = 2,
  FORMAL = 0.7

export interface Learned {
  sureness: Sureness /** By our own texts, each judged without itself. */
  judged: { ask: string; legal: boolean; confidence: number }[]
}

/** `formal` are the labelled questions that the model was learned from. */
export function learnSureness(model: Model, guides: readonly Source[], formal: readonly string[]): Learned {
  const own = [
    ...[...loadQuestions('tune').map(({ ask }) => ask), ...loadTuneLegal()].map((ask) => ({ ask, legal: true })),
    ...loadTuneNonsense().map(({ ask }) => ({ ask, legal: false })),
  ]
    .map(({ ask, legal }) => ({ ask, legal, own: triage(ask) }))
    .filter((one) => isSearched(one.own))
    .map(({ ask, legal, own: { text } }) => ({ ask, legal, asked: asSearched(text) }))
  const always: Said[] = [
    ...guides
      .flatMap(({ title, alsoAsked }) => [title, ...(alsoAsked ?? '').split('\n')])
      .filter((text) => text.trim() !== '')
      .map((text) => ({ text: asSearched(text).plain, legal: true, weight: 1 })),
    ...formal.map((text) => ({ text: asSearched(text).plain, legal: true, weight: FORMAL })),
    ...loadElsewhere().map((text) => ({ text: asSearched(text).plain, legal: false, weight: 1 })),
  ]
  const random = seededRandom(SEED),
    foldOf = own.map(() => Math.floor(random() * FOLDS))
  const talkWithout = (fold: number) =>
    learnTalk([
      ...always,
      ...own
        .filter((_, i) => foldOf[i] !== fold)
        .map(({ asked, legal }) => ({ text: asked.plain, legal, weight: OWN })),
    ])
  const talks = Array.from({ length: FOLDS }, (_, fold) => talkWithout(fold))
  const finder = new GuideFinder(guides),
    meaning = new GuideMeaning(guides, model)
  const rows = own.map(({ asked }, i) => {
    const likeness = meaning.likeness(asked.folded, guides.length).reduce((most, one) => Math.max(most, one), 0)
    const signs = signsOf(
      asked,
      { guide: finder.find(asked.folded)[0]?.fit ?? 0, meaning: likeness },
      talks[foldOf[i]!],
    )
    return SIGNS.map((sign) => signs[sign])
  })
  const labels = own.map(({ legal }) => legal)
  const whole = fit(rows, labels)
  const judged = own.map(({ ask, legal }, i) => ({ ask, legal, confidence: 0, i }))
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = own.map((_, i) => i).filter((i) => foldOf[i] !== fold),
      { weights, start } = fit(
        others.map((i) => rows[i]!),
        others.map((i) => labels[i]!),
      )
    for (const one of judged)
      if (foldOf[one.i] === fold)
        one.confidence = chance(start + rows[one.i]!.reduce((sum, value, s) => sum + value * weights[s]!, 0))
  }
  const weights = Object.fromEntries(SIGNS.map((sign, s) => [sign, whole.weights[s]!])) as Record<Sign, number>
  return {
    sureness: { talk: talkWithout(-1), weights, start: whole.start },
    judged: judged.map(({ ask, legal, confidence }) => ({ ask, legal, confidence })),
  }
}

const chance = (sum: number): number => 1 / (1 + Math.exp(-sum))
const RIDGE = 0.3,
  STEPS = 60

/** Logistic regression by Newton's method on standardised columns; both sides weigh alike. */
function fit(rows: readonly number[][], labels: readonly boolean[]): { weights: number[]; start: number } {
  const width = rows[0]!.length,
    count = rows.length
  const mean = Array.from({ length: width }, (_, c) => rows.reduce((sum, row) => sum + row[c]!, 0) / count)
  const spread = mean.map(
    (middle, c) => Math.sqrt(rows.reduce((sum, row) => sum + (row[c]! - middle) ** 2, 0) / count) || 1,
  )
  const scaled = rows.map((row) => [...row.map((value, c) => (value - mean[c]!) / spread[c]!), 1])
  const legal = labels.filter(Boolean).length,
    other = legal / Math.max(1, count - legal)
  const found = new Array<number>(width + 1).fill(0)
  for (let step = 0; step < STEPS; step++) {
    const slope = found.map((one, c) => (c < width ? RIDGE * one : 0)),
      bend = found.map((_, c) => found.map((__, d) => (c === d ? (c < width ? RIDGE : 1e-6) : 0)))
    scaled.forEach((row, i) => {
      const weight = labels[i] === true ? 1 : other,
        p = chance(row.reduce((sum, value, c) => sum + value * found[c]!, 0))
      for (let c = 0; c <= width; c++) {
        slope[c]! += weight * (p - (labels[i] === true ? 1 : 0)) * row[c]!
        for (let d = 0; d <= width; d++) bend[c]![d]! += weight * p * (1 - p) * row[c]! * row[d]!
      }
    })
    const change = solve(bend, slope)
    change.forEach((one, c) => (found[c]! -= one))
    if (Math.max(...change.map(Math.abs)) < 1e-7) break
  }
  const weights = found.slice(0, width).map((one, c) => one / spread[c]!)
  return { weights, start: found[width]! - weights.reduce((sum, one, c) => sum + one * mean[c]!, 0) }
}

/** By elimination; the matrix is positive. */
function solve(matrix: readonly number[][], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]),
    n = rows.length
  for (let c = 0; c < n; c++) {
    for (let r = c + 1; r < n; r++) {
      const by = rows[r]![c]! / rows[c]![c]!
      for (let k = c; k <= n; k++) rows[r]![k]! -= by * rows[c]![k]!
    }
  }
  const out = new Array<number>(n).fill(0)
  for (let r = n - 1; r >= 0; r--) {
    let sum = rows[r]![n]!
    for (let k = r + 1; k < n; k++) sum -= rows[r]![k]! * out[k]!
    out[r] = sum / rows[r]![r]!
  }
  return out
}
