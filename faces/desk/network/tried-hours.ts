import type { WeekHours } from '../admin/hours.ts'
import type { Service, Tier } from '../vocabulary.ts'

export type Preset = 'later' | 'saturday' | 'own'
/** Working days until eight, or Saturday mornings beside what there is. */
export function longer(weekly: WeekHours, preset: Exclude<Preset, 'own'>): WeekHours {
  if (preset === 'saturday')
    return weekly.map((spans, at) => (at === 5 && spans.length === 0 ? [{ open: 540, close: 720 }] : spans))
  return weekly.map((spans, at) =>
    at < 5 && spans.length > 0
      ? spans.map((span, i) => (i === spans.length - 1 ? { ...span, close: Math.max(span.close, 1200) } : span))
      : spans,
  )
}
export const sameWeek = (a: WeekHours, b: WeekHours): boolean => JSON.stringify(a) === JSON.stringify(b)

export type NewTier = Extract<Tier, 'center' | 'station' | 'office' | 'kiosk'>
/** What a new place of a tier would offer: ours, to be changed by what is tried. */
export const SERVICES_AT: Record<NewTier | 'visit', Service[]> = {
  center: ['consultation', 'intake', 'drafting', 'mediation', 'notary', 'remote', 'leaflets'],
  station: ['consultation', 'intake', 'drafting', 'mediation', 'leaflets'],
  office: ['consultation', 'remote', 'leaflets'],
  kiosk: ['consultation', 'remote', 'leaflets'],
  visit: ['consultation', 'drafting', 'mediation'],
}
/** A terminal is open when offices are not; without hours of its own a place keeps those of the district. */
export const HOURS_AT: Partial<Record<NewTier, WeekHours>> = {
  kiosk: Array.from({ length: 7 }, () => [{ open: 420, close: 1320 }]),
}
export const HALVES = {
  morning: { open: 540, close: 720 },
  afternoon: { open: 840, close: 1020 },
  evening: { open: 1110, close: 1230 },
}
