import type { z } from 'zod'
import {
  ASSIGNMENT_POLICIES,
  type AdviceLine,
  type assignmentAdvice as adviceRoute,
  type caseAdvice as caseRoute,
} from '@fatong/contract/network/assignment.ts'
import { instant } from '@fatong/law/calendar/dates.ts'
import { accessOf, holdsRole, type StaffCaller } from '../caller.ts'
import { rankingOf } from '../casework/advice.ts'
import { loadCase } from '../casework/load-case.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'

const KEPT_MS = 90 * 86_400_000
const policyText = (code: string): string =>
  code === 'handing'
    ? '有人不能办案，转给能办的人里最合适的'
    : Object.hasOwn(ASSIGNMENT_POLICIES, code)
      ? ASSIGNMENT_POLICIES[code as keyof typeof ASSIGNMENT_POLICIES]
      : code

/** What was advised in three months and how often it was followed. */
export async function readAdvice(
  parts: Parts,
  caller: StaffCaller,
): Promise<Outcome<z.infer<typeof adviceRoute.reply>>> {
  if (!holdsRole(caller, 'assigner', 'director', 'bureauOfficer', 'qualityOfficer')) return failed('forbidden')
  const rows = await parts.stores.advice.settledSince(accessOf(caller), instant(parts.clock.now() - KEPT_MS))
  type Item = z.infer<typeof adviceRoute.reply>['items'][number]
  return done({
    total: rows.length,
    followed: rows.filter(({ followed }) => followed === true).length,
    items: rows.map(
      ({ caseId, at, policy, byName, advised, chosen, followed, reason }): Item => ({
        caseId,
        at,
        policy,
        by: byName,
        advised: advised as Item['advised'],
        chosen: chosen ?? '',
        followed: followed === true,
        reason,
      }),
    ),
  })
}

/** Every list that somebody was shown for this case, whole, and who was chosen from it. */
export async function adviceOfCase(
  parts: Parts,
  caller: StaffCaller,
  { params }: InputOf<typeof caseRoute>,
): Promise<Outcome<z.infer<typeof caseRoute.reply>>> {
  if (!holdsRole(caller, 'assigner', 'director', 'approver', 'qualityOfficer')) return failed('forbidden')
  const access = accessOf(caller)
  if (!(await loadCase(parts, access, params.id))) return failed('notFound')
  const rows = await parts.stores.advice.ofCase(access, params.id)
  return done({
    items: rows.map((row) => ({
      id: row.id,
      at: row.at,
      by: row.byName,
      policyText: policyText(row.policy),
      settingsVersion: row.settingsVersion,
      ranking: rankingOf(row),
      banned: row.banned as AdviceLine[],
      chosen: row.chosen,
      place: row.place,
      reason: row.reason,
    })),
  })
}
