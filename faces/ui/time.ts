/** Days and hours as people read them, always in the district's time zone. */
const parts = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

function read(at: number): Record<'year' | 'month' | 'day' | 'weekday' | 'hour' | 'minute', string> {
  const found: Record<string, string> = {}
  for (const part of parts.formatToParts(new Date(at))) found[part.type] = part.value
  const { year = '', month = '', day = '', weekday = '', hour = '', minute = '' } = found
  return { year, month, day, weekday, hour, minute }
}
const dayKey = (at: number): string => {
  const p = read(at)
  return `${p.year}-${p.month}-${p.day}`
}

/** 18:00 */
export const clockOf = (at: number): string => {
  const p = read(at)
  return `${p.hour}:${p.minute}`
}

/** 11月30日（周一）; with the year when it is not this year. */
export function dayOf(at: number, now: number): string {
  const p = read(at)
  const year = p.year === read(now).year ? '' : `${p.year}年`
  return `${year}${p.month}月${p.day}日（${p.weekday}）`
}

/** 今天 18:00, 明天 09:00, or 11月30日（周一）18:00 */
export function momentOf(at: number, now: number): string {
  if (dayKey(at) === dayKey(now)) return `今天 ${clockOf(at)}`
  if (dayKey(at) === dayKey(now + 86_400_000)) return `明天 ${clockOf(at)}`
  if (dayKey(at) === dayKey(now - 86_400_000)) return `昨天 ${clockOf(at)}`
  return `${dayOf(at, now)}${clockOf(at)}`
}

/** 2026年11月23日（周一）18:00, for paper, where "today" would not last. */
export const stampOf = (at: number): string => {
  const p = read(at)
  return `${p.year}年${p.month}月${p.day}日（${p.weekday}）${p.hour}:${p.minute}`
}

/** A day 'YYYY-MM-DD' as 11月30日（周一）; what cannot be read is returned unchanged. */
export function plainDay(day: string, now: number): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? dayOf(Date.parse(`${day}T12:00:00+08:00`), now) : day
}

/** Today as 'YYYY-MM-DD' in the district. */
export function today(now: number): string {
  const p = read(now)
  return `${p.year}-${p.month.padStart(2, '0')}-${p.day.padStart(2, '0')}`
}

/** True on the same day of the district. */
export const sameDay = (a: number, b: number): boolean => dayKey(a) === dayKey(b)
