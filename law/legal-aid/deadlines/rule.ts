/** The named limits as a rule with examples: the traps are old figures and the wrong calendar. */
import { isoOf, parseInstant } from '../../calendar/wording.ts'
import type { CalculationRule } from '../../rule.ts'
import { HAND_ON, LEGAL_LIMITS, handOnEnd, isLegal, legalLimitEnd } from '../deadlines.ts'
import type { HandOnThrough, LegalLimitKey } from '../deadlines.ts'

const throughs = Object.keys(HAND_ON) as HandOnThrough[]

export const rule: CalculationRule<{ limit: LegalLimitKey; from: string; criminal?: boolean }> = {
  kind: 'calculation',
  id: 'deadlines',
  title: '各步骤的期限',
  states:
    '审查7日，指派3日（民事、刑事一样），签约5日，异议审查5日，转交申请24小时，刑事案件提出申请的那个小时不算。「日」按自然日数，最后一天放假就顺延；提醒按不顺延的日子。法律没有定天数的，用平台的数，只提醒不算违法。',
  covers: [
    'AC-5',
    'AC-10',
    'AC-11',
    'AS-1',
    'AS-2',
    'AS-5',
    'CF-6',
    'OB-2',
    'CL-2',
    'CL-3',
    'UR-4',
    'DL-8',
    'DL-9',
    'DL-11',
    'I9',
    '10A-2',
    '10A-4',
  ],
  sources: Object.values(LEGAL_LIMITS).map((limit) => limit.citation),
  calculate: ({ limit, from, criminal }, { calendar }) => {
    const start = parseInstant(from)
    if (start === undefined) throw new RangeError(`not an instant: ${from}`)
    const through = criminal === undefined ? undefined : throughs.find((one) => HAND_ON[one] === limit)
    const end =
      through === undefined
        ? legalLimitEnd(limit, start, calendar)
        : handOnEnd(through, start, criminal === true, calendar)
    return {
      lastDay: end.lastDay,
      warnDay: end.unrolledDay,
      endsAt: isoOf(end.endsAt),
      certain: end.certain,
      legal: isLegal(limit),
    }
  },
}
