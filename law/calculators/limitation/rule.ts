/** 劳动仲裁时效: the last day to apply (劳动争议调解仲裁法 27, rule book AR-1 to AR-4, 5.8). */
import { ourChoice, statute, unchecked } from '../../citation.ts'
import { daysBetween, localDate } from '../../calendar/dates.ts'
import type { LocalDate } from '../../calendar/dates.ts'
import { periodEnd } from '../../calendar/periods.ts'
import type { PeriodEnd } from '../../calendar/periods.ts'
import type { WorkCalendar } from '../../calendar/working-days.ts'
import { formatDate, formatFullDate } from '../../calendar/wording.ts'
import type { RuleContext } from '../../context.ts'
import type { CalculationRule } from '../../rule.ts'
import { asExample, calculation, said } from '../calculation.ts'
import type { Calculation, Said } from '../calculation.ts'
import { AHEAD_DAYS, namedDays } from '../named-days.ts'

/** What is claimed: pay for work (加班费 too) waits while somebody still works there, nothing else does. */
export const CLAIMS = {
  wages: '欠的工资、加班费',
  severance: '辞退的补偿、赔偿',
  doublePay: '没签合同的双倍工资',
  other: '别的（工伤待遇、年休假工资等）',
} as const
export type Claim = keyof typeof CLAIMS

export interface LimitationInput {
  claim: Claim
  /** Of wages only; other claims run all the same. */
  stillThere: boolean
  /** From which the year runs: the last day of work for wages, else the day on which somebody knew or had to know. */
  from?: LocalDate
  /** Days on which money was asked for, help sought from an authority, or the other side agreed to pay (AR-2). */
  interruptions: readonly LocalDate[]
}

const article27 = statute('laborArbitration', '27')

export interface LimitationRun {
  end: PeriodEnd
  /** From which day the year runs in the end. */
  start: LocalDate
  /** Those that began the year anew. */
  counted: readonly LocalDate[]
  /** Those that came when the year was over. */
  tooLate: readonly LocalDate[]
}

const oneYear = (start: LocalDate, calendar: WorkCalendar): PeriodEnd =>
  periodEnd({ rule: 'civil', unit: 'year', amount: 1, start, calendar })

/** Each interruption begins the year anew, unless it comes before the year runs or after it has run out. */
export function limitationRun(
  from: LocalDate,
  interruptions: readonly LocalDate[],
  calendar: WorkCalendar,
): LimitationRun {
  let run: LimitationRun = { start: from, end: oneYear(from, calendar), counted: [], tooLate: [] }
  for (const day of [...interruptions].sort()) {
    if (day <= from) continue
    run =
      day <= run.end.lastDay
        ? { ...run, start: day, end: oneYear(day, calendar), counted: [...run.counted, day] }
        : { ...run, tooLate: [...run.tooLate, day] }
  }
  return run
}

export function limitation(
  { claim, stillThere, from, interruptions }: LimitationInput,
  { asOf, calendar }: RuleContext,
): Calculation {
  if (claim === 'wages' && stillThere) return whileWorking()
  if (from === undefined) throw new RangeError('without the day it runs from nothing can be counted')
  const known = interruptions.filter((day) => day <= asOf)
  const run = limitationRun(from, known, calendar)
  const { lastDay, unrolledDay, certain } = run.end
  const left = daysBetween(asOf, unrolledDay)
  const over = lastDay < asOf
  return calculation({
    headline: over ? `看起来 ${formatFullDate(lastDay)} 已经过了` : `最晚 ${formatFullDate(lastDay)} 申请仲裁`,
    days: over
      ? [{ name: '最后一天', day: lastDay, says: '先别放弃，看下面' }]
      : namedDays(run.end, asOf, '过了这天，单位可以拿过期来挡'),
    explains: [
      over
        ? said(
            '先别放弃：中间要过钱、投诉过、对方答应过给，一年都从那天重新算。把这些日子加上再算，或者马上找律师看。',
            article27,
          )
        : inTime(left, run),
      startSaid(claim, run, from),
      ...run.tooLate.map((day) => said(`${formatFullDate(day)} 那次，一年已经过了，不能重新起算。`, article27)),
      ...(unrolledDay === lastDay
        ? []
        : [
            said(
              `满一年是 ${formatDate(unrolledDay)}，赶上放假，顺延到假后第一天。别指望这几天。`,
              statute('civilCode', '203'),
            ),
          ]),
      ...(certain
        ? []
        : [said('那一年的放假通知还没有出来，末日没有顺延。', ourChoice('没有放假通知的年份按最早的日子'))]),
      ...(claim === 'wages'
        ? [said('还在单位上班的时候，欠的工资和加班费不受一年限制，所以从离职那天起算。', article27)]
        : []),
    ],
    leftOut: [
      said('因为天灾、重病等实在去不了的，那段时间可以不算，这里没有算。', article27),
      said('告公司以外的事（借钱、交通事故等）不是这个期限。'),
    ],
    doubts:
      claim === 'doublePay'
        ? [
            said(
              '双倍工资每个月的钱分开算一年，在职的也算（待核）。请填那个月最后一天。',
              unchecked('laborArbitration', '双倍工资的时效'),
            ),
          ]
        : [],
  })
}

