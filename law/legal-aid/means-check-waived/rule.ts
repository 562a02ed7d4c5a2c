/** 免予核查: the means condition stays, but a paper about who one is takes the place of looking into income (法律援助法 42). */
import { any, doesNotHold, holds, needsFacts } from '../../answer.ts'
import { seenOnline, statute, statuteItem } from '../../citation.ts'
import { ageOn } from '../../calendar/dates.ts'
import { parameterAt } from '../../parameters/parameters.ts'
import type { AnswerRule } from '../../rule.ts'
import type { Facts, PartialFacts } from '../facts.ts'
import type { AidAnswer, AidInput } from '../rule-input.ts'

const ID = 'means-check-waived'
const source = statute('aid', '42')
/** 42(1) specific groups without a fixed living, 42(2) relief and preferential treatment, 42(3) workers away from home. */
const [byGroup, byRelief, byWork] = [
  statuteItem('aid', '42', 1),
  statuteItem('aid', '42', 2),
  statuteItem('aid', '42', 3),
]
const WORKER_MATTERS = ['laborRemuneration', 'injuryDamage'] as const

/** Workers first: it is the commonest way, and the shortest to ask about. */
export const meansCheckWaived = (input: AidInput): AidAnswer =>
  any([byMigrantWork(input), byAssistance(input), byNeed(input)])

function byMigrantWork(input: AidInput): AidAnswer {
  const { matter, isMigrantWorker } = input.facts
  if (matter === undefined) return needsFacts(['matter'], ID, '先说说遇到了什么事。', [source])
  if (!WORKER_MATTERS.some((one) => one === matter)) {
    return doesNotHold(ID, '进城务工人员免查收入，只限要工资和工伤赔偿两件事。', [source])
  }
  if (isMigrantWorker === false) return doesNotHold(ID, '不是进城务工人员。', [source])
  const claim = matter === 'laborRemuneration' ? payClaim(input) : workInjury(input.facts)
  if (claim.verdict !== 'holds' || isMigrantWorker === true) return claim
  return needsFacts(['isMigrantWorker'], ID, '还要知道是不是农村户口在外打工。', [source])
}

/** The act speaks of claiming pay; whether confirming the employment alone is meant, each agency decides. */
function payClaim({ facts: { laborClaim }, parameters, asOf }: AidInput): AidAnswer {
  if (laborClaim === undefined) return needsFacts(['laborClaim'], ID, '还要知道是要工资还是只确认关系。', [source])
  if (laborClaim !== 'relationOnly') return holds(ID, '在外打工的人要工资，不用查收入。', [byWork])
  const on = parameterAt(parameters, 'waiver.relationOnly', asOf)
  if (on === 'unknown') return needsFacts([], ID, '只确认劳动关系要不要查收入，由工作人员核定。', [source])
  return on
    ? holds(ID, '在外打工的人确认劳动关系，本地也不查收入。', [byWork])
    : doesNotHold(ID, '只确认劳动关系、不要工资的，还要看收入。', [source])
}

function workInjury({ injuryKind }: PartialFacts): AidAnswer {
  if (injuryKind === undefined) return needsFacts(['injuryKind'], ID, '还要知道是怎么受的伤。', [source])
  return injuryKind === 'work'
    ? holds(ID, '在外打工的人要工伤赔偿，不用查收入。', [byWork])
    : doesNotHold(ID, '打工的人免查收入只限工伤，这次受伤不是工伤。', [source])
}

const ASSISTED: Record<Exclude<Facts['assistance'], 'none'>, string> = {
  dibao: '低保户',
  extremePoverty: '特困供养人员',
  lowIncome: '低收入家庭',
  institution: '由福利机构供养的人',
  judicialAid: '受司法救助的人',
  preferential: '优抚对象',
}

function byAssistance({ facts: { assistance } }: AidInput): AidAnswer {
  if (assistance === undefined) return needsFacts(['assistance'], ID, '还要知道有没有低保等身份。', [source])
  if (assistance === 'none') return doesNotHold(ID, '没有低保、救助、优抚等身份。', [source])
  return holds(ID, `${ASSISTED[assistance]}不用查收入，交证件就行。`, [byRelief])
}

/** 无固定生活来源的未成年人、老年人、残疾人等特定群体; old age begins at 60. */
function byNeed({ facts: { birthDate, disabled, fixedIncome }, asOf }: AidInput): AidAnswer {
  const citations = [source, statute('elderly', '2')]
  if (fixedIncome === true) return doesNotHold(ID, '有固定的生活来源。', citations)
  const age = birthDate === undefined ? undefined : ageOn(birthDate, asOf)
  const young = age !== undefined && age < 18
  const old = age !== undefined && age >= 60
  if (!young && !old && disabled !== true) {
    if (age === undefined) return needsFacts(['birthDate'], ID, '还要知道出生日期。', citations)
    return disabled === undefined
      ? needsFacts(['disabled'], ID, '还要知道有没有残疾。', citations)
      : doesNotHold(ID, '不是未成年人、60岁以上老人或残疾人。', citations)
  }
  if (fixedIncome === undefined) return needsFacts(['fixedIncome'], ID, '还要知道有没有固定的生活来源。', citations)
  const who = young ? '未成年人' : old ? '60岁以上的老人' : '残疾人'
  return holds(ID, `没有固定生活来源的${who}，不用查收入。`, old ? [byGroup, statute('elderly', '2')] : [byGroup])
}

export const rule: AnswerRule<PartialFacts> = {
  kind: 'answer',
  id: ID,
  title: '不用查收入（免予核查经济困难状况）',
  states:
    '没有固定生活来源的未成年人、60岁以上老人、残疾人等，社会救助、司法救助、优抚对象，要工资或工伤赔偿的进城务工人员，凭身份材料认定，不再查收入。条件还在，只是不查；和「不看收入」不是一回事。',
  covers: ['1.3', 'MT-4', '3.3', '10A-1'],
  sources: [source, statute('elderly', '2'), seenOnline('procedure', undefined, '旧版所列身份材料')],
  decide: (facts, context) => meansCheckWaived({ ...context, facts }),
}
