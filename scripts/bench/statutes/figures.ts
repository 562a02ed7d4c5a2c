import { meanScores, percentile, scoreQuestion, type Scores } from './scoring.ts'

export interface Run {
  id: string
  gold: readonly string[]
  ranked: { id: string; score: number }[]
  ms: number
  seen: boolean
}

export interface Figures extends Scores {
  p50Ms: number
  p95Ms: number
  meanMs: number
  buildMs: number
  loadMs: number
  indexBytes: number
  rssBytes: number
  seen: Scores
  unseen: Scores
}

export interface Costs {
  buildMs: number
  loadMs: number
  indexBytes: number
  rssBytes: number
}

export function figuresOf(runs: readonly Run[], costs: Costs): Figures {
  const scores = runs.map(({ ranked, gold }) =>
    scoreQuestion(
      ranked.map(({ id }) => id),
      gold,
    ),
  )
  const part = (seen: boolean) => meanScores(scores.filter((_, i) => runs[i]?.seen === seen))
  const times = runs.map(({ ms }) => ms)
  return {
    ...meanScores(scores),
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    meanMs: times.reduce((sum, one) => sum + one, 0) / Math.max(1, times.length),
    ...costs,
    seen: part(true),
    unseen: part(false),
  }
}

export const runFile = (runs: readonly Run[]): string =>
  runs
    .map(({ id, ranked }) =>
      ranked.map((one, rank) => `${id} ${one.id} ${rank + 1} ${one.score.toFixed(6)}\n`).join(''),
    )
    .join('')

const three = (value: number) => value.toFixed(3).padStart(7)
const COLUMNS: [string, (figures: Scores & Partial<Figures>) => string][] = [
  ['n', ({ n }) => String(n).padStart(6)],
  ['MRR@10', ({ mrr10 }) => three(mrr10)],
  ['NDCG@10', ({ ndcg10 }) => three(ndcg10)],
  ['R@5', ({ r5 }) => three(r5)],
  ['R@10', ({ r10 }) => three(r10)],
  ['R@20', ({ r20 }) => three(r20)],
  ['R@50', ({ r50 }) => three(r50)],
  ['R@100', ({ r100 }) => three(r100)],
  ['p50 ms', ({ p50Ms }) => (p50Ms === undefined ? '' : p50Ms.toFixed(1)).padStart(7)],
  ['p95 ms', ({ p95Ms }) => (p95Ms === undefined ? '' : p95Ms.toFixed(1)).padStart(7)],
  ['build s', ({ buildMs }) => (buildMs === undefined ? '' : (buildMs / 1000).toFixed(1)).padStart(8)],
  ['load s', ({ loadMs }) => (loadMs === undefined ? '' : (loadMs / 1000).toFixed(2)).padStart(7)],
  ['index MB', ({ indexBytes }) => (indexBytes === undefined ? '' : (indexBytes / 1e6).toFixed(0)).padStart(8)],
  ['RSS MB', ({ rssBytes }) => (rssBytes === undefined ? '' : (rssBytes / 1e6).toFixed(0)).padStart(7)],
]

export function table(rows: readonly (readonly [string, Scores & Partial<Figures>])[]): string {
  const head = [
    'system'.padEnd(12),
    ...COLUMNS.map(([name, show]) =>
      name.padStart(
        show({ ...meanScores([]), p50Ms: 0, p95Ms: 0, buildMs: 0, loadMs: 0, indexBytes: 0, rssBytes: 0 }).length,
      ),
    ),
  ].join(' ')
  return [
    head,
    ...rows.map(([name, figures]) => [name.padEnd(12), ...COLUMNS.map(([, show]) => show(figures))].join(' ')),
  ].join('\n')
}
