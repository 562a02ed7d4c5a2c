/** 一次性伤残补助金: so many months of one's own wage by grade (工伤保险条例 35 to 37, 64, rule book 5.7). */
import { statute, unchecked } from '../../citation.ts'
import { localDate } from '../../calendar/dates.ts'
import type { LocalDate } from '../../calendar/dates.ts'
import { periodEnd } from '../../calendar/periods.ts'
import { formatFullDate } from '../../calendar/wording.ts'
import type { Citation } from '../../citation.ts'
import type { RuleContext } from '../../context.ts'
import type { CalculationRule } from '../../rule.ts'
import { added, asExample, calculation, said } from '../calculation.ts'
import type { Calculation, Said } from '../calculation.ts'
import { exact, isMore, over, rounded, times } from '../exact.ts'
import type { Exact } from '../exact.ts'
import { localFigure } from '../figures.ts'
import type { LocalFigure } from '../figures.ts'
import { fenOf, yuan } from '../money.ts'
import type { Fen } from '../money.ts'

export const GRADES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const
export type Grade = (typeof GRADES)[number]

interface Benefit {
  months: number
  /** Percent of the own wage each month: 1 to 4 always, 5 and 6 where no fitting work can be found. */
  allowance?: number
  article: Citation
}

const [article35, article36, article37] = ['35', '36', '37'].map((article) => statute('workInjury', article)) as [
  Citation,
  Citation,
  Citation,
]

const BENEFITS: Record<Grade, Benefit> = {
  1: { months: 27, allowance: 90, article: article35 },
  2: { months: 25, allowance: 85, article: article35 },
  3: { months: 23, allowance: 80, article: article35 },
  4: { months: 21, allowance: 75, article: article35 },
  5: { months: 18, allowance: 70, article: article36 },
  6: { months: 16, allowance: 60, article: article36 },
  7: { months: 13, article: article37 },
  8: { months: 11, article: article37 },
  9: { months: 9, article: article37 },
  10: { months: 7, article: article37 },
}

export interface DisabilityInput {
  grade: Grade
  injuredOn: LocalDate
  /** 伤前12个月平均月缴费工资. */
  ownWage: Fen
  /** Whether the employer paid 工伤保险. */
  insured: boolean
  /** 统筹地区职工平均工资, a month, as somebody knows it. */
  localAverage?: Fen
}

const article64 = statute('workInjury', '64')

export function disabilityBenefit(input: DisabilityInput, { parameters, calendar }: RuleContext): Calculation {
  const { months, allowance, article } = BENEFITS[input.grade]
  const local = localFigure('avgWage.monthly', parameters, input.injuredOn, input.localAverage)
  const { wage, says } = countedWage(input.ownWage, local)
  const sums = added([
    {
      name: `一次性伤残补助金（${input.grade}级）`,
      formula: '本人工资×月数',
      filled: `${yuan(rounded(wage))}×${months}`,
      sum: times(wage, exact(months)),
      citations: [article, article64],
    },
  ])
  const identifyBy = periodEnd({ rule: 'civil', unit: 'year', amount: 1, start: input.injuredOn, calendar }).unrolledDay
  return calculation({
    headline: `一次性伤残补助金 ${yuan(sums.total)} 元`,
    ...sums,
    explains: [
      said('“本人工资”是受伤前12个月平均的月缴费工资。', article64),
      says,
      input.insured
        ? said('这笔钱由工伤保险基金付。', article)
        : said('单位没有给参加工伤保险的，由单位按同样的标准付全部。', statute('workInjury', '62')),
      ...(allowance === undefined ? [] : [monthlyAllowance(input.grade, wage, allowance, article)]),
      said(
        `还没有认定工伤的：单位应在30天内申请；单位不申请，您自己要在一年内申请，就是 ${formatFullDate(identifyBy)} 以前。`,
        statute('workInjury', '17'),
      ),
    ],
    leftOut: [
      ...(input.grade >= 5
        ? [
            said(
              '离开单位时，另有一次性工伤医疗补助金和一次性伤残就业补助金，标准由省里定，我们还没有取得甘肃的数（待核），这里没有算。请打 12333 问。',
              input.grade <= 6 ? article36 : article37,
            ),
          ]
        : []),
      said('治疗期间工资照发（停工留薪，一般不超过12个月），由单位按月付，这里没有算。', statute('workInjury', '33')),
      said(
        '医疗费、住院伙食费、护理费、辅助器具等，这里没有算。',
        statute('workInjury', '30'),
        statute('workInjury', '32'),
        statute('workInjury', '34'),
      ),
      said('是别人撞伤、打伤的，还可以向他要赔偿；医疗费不重复拿。', statute('workInjuryReading', '8')),
    ],
    doubts:
      input.grade >= 5
        ? [
            said(
              '两项一次性补助金的甘肃标准，还没有核对到文件（待核）。',
              unchecked('workInjury', '甘肃一次性工伤医疗、就业补助金标准'),
            ),
          ]
        : [],
  })
}

