import type { DayHours, OfficeSettings } from '@fatong/law/calendar/office-hours.ts'
import { formatMinutes } from '@fatong/law/calendar/wording.ts'

const DAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const
const allDay = (hours: DayHours): boolean => hours.length === 1 && hours[0]!.open === 0 && hours[0]!.close === 1440
const spans = (hours: DayHours): string =>
  allDay(hours) ? '全天' : hours.map(({ open, close }) => `${formatMinutes(open)}–${formatMinutes(close)}`).join('、')
/** Open day and night all week. */
export const neverCloses = ({ weekly }: Pick<OfficeSettings, 'weekly'>): boolean => weekly.every(allDay)

/** 周一至周五 08:30–12:00、14:00–18:00; days with equal hours stand together, closed days are left out. */
export function hoursText({
  weekly,
  openOnHolidays = false,
}: Pick<OfficeSettings, 'weekly' | 'openOnHolidays'>): string {
  const holidays = openOnHolidays ? '，节假日也开' : ''
  if (neverCloses({ weekly })) return `全天 24 小时${holidays}`
  const groups: { from: number; to: number; text: string }[] = []
  weekly.forEach((hours, day) => {
    const text = spans(hours)
    const last = groups.at(-1)
    if (last && last.to === day - 1 && last.text === text) last.to = day
    else if (text !== '') groups.push({ from: day, to: day, text })
  })
  if (groups.length === 0) return '请先打电话问'
  return (
    groups.map(({ from, to, text }) => `${DAYS[from]}${to === from ? '' : `至${DAYS[to]}`} ${text}`).join('；') +
    holidays
  )
}
