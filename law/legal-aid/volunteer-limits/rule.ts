/** AS-7: volunteers from universities give advice and draft papers; they do not take cases. */
import { doesNotHold, holds, notApplicable } from '../../answer.ts'
import type { Answer } from '../../answer.ts'
import { statute } from '../../citation.ts'
import type { AnswerRule } from '../../rule.ts'
import type { AidService, CaseToAssign, ProviderFacts } from '../qualification-facts.ts'

const ID = 'volunteer-limits'
const sources = [statute('aid', '17'), statute('aid', '12'), statute('aid', '13')]
const OPEN_TO_VOLUNTEERS: readonly AidService[] = ['legalConsultation', 'documentDrafting']

export function volunteerLimits({ service }: CaseToAssign, { kind }: ProviderFacts): Answer {
  if (kind !== 'studentVolunteer' && kind !== 'volunteer') return notApplicable(ID, '不是志愿者。', sources)
  return OPEN_TO_VOLUNTEERS.includes(service)
    ? holds(ID, '志愿者可以做咨询和代写文书。', sources)
    : doesNotHold(ID, '志愿者只做咨询、代写文书等，不能承办案件。', sources)
}

export const rule: AnswerRule<{ case: CaseToAssign; provider: ProviderFacts }> = {
  kind: 'answer',
  id: ID,
  title: '志愿者能做什么',
  states: '高校师生等志愿者做咨询、代拟文书，不承办案件；案件派律师、基层法律服务工作者或法律援助机构内有资格的人。',
  covers: ['AS-3', 'AS-7'],
  sources,
  decide: (given) => volunteerLimits(given.case, given.provider),
}
