/** 紧急先行提供: help first, papers later (法律援助法 44). The rule only suggests; a person decides. */
import { any, doesNotHold, holds, needsFacts } from '../../answer.ts'
import { statute } from '../../citation.ts'
import { daysBetween } from '../../calendar/dates.ts'
import { formatDate } from '../../calendar/wording.ts'
import type { AnswerRule } from '../../rule.ts'
import type { Facts, PartialFacts } from '../facts.ts'
import type { AidAnswer, AidInput } from '../rule-input.ts'
import { limitationLastDay } from './last-day.ts'

const ID = 'urgent'
const source = statute('aid', '44')
/** Fewer than this many days left is urgent; exactly this many is not yet. */
const URGENT_BELOW_DAYS = 7

export const urgentProvision = (input: AidInput): AidAnswer => any([byDeadline(input), byMeasure(input.facts)])

/** Whole days from the day of application to the last day; negative when it has passed; undefined when unknown or none. */
export function daysLeft({ facts: { deadlineFrom, deadlineDay }, asOf, calendar }: AidInput): number | undefined {
  if (deadlineFrom === undefined || deadlineFrom === 'none' || deadlineDay === undefined) return undefined
  return daysBetween(asOf, limitationLastDay(deadlineFrom, deadlineDay, calendar).unrolledDay)
}

function byDeadline(input: AidInput): AidAnswer {
  const { deadlineFrom, deadlineDay } = input.facts
  if (deadlineFrom === undefined) return needsFacts(['deadlineFrom'], ID, '还要知道有没有快过期的事。', [source])
  if (deadlineFrom === 'none') return doesNotHold(ID, '没有快过期的事。', [source])
  if (deadlineDay === undefined) return needsFacts(['deadlineDay'], ID, '还要知道是哪一天。', [source])
  const limit = limitationLastDay(deadlineFrom, deadlineDay, input.calendar)
  const left = daysBetween(input.asOf, limit.unrolledDay)
  const citations = [source, ...limit.citations]
  const last = formatDate(limit.unrolledDay)
  if (left < 0) {
    return doesNotHold(
      ID,
      `${limit.name}的期限看起来到${last}已经过了。先别放弃：中间要过钱、投诉过，期限可能重新算，请马上让律师看。`,
      citations,
    )
  }
  return left < URGENT_BELOW_DAYS
    ? holds(ID, `${limit.name}最晚${last}，只剩${left}天，可以先派律师、后补手续。`, citations)
    : doesNotHold(ID, `${limit.name}最晚${last}，还有${left}天，按平常手续来得及。`, citations)
}

const MEASURES: Record<Exclude<Facts['urgentMeasure'], 'none'>, string> = {
  preserveProperty: '要马上请法院冻结对方财产',
  preserveEvidence: '要马上请法院保全证据',
  advanceEnforcement: '要马上请法院让对方先付一部分',
}

function byMeasure({ urgentMeasure }: PartialFacts): AidAnswer {
  if (urgentMeasure === undefined)
    return needsFacts(['urgentMeasure'], ID, '还要知道要不要马上请法院做什么。', [source])
  return urgentMeasure === 'none'
    ? doesNotHold(ID, '不用马上请法院做什么。', [source])
    : holds(ID, `${MEASURES[urgentMeasure]}，可以先派律师、后补手续。`, [source])
}

export const rule: AnswerRule<PartialFacts> = {
  kind: 'answer',
  id: ID,
  title: '情况紧急，先派律师后补手续',
  states:
    '离起诉、仲裁、复议的期限不足7天的，或者要马上申请财产保全、证据保全、先予执行的，可以先提供援助，事后补手续。正好还剩7天不算。系统只提示，由人决定。',
  covers: ['UR-1', 'UR-2', 'UR-3'],
  sources: [source],
  decide: (facts, context) => urgentProvision({ ...context, facts }),
}
