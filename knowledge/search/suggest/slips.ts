import type { Sound } from './sounds.ts'

/** What it costs to take one sign for another: the same sound is the commonest slip of all (公资 for 工资). */
const SAME_SOUND = 0.25,
  NEAR_SOUND = 0.45,
  OTHER = 1

export function signCost(typed: Sound, meant: Sound): number {
  if (typed.sign === meant.sign) return 0
  if (typed.syllable === meant.syllable) return SAME_SOUND
  return typed.near === meant.near ? NEAR_SOUND : OTHER
}

/** What was typed, anywhere in the wording: the least number of slips, and where the piece begins. */
export function slipsBetween(typed: readonly Sound[], meant: readonly Sound[]): { slips: number; at: number } {
  let row = meant.map(() => 0),
    starts = meant.map((_, i) => i)
  row.push(0)
  starts.push(meant.length)
  for (const [i, sound] of typed.entries()) {
    const next = [i + 1],
      from = [0]
    for (const [j, sign] of meant.entries()) {
      const swap = (row[j] as number) + signCost(sound, sign),
        drop = (row[j + 1] as number) + OTHER,
        add = (next[j] as number) + OTHER
      const best = Math.min(swap, drop, add)
      next.push(best)
      from.push(best === swap ? (starts[j] as number) : best === drop ? (starts[j + 1] as number) : (from[j] as number))
    }
    row = next
    starts = from
  }
  let at = 0
  for (let j = 1; j < row.length; j++) if ((row[j] as number) < (row[at] as number)) at = j
  return { slips: row[at] as number, at: starts[at] as number }
}
