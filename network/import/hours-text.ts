import type { DayHours, OpenSpan } from '@fatong/law/calendar/office-hours.ts'
import { soundHours } from '../coverage/week.ts'

const DAYS = ['一', '二', '三', '四', '五', '六', '日']
const dayOf = (sign: string): number => DAYS.indexOf(sign === '天' ? '日' : sign)
const two = (n: number): string => String(n).padStart(2, '0')
const timeOf = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`

/** `周一至周五 08:30-12:00、14:00-18:00；周六 09:00-12:00` as seven days; undefined when it cannot be read. */
export function readHours(text: string): DayHours[] | undefined {
  if (/^(全天|24 ?小时|全天 ?24 ?小时)$/.test(text.trim()))
    return Array.from({ length: 7 }, () => [{ open: 0, close: 1440 }])
  const week: OpenSpan[][] = Array.from({ length: 7 }, () => [])
  for (const part of text
    .replaceAll(/\s+/g, ' ')
    .split(/[;；]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')) {
    const found =
      /^(每天|(?:周|星期)([一二三四五六日天])(?:\s*(?:至|到|-|–|~)\s*(?:周|星期)?([一二三四五六日天]))?)\s*[:：]?\s*(.+)$/.exec(
        part,
      )
    if (!found) return undefined
    const [from, to] = found[1] === '每天' ? [0, 6] : [dayOf(found[2] ?? ''), dayOf(found[3] ?? found[2] ?? '')]
    const spans = readSpans(found[4] ?? '')
    if (from > to || !spans) return undefined
    for (let day = from; day <= to; day += 1) week[day]!.push(...spans)
  }
  return week.every(soundHours) && week.some((day) => day.length > 0) ? week : undefined
}
/** `08:30-12:00、14:00-18:00` or 全天; undefined when it cannot be read. Whether the spans fit is not looked at. */
export function readSpans(text: string): OpenSpan[] | undefined {
  if (/^(全天|24 ?小时)$/.test(text)) return [{ open: 0, close: 1440 }]
  const spans = text.split(/[、,，]/).map(spanOf)
  return spans.some((span) => span === undefined) ? undefined : (spans as OpenSpan[])
}
function spanOf(text: string): OpenSpan | undefined {
  const found = /^(\d{1,2})[:：](\d{2})\s*(?:-|–|—|~|至|到)\s*(\d{1,2})[:：](\d{2})$/.exec(text.trim())
  if (!found) return undefined
  const [open, close] = [Number(found[1]) * 60 + Number(found[2]), Number(found[3]) * 60 + Number(found[4])]
  return open < close && close <= 1440 ? { open, close } : undefined
}

export const writeSpans = (day: DayHours): string =>
  day.map(({ open, close }) => `${timeOf(open)}-${timeOf(close)}`).join('、')

/** What `readHours` reads; days with equal hours stand together. */
export function writeHours(week: readonly DayHours[]): string {
  const texts = week.map(writeSpans)
  const groups: { from: number; to: number; text: string }[] = []
  texts.forEach((text, day) => {
    const last = groups.at(-1)
    if (text === '') return
    if (last?.to === day - 1 && last.text === text) last.to = day
    else groups.push({ from: day, to: day, text })
  })
  return groups
    .map(({ from, to, text }) => `周${DAYS[from] ?? ''}${to === from ? '' : `至周${DAYS[to] ?? ''}`} ${text}`)
    .join('；')
}