/** Between 60 and 300 percent of the local average, where that is known. */
function countedWage(own: Fen, local: LocalFigure | undefined): { wage: Exact; says: Said } {
  const wage = exact(own)
  if (local === undefined)
    return {
      wage,
      says: said(
        '统筹地区职工平均工资我们没有，所以没有看上下限：您的工资低于它60%的按60%算，高于3倍的按3倍算。这个数可以打 12333 问。',
        article64,
      ),
    }
  const percent = (share: number): Exact => over(times(exact(local.fen), exact(share)), exact(100))
  const compared = `统筹地区职工平均工资 ${yuan(local.fen)} 元（${local.source}）`
  if (isMore(percent(60), wage))
    return { wage: percent(60), says: said(`您的工资低于${compared}的60%，按60%算。`, article64) }
  if (isMore(wage, percent(300)))
    return { wage: percent(300), says: said(`您的工资高于${compared}的3倍，按3倍算。`, article64) }
  return { wage, says: said(`您的工资在${compared}的60%和3倍之间，按您的工资算。`, article64) }
}

const monthlyAllowance = (grade: Grade, wage: Exact, percent: number, article: Citation): Said => {
  const sum = yuan(rounded(over(times(wage, exact(percent)), exact(100))))
  return grade <= 4
    ? said(
        `另外每月有伤残津贴：本人工资的${percent}%，约 ${sum} 元，由基金付；低于最低工资的补足。劳动关系保留，退出岗位。`,
        article,
      )
    : said(
        `单位难以安排工作的，另外每月发伤残津贴：本人工资的${percent}%，约 ${sum} 元，由单位付；低于最低工资的补足。`,
        article,
      )
}

interface Given {
  grade: Grade
  ownWage: number
  injuredOn?: string
  insured?: boolean
  localAverage?: number
}

export const rule: CalculationRule<Given> = {
  kind: 'calculation',
  id: 'disability-benefit',
  title: '一次性伤残补助金',
  states:
    '本人工资（伤前12个月平均月缴费工资，限在统筹地区平均工资的60%到300%之间）乘月数：一到十级依次27、25、23、21、18、16、13、11、9、7个月。由工伤保险基金付；单位没参保的由单位付。一到四级另有每月伤残津贴90%、85%、80%、75%，五六级难以安排工作的70%、60%。',
  covers: ['5.7'],
  sources: [
    article35,
    article36,
    article37,
    article64,
    ...['17', '30', '32', '33', '34', '62'].map((article) => statute('workInjury', article)),
    statute('workInjuryReading', '8'),
    unchecked('workInjury', '甘肃一次性工伤医疗、就业补助金标准'),
  ],
  calculate: ({ grade, ownWage, injuredOn = '2026-03-10', insured = true, localAverage }, context) =>
    asExample(
      disabilityBenefit(
        {
          grade,
          insured,
          ownWage: fenOf(ownWage),
          injuredOn: localDate(injuredOn),
          localAverage: localAverage === undefined ? undefined : fenOf(localAverage),
        },
        context,
      ),
    ),
}
