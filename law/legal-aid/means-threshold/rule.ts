/** 经济困难标准: household income per head against the figure in force on the day of application (rule book 3.2). */
import { doesNotHold, holds, needsFacts } from '../../answer.ts'
import { ourChoice, seenOnline, statute } from '../../citation.ts'
import { parameterAt } from '../../parameters/parameters.ts'
import type { AnswerRule } from '../../rule.ts'
import type { FactKey, Facts, PartialFacts } from '../facts.ts'
import type { AidAnswer, AidInput } from '../rule-input.ts'
import { thresholdFor } from './threshold.ts'

const ID = 'means-threshold'
const sources = [
  statute('aid', '34'),
  statute('aidRegulation', '13', '按受理地的标准'),
  ourChoice('按近12个月平均、共同生活家庭成员计算'),
]

/** Yuan a month of everybody counted in. */
interface Income {
  sum: number
  persons: number
}
type KnownIncome = Income | { missing: readonly FactKey[] }

export function meansThreshold(input: AidInput): AidAnswer {
  const income = countedIncome(input)
  if ('missing' in income) return needsFacts(income.missing, ID, '还要知道家里的收入和人口。', sources)
  const verdicts = possibleIdentities(input.facts).flatMap((military) =>
    possibleHomes(input.facts).map((rural) => compare(input, income, military, rural)),
  )
  const [first] = verdicts
  if (verdicts.includes('unknown')) return needsFacts([], ID, '本地的困难标准还没有录入，由工作人员核定。', sources)
  if (first !== undefined && verdicts.every((one) => one === first))
    return stated(first === 'within', income.sum / income.persons)
  const missing: FactKey[] = []
  if (input.facts.residence === undefined) missing.push('residence')
  if (input.facts.serviceIdentity === undefined) missing.push('serviceIdentity')
  return needsFacts(missing, ID, '还差一点才能对照困难标准。', sources)
}

const stated = (within: boolean, perHead: number): AidAnswer =>
  within
    ? holds(ID, `家里平均每人每月 ${yuan(perHead)} 元，没有超过困难标准。`, sources)
    : doesNotHold(
        ID,
        `家里平均每人每月 ${yuan(perHead)} 元，超过了困难标准。收入有变化或算得不对，可以说明后再看。`,
        sources,
      )

const yuan = (sum: number): string => String(Math.round(sum * 100) / 100)

/** Opponents in the household are counted out: then only the applicant's own income is looked at. */
function countedIncome({ facts, parameters, asOf }: AidInput): KnownIncome {
  const rule = parameterAt(parameters, 'household.rule', asOf)
  const excludes = parameterAt(parameters, 'household.excludeOpponent', asOf)
  if (rule === 'unknown' || excludes === 'unknown') return { missing: [] }
  if (rule === 'applicantOnly') return ownIncome(facts)
  if (excludes && facts.opponentInHousehold === undefined) return { missing: ['opponentInHousehold'] }
  if (excludes && facts.opponentInHousehold === true) return ownIncome(facts)
  const { householdSize: persons, householdMonthlyIncome: sum } = facts
  if (persons !== undefined && sum !== undefined) return { sum, persons }
  return { missing: (['householdSize', 'householdMonthlyIncome'] as const).filter((key) => facts[key] === undefined) }
}

const ownIncome = ({ ownMonthlyIncome: sum }: PartialFacts): KnownIncome =>
  sum === undefined ? { missing: ['ownMonthlyIncome'] } : { sum, persons: 1 }

const MILITARY: Record<Facts['serviceIdentity'], boolean> = {
  none: false,
  conscript: true,
  mission: true,
  missionFamily: true,
  martyrFamily: true,
  policeFamily: false,
  otherMilitary: true,
  otherMilitaryFamily: true,
}

/** Which thresholds may still apply: an unknown fact leaves both open, and both must then give the same answer. */
const possibleIdentities = ({ serviceIdentity }: PartialFacts): readonly boolean[] =>
  serviceIdentity === undefined ? [false, true] : [MILITARY[serviceIdentity]]
const possibleHomes = ({ residence }: PartialFacts): readonly boolean[] =>
  residence === undefined ? [false, true] : [residence === 'rural']

function compare(input: AidInput, income: Income, military: boolean, rural: boolean): 'within' | 'above' | 'unknown' {
  const threshold = thresholdFor({ ...input, military, rural })
  if (threshold === 'unknown') return 'unknown'
  // Whole sums in fen, so that an income exactly at the limit is not lost to binary fractions.
  const counted = Math.round(income.sum * 100)
  const limit = Math.round(threshold.sum * income.persons * 100)
  return counted < limit || (threshold.inclusive && counted === limit) ? 'within' : 'above'
}

export const rule: AnswerRule<PartialFacts> = {
  kind: 'answer',
  id: ID,
  title: '家庭经济困难标准',
  states:
    '一起生活的家里人，近12个月平均每月总收入除以人数，不高于「基准×倍数」的算经济困难，正好相等也算。一家人打官司的只看本人收入。标准按申请那天的算，按受理地的算。军人军属按城乡低保标准的三倍。',
  covers: ['MT-1', 'MT-5', 'MT-7', '3.2', 'JU-4'],
  sources: [...sources, seenOnline('gansuMilitary', '19')],
  decide: (facts, context) => meansThreshold({ ...context, facts }),
}
