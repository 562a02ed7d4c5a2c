/** DL-11: hours run by the clock, not by the calendar. */
import { statute } from '../../citation.ts'
import type { CalculationRule } from '../../rule.ts'
import type { PeriodRule } from '../periods.ts'
import { periodEnd } from '../periods.ts'
import { isoOf, parseInstant } from '../wording.ts'

export const rule: CalculationRule<{ rule: PeriodRule; start: string; hours: number }> = {
  kind: 'calculation',
  id: 'counting-hours',
  title: '小时怎么数',
  states: '24、48、72小时按钟点数，夜里、周末、放假都算；民事、刑事程序里开始的那个小时不算，从下一个整点起数。',
  covers: ['DL-11'],
  sources: [
    statute('civilProcedure', '85'),
    statute('civilProcedureReading', '125'),
    statute('criminalProcedure', '105'),
    statute('civilCode', '201'),
  ],
  calculate: (given, { calendar }) => {
    const start = parseInstant(given.start)
    if (start === undefined) throw new RangeError(`not an instant: ${given.start}`)
    const end = periodEnd({ rule: given.rule, unit: 'hour', start, amount: given.hours, calendar })
    return { endsAt: isoOf(end.endsAt), lastDay: end.lastDay }
  },
}