const whileWorking = (): Calculation =>
  calculation({
    headline: '还在单位上班，现在不过期；离职后 1 年内要申请',
    explains: [
      said('还在这个单位上班的，欠的工资和加班费不受一年限制。', article27),
      said('离职以后，从离职那天起一年内要申请仲裁。离职了，回来填上日子再算一次。', article27),
      said('不用等到离职：现在就可以投诉或者申请仲裁，拖久了证据难找。'),
    ],
    leftOut: [
      said('只是欠的工资和加班费这样算。双倍工资、补偿、年休假工资等，在职的时候也在走时间，请改选那一项。', article27),
    ],
  })

function startSaid(claim: Claim, { start, counted }: LimitationRun, from: LocalDate): Said {
  if (counted.length > 0)
    return said(
      `从 ${formatFullDate(start)} 那次要钱、投诉或者对方答应的日子重新起算一年。要留好那次的证据。`,
      article27,
    )
  return said(
    claim === 'wages'
      ? `从离职的 ${formatFullDate(from)} 起算一年。`
      : `从知道吃亏的 ${formatFullDate(from)} 起算一年。`,
    article27,
    statute('civilCode', '201'),
  )
}

const inTime = (left: number, { end }: LimitationRun): Said =>
  left < 0
    ? said(`今天还来得及，但只是因为放假顺延：${formatDate(end.lastDay)} 是最后一天，请马上去。`, article27)
    : said(
        `离末日还有 ${left} 天，来得及。${left < AHEAD_DAYS ? '只剩不到7天，可以先派律师、后补手续，请马上申请法律援助。' : ''}`,
        article27,
      )

interface Given {
  claim: Claim
  stillThere?: boolean
  from?: string
  interruptions?: readonly string[]
}

export const rule: CalculationRule<Given> = {
  kind: 'calculation',
  id: 'limitation',
  title: '还来得及申请劳动仲裁吗',
  states:
    '一年，从知道或应当知道权利被侵害起算。还在职的，欠薪和加班费不受限制，从离职起一年；别的照常走。要过钱、求助过有关部门、对方同意给，从那天重新算。末日逢假顺延；建议提前7天；剩不足7天可以先行提供法律援助。',
  covers: ['AR-1', 'AR-2', 'AR-3', 'AR-4', '5.8', '10A-5'],
  sources: [
    article27,
    statute('civilCode', '201'),
    statute('civilCode', '202'),
    statute('civilCode', '203'),
    unchecked('laborArbitration', '双倍工资逐月计算时效'),
    ourChoice('建议提前7天提交'),
  ],
  calculate: ({ claim, stillThere = false, from, interruptions = [] }, context) =>
    asExample(
      limitation(
        {
          claim,
          stillThere,
          from: from === undefined ? undefined : localDate(from),
          interruptions: interruptions.map(localDate),
        },
        context,
      ),
    ),
}
