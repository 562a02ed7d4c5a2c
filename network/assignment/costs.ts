/** What is lost when a case goes to a lawyer: nothing where everything fits. In points of the district's setting, not of law. */
import { COMMON_LANGUAGE, subjectOf } from './lawyer.ts'
import type { CaseAsks, Finding, Lawyer } from './lawyer.ts'

export interface CostWeights {
  /** The matter is none of the lawyer's specialties. */
  specialty: number
  /** The wished language is not spoken. */
  language: number
  gender: number
  /** The applicant named another lawyer. */
  namedWish: number
  /** Each minute of the way, and how many minutes count at most. */
  minute: number
  minutesAtMost: number
  /** The way is not known and the lawyer works in another town. What nobody knows costs nothing. */
  elsewhere: number
  /** Criminal defence by somebody with less experience than this. */
  defenceYears: number
  experiencedYears: number
  /** The conflict check found something to be explained. */
  explainConflict: number
}
/** In the proportions of the plain policy's points; half an hour on the way counts like another town. */
export const COST_WEIGHTS: CostWeights = {
  specialty: 40,
  language: 25,
  gender: 15,
  namedWish: 20,
  minute: 0.4,
  minutesAtMost: 120,
  elsewhere: 12,
  defenceYears: 10,
  experiencedYears: 5,
  explainConflict: 30,
}

/** Codes of the reasons that the application's assignment knows. */
export type CostCode =
  | 'namedWish'
  | 'specialty'
  | 'load'
  | 'language'
  | 'gender'
  | 'near'
  | 'defenceYears'
  | 'explainConflict'
  | 'full'
export interface CostPart {
  code: CostCode
  says: string
  /** 0 where the lawyer fits: said all the same, because the officer asks why. */
  cost: number
}

/** The sum of `costParts` without words: asked a million times where a morning's cases are spread. */
export function fitCost(
  one: CaseAsks,
  lawyer: Lawyer,
  findings: readonly Finding[] = [],
  weights: CostWeights = COST_WEIGHTS,
): number {
  const { wishes, qualification } = one
  let cost = lawyer.specialties.includes(subjectOf(one)) ? 0 : weights.specialty
  if (wishesLanguage(one) && !lawyer.languages.includes(wishes!.language!)) cost += weights.language
  if (wishes?.lawyerGender !== undefined && wishes.lawyerGender !== lawyer.gender) cost += weights.gender
  if (wishes?.lawyerId !== undefined && wishes.lawyerId !== lawyer.staffId) cost += weights.namedWish
  if (qualification.service === 'criminalDefense' && lawyer.criminalDefenseYears < weights.experiencedYears)
    cost += weights.defenceYears
  if (findings.length > 0) cost += weights.explainConflict
  return cost + wayCost(one, lawyer, weights)
}

export const wishesLanguage = ({ wishes }: CaseAsks): boolean =>
  wishes?.language !== undefined && wishes.language !== COMMON_LANGUAGE

function wayCost(
  { town }: CaseAsks,
  { travelMinutes, town: own }: Lawyer,
  { minute, minutesAtMost, elsewhere }: CostWeights,
): number {
  if (travelMinutes !== undefined) return Math.min(travelMinutes, minutesAtMost) * minute
  return town === undefined || own === undefined || own === town ? 0 : elsewhere
}

/** Said of every lawyer, also where nobody knows the way: silence would look like "near". */
function wayPart({ town, way }: CaseAsks, { travelMinutes, town: own }: Lawyer, cost: number): CostPart {
  const says =
    travelMinutes !== undefined
      ? `开车到${way?.to ?? '受援人那里'}约 ${Math.max(1, Math.round(travelMinutes))} 分钟${way?.estimated ? '（按直线估算）' : ''}`
      : town === undefined || own === undefined
        ? '路上多久不清楚，没有算'
        : own === town
          ? '在同一个镇'
          : '不在同一个镇，路上多久不清楚'
  return { code: 'near', says, cost }
}

/** Each cost with its reason in the officer's words, also those that are nothing. */
export function costParts(
  one: CaseAsks,
  lawyer: Lawyer,
  findings: readonly Finding[] = [],
  weights: CostWeights = COST_WEIGHTS,
): CostPart[] {
  const { wishes, qualification } = one
  const parts: CostPart[] = []
  const part = (code: CostCode, fits: boolean, good: string, bad: string, cost: number) =>
    parts.push({ code, says: fits ? good : bad, cost: fits ? 0 : cost })
  part('specialty', lawyer.specialties.includes(subjectOf(one)), '专长对口', '专长不对口', weights.specialty)
  if (wishes?.lawyerId !== undefined)
    part('namedWish', wishes.lawyerId === lawyer.staffId, '受援人点名想请', '受援人点名想请的是别人', weights.namedWish)
  if (wishesLanguage(one))
    part(
      'language',
      lawyer.languages.includes(wishes!.language!),
      `会说${wishes!.language!}`,
      `不会说${wishes!.language!}`,
      weights.language,
    )
  if (wishes?.lawyerGender !== undefined) {
    const wished = wishes.lawyerGender === 'female' ? '女' : '男'
    part(
      'gender',
      lawyer.gender === wishes.lawyerGender,
      `是受援人希望的${wished}律师`,
      `受援人希望是${wished}律师`,
      weights.gender,
    )
  }
  if (qualification.service === 'criminalDefense') {
    const years = Math.floor(lawyer.criminalDefenseYears)
    part(
      'defenceYears',
      lawyer.criminalDefenseYears >= weights.experiencedYears,
      `做过 ${years} 年刑事辩护`,
      `做刑事辩护 ${years} 年，不满 ${weights.experiencedYears} 年`,
      weights.defenceYears,
    )
  }
  parts.push(wayPart(one, lawyer, wayCost(one, lawyer, weights)))
  if (findings.length > 0)
    parts.push({
      code: 'explainConflict',
      says: `有 ${findings.length} 处利益冲突提示，指派前要写明说明`,
      cost: weights.explainConflict,
    })
  return parts
}
