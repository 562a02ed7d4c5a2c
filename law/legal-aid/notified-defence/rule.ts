/** 通知辩护、通知代理: no application and no review; the letter of court, procuratorate or police is enough (法律援助法 25, 28, 36). */
import { doesNotHold, holds, needsFacts, notApplicable } from '../../answer.ts'
import { statute } from '../../citation.ts'
import { ageOn } from '../../calendar/dates.ts'
import { parameterAt } from '../../parameters/parameters.ts'
import type { AnswerRule } from '../../rule.ts'
import type { PartialFacts } from '../facts.ts'
import type { AidAnswer, AidInput } from '../rule-input.ts'
import { NOTIFIED_GROUNDS } from './grounds.ts'
import type { NotifiedGround } from './grounds.ts'

const ID = 'notified-defence'
const source = statute('aid', '36')

export function notifiedDefence(input: AidInput): AidAnswer {
  const { matter, notificationLetter, notifiedGround } = input.facts
  if (matter !== undefined && matter !== 'criminalDefense')
    return notApplicable(ID, '不是刑事辩护，没有通知这回事。', [source])
  if (matter === undefined) return needsFacts(['matter'], ID, '先说说遇到了什么事。', [source])
  if (notificationLetter === undefined)
    return needsFacts(['notificationLetter'], ID, '还要知道办案机关有没有发通知函。', [source])
  if (!notificationLetter) return doesNotHold(ID, '办案机关没有发通知函，按本人申请来办。', [source])
  if (notifiedGround === undefined)
    return needsFacts(['notifiedGround'], ID, '还要知道通知函写的是哪一种人。', [source])
  return checks[notifiedGround]?.(input) ?? stageCheck(input, notifiedGround)
}

/** Grounds with a condition of their own; the check returns nothing when the ordinary one is enough. */
const checks: Partial<Record<NotifiedGround, (input: AidInput) => AidAnswer | undefined>> = {
  'ND-1': minorAtTrial,
  'ND-5': deathReview,
  'ND-10': pilotOnly,
}

function stageCheck({ facts: { criminalStage } }: AidInput, ground: NotifiedGround): AidAnswer {
  const { stages, citations, name } = NOTIFIED_GROUNDS[ground]
  const granted = holds(ID, `办案机关已经发函（${name}），不用申请、不查收入，直接派律师。`, [source, ...citations])
  if (stages.length === 4) return granted
  if (criminalStage === undefined) return needsFacts(['criminalStage'], ID, '还要知道案子到了哪一步。', citations)
  return stages.includes(criminalStage)
    ? granted
    : doesNotHold(ID, `「${name}」的通知不用在这个阶段，请和发函单位核对。`, citations)
}

/** At trial, a minor is one who is still under 18 at that time (刑诉解释 564). */
function minorAtTrial({ facts: { criminalStage, birthDate }, asOf }: AidInput): AidAnswer | undefined {
  const citations = [statute('criminalProcedureReading', '564')]
  if (criminalStage === undefined) return needsFacts(['criminalStage'], ID, '还要知道案子到了哪一步。', citations)
  if (criminalStage !== 'trial') return undefined
  if (birthDate === undefined) return needsFacts(['birthDate'], ID, '还要知道出生日期。', citations)
  return ageOn(birthDate, asOf) < 18
    ? undefined
    : doesNotHold(ID, '开庭审理时已满18岁，不按未成年人通知，请和法院核对是不是别的情形。', citations)
}

function deathReview({ facts: { deathReviewCourt, appliedByDefendant } }: AidInput): AidAnswer {
  const { citations } = NOTIFIED_GROUNDS['ND-5']
  const granted = holds(ID, '死刑复核案件，法院已经发函，直接派律师。', [source, ...citations])
  if (deathReviewCourt === undefined) return needsFacts(['deathReviewCourt'], ID, '还要知道由哪个法院复核。', citations)
  if (deathReviewCourt === 'high') return granted
  if (appliedByDefendant === undefined)
    return needsFacts(['appliedByDefendant'], ID, '还要知道被告人本人有没有申请。', citations)
  return appliedByDefendant ? granted : doesNotHold(ID, '最高人民法院复核的，要被告人本人提出申请。', citations)
}

function pilotOnly({ parameters, asOf }: AidInput): AidAnswer | undefined {
  const { citations } = NOTIFIED_GROUNDS['ND-10']
  const pilot = parameterAt(parameters, 'pilot.prosecutionStageDefence', asOf)
  if (pilot === 'unknown') return needsFacts([], ID, '本地是不是试点地区，由工作人员核定。', citations)
  return pilot ? undefined : doesNotHold(ID, '审查起诉阶段全覆盖只在试点地区，本地还不是。', citations)
}

export const rule: AnswerRule<PartialFacts> = {
  kind: 'answer',
  id: ID,
  title: '办案机关通知的辩护和代理',
  states:
    '未成年人、视听言语残疾人、不能完全辨认行为的成年人、可能判无期死刑、死刑复核、缺席审判、强制医疗等，由法院、检察院、公安发函，法律援助机构不审查收入，3日内派律师。最高人民法院复核死刑的要本人申请；审判时已满18岁的不按未成年人办。',
  covers: ['1.4', 'ND-1', 'ND-5', 'ND-10', '10A-1', 'I2'],
  sources: [statute('aid', '25'), statute('aid', '28'), source, statute('criminalProcedureReading', '564')],
  decide: (facts, context) => notifiedDefence({ ...context, facts }),
}
