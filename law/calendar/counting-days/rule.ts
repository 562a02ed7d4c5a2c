/** DL-1 to DL-9: how days, months and years are counted in each kind of procedure. */
import { ourChoice, statute, unchecked } from '../../citation.ts'
import type { CalculationRule } from '../../rule.ts'
import { localDate } from '../dates.ts'
import { periodEnd } from '../periods.ts'
import type { PeriodQuery } from '../periods.ts'

/** As written in an example: days as text. */
interface Given {
  rule: 'civil' | 'criminalCustody' | 'criminal' | 'reconsideration' | 'arbitration' | 'legalAid'
  start: string
  amount: number
  unit: 'day' | 'month' | 'year' | 'halfMonth'
}

export const rule: CalculationRule<Given> = {
  kind: 'calculation',
  id: 'counting-days',
  title: '日、月、年怎么数',
  states:
    '当天不算，从第二天数起；最后一天放假就顺延，只有羁押期限不顺延；按月按年数到对应的那天，没有那天就到月底；刑事半个月是15天；行政复议的三、五、七、十日和仲裁的三、五、十日是工作日，其余是自然日；法律援助的日是自然日，提醒按不顺延的日子。',
  covers: ['DL-1', 'DL-2', 'DL-3', 'DL-4', 'DL-5', 'DL-6', 'DL-7', 'DL-8', 'DL-9', '10A-4'],
  sources: [
    statute('civilProcedure', '85'),
    statute('criminalProcedure', '105'),
    statute('civilCode', '201'),
    statute('civilCode', '202'),
    statute('civilCode', '203'),
    statute('criminalProcedureReading', '202'),
    statute('reconsideration', '88'),
    unchecked('arbitrationRules', '三、五、十日指工作日'),
    ourChoice('法律援助按自然日，末日逢假顺延，提醒按不顺延'),
  ],
  calculate: (given, { calendar }) => {
    // The union of units and rules is checked by the type in code; an example is trusted to name a pair that exists.
    const end = periodEnd({ ...given, start: localDate(given.start), calendar } as PeriodQuery)
    return { lastDay: end.lastDay, unrolledDay: end.unrolledDay, certain: end.certain }
  },
}
