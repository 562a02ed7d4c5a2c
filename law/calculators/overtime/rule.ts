/** 加班费: hourly wage times the multiple of the day (劳动法 44, rule book 5.3). */
import { LAWS, seenOnline, statute, unchecked } from '../../citation.ts'
import type { CalculationRule } from '../../rule.ts'
import { added, asExample, calculation, said } from '../calculation.ts'
import type { Calculation, ExactLine } from '../calculation.ts'
import { exact, over, times } from '../exact.ts'
import { paidDaysPerMonth } from '../figures.ts'
import type { Figures } from '../figures.ts'
import { fenOf, yuan } from '../money.ts'
import type { Fen } from '../money.ts'

export const SCHEMES = {
  standard: '每天、每周时间差不多固定',
  comprehensive: '综合计算工时（批准过的，忙时多干、闲时休）',
  irregular: '不定时工时（批准过的，如推销、长途押运）',
  partTime: '小时工（非全日制）',
} as const
export type Scheme = keyof typeof SCHEMES

export interface OvertimeInput {
  scheme: Scheme
  /** 正常上班一个月的工资, overtime not in it. */
  monthly: Fen
  /** Hours as written, '1.5'. Under 综合计算工时 these are the hours above the standard of the whole period. */
  workdayHours: string
  /** Only those for which no time off was given; none under 综合计算工时. */
  restDayHours: string
  holidayHours: string
}

const article44 = statute('laborLaw', '44')
const wageRules13 = statute('wagePayment', '13')
const NOT_BY_TABLE: Readonly<Partial<Record<Scheme, ReturnType<typeof said>>>> = {
  irregular: said(
    '批准过的不定时工时，不按这三个倍数算加班费。单位说是“不定时”却拿不出批准文件的，按普通工时算，请改选第一项。',
    wageRules13,
  ),
  partTime: said(
    '小时工按干了几小时付钱，不套这三个倍数。小时工资不能低于当地最低小时工资。',
    statute('laborContract', '72'),
  ),
}

export function overtimePay(input: OvertimeInput, figures: Figures): Calculation {
  const barred = NOT_BY_TABLE[input.scheme]
  if (barred !== undefined) return calculation({ headline: '这种用工，不按加班的倍数算', explains: [barred] })
  const { days, citation } = paidDaysPerMonth(figures)
  const hourly = over(exact(input.monthly), times(exact(days), exact(8)))
  const comprehensive = input.scheme === 'comprehensive'
  /** Nothing is said about days on which nobody worked. */
  const line = (name: string, percent: number, hours: string): ExactLine[] =>
    Number(hours) === 0
      ? []
      : [
          {
            name,
            formula: `月工资÷（${days}×8）×${percent}%×小时数`,
            filled: `${yuan(input.monthly)}÷（${days}×8）×${percent}%×${hours}`,
            sum: times(times(hourly, exact(percent / 100)), exact(hours)),
            citations: comprehensive ? [article44, wageRules13] : [article44],
          },
        ]
  const sums = added([
    ...line(comprehensive ? '超出标准的时间' : '工作日加班', 150, input.workdayHours),
    ...(comprehensive ? [] : line('休息日加班（没有补休）', 200, input.restDayHours)),
    ...line('法定节假日加班', 300, input.holidayHours),
  ])
  return calculation({
    headline: sums.total === 0 ? '按您填的，没有加班费' : `加班费一共 ${yuan(sums.total)} 元`,
    ...sums,
    explains: [
      said(`一天、一小时的工资按每月 ${days} 天折算，不按当月实际天数。`, citation),
      comprehensive
        ? said('综合计算工时，只有超出整个周期标准的时间算加班，按150%；法定节假日上班仍按300%。', wageRules13)
        : said('休息日加班，单位安排了补休的不另付钱；平时晚上和法定节假日加班，不能用补休顶。', article44),
      said('一个月加班一般不能超过36小时；超过了，加班费照样要付。', statute('laborLaw', '41')),
      said(
        '加了班要自己拿证据：打卡、排班表、聊天记录。能证明证据在单位手里、单位不拿出来的，由单位承担后果。',
        statute('laborReading1', '42'),
      ),
      said('还在这个单位上班的，要加班费不受一年限制；离职后要在一年内申请仲裁。', statute('laborArbitration', '27')),
    ],
    leftOut: [
      said('“包薪”“全包”的约定没有算进来：把加班费扣出来以后，剩下的不得低于按最低工资折算的数。', {
        law: LAWS.laborCases,
        level: '法',
      }),
      said('按件算工资的，没有算：完成定额以后的件数，分别按计件单价的150%、200%、300%算。', wageRules13),
    ],
    doubts:
      Number(input.holidayHours) === 0
        ? []
        : [
            said(
              '法定节假日的300%，一般理解为在月工资以外另付。这一点还没有核对到原文（待核）。',
              unchecked('wagePayment', '法定节假日的300%另付'),
            ),
          ],
  })
}

interface Given {
  scheme?: Scheme
  monthlyWage: number
  workdayHours?: number
  restDayHours?: number
  holidayHours?: number
}

export const rule: CalculationRule<Given> = {
  kind: 'calculation',
  id: 'overtime',
  title: '加班费',
  states:
    '小时工资＝月工资÷（21.75×8）。工作日延时150%，休息日没有补休的200%，法定节假日300%。综合计算工时超出标准的按150%，法定节假日仍300%；不定时工时和非全日制不套用。最后一步四舍五入到分。',
  covers: ['5.1', '5.3', 'AR-4'],
  sources: [
    article44,
    statute('laborLaw', '41'),
    wageRules13,
    statute('laborContract', '72'),
    statute('laborReading1', '42'),
    statute('laborArbitration', '27'),
    seenOnline('paidDays'),
    unchecked('wagePayment', '法定节假日的300%在月工资以外另付'),
  ],
  calculate: ({ scheme = 'standard', monthlyWage, workdayHours = 0, restDayHours = 0, holidayHours = 0 }, context) =>
    asExample(
      overtimePay(
        {
          scheme,
          monthly: fenOf(monthlyWage),
          workdayHours: String(workdayHours),
          restDayHours: String(restDayHours),
          holidayHours: String(holidayHours),
        },
        context,
      ),
    ),
}
