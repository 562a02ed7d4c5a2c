import { weekday, type LocalDate } from '@fatong/law/calendar/dates.ts'
import type { DayHours, OfficeSettings } from '@fatong/law/calendar/office-hours.ts'
import { dayKind, type WorkCalendar } from '@fatong/law/calendar/working-days.ts'

/**
 * When a visiting day (上门服务日) is held: on its own weekday, whatever the hours of the room it is held in; not on public holidays.
 * A weekend day that is worked for a holiday keeps the visits of its weekday, like any line of a roster: the yearly notice says
 * which days are worked, not whose place they take.
 */
export function visitHours(weekdayOf: number, hours: DayHours, calendar: WorkCalendar): OfficeSettings {
  const on = (day: number): DayHours => (day === weekdayOf ? hours : [])
  const worked = calendar
    .flatMap(({ makeUpWorkdays }) => makeUpWorkdays)
    .filter((day) => weekday(day) === weekdayOf && dayKind(day, calendar) === 'makeUp')
  return {
    weekly: [on(1), on(2), on(3), on(4), on(5), on(6), on(7)],
    makeUpDay: [],
    cutOffMinutes: 0,
    exceptions: [...new Set<LocalDate>(worked)].map((date) => ({ date, hours, reason: '调休上班，照常上门' })),
  }
}
