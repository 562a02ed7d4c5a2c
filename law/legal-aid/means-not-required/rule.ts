/** 不受经济困难条件限制: aid is given however much the person earns, and nobody asks (法律援助法 32). */
import { any, doesNotHold, holds, needsFacts } from '../../answer.ts'
import { seenOnline, statute, statuteItem } from '../../citation.ts'
import { parameterAt } from '../../parameters/parameters.ts'
import type { AnswerRule } from '../../rule.ts'
import type { Facts, PartialFacts } from '../facts.ts'
import { LISTED_IN } from '../matters.ts'
import type { AidAnswer, AidInput } from '../rule-input.ts'

const ID = 'means-not-required'
const source = statute('aid', '32')
const gansu = seenOnline('gansu', undefined, '解读所列军人军属、遗属')

export const meansNotRequired = (input: AidInput): AidAnswer =>
  any([byMatter(input), byServiceIdentity(input), bySocialInsuranceSwitch(input)])

/** 见义勇为, whichever matter it comes under */
const BRAVE_ACT = statuteItem('aid', '32', 2)

function byMatter({ facts: { matter, braveAct } }: AidInput): AidAnswer {
  if (matter === undefined) return needsFacts(['matter'], ID, '先说说遇到了什么事。', [source])
  const place = LISTED_IN[matter]
  if (place?.article === '32')
    return holds(ID, '这件事不看收入，有钱没钱都给援助。', [statuteItem('aid', '32', place.item)])
  if (matter !== 'publicInterestRescuer') return doesNotHold(ID, '这件事本身不在「不看收入」的几类里。', [source])
  if (braveAct === undefined) return needsFacts(['braveAct'], ID, '还要知道是不是见义勇为。', [source])
  return braveAct
    ? holds(ID, '因为见义勇为受损，不看收入。', [BRAVE_ACT])
    : doesNotHold(ID, '保护公共利益受损但不属于见义勇为的，还要看收入。', [source, gansu])
}

/** Gansu's persons. Other soldiers and their families keep the means condition, at a higher threshold. */
const EXEMPT_IDENTITIES: Record<Facts['serviceIdentity'], boolean> = {
  none: false,
  conscript: true,
  mission: true,
  missionFamily: true,
  martyrFamily: true,
  policeFamily: true,
  otherMilitary: false,
  otherMilitaryFamily: false,
}

function byServiceIdentity({ facts: { serviceIdentity }, parameters, asOf }: AidInput): AidAnswer {
  const on = parameterAt(parameters, 'exempt.militaryIdentities', asOf)
  if (on === false) return doesNotHold(ID, '本省没有把军人军属、遗属列为不看收入。', [gansu])
  if (serviceIdentity === undefined)
    return needsFacts(['serviceIdentity'], ID, '还要知道是不是军人、军人家属或烈士家属。', [gansu])
  if (!EXEMPT_IDENTITIES[serviceIdentity]) return doesNotHold(ID, '不是本省写明不看收入的军人军属、遗属。', [gansu])
  return on === 'unknown'
    ? needsFacts([], ID, '这个身份看不看收入，要看本省规定，工作人员核定后告诉您。', [gansu])
    : holds(ID, '您的身份在本省不看收入。', [gansu])
}

/** Seen in one commentary only, hence a switch that is off (rule book 1.3). */
function bySocialInsuranceSwitch({ facts: { matter, isMigrantWorker }, parameters, asOf }: AidInput): AidAnswer {
  if (matter !== undefined && matter !== 'socialInsurance') return doesNotHold(ID, '不是要社保待遇。', [gansu])
  const on = parameterAt(parameters, 'exempt.gansuSocialInsurance', asOf)
  if (on !== true) return doesNotHold(ID, '进城务工人员要社保待遇，目前还是要看收入。', [gansu])
  if (matter === undefined) return needsFacts(['matter'], ID, '先说说遇到了什么事。', [gansu])
  if (isMigrantWorker === undefined) return needsFacts(['isMigrantWorker'], ID, '还要知道是不是在外打工。', [gansu])
  return isMigrantWorker
    ? holds(ID, '进城务工人员要社保待遇，本省不看收入。', [gansu])
    : doesNotHold(ID, '不是进城务工人员。', [gansu])
}

export const rule: AnswerRule<PartialFacts> = {
  kind: 'answer',
  id: ID,
  title: '不看收入（不受经济困难条件限制）',
  states:
    '英烈近亲属维护名誉、见义勇为、再审改判无罪请求国家赔偿、遭受虐待遗弃家庭暴力的，不看收入；甘肃另有义务兵、供给制学员、执行作战或重大任务的军人军属，以及烈士、因公牺牲病故军人、因公牺牲警察的家属。',
  covers: ['1.3', 'MT-4', '10A-1'],
  sources: [source, gansu],
  decide: (facts, context) => meansNotRequired({ ...context, facts }),
}
