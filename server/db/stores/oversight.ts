import { and, desc, eq, lt, sql } from 'drizzle-orm'
import type { Instant } from '@fatong/law/calendar/dates.ts'
import { SYSTEM, type AccessContext } from '../access.ts'
import { gatheredWrite } from '../gathered.ts'
import { withAccess, type Connections } from '../postgres.ts'
import type { AuditEntry } from '../rows.ts'
import { caseFile } from '../schema/cases.ts'
import { audit } from '../schema/events.ts'
import { outbox, smsSimulated } from '../schema/messages.ts'
import { addAudit } from './audit-entries.ts'

export interface StoredAuditLine {
  position: number
  at: Instant
  actorName: string
  actorRole: string | null
  action: string
  subjectKind: string
  subjectId: string
  caseNumber: string | null
  fields: string[] | null
  why: string | null
}
export interface StoredDeadLetter {
  id: string
  channel: string
  attempts: number
  lastError: string
  at: Instant
  caseNumber: string | null
}
export interface StoredSimulatedSms {
  id: string
  to: string
  text: string
  at: Instant
}

export interface OversightStore {
  add(entries: readonly AuditEntry[]): Promise<void>
  /** Newest first, before a position. Reading the log is itself written down. */
  auditLines(
    access: AccessContext,
    caseNumber: string | undefined,
    before: number | undefined,
    size: number,
    entry: AuditEntry,
  ): Promise<StoredAuditLine[]>
  deadLetters(access: AccessContext): Promise<StoredDeadLetter[]>
  /** Puts a dead letter back into the queue; false when there is none. */
  retry(access: AccessContext, id: string, now: Instant, entry: AuditEntry): Promise<boolean>
  simulatedSms(access: AccessContext, size: number): Promise<StoredSimulatedSms[]>
  keepSimulatedSms(
    message: { phoneMasked: string; phoneBidx: Buffer; purpose: string; text: string },
    now: Instant,
  ): Promise<void>
}

const line = {
  position: audit.position,
  at: audit.at,
  actorName: audit.actorName,
  actorRole: audit.actorRole,
  action: audit.action,
  subjectKind: audit.subjectKind,
  subjectId: audit.subjectId,
  caseId: audit.caseId,
  fields: audit.fields,
  why: audit.why,
}

export const oversightStore = (connections: Connections): OversightStore => ({
  add: (entries) => withAccess(connections, SYSTEM, (tx) => addAudit(tx, entries)),
  async auditLines(access, caseNumber, before, size, entry) {
    const caseId = caseNumber === undefined ? undefined : await caseIdOf(connections, caseNumber)
    const rows = await withAccess(connections, access, async (tx) => {
      const found = await tx.orm
        .select(line)
        .from(audit)
        .where(
          and(
            before === undefined ? undefined : lt(audit.position, before),
            caseId === undefined ? undefined : sql`${audit.caseId} = ${caseId}::uuid`,
          ),
        )
        .orderBy(desc(audit.position))
        .limit(size)
      await addAudit(tx, [entry])
      return found
    })
    const numbers = await numbersOf(
      connections,
      rows.flatMap((row) => (row.caseId ? [row.caseId] : [])),
    )
    return rows.map(({ caseId: id, ...row }) => ({ ...row, caseNumber: (id && numbers.get(id)) ?? null }))
  },
  async deadLetters(access) {
    const rows = await withAccess(connections, access, ({ orm }) =>
      orm
        .select({
          id: outbox.id,
          channel: outbox.channel,
          attempts: outbox.attempts,
          lastError: outbox.lastError,
          at: outbox.createdAt,
          caseId: outbox.caseId,
        })
        .from(outbox)
        .where(eq(outbox.status, 'dead'))
        .orderBy(desc(outbox.id))
        .limit(200),
    )
    const numbers = await numbersOf(
      connections,
      rows.flatMap(({ caseId }) => (caseId ? [caseId] : [])),
    )
    return rows.map(({ caseId, ...row }) => ({
      ...row,
      id: String(row.id),
      lastError: row.lastError ?? '',
      caseNumber: (caseId && numbers.get(caseId)) ?? null,
    }))
  },
  retry: (access, id, now, entry) =>
    withAccess(connections, access, async (tx) => {
      const rows = await tx.orm
        .update(outbox)
        .set({ status: 'pending', attempts: 0, nextAt: now })
        .where(and(eq(outbox.id, Number(id)), eq(outbox.status, 'dead')))
        .returning({ id: outbox.id })
      if (rows.length === 1) await addAudit(tx, [entry])
      return rows.length === 1
    }),
  simulatedSms: (access, size) =>
    withAccess(connections, access, async ({ orm }) => {
      const rows = await orm.select().from(smsSimulated).orderBy(desc(smsSimulated.id)).limit(size)
      return rows.map((row) => ({ id: String(row.id), to: row.phoneMasked, text: row.text, at: row.at }))
    }),
  keepSimulatedSms: keepSms(connections),
})

/** Overseers without casework do not see cases; the number alone they may see, so it is looked up with the service's own right. */
async function caseIdOf(connections: Connections, number: string): Promise<string | null> {
  return withAccess(
    connections,
    SYSTEM,
    async ({ orm }) =>
      (await orm.select({ id: caseFile.id }).from(caseFile).where(eq(caseFile.number, number)))[0]?.id ?? null,
  )
}

async function numbersOf(connections: Connections, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  return withAccess(connections, SYSTEM, async ({ orm }) => {
    const rows = await orm
      .select({ id: caseFile.id, number: caseFile.number })
      .from(caseFile)
      .where(sql`${caseFile.id} = ANY (${sql.param([...new Set(ids)])}::uuid[])`)
    return new Map(rows.map(({ id, number }) => [id, number]))
  })
}

function keepSms(connections: Connections): OversightStore['keepSimulatedSms'] {
  const keep = gatheredWrite<typeof smsSimulated.$inferInsert>(connections, async ({ client }, messages) => {
    await client.query({
      name: 'keep_sms',
      text: 'INSERT INTO fatong.sms_simulated (at, phone_masked, phone_bidx, purpose, text) SELECT * FROM unnest($1::timestamptz[], $2::text[], $3::bytea[], $4::text[], $5::text[])',
      values: [
        messages.map(({ at }) => new Date(at).toISOString()),
        messages.map((m) => m.phoneMasked),
        messages.map((m) => m.phoneBidx),
        messages.map((m) => m.purpose),
        messages.map((m) => m.text),
      ],
    })
  })
  return (message, now) => keep({ ...message, at: now })
}
