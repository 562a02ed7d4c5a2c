import { randomUUID } from 'node:crypto'
import type { Role } from '@fatong/casework/vocabulary.ts'
import { localDate } from '@fatong/law/calendar/dates.ts'
import { SYSTEM } from '../../db/access.ts'
import { withAccess } from '../../db/postgres.ts'
import { roleAssignment, staff } from '../../db/schema/staff.ts'
import { hashPassword } from '../../identity/password/hash.ts'
import { SECOND_FACTOR_ROLES } from '../../identity/totp/roles.ts'
import { newTotpSecret, totpCode } from '../../identity/totp/totp.ts'
import { ok, type Client } from './client.ts'
import type { Installation } from './installation.ts'
import type { PlaceKey } from './places.ts'

export const PASSWORD = 'Lanshan-2026'
/** Cheap, because the cost of a hash is another test's business. */
async function cheapHash(): Promise<string> {
  return (hash ??= await hashPassword(PASSWORD, { N: 2 ** 10, r: 8, p: 1 }))
}
let hash: string | undefined

export interface Colleague {
  staffId: string
  login: string
  name: string
  client: Client
}

/** An account with one role. */
export async function addColleague(
  { parts, places }: Installation,
  role: Role,
  at: PlaceKey,
  mustChange = false,
): Promise<{ staffId: string; login: string; name: string; secret: string | null }> {
  const staffId = randomUUID(),
    login = `${role.toLowerCase()}-${staffId.slice(0, 8)}`,
    name = `职员${staffId.slice(0, 4)}`
  const now = parts.clock.now()
  const secret = SECOND_FACTOR_ROLES.includes(role) ? newTotpSecret() : null
  const profile =
    role === 'lawyer' || role === 'grassrootsLegalWorker'
      ? {
          kind: role,
          practiceYears: 9,
          criminalDefenseYears: 6,
          juvenileAware: true,
          specialties: ['laborRemuneration'],
          languages: ['普通话'],
          gender: 'female',
          capacity: 8,
        }
      : {}
  await withAccess(parts.database, SYSTEM, async ({ orm }) => {
    await orm.insert(staff).values({
      id: staffId,
      login,
      name,
      passwordHash: await cheapHash(),
      passwordChangedAt: mustChange ? null : now,
      orgId: places[at],
      profile,
      createdAt: now,
      totpSecretEnc: secret === null ? null : parts.crypto.encrypt('staff.totp', secret),
    })
    await orm.insert(roleAssignment).values({
      id: randomUUID(),
      staffId,
      role,
      placeId: places[at],
      validFrom: localDate('2020-01-01'),
      grantedBy: 'test',
    })
  })
  return { staffId, login, name, secret }
}

/** An account with one role, signed in at the desk with password and, where called for, second factor. */
export async function colleague(here: Installation, role: Role, at: PlaceKey, mustChange = false): Promise<Colleague> {
  const { staffId, login, name, secret } = await addColleague(here, role, at, mustChange)
  const client = here.client()
  ok(
    await client.post('/desk/session', {
      login,
      password: PASSWORD,
      ...(secret ? { totp: totpCode(secret, here.parts.clock.now()) } : {}),
    }),
  )
  return { staffId, login, name, client }
}

/** The newest code sent to a phone. */
export async function codeOf({ owner, parts }: Installation, phone: string): Promise<string> {
  const { rows } = await owner.query<{ text: string }>(
    'SELECT text FROM fatong.sms_simulated WHERE phone_bidx = $1 ORDER BY id DESC LIMIT 1',
    [parts.crypto.blindIndex('phone', phone)],
  )
  const code = /(?<!\d)\d{6}(?!\d)/.exec(rows[0]?.text ?? '')?.[0]
  if (!code) throw new Error(`no code was sent to ${phone}`)
  return code
}

/** Somebody signed in by phone and code. */
export async function citizen(
  here: Installation,
  phone: string,
  name: string,
): Promise<{ personId: string; client: Client }> {
  const client = here.client()
  ok(await client.post('/citizen/code', { phone }))
  const { personId } = ok<{ personId: string }>(
    await client.post('/citizen/session', { phone, code: await codeOf(here, phone), name }),
  )
  return { personId, client }
}
