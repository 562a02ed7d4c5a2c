/** 经济补偿 N, 赔偿金 2N and N+1 (劳动合同法 40, 46, 47, 87, rule book 5.4). */
import { ourChoice, seenOnline, statute, unchecked } from '../../citation.ts'
import { localDate } from '../../calendar/dates.ts'
import type { LocalDate } from '../../calendar/dates.ts'
import { formatFullDate } from '../../calendar/wording.ts'
import type { CalculationRule } from '../../rule.ts'
import { added, asExample, calculation, said } from '../calculation.ts'
import type { Calculation, ExactLine, Said } from '../calculation.ts'
import { exact, times } from '../exact.ts'
import { localFigure } from '../figures.ts'
import type { Figures, LocalFigure } from '../figures.ts'
import { fenOf, yuan } from '../money.ts'
import type { Fen } from '../money.ts'
import { ACT_IN_FORCE, countedFrom, halfMonthsOf, serviceOf } from './service.ts'
import { ENDINGS } from './endings.ts'
import type { EndingKind } from './endings.ts'

export interface SeveranceInput {
  ending: EndingKind
  hiredOn: LocalDate
  /** Last day of work; not before `hiredOn`. */
  leftOn: LocalDate
  /** Average of the twelve months before leaving, as earned, not as paid out. */
  average: Fen
  /** Of `unfit` only: whether notice was given in writing 30 days before. */
  noticeGiven?: boolean
  /** Wage of the last month; needed for the month instead of notice. */
  lastMonth?: Fen
  /** 本地上年度职工月平均工资 and 最低工资 as somebody knows them. */
  localAverage?: Fen
  minimumWage?: Fen
}

const article47 = statute('laborContract', '47')
const article27 = statute('laborContractRegulation', '27')
const MOST_HALF_MONTHS_CAPPED = 24

interface Base {
  fen: Fen
  capped: boolean
  explains: Said[]
}

export function severancePay(input: SeveranceInput, { parameters }: Pick<Figures, 'parameters'>): Calculation {
  const { pays, because } = ENDINGS[input.ending]
  if (pays === 'nothing') return calculation({ headline: '这种走法，一般没有经济补偿', explains: [because] })
  const from = countedFrom(input.hiredOn, pays)
  const service = serviceOf(from, input.leftOn)
  const base = baseOf(
    input,
    localFigure('avgWage.monthly', parameters, input.leftOn, input.localAverage),
    localFigure('minWage.monthly', parameters, input.leftOn, input.minimumWage),
  )
  const all = halfMonthsOf(service)
  const half = base.capped ? Math.min(all, MOST_HALF_MONTHS_CAPPED) : all
  const months = half % 2 === 0 ? String(half / 2) : `${(half - 1) / 2}.5`
  const single = times(exact(base.fen), exact(months))
  const main: ExactLine =
    pays === 'double'
      ? {
          name: '赔偿金（2N）',
          formula: '月工资×月数×2',
          filled: `${yuan(base.fen)}×${months}×2`,
          sum: times(single, exact(2)),
          citations: [statute('laborContract', '87'), article47],
        }
      : {
          name: '经济补偿（N）',
          formula: '月工资×月数',
          filled: `${yuan(base.fen)}×${months}`,
          sum: single,
          citations: [statute('laborContract', '46'), article47],
        }
  const sums = added([main, ...insteadOfNotice(input)])
  return calculation({
    headline: `${pays === 'double' ? '赔偿金' : '经济补偿'}一共 ${yuan(sums.total)} 元`,
    ...sums,
    explains: [
      because,
      said(
        `从 ${formatFullDate(from)} 到 ${formatFullDate(input.leftOn)}，一共 ${spoken(service)}：每满一年算一个月，剩下的满6个月算一个月，不满6个月算半个月，合 ${months} 个月。`,
        article47,
      ),
      ...(base.capped && all > half ? [said('工资超过本地平均工资3倍，年限最多算12年。', article47)] : []),
      ...(pays === 'single' && input.hiredOn < ACT_IN_FORCE
        ? [said('2008年以前的年头，按当时的规定另算，这里没有算进来。', statute('laborContract', '97'))]
        : []),
      ...base.explains,
      ...missingNotice(input),
      ...(pays === 'double'
        ? [said('不想要赔偿金的，也可以要求回去继续上班。', statute('laborContract', '48'))]
        : [said('这笔钱在办完工作交接时就要付。', statute('laborContract', '50'))]),
      said('从离职那天起一年内要申请仲裁。', statute('laborArbitration', '27')),
    ],
    leftOut: [
      said(
        '不是您自己要求、被安排换了单位的，前后年头可以合在一起算（原单位付过的除外）。是这样的，入职日期请填最早那家的。',
        statute('laborContractRegulation', '10'),
        statute('laborReading1', '46'),
      ),
      said('怀孕哺乳、工伤、医疗期内等不能随便辞退的情形，没有判断。', statute('laborContract', '42')),
    ],
    doubts: [
      said(
        '算平均工资时加班费算不算进来，各地不一样（待核）。',
        unchecked('laborContractRegulation', '平均工资是否含加班费'),
      ),
      ...(input.ending === 'forced'
        ? [
            said(
              '约定不交社保的，约定无效；因此走的可以要补偿。这一条出自新的司法解释，还没有核对到原文（待核）。',
              seenOnline('laborReading2'),
            ),
          ]
        : []),
    ],
  })
}

