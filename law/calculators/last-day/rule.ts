/** 最晚哪天: suits, appeals, confirmation, reconsideration, injury at work, enforcement (rule book 5.8). */
import { ourChoice, statute } from '../../citation.ts'
import { daysBetween, localDate } from '../../calendar/dates.ts'
import type { LocalDate } from '../../calendar/dates.ts'
import { periodEnd } from '../../calendar/periods.ts'
import { formatDate, formatFullDate } from '../../calendar/wording.ts'
import type { RuleContext } from '../../context.ts'
import type { CalculationRule } from '../../rule.ts'
import { asExample, calculation, said } from '../calculation.ts'
import type { Calculation, NamedDay, Said } from '../calculation.ts'
import { AHEAD_DAYS, namedDays } from '../named-days.ts'
import { EVENTS } from './events.ts'
import type { Event, EventKind, Step } from './events.ts'

export interface LastDayInput {
  event: Event
  /** On which it happened, or the paper was received. */
  on: LocalDate
}

interface Counted extends Step {
  end: ReturnType<typeof periodEnd>
}

const counted = (event: Event, on: LocalDate, calendar: RuleContext['calendar']): Counted[] =>
  (EVENTS[event] as EventKind).steps.map((step) => ({
    ...step,
    end: periodEnd({ ...step.within, start: on, calendar }),
  }))

/** The last days of an event's steps, those that passed included; the day of the event itself is never counted (DL-1). */
export function lastDay({ event, on }: LastDayInput, { asOf, calendar }: RuleContext): Calculation {
  const { beware } = EVENTS[event] as EventKind
  const steps = counted(event, on, calendar)
  const [next = steps.at(-1)!] = steps.filter(({ end }) => end.lastDay >= asOf)
  const open = next.end.lastDay >= asOf
  return calculation({
    headline: open
      ? `最晚 ${formatFullDate(next.end.lastDay)} ${next.act}`
      : `看起来 ${formatFullDate(next.end.lastDay)} 已经过了`,
    days: open ? [...namedDays(next.end, asOf, '过了这天，一般就来不及了'), ...others(steps, next)] : steps.map(dayOf),
    explains: [
      ...(open
        ? [left(daysBetween(asOf, next.end.unrolledDay), next)]
        : [said('先别放弃：因为天灾、重病等不是自己的原因耽误的，可以请法院或机关顺延。马上找律师看。')]),
      ...steps.map(({ says, citations }) => said(says, ...citations)),
      ...beware.filter((one) => !isOpen(one)).map(({ says, citations }) => said(says, ...citations)),
      ...(next.end.unrolledDay === next.end.lastDay
        ? []
        : [
            said(
              `数到头是 ${formatDate(next.end.unrolledDay)}，赶上放假，顺延到假后第一天。别指望这几天。`,
              ...rolled(next),
            ),
          ]),
      ...(next.end.certain
        ? []
        : [said('那一年的放假通知还没有出来，末日没有顺延。', ourChoice('没有放假通知的年份按最早的日子'))]),
    ],
    leftOut: [
      said('从收到的那天算，当天不算在内。邮寄来的，以签收那天为准。'),
      said(
        '材料在末日以前交给邮局寄出的，不算过期；邮寄单要留好。',
        statute('civilProcedure', '85'),
        statute('criminalProcedure', '105'),
      ),
    ],
    doubts: beware.filter(isOpen).map(({ says, citations }) => said(`${says}（待核）`, ...citations)),
  })
}

const isOpen = ({ citations }: EventKind['beware'][number]): boolean => citations.some(({ level }) => level === '待核')
const dayOf = ({ act, end }: Counted): NamedDay => ({
  name: `${act}的最后一天`,
  day: end.lastDay,
  says: '另算的一个日子',
})
const others = (steps: readonly Counted[], next: Counted): NamedDay[] =>
  steps.filter((step) => step !== next).map(dayOf)
const left = (days: number, { end, act, citations }: Counted): Said =>
  days < 0
    ? said(`今天还来得及${act}，但只是因为放假顺延：${formatDate(end.lastDay)} 是最后一天，请马上去。`, ...citations)
    : said(
        `离末日还有 ${days} 天，来得及。${days < AHEAD_DAYS ? '只剩不到7天，可以先派律师、后补手续，请马上申请法律援助。' : ''}`,
        ...citations,
      )
const rolled = ({ within: { rule } }: Counted) =>
  rule === 'criminal'
    ? [statute('criminalProcedure', '105')]
    : rule === 'reconsideration'
      ? []
      : [statute('civilProcedure', '85')]

interface Given {
  event: Event
  on: string
}

export const rule: CalculationRule<Given> = {
  kind: 'calculation',
  id: 'last-day',
  title: '最晚哪天去起诉、上诉、申请',
  states:
    '收到仲裁裁决15日内起诉；人民调解协议生效30日内申请司法确认；受伤30日内单位、1年内本人申请工伤认定；民事判决15日、裁定10日内上诉；刑事判决10日、裁定5日内上诉；行政复议60日，行政起诉6个月；国家赔偿、劳动监察、申请执行2年。当天不算，末日逢假顺延；建议提前7天；剩不足7天可以先行提供法律援助。',
  covers: ['5.8', 'ME-5', 'ME-10', 'IN-4', 'UR-1'],
  sources: [
    ...new Map(
      Object.values(EVENTS as Readonly<Record<string, EventKind>>)
        .flatMap(({ steps }) => steps.flatMap(({ citations }) => citations))
        .map((one) => [`${one.law} ${one.article ?? one.note ?? ''}`, one]),
    ).values(),
    ourChoice('建议提前7天提交'),
  ],
  calculate: ({ event, on }, context) => asExample(lastDay({ event, on: localDate(on) }, context)),
}
