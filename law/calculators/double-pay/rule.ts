/** 没签书面合同的双倍工资: only the other half, the ordinary wage has been paid (劳动合同法 82, rule book 5.5). */
import { ourChoice, seenOnline, statute, unchecked } from '../../citation.ts'
import { addMonths, localDate } from '../../calendar/dates.ts'
import { formatFullDate } from '../../calendar/wording.ts'
import type { RuleContext } from '../../context.ts'
import type { CalculationRule } from '../../rule.ts'
import { added, asExample, calculation, said } from '../calculation.ts'
import type { Calculation, ExactLine } from '../calculation.ts'
import { exact, least, over, rounded, sumOf, times } from '../exact.ts'
import { paidDaysPerMonth } from '../figures.ts'
import { fenOf, yuan } from '../money.ts'
import type { Fen } from '../money.ts'
import { doublePayWindow, stretchesOwed, workdaysIn } from './window.ts'
import type { Stretch, WithoutContract } from './window.ts'

export interface DoublePayInput extends Omit<WithoutContract, 'asOf'> {
  /** What a month's work earns. */
  monthly: Fen
}

const article82 = statute('laborContract', '82')
const rules6 = statute('laborContractRegulation', '6')
const rules7 = statute('laborContractRegulation', '7')

export function doublePay(input: DoublePayInput, { asOf, ...context }: RuleContext): Calculation {
  const { full, rest } = stretchesOwed({ ...input, asOf })
  const [first] = [...full, ...(rest === undefined ? [] : [rest])]
  if (first === undefined) return nothingOwed(input)
  const last = rest ?? full[full.length - 1] ?? first
  const month = exact(input.monthly)
  const part = rest === undefined ? undefined : partOfMonth(rest, input.monthly, { asOf, ...context })
  const sums = added([
    ...(full.length === 0
      ? []
      : [
          {
            name: `满月的 ${full.length} 个月`,
            formula: '月工资×月数',
            filled: `${yuan(input.monthly)}×${full.length}`,
            sum: times(month, exact(full.length)),
            citations: [article82, rules6],
          },
        ]),
    ...(part === undefined ? [] : [part.line]),
  ])
  const recent = addMonths(asOf, -12)
  const inTime = rounded(
    sumOf([
      ...full.filter(({ to }) => to >= recent).map(() => month),
      ...(part !== undefined && last.to >= recent ? [part.line.sum] : []),
    ]),
  )
  const wholeYear = last.to === doublePayWindow(input.hiredOn).to
  return calculation({
    headline: `应当再付 ${yuan(sums.total)} 元`,
    ...sums,
    explains: [
      said(
        `从用工满一个月的次日 ${formatFullDate(first.from)} 算到 ${formatFullDate(last.to)}，最多11个月。`,
        rules6,
        ...(wholeYear ? [rules7] : []),
      ),
      said('平时的工资已经发了，这里只补“另一倍”，不是再发两份。平时的工资没发的，另外算欠薪。', article82),
      ...(wholeYear
        ? [
            said(
              '干满一年还没签的，从那天起算作已经签了无固定期限合同，以后不再付双倍。',
              statute('laborContract', '14'),
              rules7,
            ),
          ]
        : []),
    ],
    leftOut: [
      said('是自己故意不签、或者有重大过错才没签成的，单位不用付。', seenOnline('laborReading2')),
      said('应当签无固定期限合同而单位不签的，从应签那天起每月双倍，要另外算。', article82),
    ],
    doubts: [
      said(
        `双倍工资不是劳动报酬，一般按一年时效、逐月往回数，在职的也一样${howMuchIsInTime(inTime, sums.total)}（待核）。`,
        unchecked('laborArbitration', '双倍工资的时效'),
      ),
      ...(part === undefined
        ? []
        : [
            said(
              `不满一个月的，按那段时间实际的工作日算（待核）。${part.certain ? '' : '那一年的放假通知还没有，按周一到周五数的。'}`,
              unchecked('laborReading2', '不满一月按实际工作日'),
            ),
          ]),
      said(
        '合同到期没续签、接着干的，也可能有双倍，从哪天起算各地不一样（待核），这里没有算。',
        unchecked('laborContract', '到期续用的起算'),
      ),
    ],
  })
}

function howMuchIsInTime(inTime: Fen, all: Fen): string {
  if (inTime === all) return '，晚一个月就可能少一个月'
  return inTime === 0
    ? '：按今天去申请算，每个月都过了一年，单位可以拿过期来挡。中间要过、投诉过的会重新算，先别放弃，去问律师'
    : `：按今天去申请算，只剩 ${yuan(inTime)} 元没有过一年，请尽快`
}

const nothingOwed = ({ hiredOn, signedOn }: DoublePayInput): Calculation =>
  calculation({
    headline: '按您填的日子，没有双倍工资',
    explains: [
      signedOn !== undefined && signedOn <= doublePayWindow(hiredOn).from
        ? said('一个月以内补签了书面合同的，不用付双倍工资。', statute('laborContract', '10'), rules6)
        : said(`上班不满一个月，还没到起算的日子（${formatFullDate(doublePayWindow(hiredOn).from)}）。`, rules6),
    ],
  })

/** Days of work at the day's wage, and never more than the month's. */
function partOfMonth(rest: Stretch, monthly: Fen, context: RuleContext): { line: ExactLine; certain: boolean } {
  const { days, certain } = workdaysIn(rest, context.calendar)
  const paid = paidDaysPerMonth(context).days
  const sum = least(times(over(exact(monthly), exact(paid)), exact(days)), exact(monthly))
  const line = {
    name: `不满一个月的 ${days} 个工作日`,
    formula: `月工资÷${paid}×工作日`,
    filled: `${yuan(monthly)}÷${paid}×${days}`,
    sum,
    citations: [article82, unchecked('laborReading2', '不满一月按实际工作日')],
  }
  return { certain, line }
}

interface Given {
  hiredOn: string
  signedOn?: string
  leftOn?: string
  monthlyWage: number
}
const day = (text: string | undefined) => (text === undefined ? undefined : localDate(text))

export const rule: CalculationRule<Given> = {
  kind: 'calculation',
  id: 'double-pay',
  title: '没签书面合同的双倍工资',
  states:
    '从用工满一个月的次日，到补签前一日或满一年的前一日，最多11个月；每月再付一份工资，只补差额。满一年没签的，算作已签无固定期限合同。用工当天算第一天。',
  covers: ['5.5', '10A-5', '10A-8'],
  sources: [
    article82,
    rules6,
    rules7,
    statute('laborContract', '10'),
    statute('laborContract', '14'),
    seenOnline('laborReading2'),
    unchecked('laborReading2', '不满一月按实际工作日'),
    unchecked('laborArbitration', '双倍工资的时效'),
    ourChoice('用工当天算第一天，从起算日起逐月数，与程序期间的数法不同'),
  ],
  calculate: ({ hiredOn, signedOn, leftOn, monthlyWage }, context) => {
    const input = { hiredOn: localDate(hiredOn), signedOn: day(signedOn), leftOn: day(leftOn) }
    const { full, rest } = stretchesOwed({ ...input, asOf: context.asOf })
    const found = rest ?? full[full.length - 1]
    return {
      ...asExample(doublePay({ ...input, monthly: fenOf(monthlyWage) }, context)),
      fullMonths: full.length,
      ...(found === undefined ? {} : { owedFrom: doublePayWindow(input.hiredOn).from, owedTo: found.to }),
    }
  },
}