/** The wage that counts: not under 最低工资, and not over three times 本地平均工资 where that figure is known. */
function baseOf({ average }: SeveranceInput, local: LocalFigure | undefined, minimum: LocalFigure | undefined): Base {
  const raised = minimum !== undefined && average < minimum.fen
  const fen = raised ? minimum.fen : average
  const floor = raised
    ? said(`您的平均工资低于最低工资 ${yuan(minimum.fen)} 元（${minimum.source}），按最低工资算。`, article27)
    : said(
        '月工资是离职前12个月应得的平均数，奖金、津贴、补贴都算；干了不满12个月的，按实际月数平均。',
        article47,
        article27,
      )
  if (local === undefined) {
    return {
      fen,
      capped: false,
      explains: [
        floor,
        said(
          '本地上年度职工月平均工资我们没有，所以没有看要不要封顶：您的月工资超过它的3倍的，按3倍算，年限最多12年；没有超过的不封顶。这个数可以打 12333 问。',
          article47,
        ),
      ],
    }
  }
  const limit = local.fen * 3
  const capped = fen > limit
  const compared = `本地上年度职工月平均工资 ${yuan(local.fen)} 元（${local.source}）的3倍是 ${yuan(limit)} 元`
  return capped
    ? { fen: limit, capped, explains: [floor, said(`${compared}，您的工资超过了，按3倍算。`, article47)] }
    : {
        fen,
        capped,
        explains: [floor, said(`${compared}，您的工资没有超过，不封顶，干满12年以上的也照样算。`, article47)],
      }
}

const owesNotice = ({ ending, noticeGiven }: SeveranceInput): boolean => ending === 'unfit' && noticeGiven === false

function insteadOfNotice(input: SeveranceInput): ExactLine[] {
  if (!owesNotice(input) || input.lastMonth === undefined) return []
  return [
    {
      name: '代通知金（+1）',
      formula: '上一个月的工资',
      filled: yuan(input.lastMonth),
      sum: exact(input.lastMonth),
      citations: [statute('laborContract', '40'), statute('laborContractRegulation', '20')],
    },
  ]
}

const missingNotice = (input: SeveranceInput): Said[] =>
  owesNotice(input) && input.lastMonth === undefined
    ? [
        said(
          '没有提前30天书面通知的，还要多付一个月工资，按上一个月的工资算；您没有填上一个月的工资，这里没有算。',
          statute('laborContract', '40'),
          statute('laborContractRegulation', '20'),
        ),
      ]
    : []

const spoken = ({ years, months, days }: { years: number; months: number; days: boolean }): string =>
  [years > 0 ? `${years}年` : '', months > 0 ? `${months}个月` : '', days ? '零几天' : ''].join('') || '0天'

interface Given {
  ending: EndingKind
  hiredOn: string
  leftOn: string
  averageWage: number
  noticeGiven?: boolean
  lastMonthWage?: number
  localAverage?: number
  minimumWage?: number
}
const optional = (yuanGiven: number | undefined): Fen | undefined =>
  yuanGiven === undefined ? undefined : fenOf(yuanGiven)

export const rule: CalculationRule<Given> = {
  kind: 'calculation',
  id: 'severance',
  title: '经济补偿、赔偿金、代通知金',
  states:
    '每满一年一个月工资，余数满6个月算一个月，不满算半个月。月工资是离职前12个月平均应得，低于最低工资按最低工资。只有月工资超过本地上年度职工月平均工资3倍的才封顶：按3倍算，最多12年。违法解除按两倍，从用工日起算；补偿从2008年起算。劳动合同法第40条情形没提前30日通知的，加上一个月的工资。',
  covers: ['5.4', '10A-7'],
  sources: [
    article47,
    article27,
    ...Object.values(ENDINGS).flatMap(({ because }) => because.citations),
    statute('laborContract', '48'),
    statute('laborContract', '50'),
    statute('laborContract', '97'),
    statute('laborContractRegulation', '10'),
    statute('laborContractRegulation', '20'),
    statute('laborReading1', '46'),
    unchecked('laborContractRegulation', '平均工资是否含加班费'),
    seenOnline('laborReading2'),
    ourChoice('用工当天算第一天，与程序期间的数法不同'),
  ],
  calculate: ({ averageWage, lastMonthWage, localAverage, minimumWage, hiredOn, leftOn, ...given }, context) =>
    asExample(
      severancePay(
        {
          ...given,
          hiredOn: localDate(hiredOn),
          leftOn: localDate(leftOn),
          average: fenOf(averageWage),
          lastMonth: optional(lastMonthWage),
          localAverage: optional(localAverage),
          minimumWage: optional(minimumWage),
        },
        context,
      ),
    ),
}
