/** Which agency's business it is (法律援助法 38). "Elsewhere" means handing over, never just turning away (JU-5). */
import { any, doesNotHold, holds, needsFacts, notApplicable } from '../../answer.ts'
import { ourChoice, statute, unchecked } from '../../citation.ts'
import type { Citation } from '../../citation.ts'
import type { AnswerRule } from '../../rule.ts'
import type { FactKey, PartialFacts } from '../facts.ts'
import { MATTER_GROUP } from '../matters.ts'
import type { AidAnswer, AidInput } from '../rule-input.ts'

const ID = 'jurisdiction'
const source = statute('aid', '38')
const handOver = unchecked('procedure', '不归本机构管的，要告诉去哪里')
const labor = ourChoice('劳动案件由干活地或用人单位所在地的机构受理')
const future = ourChoice('还没起诉的，按将来管这件事的法院大致在哪里算')

export function jurisdiction({ facts }: AidInput): AidAnswer {
  const { matter, caseBody } = facts
  if (matter === undefined) return needsFacts(['matter'], ID, '先说说遇到了什么事。', [source])
  if (MATTER_GROUP[matter] === 'none') return notApplicable(ID, '不是能申请的事项，不用看归哪里管。', [source])
  if (caseBody === undefined) return needsFacts(['caseBody'], ID, '还要知道有没有单位在办、在哪里。', [source])
  switch (caseBody) {
    case 'courtHere':
      return holds(ID, '办案机关在本区，归本区法律援助中心管。', [source])
    case 'courtElsewhere':
      return elsewhere('办案的法院、检察院或公安在外地，要由那里的法律援助机构管。', [source])
    case 'otherHere':
      return holds(ID, '处理这件事的单位在本区，归本区法律援助中心管。', [source])
    case 'otherElsewhere':
    case 'none':
      return byPlace(facts, MATTER_GROUP[matter] === 'labor', caseBody === 'none')
    default:
      return caseBody satisfies never
  }
}

const elsewhere = (says: string, citations: readonly Citation[]): AidAnswer =>
  doesNotHold(ID, `${says}我们可以替您转过去，您不用白跑。`, [...citations, handOver])

function byPlace(facts: PartialFacts, isLabor: boolean, notBegun: boolean): AidAnswer {
  if (isLabor) {
    return any([
      place(facts, 'workPlace', '活是在本区干的，归本区法律援助中心管。', '活不是在本区干的。', labor),
      place(facts, 'employerPlace', '老板（公司）在本区，归本区法律援助中心管。', '老板（公司）也不在本区。', labor),
    ])
  }
  const event = place(facts, 'eventPlace', '事情发生在本区，归本区法律援助中心管。', '事情不是在本区发生的。', source)
  if (!notBegun) return event
  return any([
    event,
    place(facts, 'opponentPlace', '对方在本区，官司多半在本区打，归本区法律援助中心管。', '对方也不在本区。', future),
  ])
}

type PlaceKey = FactKey & ('workPlace' | 'employerPlace' | 'eventPlace' | 'opponentPlace')

function place(facts: PartialFacts, key: PlaceKey, here: string, away: string, citation: Citation): AidAnswer {
  const value = facts[key]
  if (value === undefined) return needsFacts([key], ID, '还要知道地点，才知道归哪里管。', [source, citation])
  return value === 'here' ? holds(ID, here, [source, citation]) : elsewhere(away, [source, citation])
}

export const rule: AnswerRule<PartialFacts> = {
  kind: 'answer',
  id: ID,
  title: '归哪里的法律援助机构管',
  states:
    '打官司的，找办案机关所在地的机构；不打官司的，找处理争议的单位所在地或事情发生地的机构。劳动案件按干活地或用人单位所在地。几个机构都能管的，谁先收到谁受理。不归本机构管的要替人转过去，不能只说不受理。',
  covers: ['JU-1', 'JU-2', 'JU-3', 'JU-5', 'JU-6'],
  sources: [source, labor, future, handOver, unchecked('procedure', '两个以上机构都能管的，由最先收到的受理')],
  decide: (facts, context) => jurisdiction({ ...context, facts }),
}
