/** May aid be ended on this ground? (法律援助法 48). Only the agency decides; the lawyer reports. */
import { all, doesNotHold, holds, needsFacts } from '../../answer.ts'
import type { Answer } from '../../answer.ts'
import { ourChoice, statute, unchecked } from '../../citation.ts'
import type { AnswerRule } from '../../rule.ts'
import type { MeansRoute } from '../means-route.ts'

export const TERMINATION_GROUNDS = {
  'TM-1': '骗取法律援助',
  'TM-2': '故意隐瞒重要事实或提供虚假证据',
  'TM-3': '利用法律援助从事违法活动',
  'TM-4': '经济状况变好，不再符合条件',
  'TM-5': '案件终止审理或被撤销',
  'TM-6': '自己另请了律师或代理人',
  'TM-7': '受援人有正当理由要求终止',
  'TM-8': '法律法规规定的其他情形',
} as const
export type TerminationGround = keyof typeof TERMINATION_GROUNDS

export interface TerminationQuestion {
  ground: TerminationGround
  /** How many papers prove the ground; a reason without evidence is none (I7). */
  evidence: number
  decidedBy: 'agency' | 'provider'
  /** How the means condition was met when aid was granted; matters to TM-4 only. */
  meansRoute?: MeansRoute
  /** The recipient asked for it himself; matters to TM-7 only. */
  requestedByRecipient?: boolean
}

const ID = 'termination'
const source = statute('aid', '48')

export const terminationAllowed = (question: TerminationQuestion): Answer =>
  all([byAgency(question), withEvidence(question), groundFits(question)])

const byAgency = ({ decidedBy }: TerminationQuestion): Answer =>
  decidedBy === 'agency'
    ? holds(ID, '由法律援助机构决定。', [source])
    : doesNotHold(ID, '终止只能由法律援助机构决定，承办人发现情况要报告。', [
        source,
        unchecked('procedure', '决定书送受援人并函告办案机关'),
      ])

const withEvidence = ({ evidence }: TerminationQuestion): Answer =>
  evidence > 0
    ? holds(ID, '附有证明材料。', [ourChoice('终止要附证据')])
    : doesNotHold(ID, '要附上能证明这个理由的材料。', [ourChoice('终止要附证据')])

function groundFits(question: TerminationQuestion): Answer {
  switch (question.ground) {
    case 'TM-4':
      return meansChanged(question)
    case 'TM-7':
      return asked(question)
    case 'TM-1':
    case 'TM-2':
    case 'TM-3':
    case 'TM-5':
    case 'TM-6':
    case 'TM-8':
      return holds(ID, `理由：${TERMINATION_GROUNDS[question.ground]}。`, [source])
    default:
      return question.ground satisfies never
  }
}

/** Whoever got aid whatever he earned cannot lose it by earning more. */
function meansChanged({ meansRoute }: TerminationQuestion): Answer {
  if (meansRoute === undefined)
    return needsFacts(['meansRoute'], ID, '还要知道当初是按哪一种情形给予援助的。', [source])
  switch (meansRoute) {
    case 'notRequired':
      return doesNotHold(ID, '这个案子本来就不看收入，不能因为收入变好而终止。', [statute('aid', '32'), source])
    case 'notified':
      return doesNotHold(ID, '办案机关通知的案件不看收入，不能因为收入变好而终止。', [statute('aid', '36'), source])
    case 'checkWaived':
    case 'threshold':
    case 'none':
      return holds(ID, `理由：${TERMINATION_GROUNDS['TM-4']}。`, [source])
    default:
      return meansRoute satisfies never
  }
}

function asked({ requestedByRecipient }: TerminationQuestion): Answer {
  if (requestedByRecipient === undefined)
    return needsFacts(['requestedByRecipient'], ID, '还要知道是不是受援人自己要求的。', [source])
  return requestedByRecipient
    ? holds(ID, `理由：${TERMINATION_GROUNDS['TM-7']}。`, [source])
    : doesNotHold(ID, '这个理由要由受援人自己提出。', [source])
}

export const rule: AnswerRule<TerminationQuestion> = {
  kind: 'answer',
  id: ID,
  title: '什么时候可以终止援助',
  states:
    '八种法定理由之一，要有证据，由法律援助机构决定；本来就不看收入的（不受经济困难限制、办案机关通知的），不能因为收入变好而终止。',
  covers: ['TM-1', 'TM-2', 'TM-3', 'TM-4', 'TM-5', 'TM-6', 'TM-7', 'TM-8', 'I7'],
  sources: [source, statute('aid', '32')],
  decide: terminationAllowed,
}
