import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import type { Instant, LocalDate } from '@fatong/law/calendar/dates.ts'
import { SYSTEM, type AccessContext } from '../access.ts'
import { withAccess, type Connections, type Transaction } from '../postgres.ts'
import type { AuditEntry, OutboxMessage } from '../rows.ts'
import { appointment, rosterChange, rosterLine, teamLeave, teamMember, village } from '../schema/network.ts'
import { staff } from '../schema/staff.ts'
import { addAudit } from './audit-entries.ts'
import { once, type Once, type OnceKey } from './once.ts'
import { addMessages } from './messages.ts'

export type StoredVillage = typeof village.$inferSelect
export type StoredMember = typeof teamMember.$inferSelect
export type StoredLine = Omit<typeof rosterLine.$inferSelect, 'kind'> & { kind: 'duty' | 'visit' }
export type StoredLeave = typeof teamLeave.$inferSelect
export type StoredRosterChange = typeof rosterChange.$inferSelect
export interface StoredRoster {
  lines: StoredLine[]
  changes: StoredRosterChange[]
  leaves: StoredLeave[]
  /** members who are no longer of the team */
  gone: string[]
}
export type AppointmentState = 'booked' | 'cancelled' | 'came' | 'missed'
export type StoredAppointment = Omit<typeof appointment.$inferSelect, 'state'> & { state: AppointmentState }
/** A time that is taken, without who took it. */
export interface TakenTime {
  placeId: string
  day: LocalDate
  fromMinute: number
  toMinute: number
}
/** Where and when a visit is. */
export type VisitTime = Pick<StoredAppointment, 'placeId' | 'day' | 'fromMinute' | 'toMinute'>
/** One visit for the time it has, and for no earlier one even if it was the same. */
export type Placed = VisitTime & Pick<StoredAppointment, 'id' | 'placedAt'>
export interface Visitor {
  id: string
  name: string
  phoneEnc: Buffer | null
}

