/** 未休年休假工资: the ordinary wage of those days has been paid, so two more of it are due (年休假条例 3 to 5, 办法 5, 10 to 12, rule book 5.6). */
import { statute, unchecked } from '../../citation.ts'
import { addMonths, daysBetween, earlier, later, localDate, partsOf } from '../../calendar/dates.ts'
import type { LocalDate } from '../../calendar/dates.ts'
import { formatFullDate } from '../../calendar/wording.ts'
import type { CalculationRule } from '../../rule.ts'
import { added, asExample, calculation, said } from '../calculation.ts'
import type { Calculation } from '../calculation.ts'
import { exact, floored, minus, over, times } from '../exact.ts'
import { paidDaysPerMonth } from '../figures.ts'
import type { Figures } from '../figures.ts'
import { fenOf, yuan } from '../money.ts'
import type { Fen } from '../money.ts'

export interface AnnualLeaveInput {
  /** The calendar year whose leave is counted (办法 18). */
  year: number
  /** 累计工龄 in full years, with every employer together. */
  serviceYears: number
  /** 连续工作满12个月. */
  twelveMonths: boolean
  /** One of the grounds of 条例 4: long sick leave, twenty days of paid personal leave and so on. */
  barred: boolean
  /** With this employer. */
  hiredOn?: LocalDate
  leftOn?: LocalDate
  /** Days taken of that year's leave. */
  taken: number
  /** 本人书面提出不休. */
  waived: boolean
  /** Average of twelve months without overtime. */
  monthly: Fen
}

const regulation3 = statute('annualLeave', '3')
const measures10 = statute('annualLeaveMeasures', '10')
const measures12 = statute('annualLeaveMeasures', '12')

/** 5, 10 or 15 days a year; none in the first year of work. */
export const annualDays = (serviceYears: number): number =>
  serviceYears >= 20 ? 15 : serviceYears >= 10 ? 10 : serviceYears >= 1 ? 5 : 0

interface Unused {
  days: number
  explains: string
  citation: ReturnType<typeof statute>
}

/** Leave of the year not taken: in a year begun or ended with this employer by its share of 365 days, without fractions of a day. */
export function unusedDays({ year, serviceYears, hiredOn, leftOn, taken }: AnnualLeaveInput): Unused {
  const first = localDate(`${year}-01-01`)
  const last = localDate(`${year}-12-31`)
  const from = hiredOn === undefined ? first : later(first, hiredOn)
  const to = leftOn === undefined ? last : earlier(last, leftOn)
  const all = annualDays(serviceYears)
  const worked = from > to ? 0 : daysBetween(from, to) + 1
  if (from === first && to === last)
    return { days: Math.max(0, all - taken), explains: `全年 ${all} 天，已休 ${taken} 天`, citation: regulation3 }
  const share = minus(over(exact(worked * all), exact(365)), exact(taken))
  return {
    days: Math.max(0, floored(share)),
    explains: `${worked}÷365×${all}－${taken}，不足一整天的去掉`,
    citation: leftOn !== undefined && leftOn <= last ? measures12 : statute('annualLeaveMeasures', '5'),
  }
}

