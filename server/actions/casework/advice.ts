import { createHash, randomUUID } from 'node:crypto'
import type { Ranked } from '@fatong/casework/assignment/candidates.ts'
import type { AdviceTaken } from '@fatong/casework/application/types.ts'
import type { AdviceLine } from '@fatong/contract/network/assignment.ts'
import type { NewAdvice, StoredAdvice } from '../../db/stores/advice.ts'
import { CASEWORK_SETTING } from '../administration/settings.ts'
import { accessOf, type StaffCaller } from '../caller.ts'
import type { Parts } from '../parts.ts'

interface Shown {
  caseId: string
  agencyId: string
  /** code of the policy, and what was ranked by it */
  policy: string
  ranked: readonly Ranked[]
  /** who is recommended, where it is not the first of the list: a batch looks at all its cases together */
  proposed?: string
}

/** Keeps a recommendation as it was shown: the whole ranking with reasons, the policy, the version of the settings. Answers its id. */
export async function keepAdvice(
  parts: Parts,
  caller: StaffCaller,
  { caseId, agencyId, policy, ranked, proposed }: Shown,
): Promise<string> {
  const lines = ranked.map((one): AdviceLine & { open: boolean } => ({
    open: one.banned === undefined,
    staffId: one.provider.staffId,
    name: one.provider.name,
    score: one.score,
    says: one.banned ?? [
      ...one.reasons.map(({ says }) => says),
      ...one.findings.map((finding) => `要说明的利益冲突：${finding.with}`),
    ],
  }))
  const open = lines.filter((line) => line.open)
  const first = proposed === undefined ? undefined : open.find(({ staffId }) => staffId === proposed)
  const bare = ({ staffId, name, score, says }: AdviceLine): AdviceLine => ({ staffId, name, score, says })
  const ranking = (first ? [first, ...open.filter((one) => one !== first)] : open).map(bare)
  const banned = lines.filter((line) => !line.open).map(bare)
  const settingsVersion = await parts.stores.lawSettings.settingVersion(CASEWORK_SETTING)
  const row: NewAdvice = {
    id: randomUUID(),
    caseId,
    agencyId,
    at: parts.clock.now(),
    policy,
    byStaff: caller.staffId,
    byName: caller.name,
    advised: ranking.slice(0, 3).map(({ staffId, name, score }) => ({ staffId, name, cost: -score })),
    ranking,
    banned,
    settingsVersion,
    digest: createHash('sha256')
      .update(JSON.stringify([policy, settingsVersion, ranking, banned]))
      .digest('hex'),
  }
  return parts.stores.advice.keep(accessOf(caller), row)
}

/** What the event of the assignment says about the recommendation; undefined where it is not one of this case. */
export async function adviceTaken(
  parts: Parts,
  caller: StaffCaller,
  caseId: string,
  adviceId: string,
  staffId: string,
): Promise<AdviceTaken | undefined> {
  const row = await parts.stores.advice.find(accessOf(caller), adviceId)
  const ranking = rankingOf(row)
  const [first] = ranking
  if (row?.caseId !== caseId || row.settledAt !== null || !first) return undefined
  return {
    id: row.id,
    policy: row.policy,
    settingsVersion: row.settingsVersion,
    first: { staffId: first.staffId, name: first.name, reasons: first.says },
    place: ranking.findIndex((one) => one.staffId === staffId) + 1,
    of: ranking.length,
  }
}

/** After the assignment is written: the event is the record, this only makes the recommendations countable. */
export async function settleAdvice(
  parts: Parts,
  caller: StaffCaller,
  taken: AdviceTaken,
  chosen: string,
  reason: string | null,
): Promise<void> {
  await parts.stores.advice.settle(accessOf(caller), taken.id, {
    chosen,
    followed: taken.place === 1,
    place: taken.place,
    reason,
    settledAt: parts.clock.now(),
  })
}

export const rankingOf = (row: Pick<StoredAdvice, 'ranking'> | undefined): AdviceLine[] =>
  (row?.ranking ?? []) as AdviceLine[]
