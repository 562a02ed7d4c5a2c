/** The plain policy: points one can add up by hand, and a rota where the points are equal (程序规定 25: number, skill, experience). */
import type { AssignmentPolicy, CandidateProvider, CaseToPlace, Eligible, Scored, ScoreReason } from './policy.ts'

const POINTS = {
  namedWish: 20,
  specialty: 40,
  load: 30,
  language: 25,
  gender: 15,
  sameTown: 10,
  halfHour: 10,
  defenceYears: 10,
  explainConflict: -30,
  full: -40,
} as const
const HALF_HOUR = 30
/** Everybody speaks it; wishing it asks nothing of the choice. */
const COMMON_LANGUAGE = '普通话'
const EXPERIENCED_YEARS = 5

export const POINTS_POLICY: AssignmentPolicy = {
  code: 'points',
  says: '按专长、在办案件数、语言和远近打分，分数一样的，最久没有派过案的排在前',
  order: (caseFacts, eligible) => eligible.map((one) => score(caseFacts, one)).sort(byScoreThenRota),
}

function score(caseFacts: CaseToPlace, { provider, findings }: Eligible): Scored {
  const reasons = [...reasonsFor(caseFacts, provider)]
  if (findings.length > 0)
    reasons.push({
      code: 'explainConflict',
      says: `有 ${findings.length} 处利益冲突提示，指派前要写明说明`,
      weight: POINTS.explainConflict,
    })
  return { provider, reasons, score: reasons.reduce((sum, reason) => sum + reason.weight, 0) }
}

function* reasonsFor(
  { matter, qualification, wishes, town }: CaseToPlace,
  provider: CandidateProvider,
): Generator<ScoreReason> {
  const subject = matter ?? 'criminalDefense'
  if (wishes?.lawyerId === provider.staffId)
    yield { code: 'namedWish', says: '受援人点名想请', weight: POINTS.namedWish }
  if (provider.specialties.includes(subject)) yield { code: 'specialty', says: '专长对口', weight: POINTS.specialty }
  if (qualification.service === 'criminalDefense' && provider.criminalDefenseYears >= EXPERIENCED_YEARS) {
    yield {
      code: 'defenceYears',
      says: `做过 ${Math.floor(provider.criminalDefenseYears)} 年刑事辩护`,
      weight: POINTS.defenceYears,
    }
  }
  yield load(provider)
  const { language, lawyerGender } = wishes ?? {}
  if (language !== undefined && language !== COMMON_LANGUAGE && provider.languages.includes(language)) {
    yield { code: 'language', says: `会说${language}`, weight: POINTS.language }
  }
  if (lawyerGender !== undefined && provider.gender === lawyerGender) {
    yield { code: 'gender', says: `受援人希望是${lawyerGender === 'female' ? '女' : '男'}律师`, weight: POINTS.gender }
  }
  const near = nearness(provider, town)
  if (near) yield near
}

function load({ openLoad, capacity }: CandidateProvider): ScoreReason {
  if (openLoad >= capacity)
    return { code: 'full', says: `在办 ${openLoad} 件，已满（最多 ${capacity} 件）`, weight: POINTS.full }
  return {
    code: 'load',
    says: `在办 ${openLoad} 件，还能办 ${capacity - openLoad} 件`,
    weight: Math.round(POINTS.load * (1 - openLoad / capacity)),
  }
}

function nearness({ travelMinutes, town: own }: CandidateProvider, town: string | undefined): ScoreReason | undefined {
  if (travelMinutes !== undefined) {
    return travelMinutes <= HALF_HOUR
      ? { code: 'near', says: `${Math.round(travelMinutes)} 分钟能到`, weight: POINTS.halfHour }
      : undefined
  }
  return town !== undefined && own === town ? { code: 'near', says: '在同一个镇', weight: POINTS.sameTown } : undefined
}

/** Whoever waited longest comes first, whoever never had a case before all; the id last, so that the order is always the same. */
function byScoreThenRota(a: Scored, b: Scored): number {
  if (a.score !== b.score) return b.score - a.score
  const [left, right] = [a.provider.lastAssignedAt ?? -Infinity, b.provider.lastAssignedAt ?? -Infinity]
  if (left !== right) return left - right
  return a.provider.staffId < b.provider.staffId ? -1 : a.provider.staffId > b.provider.staffId ? 1 : 0
}