export interface NetworkStore {
  villages(): Promise<StoredVillage[]>
  /** All of them or none. */
  saveVillages(access: AccessContext, rows: readonly StoredVillage[], audit: AuditEntry): Promise<void>
  team(access: AccessContext): Promise<StoredMember[]>
  saveMember(access: AccessContext, row: StoredMember, audit: AuditEntry): Promise<void>
  /** Lines that hold at some day of a span, and the days of the span that differ. Read by the service for everybody: who is where is public, names are not. */
  roster(from: LocalDate, to: LocalDate): Promise<StoredRoster>
  /** The same days a second time add nothing. */
  addLeave(access: AccessContext, row: StoredLeave, audit: AuditEntry): Promise<void>
  /** False where it is not there, or out of reach. */
  removeLeave(access: AccessContext, memberId: string, id: string, audit: AuditEntry): Promise<boolean>
  saveLine(access: AccessContext, row: StoredLine, audit: AuditEntry): Promise<void>
  endLine(access: AccessContext, id: string, lastDay: LocalDate, audit: AuditEntry): Promise<boolean>
  line(access: AccessContext, id: string): Promise<StoredLine | undefined>
  /** `null` takes the change of the day back. */
  changeDay(
    access: AccessContext,
    lineId: string,
    day: LocalDate,
    change: { coverId: string | null; reason: string } | null,
    audit: AuditEntry,
  ): Promise<void>
  taken(placeIds: readonly string[], from: LocalDate, to: LocalDate): Promise<TakenTime[]>
  /** 'full' when the slot has no room left, 'twice' when the person has something at that time already. */
  book(
    access: AccessContext,
    row: StoredAppointment,
    room: number,
    also: { audit: AuditEntry; messages: readonly OutboxMessage[] },
    key: OnceKey | undefined,
    reply: unknown,
  ): Promise<Once | 'full' | 'twice'>
  appointment(access: AccessContext, id: string): Promise<StoredAppointment | undefined>
  ofPerson(access: AccessContext, personId: string): Promise<StoredAppointment[]>
  ofPlaces(
    access: AccessContext,
    placeIds: readonly string[],
    from: LocalDate,
    to: LocalDate,
  ): Promise<StoredAppointment[]>
  visitors(access: AccessContext, personIds: readonly string[]): Promise<Visitor[]>
  /** False when it is no longer booked, or out of reach. */
  setVideo(access: AccessContext, id: string, url: string | null, at: Instant, audit: AuditEntry): Promise<boolean>
  /** False when it is no longer booked, or out of reach. */
  settle(
    access: AccessContext,
    id: string,
    state: Exclude<AppointmentState, 'booked'>,
    by: { cancelledBy: 'citizen' | 'staff' | null; reason: string | null; at: Instant },
    also: { audit: AuditEntry; messages: readonly OutboxMessage[] },
  ): Promise<boolean>
  /** Another time, another place or both, of which `room` can be received at once; it has them since `at`. 'over' when it is not booked for `was` any more, or out of reach. */
  move(
    access: AccessContext,
    id: string,
    was: VisitTime,
    to: VisitTime,
    room: number,
    at: Instant,
    also: { audit: AuditEntry; messages: readonly OutboxMessage[] },
  ): Promise<'moved' | 'over' | 'full' | 'twice'>
  /** What is booked from a day on, at some places or everywhere; read by the service, which looks whether somebody receives it. */
  standing(from: LocalDate, placeIds?: readonly string[]): Promise<StoredAppointment[]>
  /** Notes that nobody receives a visit any more, once, with who is told of it; false when that is noted, or it is not booked for then. `rung`: staff are asked to ring at once. */
  fallsAway(
    visit: VisitTime & { id: string },
    at: Instant,
    messages: readonly OutboxMessage[],
    rung: boolean,
  ): Promise<boolean>
  /** Notes that somebody receives it again; false when that is noted already. */
  receivedAgain(id: string, messages: readonly OutboxMessage[]): Promise<boolean>
  /** Notes that the visitor is reminded of this time, with what is said; false when that is noted, or it has another time since. */
  remind(visit: Placed, at: Instant, messages: readonly OutboxMessage[]): Promise<boolean>
  /** Notes that staff are asked to ring, with what is said; false when they were asked at `since` or later, at all where it is null, or it has another time since. */
  ring(visit: Placed, since: Instant | null, at: Instant, messages: readonly OutboxMessage[]): Promise<boolean>
}