export function annualLeavePay(input: AnnualLeaveInput, figures: Figures): Calculation {
  const none = whyNone(input)
  if (none !== undefined) return calculation({ headline: '按您填的，没有未休年休假工资', explains: [none] })
  const unused = unusedDays(input)
  const { days, citation } = paidDaysPerMonth(figures)
  const sums = added([
    {
      name: `没休的 ${unused.days} 天`,
      formula: `月工资÷${days}×没休的天数×2`,
      filled: `${yuan(input.monthly)}÷${days}×${unused.days}×2`,
      sum: times(times(over(exact(input.monthly), exact(days)), exact(unused.days)), exact(2)),
      citations: [statute('annualLeave', '5'), measures10, statute('annualLeaveMeasures', '11')],
    },
  ])
  const claimBy = addMonths(localDate(`${input.year}-12-31`), 12)
  const stillOpen = input.leftOn === undefined && input.year >= partsOf(figures.asOf).year
  return calculation({
    headline: unused.days === 0 ? '按您填的，没有没休完的年休假' : `应当再付 ${yuan(sums.total)} 元`,
    ...sums,
    explains: [
      said(`没休的天数：${unused.explains}，是 ${unused.days} 天。`, regulation3, unused.citation),
      said('法律说按300%，里面有100%是平时已经发了的工资，所以再补200%，不是再发三份。', measures10),
      said(
        `月工资是前12个月去掉加班费的平均数，除以 ${days} 是一天的工资。`,
        statute('annualLeaveMeasures', '11'),
        citation,
      ),
      ...(input.leftOn === undefined ? [] : [said('离职时多休了的，单位不能往回扣。', measures12)]),
      ...(stillOpen
        ? [said('这一年还没过完，可以先要求单位安排休；休不成的再要这笔钱。', statute('annualLeave', '5'))]
        : []),
    ],
    leftOut: [
      said(
        '法定节假日、双休日、婚丧假、产假、工伤停工的日子，不算在年休假里。',
        regulation3,
        statute('annualLeaveMeasures', '6'),
      ),
      said('合同或厂里规定的天数、钱数更高的，按更高的。', statute('annualLeaveMeasures', '13')),
    ],
    doubts: [
      said(
        `这笔钱算不算劳动报酬有争议，影响过不过期：稳妥的是在 ${formatFullDate(claimBy)} 以前申请仲裁，离职的从离职那天起一年内（待核）。`,
        unchecked('laborArbitration', '未休年休假工资的时效'),
      ),
    ],
  })
}

function whyNone({
  twelveMonths,
  serviceYears,
  barred,
  waived,
}: AnnualLeaveInput): ReturnType<typeof said> | undefined {
  if (!twelveMonths || serviceYears < 1)
    return said(
      '连续工作满12个月的，才有带薪年休假（在别的单位连着干的也算）。',
      statute('annualLeave', '2'),
      statute('annualLeaveMeasures', '3'),
    )
  if (barred) {
    const months = serviceYears >= 20 ? 4 : serviceYears >= 10 ? 3 : 2
    return said(
      `事假累计20天以上而单位没扣工资，病假累计${months}个月以上，或者寒暑假比年休假还长的，当年没有年休假。`,
      statute('annualLeave', '4'),
    )
  }
  return waived
    ? said('自己书面提出不休的，单位可以只付平时的工资。是单位让写的、不写不行的，去问律师。', measures10)
    : undefined
}

interface Given {
  year: number
  serviceYears: number
  twelveMonths?: boolean
  barred?: boolean
  hiredOn?: string
  leftOn?: string
  taken?: number
  waived?: boolean
  monthlyWage: number
}
const day = (text: string | undefined): LocalDate | undefined => (text === undefined ? undefined : localDate(text))

export const rule: CalculationRule<Given> = {
  kind: 'calculation',
  id: 'annual-leave',
  title: '未休年休假工资',
  states:
    '累计工龄1到10年5天，10到20年10天，20年以上15天。没休的按日工资300%，其中100%已随工资发了，再补200%；日工资是前12个月去掉加班费的月均÷21.75。新入职、离职的按日历天÷365折算，去尾取整；多休不扣回。书面放弃的只付正常工资。',
  covers: ['5.6', '10A-8'],
  sources: [
    statute('annualLeave', '2'),
    regulation3,
    statute('annualLeave', '4'),
    statute('annualLeave', '5'),
    ...['3', '5', '6'].map((article) => statute('annualLeaveMeasures', article)),
    measures10,
    statute('annualLeaveMeasures', '11'),
    measures12,
    statute('annualLeaveMeasures', '13'),
    unchecked('laborArbitration', '未休年休假工资的时效'),
  ],
  calculate: (
    { monthlyWage, hiredOn, leftOn, twelveMonths = true, barred = false, waived = false, taken = 0, ...given },
    context,
  ) => {
    const input = {
      ...given,
      twelveMonths,
      barred,
      waived,
      taken,
      hiredOn: day(hiredOn),
      leftOn: day(leftOn),
      monthly: fenOf(monthlyWage),
    }
    return { ...asExample(annualLeavePay(input, context)), unusedDays: unusedDays(input).days }
  },
}
