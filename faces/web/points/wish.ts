import { words } from '../words/places.ts'

export type When = keyof typeof words.whens
export type What = keyof typeof words.whats
export type Travel = keyof typeof words.travels
export type View = keyof typeof words.views
/** What somebody looks for, as it stands in the address of the page. */
export interface Wish {
  q: string
  lng: number | undefined
  lat: number | undefined
  when: When
  day: string
  what: What
  travel: Travel
  view: View
}

const oneOf = <K extends string>(table: Readonly<Record<K, string>>, value: string | null, otherwise: K): K =>
  value !== null && Object.keys(table).includes(value) ? (value as K) : otherwise
const degrees = (text: string | null): number | undefined =>
  text !== null && /^-?\d{1,3}(\.\d+)?$/.test(text) ? Number(text) : undefined

export function wishOf(search: URLSearchParams): Wish {
  const [lng, lat] = [degrees(search.get('lng')), degrees(search.get('lat'))]
  return {
    q: (search.get('q') ?? '').trim().slice(0, 60),
    ...(lng === undefined || lat === undefined ? { lng: undefined, lat: undefined } : { lng, lat }),
    when: oneOf(words.whens, search.get('when'), 'now'),
    day: /^\d{4}-\d{2}-\d{2}$/.test(search.get('day') ?? '') ? (search.get('day') ?? '') : '',
    what: oneOf(words.whats, search.get('what'), 'any'),
    travel: oneOf(words.travels, search.get('travel'), 'ebike'),
    view: oneOf(words.views, search.get('view'), 'list'),
  }
}

export function addressOf({ q, lng, lat, when, day, what, travel, view }: Wish): string {
  const search = new URLSearchParams()
  if (q !== '') search.set('q', q)
  if (lng !== undefined && lat !== undefined) {
    search.set('lng', String(lng))
    search.set('lat', String(lat))
  }
  if (when !== 'now') search.set('when', when)
  if (when === 'day' && day !== '') search.set('day', day)
  if (what !== 'any') search.set('what', what)
  if (travel !== 'ebike') search.set('travel', travel)
  if (view !== 'list') search.set('view', view)
  return search.size > 0 ? `/points?${search}` : '/points'
}

const HOUR = 3_600_000
const EIGHT_HOURS = 8 * HOUR
const DAY = 24 * HOUR
const LATE = 17 * HOUR
/** The choices of when to go; 今天下午 is none any more once it is nearly over, unless it stands in the address that somebody kept. */
export function whensAt(now: number, chosen: When): Readonly<Partial<Record<When, string>>> {
  const { afternoon: _over, ...others } = words.whens
  const over = (now + EIGHT_HOURS) % DAY >= LATE
  return over && chosen !== 'afternoon' ? others : words.whens
}
/** The moment meant, in the district's time (UTC+8, no summer time); empty for now. */
export function momentOf({ when, day }: Pick<Wish, 'when' | 'day'>, now: number): { at?: number } {
  const midnight = Math.floor((now + EIGHT_HOURS) / DAY) * DAY - EIGHT_HOURS
  switch (when) {
    case 'now':
      return {}
    case 'afternoon':
      return { at: Math.max(now, midnight + 14 * HOUR) }
    case 'morning':
      return { at: midnight + DAY + 9 * HOUR }
    case 'day':
      return day === '' ? {} : { at: Math.max(now, Date.parse(`${day}T09:00:00+08:00`)) }
    default:
      return when satisfies never
  }
}
