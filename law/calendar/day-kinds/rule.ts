/** DL-12: working days come from each year's notice; a year without one is unknown. */
import { seenOnline, statute } from '../../citation.ts'
import type { CalculationRule } from '../../rule.ts'
import { localDate } from '../dates.ts'
import { dayKind, rollForward } from '../working-days.ts'

export const rule: CalculationRule<{ date: string }> = {
  kind: 'calculation',
  id: 'day-kinds',
  title: '哪天上班、哪天放假',
  states: '按国务院每年的放假通知：放假、调休上班、周末、工作日。没有当年通知的日子一律算「不知道」，不猜。',
  covers: ['DL-2', 'DL-12'],
  sources: [
    statute('holidays', '2'),
    statute('holidays', '6'),
    seenOnline('holidays', undefined, '国务院办公厅年度放假通知'),
  ],
  calculate: ({ date }, { calendar }) => {
    const next = rollForward(localDate(date), calendar)
    return { kind: dayKind(localDate(date), calendar), nextWorked: next.day, certain: next.certain }
  },
}
