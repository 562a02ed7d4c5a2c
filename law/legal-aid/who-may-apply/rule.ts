/** May this person apply, for himself or for another? (法律援助法 24, 29, 33, 35, 40) */
import { any, doesNotHold, holds, needsFacts } from '../../answer.ts'
import { ourChoice, statute } from '../../citation.ts'
import type { Citation } from '../../citation.ts'
import type { AnswerRule } from '../../rule.ts'
import type { Facts, PartialFacts } from '../facts.ts'
import { matterGroup } from '../matters.ts'
import type { AidAnswer, AidInput } from '../rule-input.ts'
import { CLOSE_RELATIVE_SOURCE, isCloseRelative } from './relations.ts'
import type { CaseKind } from './relations.ts'

const ID = 'who-may-apply'
const byGuardian = statute('aid', '40')

const ROLES: Record<Facts['applicantRole'], (facts: PartialFacts) => AidAnswer> = {
  self: () => holds(ID, '您可以为自己申请。', [statute('aid', '35')]),
  selfMinor,
  legalRepresentative: () => holds(ID, '父母或其他监护人可以替他（她）申请。', [byGuardian]),
  closeRelative,
  entrusted: () => holds(ID, '有本人写的委托书，可以代他（她）来办。', [ourChoice('法律没有禁止委托他人递交申请')]),
  other: () =>
    doesNotHold(ID, '您还不能代他（她）申请。请本人来，或者让本人写一份委托书；说不清的打 12348，我们帮您想办法。', [
      byGuardian,
    ]),
}

export function whoMayApply({ facts }: AidInput): AidAnswer {
  if (facts.applicantRole === undefined) {
    return needsFacts(['applicantRole'], ID, '还要知道是替谁申请。', [statute('aid', '35')])
  }
  return ROLES[facts.applicantRole](facts)
}

function selfMinor({ livesOnOwnWork }: PartialFacts): AidAnswer {
  const adultByWork = statute('civilCode', '18')
  if (livesOnOwnWork === undefined)
    return needsFacts(['livesOnOwnWork'], ID, '还要知道您是不是靠自己打工生活。', [adultByWork])
  return livesOnOwnWork
    ? holds(ID, '满16岁、靠自己打工生活的，可以自己申请。', [adultByWork])
    : doesNotHold(
        ID,
        '没满18岁，请父母或监护人来申请。要是父母就是侵害您的人，别的亲属可以代您申请，也可以直接打 12348。',
        [byGuardian],
      )
}

/** A relative may apply if any one of the ways the law opens is open. */
function closeRelative(facts: PartialFacts): AidAnswer {
  const { matter } = facts
  if (matter === undefined) return needsFacts(['matter'], ID, '先说说遇到了什么事。', [byGuardian])
  const ways = [detainedPerson(facts), infringedByGuardian(facts)]
  if (matter === 'criminalDefense') ways.unshift(relative(facts, 'criminal', statute('aid', '24')))
  if (matter === 'criminalVictim') ways.unshift(victimsRelative(facts))
  if (matter === 'retrial') ways.unshift(relativeInCase(facts, statute('aid', '33')))
  return any(ways)
}

function relative({ relation }: PartialFacts, kind: CaseKind, source: Citation): AidAnswer {
  const citations = [source, CLOSE_RELATIVE_SOURCE[kind]]
  if (relation === undefined) return needsFacts(['relation'], ID, '还要知道您是他（她）的什么人。', citations)
  if (isCloseRelative(relation, kind)) return holds(ID, '您是他（她）的近亲属，可以代他（她）申请。', citations)
  const listed = kind === 'criminal' ? '丈夫、妻子、父母、儿女和亲兄弟姐妹' : '夫妻、父母、儿女、兄弟姐妹、祖孙'
  return doesNotHold(ID, `这类案子里近亲属只有${listed}。请他们来办，或者由本人写委托书。`, citations)
}

function victimsRelative(facts: PartialFacts): AidAnswer {
  const source = statute('aid', '29')
  if (facts.victimKind === undefined) return needsFacts(['victimKind'], ID, '还要知道是哪一种案子。', [source])
  return facts.victimKind === 'publicProsecution'
    ? relative(facts, 'criminal', source)
    : doesNotHold(ID, '自诉和附带要赔偿的案子，由本人或父母、监护人申请。', [source])
}

/** By the relatives of the kind of case; of a retrial somebody has to say first which kind it is (LA-06). */
function relativeInCase(facts: PartialFacts, source: Citation): AidAnswer {
  if (facts.matter === 'retrial' && facts.retrialIsCriminal === undefined)
    return needsFacts(['retrialIsCriminal'], ID, '还要知道是不是刑事案子。', [source])
  return relative(facts, caseKind(facts), source)
}

/** LA-08. The relatives are those of the kind of case, not of the place where the person is held. */
function detainedPerson(facts: PartialFacts): AidAnswer {
  if (facts.detained === undefined) return needsFacts(['detained'], ID, '还要知道他（她）是不是被关着。', [byGuardian])
  return facts.detained
    ? relativeInCase(facts, byGuardian)
    : doesNotHold(ID, '他（她）能自己来办，请本人申请，或者写委托书让您来办。', [byGuardian])
}

/** LA-07: when the guardian is the one who does harm, another relative steps in. */
function infringedByGuardian(facts: PartialFacts): AidAnswer {
  if (facts.lacksCapacity === undefined)
    return needsFacts(['lacksCapacity'], ID, '还要知道他（她）能不能自己做主。', [byGuardian])
  if (!facts.lacksCapacity)
    return doesNotHold(ID, '成年人能自己做主的，由本人申请，或者写委托书让您来办。', [byGuardian])
  if (facts.guardianIsOpponent === undefined)
    return needsFacts(['guardianIsOpponent'], ID, '还要知道侵害他（她）的是不是监护人。', [byGuardian])
  return facts.guardianIsOpponent
    ? relativeInCase(facts, byGuardian)
    : doesNotHold(ID, '请他（她）的父母或监护人来申请。', [byGuardian])
}

const caseKind = (facts: PartialFacts): CaseKind =>
  facts.matter !== undefined && matterGroup(facts.matter, facts) === 'criminal' ? 'criminal' : 'civil'

export const rule: AnswerRule<PartialFacts> = {
  kind: 'answer',
  id: ID,
  title: '谁可以申请',
  states:
    '成年人自己申请；没满18岁或不能自己做主的由父母、监护人申请，监护人就是侵害人的由别的近亲属申请；被关着的人，近亲属可以代申请。刑事案件的近亲属只有夫妻、父母、儿女、亲兄弟姐妹，民事案件还有祖孙。',
  covers: ['LA-03', 'LA-04', 'LA-05', 'LA-06', 'LA-07', 'LA-08'],
  sources: [
    statute('aid', '24'),
    statute('aid', '29'),
    statute('aid', '33'),
    byGuardian,
    CLOSE_RELATIVE_SOURCE.criminal,
    CLOSE_RELATIVE_SOURCE.civil,
  ],
  decide: (facts, context) => whoMayApply({ ...context, facts }),
}
