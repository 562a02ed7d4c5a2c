import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { addStaff as route, StaffEntry } from '@fatong/contract/desk/administration.ts'
import { localDateOf } from '@fatong/law/calendar/dates.ts'
import { hashPassword } from '../../identity/password/hash.ts'
import { initialPassword } from '../../identity/password/strength.ts'
import { auditEntry } from '../audit-entry.ts'
import { accessOf, type StaffCaller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { onceKey, openedReply, sealedReply } from '../request-once.ts'
import { administers } from './may.ts'
import { relativesRead } from './relatives.ts'
import { staffEntries } from './staff-entry.ts'

interface Added {
  id: string
  initialPassword: string
}

/** Opens an account without roles. The first password is shown once and must be changed at the first sign-in. */
export async function addStaff(
  parts: Parts,
  caller: StaffCaller,
  { body, idempotencyKey }: InputOf<typeof route>,
): Promise<Outcome<{ staff: z.infer<typeof StaffEntry>; initialPassword: string }>> {
  const right = administers(caller, 'people')
  if (!right.ok) return right
  const access = accessOf(right.staff)
  const { stores, crypto, clock } = parts
  const orgId = body.orgId ?? (await districtId(parts))
  if (orgId === undefined || !(await stores.places.all()).some(({ id }) => id === orgId))
    return failed('malformed', { fields: { orgId: '没有这个单位' } })
  const password = initialPassword()
  const passwordHash = await hashPassword(password)
  if (passwordHash === 'busy') return failed('tooManyRequests', { retryAfterSeconds: 5 })
  const now = clock.now()
  const id = randomUUID()
  const key = onceKey(parts, 'addStaff', right.staff.staffId, idempotencyKey, body)
  const entry = auditEntry(parts, caller, {
    action: 'administer',
    subjectKind: 'staff',
    subjectId: id,
    fields: ['account'],
  })
  const row = {
    id,
    login: body.login,
    name: body.name,
    passwordHash,
    orgId,
    createdAt: now,
    phoneEnc: body.phone ? crypto.encrypt('staff.phone', body.phone) : null,
    phoneBidx: body.phone ? crypto.blindIndex('phone', body.phone) : null,
  }
  const once = await stores.staff.add(access, row, key, sealedReply(parts, { id, initialPassword: password }), entry)
  if (once === 'loginTaken') return failed('malformed', { fields: { login: '这个账号已经有人用了，请换一个' } })
  if (once.done === 'never') return failed(once.reason)
  const added = once.done === 'before' ? openedReply<Added>(parts, once.reply) : { id, initialPassword: password }
  // Asked once more with the same key, the account may have been filled in since.
  const account = await stores.staff.find(access, added.id, localDateOf(now), (read) =>
    relativesRead(parts, caller, read),
  )
  const [staff] = account ? await staffEntries(parts, [account]) : []
  return staff ? done({ staff, initialPassword: added.initialPassword }) : failed('notFound')
}

/** Who belongs to no firm or station belongs to the bureau. */
export async function districtId(parts: Pick<Parts, 'stores'>): Promise<string | undefined> {
  return (await parts.stores.places.all()).find(({ kind, parentId }) => kind === 'district' && parentId === null)?.id
}
