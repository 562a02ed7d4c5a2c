/** ND-1: a minor's lawyer is one who knows minors (未成年人保护法 104). */
import { doesNotHold, holds, needsFacts, notApplicable } from '../../answer.ts'
import type { Answer } from '../../answer.ts'
import { seenOnline, statute } from '../../citation.ts'
import type { AnswerRule } from '../../rule.ts'
import type { CaseToAssign, ProviderFacts } from '../qualification-facts.ts'

const ID = 'juvenile-aware'
const sources = [statute('minors', '104'), seenOnline('procedure', '26')]

export function juvenileAware({ service, notifiedGround, juvenile }: CaseToAssign, provider: ProviderFacts): Answer {
  if (service !== 'criminalDefense') return notApplicable(ID, '不是刑事辩护。', sources)
  const young = notifiedGround === 'ND-1' ? true : juvenile
  if (young === undefined) return needsFacts(['juvenile'], ID, '还要知道是不是未成年人。', sources)
  if (!young) return notApplicable(ID, '不是未成年人。', sources)
  if (provider.juvenileExperience === undefined) {
    return needsFacts(['juvenileExperience'], ID, '还没有登记这位律师是否熟悉未成年人。', sources)
  }
  return provider.juvenileExperience
    ? holds(ID, '律师熟悉未成年人身心特点，符合。', sources)
    : doesNotHold(ID, '未成年人的案件，要派熟悉未成年人身心特点的律师。', sources)
}

export const rule: AnswerRule<{ case: CaseToAssign; provider: ProviderFacts }> = {
  kind: 'answer',
  id: ID,
  title: '未成年人案件的律师',
  states: '未成年人的刑事案件，派熟悉未成年人身心特点的律师。',
  covers: ['ND-1'],
  sources,
  decide: (given) => juvenileAware(given.case, given.provider),
}
