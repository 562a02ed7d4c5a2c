import { words } from '../words/words.ts'

export const HALF_HOURS = 336
const two = (n: number): string => String(n).padStart(2, '0')

/** 周一 09:30 of the nth half-hour since Monday midnight. */
export function halfText(half: number): string {
  const within = half % 48
  return `${words.circle.days[Math.floor(half / 48)] ?? ''} ${two(Math.floor(within / 2))}:${within % 2 === 0 ? '00' : '30'}`
}
const HALF_HOUR_MS = 1_800_000
const MONDAY_MORNING = 19
/** The half-hour to look at first in the week that begins on `monday` (date in China): this one if it lies in that week, else Monday 09:30. */
export function firstHalf(monday: string, now: number): number {
  const half = Math.floor((now - Date.parse(`${monday}T00:00:00+08:00`)) / HALF_HOUR_MS)
  return half >= 0 && half < HALF_HOURS ? half : MONDAY_MORNING
}
/** Whether a village is covered at a half-hour: `bits` has a hexadecimal digit for every four, the first in the lowest bit. */
export const coveredAt = (bits: string, half: number): boolean =>
  ((parseInt(bits[half >> 2] ?? '0', 16) >> (half & 3)) & 1) === 1

export const percent = (share: number): string => `${(share * 100).toFixed(1)}%`
export const persons = (n: number): string => words.circle.peopleText(Math.round(n))
export const sumOf = (people: Readonly<Record<string, number>>, age?: string): number =>
  age === undefined ? Object.values(people).reduce((sum, one) => sum + one, 0) : (people[age] ?? 0)