export const networkStore = (connections: Connections): NetworkStore => ({
  villages: () => withAccess(connections, SYSTEM, ({ orm }) => orm.select().from(village).orderBy(asc(village.code))),
  saveVillages: (access, rows, audit) =>
    withAccess(connections, access, async (tx) => {
      for (const row of rows)
        await tx.orm.insert(village).values(row).onConflictDoUpdate({ target: village.code, set: row })
      await addAudit(tx, [audit])
    }),
  team: (access) =>
    withAccess(connections, access, ({ orm }) =>
      orm.select().from(teamMember).orderBy(asc(teamMember.placeId), asc(teamMember.name)),
    ),
  saveMember: (access, row, audit) =>
    withAccess(connections, access, async (tx) => {
      const { id: _id, ...values } = row
      await tx.orm.insert(teamMember).values(row).onConflictDoUpdate({ target: teamMember.id, set: values })
      await addAudit(tx, [audit])
    }),
  roster: (from, to) =>
    withAccess(connections, SYSTEM, async ({ orm }) => {
      const lines = (await orm
        .select()
        .from(rosterLine)
        .where(and(lte(rosterLine.validFrom, to), or(isNull(rosterLine.validTo), gte(rosterLine.validTo, from))))
        .orderBy(asc(rosterLine.weekday), asc(rosterLine.fromMinute), asc(rosterLine.id))) as StoredLine[]
      const changes = await orm
        .select()
        .from(rosterChange)
        .where(and(gte(rosterChange.day, from), lte(rosterChange.day, to)))
      const leaves = await orm
        .select()
        .from(teamLeave)
        .where(and(gte(teamLeave.to, from), lte(teamLeave.from, to)))
        .orderBy(asc(teamLeave.from))
      const gone = await orm
        .select({ id: teamMember.id })
        .from(teamMember)
        .leftJoin(staff, eq(staff.id, teamMember.staffId))
        .where(or(eq(teamMember.active, false), eq(staff.active, false)))
      return { lines, changes, leaves, gone: gone.map(({ id }) => id) }
    }),
  addLeave: (access, row, audit) =>
    withAccess(connections, access, async (tx) => {
      const added = await tx.orm.insert(teamLeave).values(row).onConflictDoNothing().returning({ id: teamLeave.id })
      if (added.length > 0) await addAudit(tx, [audit])
    }),
  removeLeave: (access, memberId, id, audit) =>
    withAccess(connections, access, async (tx) => {
      const gone = await tx.orm
        .delete(teamLeave)
        .where(and(eq(teamLeave.id, id), eq(teamLeave.memberId, memberId)))
        .returning({ id: teamLeave.id })
      if (gone.length > 0) await addAudit(tx, [audit])
      return gone.length > 0
    }),
  saveLine: (access, row, audit) =>
    withAccess(connections, access, async (tx) => {
      const { id: _id, ...values } = row
      await tx.orm.insert(rosterLine).values(row).onConflictDoUpdate({ target: rosterLine.id, set: values })
      await addAudit(tx, [audit])
    }),
  endLine: (access, id, lastDay, audit) =>
    withAccess(connections, access, async (tx) => {
      // A line that never held leaves no trace; one that did keeps its past.
      const gone = await tx.orm
        .delete(rosterLine)
        .where(and(eq(rosterLine.id, id), sql`${rosterLine.validFrom} > ${lastDay}`))
        .returning({ id: rosterLine.id })
      const ended =
        gone.length > 0
          ? gone
          : await tx.orm
              .update(rosterLine)
              .set({ validTo: lastDay })
              .where(eq(rosterLine.id, id))
              .returning({ id: rosterLine.id })
      if (ended.length > 0) await addAudit(tx, [audit])
      return ended.length > 0
    }),
  line: (access, id) =>
    withAccess(
      connections,
      access,
      async ({ orm }) =>
        (await orm.select().from(rosterLine).where(eq(rosterLine.id, id)))[0] as StoredLine | undefined,
    ),
  changeDay: (access, lineId, day, change, audit) =>
    withAccess(connections, access, async (tx) => {
      if (change)
        await tx.orm
          .insert(rosterChange)
          .values({ lineId, day, ...change })
          .onConflictDoUpdate({ target: [rosterChange.lineId, rosterChange.day], set: change })
      else await tx.orm.delete(rosterChange).where(and(eq(rosterChange.lineId, lineId), eq(rosterChange.day, day)))
      await addAudit(tx, [audit])
    }),
  taken: (placeIds, from, to) => withAccess(connections, SYSTEM, ({ orm }) => takenTimes(orm, placeIds, from, to)),
  book: (access, row, room, { audit, messages }, key, reply) =>
    withAccess(connections, access, async (tx) => {
      let refused: 'full' | 'twice' | undefined
      const result = await once(
        tx,
        key,
        reply,
        async () => {
          await lockTime(tx, row, row.personId)
          const { n, own } = await countAt(tx, row, row.personId)
          if (own > 0) refused = 'twice'
          else if (n >= room) refused = 'full'
          if (refused) return
          await tx.orm.insert(appointment).values(row)
          await addAudit(tx, [audit])
          await addMessages(tx, messages)
        },
        () => refused === undefined,
      )
      return refused ?? result
    }),
  appointment: (access, id) =>
    withAccess(
      connections,
      access,
      async ({ orm }) =>
        (await orm.select().from(appointment).where(eq(appointment.id, id)))[0] as StoredAppointment | undefined,
    ),
  ofPerson: (access, personId) =>
    withAccess(
      connections,
      access,
      async ({ orm }) =>
        (await orm
          .select()
          .from(appointment)
          .where(eq(appointment.personId, personId))
          .orderBy(desc(appointment.day), desc(appointment.fromMinute))
          .limit(50)) as StoredAppointment[],
    ),
  ofPlaces: (access, placeIds, from, to) =>
    withAccess(connections, access, async ({ orm }) =>
      placeIds.length === 0
        ? []
        : ((await orm
            .select()
            .from(appointment)
            .where(
              and(inArray(appointment.placeId, [...placeIds]), gte(appointment.day, from), lte(appointment.day, to)),
            )
            .orderBy(asc(appointment.day), asc(appointment.fromMinute))
            .limit(1000)) as StoredAppointment[]),
    ),
  visitors: (access, personIds) =>
    withAccess(
      connections,
      access,
      async ({ client }) =>
        (await client.query<Visitor>('SELECT id, name, phone_enc AS "phoneEnc" FROM fatong.visitors($1)', [personIds]))
          .rows,
    ),
  setVideo: (access, id, url, at, audit) =>
    withAccess(connections, access, async (tx) => {
      const changed = await tx.orm
        .update(appointment)
        .set({ videoUrl: url, changedAt: at })
        .where(and(eq(appointment.id, id), eq(appointment.state, 'booked')))
        .returning({ id: appointment.id })
      if (changed.length > 0) await addAudit(tx, [audit])
      return changed.length > 0
    }),
  settle: (access, id, state, { cancelledBy, reason, at }, { audit, messages }) =>
    withAccess(connections, access, async (tx) => {
      const changed = await tx.orm
        .update(appointment)
        .set({ state, cancelledBy, reason, changedAt: at })
        .where(and(eq(appointment.id, id), eq(appointment.state, 'booked')))
        .returning({ id: appointment.id })
      if (changed.length === 0) return false
      await addAudit(tx, [audit])
      await addMessages(tx, messages)
      return true
    }),
  move: (access, id, was, to, room, at, { audit, messages }) =>
    withAccess(connections, access, async (tx) => {
      const standing = async (where: SQL | undefined) => (await tx.orm.select().from(appointment).where(where))[0]
      const visitor = await standing(eq(appointment.id, id))
      if (!visitor) return 'over'
      await lockTime(tx, to, visitor.personId)
      // Read only now that nobody else changes this time: whoever pressed twice finds it where they wanted it.
      if (await standing(stillAt({ id, ...to }))) return 'moved'
      const row = await standing(stillAt({ id, ...was }))
      if (!row) return 'over'
      const { n, own } = await countAt(tx, to, row.personId)
      const beside = row.day === to.day && row.fromMinute < to.toMinute && to.fromMinute < row.toMinute ? 1 : 0
      if (own - beside > 0) return 'twice'
      if (n - (row.placeId === to.placeId ? beside : 0) >= room) return 'full'
      const { placeId, day, fromMinute, toMinute } = to
      const updated = await tx.orm
        .update(appointment)
        .set({
          placeId,
          day,
          fromMinute,
          toMinute,
          unmetAt: null,
          remindedAt: null,
          rungAt: null,
          placedAt: at,
          changedAt: at,
        })
        .where(stillAt({ id, ...was }))
        .returning({ id: appointment.id })
      if (updated.length === 0) return 'over'
      await addAudit(tx, [audit])
      await addMessages(tx, messages)
      return 'moved'
    }),
  standing: (from, placeIds) =>
    withAccess(
      connections,
      SYSTEM,
      async ({ orm }) =>
        (await orm
          .select()
          .from(appointment)
          .where(
            and(
              eq(appointment.state, 'booked'),
              gte(appointment.day, from),
              placeIds === undefined ? undefined : inArray(appointment.placeId, [...placeIds]),
            ),
          )
          .orderBy(asc(appointment.day), asc(appointment.fromMinute), asc(appointment.id))) as StoredAppointment[],
    ),
  fallsAway: (visit, at, messages, rung) =>
    withAccess(connections, SYSTEM, async (tx) => {
      const noted = await tx.orm
        .update(appointment)
        .set({ unmetAt: at, ...(rung ? { rungAt: at } : {}) })
        .where(and(stillAt(visit), isNull(appointment.unmetAt)))
        .returning({ id: appointment.id })
      if (noted.length > 0) await addMessages(tx, messages)
      return noted.length > 0
    }),
  receivedAgain: (id, messages) =>
    withAccess(connections, SYSTEM, async (tx) => {
      const noted = await tx.orm
        .update(appointment)
        .set({ unmetAt: null })
        .where(and(eq(appointment.id, id), isNotNull(appointment.unmetAt)))
        .returning({ id: appointment.id })
      if (noted.length > 0) await addMessages(tx, messages)
      return noted.length > 0
    }),
  remind: (visit, at, messages) =>
    withAccess(connections, SYSTEM, async (tx) => {
      const noted = await tx.orm
        .update(appointment)
        .set({ remindedAt: at })
        .where(and(stillAt(visit), eq(appointment.placedAt, visit.placedAt), isNull(appointment.remindedAt)))
        .returning({ id: appointment.id })
      if (noted.length > 0) await addMessages(tx, messages)
      return noted.length > 0
    }),
  ring: (visit, since, at, messages) =>
    withAccess(connections, SYSTEM, async (tx) => {
      const noted = await tx.orm
        .update(appointment)
        // Whoever is asked to ring knows that nobody is there: the watch need not tell them as well.
        .set({ rungAt: at, unmetAt: sql`coalesce(${appointment.unmetAt}, ${new Date(at).toISOString()}::timestamptz)` })
        .where(
          and(
            stillAt(visit),
            eq(appointment.placedAt, visit.placedAt),
            or(isNull(appointment.rungAt), since === null ? undefined : lt(appointment.rungAt, since)),
          ),
        )
        .returning({ id: appointment.id })
      if (noted.length > 0) await addMessages(tx, messages)
      return noted.length > 0
    }),
})

