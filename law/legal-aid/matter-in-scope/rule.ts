/** Is what the person asks for something legal aid covers? (法律援助法 24, 29, 31, 32, 33; provincial additions) */
import { doesNotHold, holds, needsFacts } from '../../answer.ts'
import { seenOnline, statute, statuteItem } from '../../citation.ts'
import type { Citation } from '../../citation.ts'
import { parameterAt } from '../../parameters/parameters.ts'
import type { AnswerRule } from '../../rule.ts'
import { MATTERS } from '../facts.ts'
import { LISTED_IN } from '../matters.ts'
import type { FactKey, MatterCode, PartialFacts } from '../facts.ts'
import type { AidAnswer, AidInput } from '../rule-input.ts'

const ID = 'matter-in-scope'
const gansu = seenOnline('gansu', undefined, '省司法厅解读')
const consult = statute('aid', '23', '咨询对所有人免费')

/** The article that lists the matter, with its 项; article 31 for what no list of the act names. */
const source = (matter: MatterCode): Citation => {
  const place = LISTED_IN[matter]
  return place === undefined ? statute('aid', '31') : statuteItem('aid', place.article, place.item)
}
const covered = (matter: MatterCode, citation: Citation = source(matter)): AidAnswer =>
  holds(ID, `「${MATTERS[matter].plain}」在法律援助范围内。`, [citation])
const out = (says: string, citations: readonly Citation[]): AidAnswer =>
  doesNotHold(ID, `${says}您可以先免费咨询，打 12348 或到服务点都行。`, [...citations, consult])
const ask = (fact: FactKey, citation: Citation): AidAnswer =>
  needsFacts([fact], ID, '还要再问一点，才知道在不在范围内。', [citation])

/** A fact that must be `wanted` for the matter to be covered. */
function depends(
  input: AidInput,
  matter: MatterCode,
  fact: 'retrialOpened' | 'hasLawyer',
  wanted: boolean,
  refusal: string,
  citation: Citation,
): AidAnswer {
  const value = input.facts[fact]
  if (value === undefined) return ask(fact, citation)
  return value === wanted ? covered(matter, citation) : out(refusal, [citation])
}

function switched(
  input: AidInput,
  matter: MatterCode,
  key: 'scope.provincialAdditions' | 'scope.coversSeverance',
  citation: Citation,
): AidAnswer {
  const on = parameterAt(input.parameters, key, input.asOf)
  if (on === 'unknown') return needsFacts([], ID, '这件事算不算，要看本省规定，工作人员核定后告诉您。', [citation])
  return on ? covered(matter, citation) : out(`「${MATTERS[matter].plain}」目前不在本省法律援助范围内。`, [citation])
}

function heroReputation({ facts: { relationToHero } }: AidInput): AidAnswer {
  const citations = [source('heroReputation'), statute('civilCode', '1045')]
  if (relationToHero === undefined)
    return needsFacts(['relationToHero'], ID, '还要知道您是烈士（英雄）的什么人。', citations)
  return relationToHero === 'other'
    ? doesNotHold(ID, '只有烈士（英雄）的近亲属可以为这件事申请。您可以向检察院反映，由检察院来管。', citations)
    : holds(ID, '烈士（英雄）的近亲属维护名誉，在法律援助范围内。', citations)
}

function injuryDamage({ facts: { injuryKind } }: AidInput): AidAnswer {
  const citation = source('injuryDamage')
  if (injuryKind === undefined) return ask('injuryKind', citation)
  return injuryKind === 'other'
    ? out('法律写的是工伤、交通事故、食品药品和医疗事故四种，别的受伤不在这一项里。', [citation])
    : covered('injuryDamage', citation)
}

/** Criminal or not decides who may stand in for whom and who may be given the case (LA-06, AS-6): it is asked of everybody. */
function retrial(input: AidInput): AidAnswer {
  const citation = statute('aid', '33')
  const opened = depends(
    input,
    'retrial',
    'retrialOpened',
    true,
    '要等法院决定重新审、或者检察院抗诉以后才能申请。',
    citation,
  )
  return opened.verdict === 'holds' && input.facts.retrialIsCriminal === undefined
    ? needsFacts(['retrialIsCriminal'], ID, '还要知道是不是刑事案子，好派合适的律师。', [citation])
    : opened
}

const RULES: Record<MatterCode, (input: AidInput) => AidAnswer> = {
  stateCompensation: () => covered('stateCompensation'),
  socialInsurance: () => covered('socialInsurance'),
  pension: () => covered('pension'),
  maintenance: () => covered('maintenance'),
  laborRemuneration: () => covered('laborRemuneration'),
  capacity: () => covered('capacity'),
  injuryDamage,
  environment: () => covered('environment'),
  goodSamaritan: () => covered('goodSamaritan'),
  retrialAcquittal: () => covered('retrialAcquittal'),
  domesticViolence: () => covered('domesticViolence'),
  heroReputation,
  familyMatters: (input) => switched(input, 'familyMatters', 'scope.provincialAdditions', gansu),
  education: (input) => switched(input, 'education', 'scope.provincialAdditions', gansu),
  publicInterestRescuer: (input) => switched(input, 'publicInterestRescuer', 'scope.provincialAdditions', gansu),
  militaryFamily: (input) =>
    switched(input, 'militaryFamily', 'scope.provincialAdditions', seenOnline('gansuMilitary', '16')),
  severance: (input) =>
    switched(input, 'severance', 'scope.coversSeverance', seenOnline('wageAdvice', undefined, '鼓励有条件的地方纳入')),
  criminalDefense: (input) =>
    depends(
      input,
      'criminalDefense',
      'hasLawyer',
      false,
      '已经自己请了辩护律师，就不能再申请援助律师。',
      statute('aid', '24'),
    ),
  criminalVictim: (input) =>
    depends(
      input,
      'criminalVictim',
      'hasLawyer',
      false,
      '已经自己请了律师，就不能再申请援助律师。',
      statute('aid', '29'),
    ),
  retrial,
  other: () => out('这件事不在法律援助列明的事项里。', [statute('aid', '31')]),
}

export function matterInScope(input: AidInput): AidAnswer {
  const { matter } = input.facts
  if (matter === undefined) return needsFacts(['matter'], ID, '先说说遇到了什么事。', [statute('aid', '31')])
  return RULES[matter](input)
}

export const rule: AnswerRule<PartialFacts> = {
  kind: 'answer',
  id: ID,
  title: '这件事能不能申请',
  states:
    '法律列明的民事、行政、国家赔偿事项，刑事辩护和被害人代理，以及本省增加的事项，可以申请法律援助。单独要经济补偿、赔偿金的，看本省有没有纳入。',
  covers: ['LA-02', 'LA-04', 'LA-05', 'LA-06', '1.2'],
  sources: [
    statute('aid', '24'),
    statute('aid', '29'),
    statute('aid', '31'),
    statute('aid', '32'),
    statute('aid', '33'),
    gansu,
  ],
  decide: (facts, context) => matterInScope({ ...context, facts }),
}
