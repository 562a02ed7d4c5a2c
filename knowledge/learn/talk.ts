/** Learns to tell matters of law from other talk by runs of characters (logistic regression, Adagrad). */
import { BUCKETS, runsOf, type Talk } from '../search/talk.ts'
import { seededRandom } from './random.ts'

export interface Said {
  text: string
  legal: boolean
  weight: number
}

const ROUNDS = 6,
  RATE = 0.3,
  RIDGE = 1e-6,
  SEED = 1

export function learnTalk(said: readonly Said[]): Talk {
  const weights = new Float64Array(BUCKETS + 1),
    squares = new Float64Array(BUCKETS + 1).fill(1e-2)
  const heard = said.map(({ text }) => runsOf(text))
  const sum = (legal: boolean) => said.reduce((all, one) => all + (one.legal === legal ? one.weight : 0), 0)
  // There are as many ways of talking about other things as we cared to write down: both sides weigh alike.
  const other = sum(true) / Math.max(1e-9, sum(false))
  const order = said.map((_, i) => i),
    random = seededRandom(SEED)
  const learn = (at: number, gradient: number) => {
    squares[at]! += gradient * gradient
    weights[at]! -= (RATE * gradient) / Math.sqrt(squares[at]!)
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1)),
        one = order[i]!
      order[i] = order[j]!
      order[j] = one
    }
    for (const i of order) {
      const runs = heard[i]!,
        { legal, weight } = said[i]!,
        share = 1 / Math.sqrt(runs.length)
      const score = weights[BUCKETS]! + share * runs.reduce((all, run) => all + weights[run]!, 0)
      const miss = (1 / (1 + Math.exp(-score)) - (legal ? 1 : 0)) * weight * (legal ? 1 : other)
      for (const run of runs) learn(run, miss * share + RIDGE * weights[run]!)
      learn(BUCKETS, miss)
    }
  }
  let most = 1e-9
  for (let run = 0; run < BUCKETS; run++) most = Math.max(most, Math.abs(weights[run]!))
  const step = most / 127
  return {
    weights: Int8Array.from(weights.subarray(0, BUCKETS), (one) => Math.round(one / step)),
    step,
    start: weights[BUCKETS]!,
  }
}
