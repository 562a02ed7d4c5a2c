/** Whether a text sounds like a matter of law or like any other talk: a sum over its runs of one to three characters. Learned in `learn/talk.ts`. */
export interface Talk {
  /** By bucket of runs, in steps of `step`. */
  weights: Int8Array
  step: number
  start: number
}

export const BUCKETS = 65_536
const LONGEST_RUN = 3
/** A story is judged by its beginning. */
const READ = 200

/** The buckets of the runs of a text, each once. `plain` is simplified and in lower case. */
export function runsOf(plain: string): number[] {
  const text = `^${plain
    .slice(0, READ)
    .replace(/[^\p{Script=Han}a-z0-9]+/gu, ' ')
    .trim()
    .replaceAll(' ', '|')}$`
  const found = new Set<number>()
  for (let from = 0; from < text.length; from++) {
    let hash = 2_166_136_261
    for (let at = from; at < Math.min(text.length, from + LONGEST_RUN); at++) {
      hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619)
      found.add(((hash ^ (hash >>> 15)) >>> 0) % BUCKETS)
    }
  }
  return [...found]
}

/** Above zero: law; below: something else. */
export function talkScore({ weights, step, start }: Talk, plain: string): number {
  const runs = runsOf(plain)
  return start + (step * runs.reduce((sum, run) => sum + weights[run]!, 0)) / Math.sqrt(runs.length)
}
