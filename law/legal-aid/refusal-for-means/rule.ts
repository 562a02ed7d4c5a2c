/** May aid be refused because the household earns too much? Not where the law asks nobody what they earn (法律援助法 32, 36). */
import { doesNotHold, holds, needsFacts } from '../../answer.ts'
import { statute } from '../../citation.ts'
import type { AnswerRule } from '../../rule.ts'
import type { PartialFacts } from '../facts.ts'
import { meansCheckWaived } from '../means-check-waived/rule.ts'
import { meansNotRequired } from '../means-not-required/rule.ts'
import { notifiedDefence } from '../notified-defence/rule.ts'
import type { AidAnswer, AidInput } from '../rule-input.ts'

const ID = 'refusal-for-means'
const [hardship, free, waived] = [statute('aid', '34'), statute('aid', '32'), statute('aid', '42')]

/** The three ways in the order of MT-4. A waived check leaves the condition: it can still be failed where no paper proves the identity. */
export function refusalForMeans(input: AidInput): AidAnswer {
  if (notifiedDefence(input).verdict === 'holds')
    return doesNotHold(ID, '办案机关通知的案件不看收入，不能以收入高为由不给援助。', [statute('aid', '36')])
  const asksNobody = meansNotRequired(input)
  if (asksNobody.verdict === 'holds')
    return doesNotHold(
      ID,
      '本案不受经济困难条件限制，不能以收入高为由不给援助。',
      asksNobody.reasons.flatMap(({ citations }) => citations),
    )
  if (asksNobody.verdict === 'needsFacts')
    return needsFacts(asksNobody.facts, ID, '先要弄清是不是不看收入的情形。', [free])
  return meansCheckWaived(input).verdict === 'holds'
    ? holds(ID, '材料能证明身份的免予核查；证明不了的，才可以按收入决定。', [waived, hardship])
    : holds(ID, '本案要看收入，高于困难标准的可以不给。', [hardship])
}

export const rule: AnswerRule<PartialFacts> = {
  kind: 'answer',
  id: ID,
  title: '能不能以收入高为由不给援助',
  states:
    '不受经济困难条件限制的（英烈近亲属维护名誉、见义勇为、再审改判无罪请求国家赔偿、遭受虐待遗弃家庭暴力，以及本省列明的军人军属、遗属）和办案机关通知的，不能以收入高为由不给。免予核查的条件还在：材料能证明身份的不再查收入，证明不了的可以按收入决定。',
  covers: ['MT-4', '1.3', 'T11', 'AC-8', '10A-1'],
  sources: [free, hardship, waived, statute('aid', '36')],
  decide: (facts, context) => refusalForMeans({ ...context, facts }),
}
