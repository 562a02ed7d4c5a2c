/** Rule book 2.4: the promise of the day, kept apart from the limit of the law. */
import { ourChoice } from '../../citation.ts'
import type { CalculationRule } from '../../rule.ts'
import { SAMPLE_OFFICE } from '../office-hours.ts'
import { sameDayTarget } from '../same-day.ts'
import { isoOf, parseInstant } from '../wording.ts'

export const rule: CalculationRule<{ startedAt: string }> = {
  kind: 'calculation',
  id: 'same-day-promise',
  title: '「当天」是哪一天',
  states:
    '上班时间收到的，当天下班前；下班后或休息日收到的，下一个工作日下班前。补正、协查停表，恢复那天重新算一个当天。这是服务承诺，超过只亮黄灯；法定期限照实际收到的时间走。',
  covers: ['2.4', 'I9'],
  sources: [ourChoice('「四个当天」的边界'), ourChoice('样例办公时间 08:30–12:00、14:00–18:00')],
  calculate: ({ startedAt }, { calendar }) => {
    const at = parseInstant(startedAt)
    if (at === undefined) throw new RangeError(`not an instant: ${startedAt}`)
    const target = sameDayTarget(at, SAMPLE_OFFICE, calendar)
    return { day: target.day, dueAt: isoOf(target.dueAt), reason: target.reason, certain: target.certain }
  },
}
