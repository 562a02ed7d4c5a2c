/** AS-6, I6: nobody but a lawyer defends in a criminal case. */
import { doesNotHold, holds, notApplicable } from '../../answer.ts'
import type { Answer } from '../../answer.ts'
import { statute } from '../../citation.ts'
import type { AnswerRule } from '../../rule.ts'
import { PROVIDER_KINDS } from '../qualification-facts.ts'
import type { CaseToAssign, ProviderFacts } from '../qualification-facts.ts'

const ID = 'lawyer-required'
const sources = [
  statute('aid', '25'),
  statute('aid', '26'),
  statute('criminalProcedure', '33'),
  statute('criminalProcedure', '34'),
]

export function lawyerRequired({ service }: CaseToAssign, { kind }: ProviderFacts): Answer {
  if (service !== 'criminalDefense' && service !== 'dutyLawyer')
    return notApplicable(ID, '这类服务不限定必须是律师。', sources)
  return kind === 'lawyer'
    ? holds(ID, '刑事案件由律师承办，符合。', sources)
    : doesNotHold(ID, `刑事辩护、值班律师只能派律师，${PROVIDER_KINDS[kind]}不能承办。`, sources)
}

export const rule: AnswerRule<{ case: CaseToAssign; provider: ProviderFacts }> = {
  kind: 'answer',
  id: ID,
  title: '刑事辩护只能派律师',
  states: '刑事辩护和值班律师帮助只能由律师承担；基层法律服务工作者、志愿者不能当刑事辩护人。',
  covers: ['AS-3', 'AS-6', 'I6', '10A-10'],
  sources,
  decide: (given) => lawyerRequired(given.case, given.provider),
}
