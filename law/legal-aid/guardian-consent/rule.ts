/** Whose consent an application for a child under 14 needs (个人信息保护法 31; 未成年人保护法 72; rule book PR-5). */
import { doesNotHold, holds, needsFacts, notApplicable } from '../../answer.ts'
import type { Answer } from '../../answer.ts'
import { ourChoice, statute } from '../../citation.ts'
import type { AnswerRule } from '../../rule.ts'

export interface GuardianQuestion {
  /** Completed years on the day of the application. */
  age: number
  /** Who brings the application: the child alone, a parent or guardian, another close relative, somebody with a written authority. */
  broughtBy: 'child' | 'guardian' | 'relative' | 'agent'
  /** Whether staff put it down, with the people before them. */
  withStaff: boolean
  /** Whether the guardian is the one who does harm; absent while unknown. */
  guardianIsOpponent?: boolean
}

const ID = 'guardian-consent'
const consent = [statute('personalInformation', '31'), statute('minors', '72')]
/** 为履行法定职责所必需: no consent is asked for. */
const duty = [statute('personalInformation', '13'), statute('aid', '40')]

export function guardianConsent({ age, broughtBy, withStaff, guardianIsOpponent }: GuardianQuestion): Answer {
  if (age >= 14) return notApplicable(ID, '满 14 周岁的，自己就能同意。', consent)
  if (broughtBy === 'guardian') return holds(ID, '父母或监护人替孩子申请，就是同意了。', consent)
  if (broughtBy !== 'child' && withStaff)
    return holds(ID, '监护人的同意由工作人员当面核对。', [ourChoice('监护人来不了的，由工作人员核对')])
  const mayStepIn = withStaff || broughtBy === 'relative'
  if (!mayStepIn)
    return doesNotHold(
      ID,
      '不满 14 周岁的，要由父母或监护人来申请；监护人就是侵害人的，由别的近亲属或工作人员来办。',
      consent,
    )
  if (guardianIsOpponent === undefined)
    return needsFacts(['guardianIsOpponent'], ID, '还要知道侵害孩子的是不是父母或监护人。', consent)
  return guardianIsOpponent
    ? holds(ID, '侵害孩子的就是监护人，不用监护人同意，由别的近亲属或工作人员来办。', duty)
    : doesNotHold(ID, '请孩子的父母或监护人来申请。', consent)
}

export const rule: AnswerRule<GuardianQuestion> = {
  kind: 'answer',
  id: ID,
  title: '不满 14 周岁，谁来同意',
  states:
    '处理不满 14 周岁孩子的信息，要父母或监护人同意，所以申请由他们来提交。监护人就是侵害人的，不用他同意，由别的近亲属代办，或者由工作人员按法定职责办。',
  covers: ['PR-5'],
  sources: [...consent, ...duty],
  decide: guardianConsent,
}
