import { randomUUID } from 'node:crypto'
import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import type { Role } from '@fatong/casework/vocabulary.ts'
import { SYSTEM } from '../../db/access.ts'
import { withAccess } from '../../db/postgres.ts'
import type { PersonRow } from '../../db/rows.ts'
import { caseFile } from '../../db/schema/cases.ts'
import { person } from '../../db/schema/people.ts'
import type { CitizenCaller, StaffCaller } from '../caller.ts'
import { openSession } from '../session/opened-session.ts'
import { asCitizen, asStaff, type TestParts } from './test-parts.ts'

/** A member of staff with one role, signed in and past the second factor. */
export async function staffWith(parts: TestParts, role: Role, placeId: string, orgId?: string): Promise<StaffCaller> {
  const staffId = await parts.addStaff(
    `${role.toLowerCase()}-${randomUUID().slice(0, 8)}`,
    [{ role, placeId }],
    orgId ? { orgId } : {},
  )
  const { cookie } = await openSession(parts, parts.nobody, { staffId, secondFactorAt: parts.clock.now() }, [])
  return asStaff(parts, cookie.value ?? '')
}

export const PHONE = '13800001234'
export const ID_NUMBER = '620102199001011234'

/** A person with everything sealed, signed in. */
export async function citizen(parts: TestParts, name = '王小明'): Promise<CitizenCaller> {
  const { crypto } = parts
  const row: PersonRow = {
    id: randomUUID(),
    name,
    createdAt: parts.clock.now(),
    phoneEnc: crypto.encrypt('person.phone', PHONE),
    phoneBidx: crypto.blindIndex('phone', PHONE),
    idNumberEnc: crypto.encrypt('person.idNumber', ID_NUMBER),
    idNumberBidx: crypto.blindIndex('idNumber', ID_NUMBER),
    addressEnc: crypto.encrypt('person.address', '中川镇平安路12号'),
  }
  await withAccess(parts.database, SYSTEM, async ({ orm }) => {
    await orm.insert(person).values(row)
  })
  const { cookie } = await openSession(parts, parts.nobody, { personId: row.id }, [])
  return asCitizen(parts, cookie.value ?? '')
}

/** A bare case of somebody at a place; enough for what hangs on cases without their history. */
export async function bareCase(
  parts: TestParts,
  applicant: CitizenCaller,
  more: Partial<typeof caseFile.$inferInsert> = {},
): Promise<{ id: string; number: string }> {
  const id = randomUUID(),
    number = `T-${id.slice(0, 8)}`
  const now = parts.clock.now()
  // Served connections may write cases only through commit(); this one is the owner's.
  const owner = new pg.Client(parts.database.connection)
  await owner.connect()
  try {
    await drizzle({ client: owner })
      .insert(caseFile)
      .values({
        id,
        number,
        kind: 'application',
        status: 'submitted',
        matter: 'laborRemuneration',
        serviceForm: 'laborRepresentation',
        applicantName: applicant.name ?? '',
        applicantId: applicant.personId,
        placeId: parts.places.town,
        agencyId: parts.places.center,
        opponents: '某公司',
        submittedAt: now,
        nextDue: now,
        light: 'green',
        updatedAt: now,
        version: 1,
        headHash: Buffer.alloc(32),
        steps: {},
        state: {},
        ...more,
      })
  } finally {
    await owner.end()
  }
  return { id, number }
}
