import { words } from '../words/words.ts'

/** Monday to Sunday; minutes after midnight. */
export type WeekHours = { open: number; close: number }[][]

/** Day and night, all week. */
export const ALL_DAY: WeekHours = Array.from({ length: 7 }, () => [{ open: 0, close: 1_440 }])

const two = (n: number): string => String(n).padStart(2, '0')
/** 18:00; the end of the day is shown as 23:59, which a time field can hold. */
export const clockTime = (minutes: number): string =>
  minutes >= 1_440 ? '23:59' : `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`

export function minutesOf(text: string): number | undefined {
  const match = /^(\d{2}):(\d{2})/.exec(text)
  return match ? Number(match[1]) * 60 + Number(match[2]) : undefined
}

/** 周一至周五 08:30–12:00、14:00–18:00; days with the same hours are named together. */
export function hoursText(hours: WeekHours): string {
  const { days, closed, allDay } = words.admin.places
  const texts = hours.map((spans) =>
    spans.length === 0
      ? closed
      : spans.length === 1 && spans[0]!.open === 0 && spans[0]!.close === 1_440
        ? allDay
        : spans.map((s) => `${clockTime(s.open)}–${clockTime(s.close)}`).join('、'),
  )
  const groups: { from: number; to: number; text: string }[] = []
  texts.forEach((text, day) => {
    const last = groups.at(-1)
    if (last && last.text === text) last.to = day
    else groups.push({ from: day, to: day, text })
  })
  return groups
    .map((g) => `${g.from === g.to ? (days[g.from] ?? '') : `${days[g.from] ?? ''}至${days[g.to] ?? ''}`} ${g.text}`)
    .join('\n')
}

export type Spans = { open: number; close: number }[]
/** 09:00-12:00、14:00-17:00 */
export const spansText = (spans: Spans): string =>
  spans.map(({ open, close }) => `${clockTime(open)}-${clockTime(close)}`).join('、')
/** Reads what `spansText` writes; what cannot be read is left out, nothing means closed. */
export const spansOf = (text: string): Spans =>
  text.split(/[、,，;；]/).flatMap((span) => {
    const [open, close] = span
      .trim()
      .split(/\s*[-–~至到]\s*/)
      .map((time) => minutesOf(time))
    return open !== undefined && close !== undefined && open < close ? [{ open, close }] : []
  })
