/** DL-10: what was posted in time is in time, whenever it arrives. */
import { statute } from '../../citation.ts'
import type { CalculationRule } from '../../rule.ts'
import { localDate } from '../dates.ts'
import { filedOn } from '../filing.ts'

export const rule: CalculationRule<{ received: string; postmarked?: string; lastDay: string }> = {
  kind: 'calculation',
  id: 'mailing',
  title: '邮寄算哪天',
  states: '邮寄的以交邮那天为准，路上的时间不算。',
  covers: ['DL-10'],
  sources: [statute('civilProcedure', '85'), statute('criminalProcedure', '105')],
  calculate: (given) => {
    const day = filedOn({
      received: localDate(given.received),
      ...(given.postmarked === undefined ? {} : { postmarked: localDate(given.postmarked) }),
    })
    return { filedOn: day, inTime: day <= localDate(given.lastDay) }
  },
}