/** Booked, for this time and no other. */
const stillAt = ({ id, placeId, day, fromMinute }: Omit<VisitTime, 'toMinute'> & { id: string }) =>
  and(
    eq(appointment.id, id),
    eq(appointment.state, 'booked'),
    eq(appointment.placeId, placeId),
    eq(appointment.day, day),
    eq(appointment.fromMinute, fromMinute),
  )

/**
 * One after the other at one place and day, so that the last free time is not given twice; then one after the other of one person, so
 * that nobody has two places at once. Always in this order, or two requests could wait for each other.
 */
async function lockTime({ orm }: Transaction, { placeId, day }: VisitTime, personId: string): Promise<void> {
  for (const of of [placeId, `person ${personId}`])
    await orm.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`appointment ${of} ${day}`}, 0))`)
}
/** How many are booked for a time at the place, and of the person's own anywhere. */
async function countAt(
  { client }: Transaction,
  { placeId, day, fromMinute, toMinute }: VisitTime,
  personId: string,
): Promise<{ n: number; own: number }> {
  const { rows } = await client.query<{ n: number; own: number }>(
    'SELECT n, own FROM fatong.appointments_at($1, $2, $3, $4, $5)',
    [placeId, day, fromMinute, toMinute, personId],
  )
  return rows[0] ?? { n: 0, own: 0 }
}

const takenTimes = (
  orm: Transaction['orm'],
  placeIds: readonly string[],
  from: LocalDate,
  to: LocalDate,
): Promise<TakenTime[]> =>
  placeIds.length === 0
    ? Promise.resolve([])
    : orm
        .select({
          placeId: appointment.placeId,
          day: appointment.day,
          fromMinute: appointment.fromMinute,
          toMinute: appointment.toMinute,
        })
        .from(appointment)
        .where(
          and(
            inArray(appointment.placeId, [...placeIds]),
            gte(appointment.day, from),
            lte(appointment.day, to),
            eq(appointment.state, 'booked'),
          ),
        )
