import type { CaseLine } from '@fatong/contract/desk/cases.ts'
import { words } from '../words/words.ts'

export type LightCode = CaseLine['light']
export interface LightLook {
  tone: 'done' | 'due' | 'late' | 'pause'
  word: string
}

const w = words.clocks
const TONES: Record<LightCode, LightLook['tone']> = {
  green: 'done',
  amber: 'due',
  red: 'late',
  paused: 'pause',
  done: 'done',
}

/** The colour and the word of a light. The same-day target is a promise: passing it is amber, never red (rule book I9). */
export function lookOf(light: LightCode, targetAt: number | null, now: number): LightLook {
  const word = light === 'amber' && targetAt !== null && targetAt < now ? w.pastTarget : w.light[light]
  return { tone: TONES[light], word }
}

/** Whole days from one day to another, both YYYY-MM-DD. */
export const daysUntil = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
