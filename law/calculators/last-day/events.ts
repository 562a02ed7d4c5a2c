/** What a period of 5.8 begins with, and what has to be done within it (rule book 5.8, 4.3, 4.4). */
import { statute, unchecked } from '../../citation.ts'
import type { Citation } from '../../citation.ts'
import type { PeriodQuery } from '../../calendar/periods.ts'

type Length = Pick<Extract<PeriodQuery, { unit: 'day' | 'month' | 'year' }>, 'rule' | 'unit' | 'amount'>

export interface Step {
  /** 起诉; completes 最晚…, and names the day. */
  act: string
  within: Length
  /** The period in words, with what follows when it has passed. */
  says: string
  citations: readonly Citation[]
}
export interface EventKind {
  /** As a choice: what happened. */
  name: string
  steps: readonly Step[]
  /** What people take wrong, or what changes the day. */
  beware: readonly { says: string; citations: readonly Citation[] }[]
}

const days = (amount: number, rule: 'civil' | 'criminal' | 'reconsideration' = 'civil'): Length => ({
  rule,
  unit: 'day',
  amount,
})
const appeal = (act: string, within: Length, says: string, ...citations: Citation[]): Step => ({
  act,
  within,
  says,
  citations,
})
const criminalFrom = '从接到的第二天起数，当天不算。'

export const EVENTS = {
  award: {
    name: '收到劳动仲裁裁决书',
    steps: [
      appeal(
        '起诉',
        days(15),
        '对裁决不服的，收到裁决书起15日内可以向法院起诉；不起诉，裁决就生效。',
        statute('laborArbitration', '48'),
        statute('laborArbitration', '50'),
      ),
    ],
    beware: [
      {
        says: '裁决书写明是“终局裁决”的，您不服照样可以起诉；单位不能起诉，只能申请法院撤销。',
        citations: [statute('laborArbitration', '48'), statute('laborArbitration', '49')],
      },
    ],
  },
  mediated: {
    name: '人民调解签了协议',
    steps: [
      appeal(
        '司法确认',
        days(30),
        '双方可以一起在协议生效起30日内，请法院确认；确认了，对方不照办就能申请强制执行。',
        statute('civilProcedure', '205'),
        statute('peoplesMediation', '33'),
      ),
    ],
    beware: [
      {
        says: '要双方一起去申请，一个人去不行。过了30日，协议还有效，只是不能再确认；对方不照办的，可以起诉。',
        citations: [statute('peoplesMediation', '33')],
      },
    ],
  },
  injury: {
    name: '上班时受了伤',
    steps: [
      appeal('单位申请工伤认定', days(30), '单位应当在受伤起30日内申请工伤认定。', statute('workInjury', '17')),
      appeal(
        '自己申请工伤认定',
        { rule: 'civil', unit: 'year', amount: 1 },
        '单位不申请的，本人、近亲属或者工会可以在受伤起1年内自己去申请。',
        statute('workInjury', '17'),
      ),
    ],
    beware: [
      {
        says: '别等单位：30日过了单位还没去，就自己去。不是自己的原因耽误的时间可以扣除。',
        citations: [statute('workInjury', '17'), statute('workInjuryReading', '7')],
      },
    ],
  },
  wageWrong: {
    name: '单位违法停下来了（还在继续的填今天）',
    steps: [
      appeal(
        '向劳动监察投诉',
        { rule: 'civil', unit: 'year', amount: 2 },
        '劳动监察查两年以内的事；一直没停的，从停下来那天起算。',
        statute('laborInspection', '20'),
      ),
    ],
    beware: [
      {
        says: '投诉归投诉，劳动仲裁的一年照样在走，不过投诉那天起可以重新算一年。',
        citations: [statute('laborArbitration', '27')],
      },
    ],
  },
  civilJudgment: {
    name: '收到民事判决书（一审）',
    steps: [
      appeal(
        '上诉',
        days(15),
        '不服一审判决的，送达起15日内上诉；过了，判决就生效。',
        statute('civilProcedure', '171'),
      ),
    ],
    beware: [],
  },
  civilRuling: {
    name: '收到民事裁定书（一审）',
    steps: [
      appeal(
        '上诉',
        days(10),
        '能上诉的裁定，送达起10日内上诉。不予受理、驳回起诉、管辖权异议的裁定可以上诉。',
        statute('civilProcedure', '171'),
      ),
    ],
    beware: [],
  },
  criminalJudgment: {
    name: '收到刑事判决书（一审）',
    steps: [
      appeal(
        '上诉',
        days(10, 'criminal'),
        `不服判决的上诉期是10日。${criminalFrom}`,
        statute('criminalProcedure', '230'),
      ),
    ],
    beware: [
      {
        says: '家里人替他上诉，要他本人同意。上诉不加刑：只有他这边上诉的，不会判得更重。',
        citations: [statute('criminalProcedure', '227'), statute('criminalProcedure', '237')],
      },
    ],
  },
  criminalRuling: {
    name: '收到刑事裁定书（一审）',
    steps: [
      appeal(
        '上诉',
        days(5, 'criminal'),
        `不服裁定的上诉期是5日。${criminalFrom}`,
        statute('criminalProcedure', '230'),
      ),
    ],
    beware: [],
  },
  administrative: {
    name: '知道了行政机关的决定（罚款、征收等）',
    steps: [
      appeal(
        '申请行政复议',
        days(60, 'reconsideration'),
        '从知道决定起60日内可以申请行政复议，不收钱。',
        statute('reconsideration', '20'),
      ),
      appeal(
        '向法院起诉',
        { rule: 'civil', unit: 'month', amount: 6 },
        '也可以从知道决定起6个月内，直接向法院起诉。',
        statute('administrativeProcedure', '46'),
      ),
    ],
    beware: [
      {
        says: '有的事要先复议才能起诉，决定书上会写。先复议的，收到复议决定后起诉的日子另算，很短。',
        citations: [
          unchecked('reconsideration', '复议前置的种类'),
          unchecked('administrativeProcedure', '复议后起诉的期限'),
        ],
      },
    ],
  },
  stateHarm: {
    name: '知道被公家的人侵了权（错抓、错罚等）',
    steps: [
      appeal(
        '申请国家赔偿',
        { rule: 'civil', unit: 'year', amount: 2 },
        '从知道被侵权起两年内申请；被关着的时间不算在内。',
        statute('stateCompensation', '39'),
      ),
    ],
    beware: [],
  },
  mustPay: {
    name: '判决书、调解书写的付款日到了，对方没付',
    steps: [
      appeal(
        '申请强制执行',
        { rule: 'civil', unit: 'year', amount: 2 },
        '从付款期限最后一天起两年内，可以申请法院强制执行。',
        statute('civilProcedure', '250'),
      ),
    ],
    beware: [
      {
        says: '分期付的，从最后一期的最后一天算；文书没写哪天付的，从文书生效那天算。',
        citations: [statute('civilProcedure', '250')],
      },
    ],
  },
} as const satisfies Readonly<Record<string, EventKind>>
export type Event = keyof typeof EVENTS
