import type { DayHours, OfficeSettings } from '@fatong/law/calendar/office-hours.ts'
import { formatMinutes } from '@fatong/law/calendar/wording.ts'

const DAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const
const spans = (hours: DayHours): string => hours.map(({ open, close }) => `${formatMinutes(open)}–${formatMinutes(close)}`).join('、')

/** 周一至周五 08:30–12:00、14:00–18:00; days with equal hours stand together, closed days are left out. */
export function hoursText({ weekly }: Pick<OfficeSettings, 'weekly'>): string {
  const groups: { from: number; to: number; text: string }[] = []
  weekly.forEach((hours, day) => {
    const text = spans(hours)
    const last = groups.at(-1)
    if (last && last.to === day - 1 && last.text === text) last.to = day
    else if (text !== '') groups.push({ from: day, to: day, text })
  })
  if (groups.length === 0) return '请先打电话问'
  return groups.map(({ from, to, text }) => `${DAYS[from]}${to === from ? '' : `至${DAYS[to]}`} ${text}`).join('；')
}
