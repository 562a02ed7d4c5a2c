/** The list an assigning officer chooses from: who may not have the case and why, and the rest in order with reasons. The officer decides. */
import type { LocalDate } from '@fatong/law/calendar/dates.ts'
import { qualifiedFor } from '@fatong/law/legal-aid/qualification.ts'
import { providerFacts } from '../application/assigning.ts'
import type { ConflictFinding } from '../application/types.ts'
import { POINTS_POLICY } from './points-policy.ts'
import type { AssignmentPolicy, CandidateProvider, CaseToPlace, ScoreReason } from './policy.ts'

export interface Ranked {
  provider: CandidateProvider
  /** Why this provider cannot have the case; absent when the choice is open. */
  banned?: string[]
  score: number
  reasons: ScoreReason[]
  findings: readonly ConflictFinding[]
}

/** Open candidates first in the policy's order, then the banned ones by id. `conflicts` is keyed by staff id; absent means not checked. */
export function rankCandidates(
  caseFacts: CaseToPlace,
  providers: readonly CandidateProvider[],
  conflicts: ReadonlyMap<string, readonly ConflictFinding[]>,
  policy: AssignmentPolicy = POINTS_POLICY,
): Ranked[] {
  const judged = providers.map((provider) => {
    const findings = conflicts.get(provider.staffId)
    return { provider, findings: findings ?? [], banned: bansOf(caseFacts, provider, findings) }
  })
  const open = new Map(judged.filter((one) => one.banned.length === 0).map((one) => [one.provider.staffId, one]))
  const ordered = policy
    .order(caseFacts, [...open.values()])
    .map((one): Ranked => ({ ...one, findings: open.get(one.provider.staffId)?.findings ?? [] }))
  const closed = judged.filter((one) => one.banned.length > 0).map((one): Ranked => ({ ...one, score: 0, reasons: [] }))
  return [...ordered, ...closed.sort((a, b) => (a.provider.staffId < b.provider.staffId ? -1 : 1))]
}

/** Every reason at once: the officer should not meet them one after the other. */
function bansOf(
  caseFacts: CaseToPlace,
  provider: CandidateProvider,
  findings: readonly ConflictFinding[] | undefined,
): string[] {
  const { today, qualification, stoodDown } = caseFacts
  const bans: string[] = []
  const qualified = qualifiedFor(qualification, providerFacts(provider, today), today)
  if (qualified.verdict === 'doesNotHold' || qualified.verdict === 'needsFacts')
    bans.push(...qualified.reasons.map((reason) => reason.says))
  if (findings === undefined) bans.push('还没有查利益冲突')
  else bans.push(...findings.filter((one) => one.severity === 'ban').map(saysOf))
  if (stoodDown.includes(provider.staffId)) bans.push('已经不接受本案指派或被更换过')
  return [...bans, ...unavailable(provider, today)]
}

/** Why somebody can be given no case at all on this day, whatever the case is. No reason given beside it lifts that. */
export function unavailable({ lapsed = [], leave = [] }: CandidateProvider, today: LocalDate): string[] {
  const away = leave.find(({ from, to }) => from <= today && today <= to)
  return [...(lapsed.length > 0 ? [`证书已过期：${lapsed.join('、')}`] : []), ...(away ? [`请假到 ${away.to}`] : [])]
}

const CONFLICT_NAMES: Record<ConflictFinding['code'], string> = {
  sameOpponent: '代理过与受援人对立的一方',
  formerClient: '对方是承办人的委托人',
  opponentIsFirmClient: '对方是本所的委托人',
  relative: '承办人或近亲属是当事人',
  coDefendant: '已为同案被告人辩护',
}
const saysOf = (one: ConflictFinding): string => `利益冲突：${CONFLICT_NAMES[one.code]}（${one.with}）`
