import type { z } from 'zod'
import type { DeadLetter, retryDeadLetter as retryRoute } from '@fatong/contract/desk/administration.ts'
import type { StoredSimulatedSms } from '../../db/stores/oversight.ts'
import { auditEntry } from '../audit-entry.ts'
import { accessOf, holdsRole, type StaffCaller } from '../caller.ts'
import { ROLES, type Role } from '@fatong/casework/vocabulary.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { administers } from './may.ts'

/** Messages that could not be delivered and are no longer tried. */
export async function deadLetters(
  parts: Parts,
  caller: StaffCaller,
): Promise<Outcome<{ items: z.infer<typeof DeadLetter>[] }>> {
  const right = administers(caller, 'deliveries')
  return right.ok ? done({ items: await parts.stores.oversight.deadLetters(accessOf(right.staff)) }) : right
}

export async function retryDeadLetter(
  parts: Parts,
  caller: StaffCaller,
  { params }: InputOf<typeof retryRoute>,
): Promise<Outcome<Record<string, never>>> {
  const right = administers(caller, 'deliveries')
  if (!right.ok) return right
  if (!/^\d{1,15}$/.test(params.id)) return failed('notFound')
  const entry = auditEntry(parts, caller, {
    action: 'administer',
    subjectKind: 'outbox',
    subjectId: params.id,
    fields: ['retry'],
  })
  return (await parts.stores.oversight.retry(accessOf(right.staff), params.id, parts.clock.now(), entry))
    ? done({})
    : failed('notFound')
}

/** Texts that would have been sent. Only in sample mode, where nobody is real. */
export async function simulatedSms(
  parts: Parts,
  caller: StaffCaller,
): Promise<Outcome<{ items: StoredSimulatedSms[] }>> {
  if (!holdsRole(caller, ...(Object.keys(ROLES) as Role[]))) return failed('forbidden')
  if (!parts.config.sampleDistrict) return failed('notFound')
  return done({ items: await parts.stores.oversight.simulatedSms(accessOf(caller), 100) })
}
