/**
 * The limits casework runs its clocks by, each with its source. Limits of law and limits of ours are told apart by the
 * citation's level: passing a limit of ours is a reminder, passing one of law is red (I9).
 */
import { ourChoice, seenOnline, statute, unchecked } from '../citation.ts'
import type { Citation } from '../citation.ts'
import { addDays, instantAt, localDateOf } from '../calendar/dates.ts'
import type { Instant } from '../calendar/dates.ts'
import { periodEnd } from '../calendar/periods.ts'
import type { PeriodEnd } from '../calendar/periods.ts'
import { addWorkdays } from '../calendar/working-days.ts'
import type { WorkCalendar } from '../calendar/working-days.ts'

export interface LegalLimit {
  /** Plain Chinese, as staff read it. */
  name: string
  /** From when it is counted. */
  from: string
  amount: number
  unit: 'day' | 'workday' | 'hour'
  citation: Citation
}

const days = (name: string, from: string, amount: number, citation: Citation): LegalLimit => ({
  name,
  from,
  amount,
  unit: 'day',
  citation,
})
const workdays = (name: string, from: string, amount: number, citation: Citation): LegalLimit => ({
  name,
  from,
  amount,
  unit: 'workday',
  citation,
})
const hours = (name: string, from: string, amount: number, citation: Citation): LegalLimit => ({
  name,
  from,
  amount,
  unit: 'hour',
  citation,
})

export const LEGAL_LIMITS = {
  review: days('审查并作出决定', '收到申请', 7, statute('aid', '43')),
  assign: days('指派', '作出给予援助的决定', 3, statute('aid', '43')),
  assignNotified: days('收到通知函后指派并回告', '收到通知函', 3, statute('aid', '36')),
  answerAssignment: workdays(
    '答复是否接受指派',
    '收到指派',
    1,
    ourChoice('法律没有定天数；答复晚了，另派和签约都跟着晚'),
  ),
  sign: days('签订委托协议', '安排或收到指派', 5, seenOnline('procedure', '27')),
  replace: days('对更换承办人的申请作决定', '收到更换申请', 5, unchecked('procedure', '条文待核')),
  objectionReview: days('司法行政部门审查异议', '收到异议', 5, statute('aid', '49')),
  provisionalReview: days('先行援助补手续后作出决定', '补齐手续', 7, statute('aid', '43')),
  transferCustody: hours('监管场所、办案机关转交申请', '在押的人提出申请', 24, statute('aid', '39')),
  transferDutyLawyer: hours('值班律师转交申请', '通过值班律师提出申请', 24, statute('aid', '39')),
  handInFile: days('提交结案材料', '结案日', 30, unchecked('procedure', '各地写法不一，条文待核')),
  reviewFile: days('审查结案材料并支付补贴', '收到结案材料', 30, unchecked('procedure', '条文待核')),
  supplement: days('补正材料', '收到补正通知', 7, ourChoice('法律没有定天数，告知书写明，可改')),
  provisionalReminder: days('先行援助后提醒补手续', '先行援助开始', 7, ourChoice('法律没有定天数')),
  provisionalEscalation: days('先行援助一直没补手续，报主任催办', '先行援助开始', 15, ourChoice('法律没有定天数')),
  progressReport: days('向受援人通报进展', '上一次通报', 30, ourChoice('法律写及时通报')),
  fileReturn: days('退卷后补齐', '退卷', 15, ourChoice('法律没有定天数')),
} as const satisfies Record<string, LegalLimit>
export type LegalLimitKey = keyof typeof LEGAL_LIMITS

/** True when passing it breaks a rule of law rather than a promise of ours. */
export const isLegal = (key: LegalLimitKey): boolean => LEGAL_LIMITS[key].citation.level !== '设计'

/** When a named limit ends, counted from the actual moment of receipt, at night and on holidays too. */
export function legalLimitEnd(key: LegalLimitKey, from: Instant, calendar: WorkCalendar, amount?: number): PeriodEnd {
  const limit: LegalLimit = LEGAL_LIMITS[key]
  const length = amount ?? limit.amount
  switch (limit.unit) {
    case 'hour':
      return periodEnd({ rule: 'legalAid', unit: 'hour', start: from, amount: length, calendar })
    case 'day':
      return periodEnd({ rule: 'legalAid', unit: 'day', start: localDateOf(from), amount: length, calendar })
    case 'workday':
      return endOfWorkday(from, length, calendar)
    default:
      return limit.unit satisfies never
  }
}

function endOfWorkday(from: Instant, amount: number, calendar: WorkCalendar): PeriodEnd {
  const { day, certain } = addWorkdays(localDateOf(from), amount, calendar)
  return { lastDay: day, unrolledDay: day, endsAt: instantAt(addDays(day, 1), 0), certain }
}

/** Who hands an application on: the place or authority that holds the person, or the duty lawyer (法律援助法 39). */
export const HAND_ON = { custody: 'transferCustody', dutyLawyer: 'transferDutyLawyer' } as const satisfies Record<
  string,
  LegalLimitKey
>
export type HandOnThrough = keyof typeof HAND_ON

/** AC-10, AC-11: 24 hours by the clock; in a criminal matter the hour in which the person asked is not counted (DL-11). */
export const handOnEnd = (
  through: HandOnThrough,
  askedAt: Instant,
  criminal: boolean,
  calendar: WorkCalendar,
): PeriodEnd =>
  periodEnd({
    rule: criminal ? 'criminal' : 'legalAid',
    unit: 'hour',
    start: askedAt,
    amount: LEGAL_LIMITS[HAND_ON[through]].amount,
    calendar,
  })
