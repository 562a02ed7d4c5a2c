import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Instant } from '@fatong/law/calendar/dates.ts'
import { SYSTEM, type AccessContext } from '../access.ts'
import { gatheredRead } from '../gathered.ts'
import { withAccess, type Connections } from '../postgres.ts'
import type { AuditEntry, PersonRow } from '../rows.ts'
import { caseFile } from '../schema/cases.ts'
import { inboxNotice } from '../schema/messages.ts'
import { person } from '../schema/people.ts'
import { addAudit } from './audit-entries.ts'

export interface StoredPerson {
  id: string
  /** empty until the person told us */
  name: string
  idNumberEnc: Buffer | null
  phoneEnc: Buffer | null
  addressEnc: Buffer | null
  profile: Record<string, unknown>
}
/** What an identity card says. */
export type Identity = Required<Pick<PersonRow, 'idNumberEnc' | 'idNumberBidx' | 'birthDate' | 'gender'>>
export interface StoredNotice {
  id: string
  caseNumber: string | null
  text: string
  at: Instant
  readAt: Instant | null
}

export interface PeopleStore {
  /**
   * The person of a phone: the one of this name, else who signed in with it before, else the first. Asked before anybody
   * is signed in. Somebody new is added.
   */
  ofPhone(phoneBidx: Buffer, name: string | undefined, fresh: PersonRow): Promise<{ id: string; name: string }>
  /** The person of an identity number, when the name agrees too; asked by the service for staff who have the card in hand. */
  ofIdNumber(idNumberBidx: Buffer, name: string): Promise<string | undefined>
  /**
   * Gives an identity number to the person of this phone and name who has none yet, and writes down who did. Undefined when
   * there is nobody: another name on the phone is another person, and so is one with another number.
   */
  identify(
    phoneBidx: Buffer,
    name: string,
    identity: Identity,
    audit: (personId: string) => AuditEntry,
  ): Promise<string | undefined>
  find(access: AccessContext, id: string): Promise<StoredPerson | undefined>
  /** Reads a person in full as a party of one case, and writes down who did and why. Undefined when out of reach. */
  reveal(access: AccessContext, id: string, caseId: string, audit: AuditEntry): Promise<StoredPerson | undefined>
  unread(access: AccessContext, personId: string): Promise<number>
  notices(access: AccessContext, personId: string): Promise<StoredNotice[]>
  readNotices(access: AccessContext, personId: string, now: Instant): Promise<void>
}

const columns = {
  id: person.id,
  name: person.name,
  idNumberEnc: person.idNumberEnc,
  phoneEnc: person.phoneEnc,
  addressEnc: person.addressEnc,
  profile: sql<Record<string, unknown>>`${person.profile}`,
}

/** The service itself and people about themselves ask often and are never out of reach. */
function oneself(connections: Connections): (id: string) => Promise<StoredPerson | undefined> {
  return gatheredRead<string, StoredPerson, StoredPerson | undefined>(connections, {
    name: 'people_by_id',
    text: 'SELECT id, name, id_number_enc AS "idNumberEnc", phone_enc AS "phoneEnc", address_enc AS "addressEnc", profile FROM fatong.person WHERE id = ANY ($1::uuid[])',
    values: (ids) => [ids],
    pick: (rows, id) => rows.find((row) => row.id === id),
  })
}

export const peopleStore = (connections: Connections, itself = oneself(connections)): PeopleStore => ({
  ofPhone: (phoneBidx, name, fresh) =>
    withAccess(connections, SYSTEM, async ({ orm }) => {
      await orm.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${phoneBidx.toString('hex')}, 0))`)
      const rows = await orm
        .select({ id: person.id, name: person.name, createdBy: person.createdBy })
        .from(person)
        .where(eq(person.phoneBidx, phoneBidx))
        .orderBy(desc(sql`${person.createdBy} = 'self'`), asc(person.createdAt))
        .limit(50)
      const found = rows.find((row) => name !== undefined && row.name === name) ?? rows[0]
      if (!found) {
        await orm.insert(person).values({ ...fresh, name: name ?? '', createdBy: 'self' })
        return { id: fresh.id, name: name ?? '' }
      }
      if (found.name === '' && name !== undefined) {
        await orm.update(person).set({ name }).where(eq(person.id, found.id))
        return { id: found.id, name }
      }
      return { id: found.id, name: found.name }
    }),
  ofIdNumber: (idNumberBidx, name) =>
    withAccess(
      connections,
      SYSTEM,
      async ({ orm }) =>
        (
          await orm
            .select({ id: person.id })
            .from(person)
            .where(and(eq(person.idNumberBidx, idNumberBidx), eq(person.name, name)))
            .orderBy(desc(sql`${person.createdBy} = 'self'`), asc(person.createdAt))
            .limit(1)
        )[0]?.id,
    ),
  identify: (phoneBidx, name, identity, audit) =>
    withAccess(connections, SYSTEM, async (tx) => {
      const unnumbered = and(eq(person.phoneBidx, phoneBidx), eq(person.name, name), isNull(person.idNumberBidx))
      const first = tx.orm
        .select({ id: person.id })
        .from(person)
        .where(unnumbered)
        .orderBy(desc(sql`${person.createdBy} = 'self'`), asc(person.createdAt))
        .limit(1)
        .for('update')
      const [row] = await tx.orm
        .update(person)
        .set(identity)
        .where(and(eq(person.id, first), isNull(person.idNumberBidx)))
        .returning({ id: person.id })
      if (row) await addAudit(tx, [audit(row.id)])
      return row?.id
    }),
  find: (access, id) =>
    access.kind === 'system' || (access.kind === 'citizen' && access.personId === id)
      ? itself(id)
      : withAccess(
          connections,
          access,
          async ({ orm }) => (await orm.select(columns).from(person).where(eq(person.id, id)))[0],
        ),
  reveal: (access, id, caseId, audit) =>
    withAccess(connections, access, async (tx) => {
      const [row] = await tx.orm
        .select(columns)
        .from(person)
        .innerJoin(
          caseFile,
          and(eq(caseFile.id, caseId), sql`${person.id} IN (${caseFile.applicantId}, ${caseFile.proxyId})`),
        )
        .where(eq(person.id, id))
      if (row) await addAudit(tx, [audit])
      return row
    }),
  unread: (access, personId) =>
    withAccess(connections, access, async ({ orm }) =>
      orm.$count(inboxNotice, and(eq(inboxNotice.personId, personId), isNull(inboxNotice.readAt))),
    ),
  notices: (access, personId) =>
    withAccess(connections, access, ({ orm }) =>
      orm
        .select({
          id: inboxNotice.id,
          caseNumber: caseFile.number,
          text: inboxNotice.text,
          at: inboxNotice.at,
          readAt: inboxNotice.readAt,
        })
        .from(inboxNotice)
        .leftJoin(caseFile, eq(caseFile.id, inboxNotice.caseId))
        .where(eq(inboxNotice.personId, personId))
        .orderBy(desc(inboxNotice.at))
        .limit(100),
    ),
  readNotices: (access, personId, now) =>
    withAccess(connections, access, async ({ orm }) => {
      await orm
        .update(inboxNotice)
        .set({ readAt: now })
        .where(and(eq(inboxNotice.personId, personId), isNull(inboxNotice.readAt)))
    }),
})
