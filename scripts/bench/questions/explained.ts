import type { Hit } from '@fatong/knowledge/search/searcher.ts'

const MOST = 10

/** One line for each hit, and under it what moved its score most, up or down: name, what was seen, share in the score. */
export const explainedLines = (hits: readonly Hit[]): string[] =>
  hits.flatMap(({ id, score, because, features }, at) => [
    `${at + 1}. ${id}   ${score.toFixed(3)}${because.length > 0 ? `   ${because.join('、')}` : ''}`,
    ...Object.entries(features ?? {})
      .filter(([, { share }]) => share !== 0)
      .sort(([, a], [, b]) => Math.abs(b.share) - Math.abs(a.share))
      .slice(0, MOST)
      .map(
        ([name, { value, share }]) =>
          `     ${name.padEnd(24)} ${value.toFixed(3).padStart(9)}   ${share >= 0 ? '+' : ''}${share.toFixed(4)}`,
      ),
  ])
