/** 欠付工资: owed less paid less what may lawfully be kept back, period by period (rule book 5.2). */
import { statute } from '../../citation.ts'
import type { CalculationRule } from '../../rule.ts'
import { calculation, asExample, said } from '../calculation.ts'
import type { Calculation, Line, Said } from '../calculation.ts'
import { exact, least, minus, most, NOUGHT, over, plus, rounded, times } from '../exact.ts'
import type { Exact } from '../exact.ts'
import { localFigure } from '../figures.ts'
import type { Figures } from '../figures.ts'
import { fenOf, yuan } from '../money.ts'
import type { Fen } from '../money.ts'

/** Months alike; the sums are those of one month. */
export interface WagePeriod {
  /** 3月到5月 */
  name: string
  months: number
  owed: Fen
  paid: Fen
  /** 个税, 个人社保, what a court ordered. */
  lawful: Fen
  /** Kept back as 损失赔偿. */
  damages: Fen
}

export interface UnpaidWagesInput {
  periods: readonly WagePeriod[]
  /** 当地最低工资, as somebody knows it. */
  minimumWage?: Fen
}

const wageRules15 = statute('wagePayment', '15')
const wageRules16 = statute('wagePayment', '16')

export function unpaidWages({ periods, minimumWage }: UnpaidWagesInput, { asOf, parameters }: Figures): Calculation {
  const minimum = localFigure('minWage.monthly', parameters, asOf, minimumWage)
  const rows = periods.map((period) => ({
    period,
    keptBack: allowedDamages(period, minimum?.fen),
    line: lineOf(period, minimum?.fen),
  }))
  const sum = most(
    rows.reduce((all, { line }) => plus(all, line.sum), NOUGHT),
    NOUGHT,
  )
  const total = rounded(sum)
  const below = minimum === undefined ? [] : periods.filter(({ owed }) => owed < minimum.fen)
  return calculation({
    headline: total === 0 ? '按您填的，没有欠工资' : `一共欠 ${yuan(total)} 元`,
    total,
    lines: rows.map(({ line: { sum: exactSum, ...line } }): Line => ({ ...line, fen: rounded(exactSum) })),
    explains: [
      said(
        '能从工资里扣的，只有个人所得税、个人那份社保、法院判的抚养费赡养费，和法律法规规定的别的费用。',
        wageRules15,
      ),
      ...(rows.some(({ period }) => period.damages > 0)
        ? [
            damagesSaid(
              rows.some(({ period, keptBack }) => rounded(keptBack) < period.damages),
              minimum?.fen,
            ),
          ]
        : []),
      ...(rows.some(({ line }) => rounded(line.sum) < 0)
        ? [said('有的月份发得比应发的多，多的部分当作补发前面的，已经抵掉。')]
        : []),
      ...(minimum !== undefined && below.length > 0
        ? [
            said(
              `${below.map(({ name }) => name).join('、')}的应发工资低于最低工资 ${yuan(minimum.fen)} 元（${minimum.source}）。正常干满一个月的，差的部分也可以要，请按最低工资填应发再算。`,
              statute('laborContract', '85'),
            ),
          ]
        : []),
      said('离职的，单位要在离职时一次付清。', statute('wagePayment', '9')),
      said('还在这个单位上班的，要工资不受一年限制；离职后要在一年内申请仲裁。', statute('laborArbitration', '27')),
    ],
    leftOut: [
      said(
        '劳动监察责令付、到期还不付的，可以责令单位另加50%到100%。没有责令过，这一笔不能直接算进仲裁请求。',
        statute('laborContract', '85'),
      ),
      said('加班费、没签合同的双倍工资、年休假工资，另有专门的算法。'),
      said('没有书面合同、工资说不清的，可以按工资流水、同岗位的人的工资来定。', statute('laborContract', '11')),
    ],
  })
}

/** Of a month: not more than a fifth of its wage, and not below 最低工资 where it is known (工资支付暂行规定 16). */
function allowedDamages({ owed, damages }: WagePeriod, minimum: Fen | undefined): Exact {
  const fifth = least(exact(damages), over(exact(owed), exact(5)))
  return minimum === undefined ? fifth : least(fifth, most(minus(exact(owed), exact(minimum)), NOUGHT))
}

function lineOf(period: WagePeriod, minimum: Fen | undefined): Omit<Line, 'fen'> & { sum: Exact } {
  const { name, months, owed, paid, lawful, damages } = period
  const allowed = allowedDamages(period, minimum)
  const kept = plus(exact(lawful), allowed)
  return {
    name,
    formula: damages > 0 ? '（应发－实发－合法代扣－可以扣的赔偿）×月数' : '（应发－实发－合法代扣）×月数',
    filled: `（${yuan(owed)}－${yuan(paid)}－${yuan(lawful)}${damages > 0 ? `－${yuan(rounded(allowed))}` : ''}）×${months}`,
    sum: times(minus(minus(exact(owed), exact(paid)), kept), exact(months)),
    citations: [statute('laborLaw', '50'), wageRules15, ...(damages > 0 ? [wageRules16] : [])],
  }
}

const damagesSaid = (cut: boolean, minimum: Fen | undefined): Said =>
  said(
    `弄坏东西要赔的，每月扣的不能超过当月工资的20%，扣完不能低于最低工资。${cut ? '扣多了的部分，算作欠您的。' : ''}${minimum === undefined ? '最低工资我们没有，这里只按20%看。' : ''}`,
    wageRules16,
  )

interface GivenPeriod {
  name?: string
  months?: number
  owed: number
  paid?: number
  lawful?: number
  damages?: number
}
interface Given {
  periods: readonly GivenPeriod[]
  minimumWage?: number
}

export const rule: CalculationRule<Given> = {
  kind: 'calculation',
  id: 'unpaid-wages',
  title: '欠了多少工资',
  states:
    '逐期算：应发减实发减合法代扣，加在一起。合法代扣是个税、个人社保、法院判令的抚养赡养费等；损失赔偿每月最多扣20%，扣完不低于最低工资。加付50%到100%要先有监察责令，不直接算进去。',
  covers: ['5.2', 'AR-4'],
  sources: [
    statute('laborLaw', '50'),
    statute('wagePayment', '9'),
    wageRules15,
    wageRules16,
    statute('laborContract', '11'),
    statute('laborContract', '85'),
    statute('laborArbitration', '27'),
  ],
  calculate: ({ periods, minimumWage }, context) => {
    const read = periods.map(
      ({ name = '这段时间', months = 1, owed, paid = 0, lawful = 0, damages = 0 }): WagePeriod => ({
        name,
        months,
        owed: fenOf(owed),
        paid: fenOf(paid),
        lawful: fenOf(lawful),
        damages: fenOf(damages),
      }),
    )
    return asExample(
      unpaidWages({ periods: read, minimumWage: minimumWage === undefined ? undefined : fenOf(minimumWage) }, context),
    )
  },
}
