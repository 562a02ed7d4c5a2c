/** 军人军属优先: a matter of order in the queue, not of entitlement (军人地位和权益保障法 61; 法律援助法 70). */
import { doesNotHold, holds, needsFacts } from '../../answer.ts'
import { statute } from '../../citation.ts'
import type { AnswerRule } from '../../rule.ts'
import type { PartialFacts } from '../facts.ts'
import type { AidAnswer, AidInput } from '../rule-input.ts'

const ID = 'military-priority'
const sources = [statute('military', '61'), statute('aid', '70')]

export function militaryPriority({ facts: { serviceIdentity } }: AidInput): AidAnswer {
  if (serviceIdentity === undefined)
    return needsFacts(['serviceIdentity'], ID, '还要知道是不是军人或军人家属。', sources)
  return serviceIdentity === 'none' || serviceIdentity === 'policeFamily'
    ? doesNotHold(ID, '按先来后到办理。', sources)
    : holds(ID, '军人、军人家属和烈士家属，优先办理。', sources)
}

export const rule: AnswerRule<PartialFacts> = {
  kind: 'answer',
  id: ID,
  title: '军人军属优先',
  states: '军人、军人家属和烈士等遗属的申请优先受理；优先只管先后，不改变条件。',
  covers: ['LA-09'],
  sources,
  decide: (facts, context) => militaryPriority({ ...context, facts }),
}
