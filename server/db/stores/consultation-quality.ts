import { and, desc, eq, lt, sql } from 'drizzle-orm'
import type { Instant } from '@fatong/law/calendar/dates.ts'
import { SYSTEM, type AccessContext } from '../access.ts'
import { withAccess, type Connections } from '../postgres.ts'
import type { AuditEntry } from '../rows.ts'
import { answerFlag, consultationTurn, labelledPair } from '../schema/consultation.ts'
import { addAudit } from './audit-entries.ts'

export type StoredTurn = typeof consultationTurn.$inferSelect
export type StoredFlag = typeof answerFlag.$inferSelect
export interface AskedWish {
  show: 'all' | 'noSource' | 'flagged' | 'unhelpful'
  topic?: string
  before?: { at: Instant; id: string }
  most: number
}
export interface NewPair {
  id: string
  at: Instant
  question: string
  articleKey: string
  origin: 'lawyer' | 'click'
}
export interface FlagSettled {
  outcome: 'corrected' | 'right' | 'unclear'
  note: string
  by: string
  byName: string
}

/** What was asked and what was wrong: for those who look after the answers, and for learning from them. */
export interface ConsultationQualityStore {
  asked(access: AccessContext, wish: AskedWish): Promise<(StoredTurn & { flags: number })[]>
  figures(
    access: AccessContext,
    since: Instant,
  ): Promise<
    { topic: string | null; kind: string; n: number; helpful: number; unhelpful: number; emergencies: number }[]
  >
  turn(id: string, sessionId: string): Promise<StoredTurn | undefined>
  sayHelpful(id: string, helpful: boolean): Promise<void>
  flag(row: Omit<typeof answerFlag.$inferInsert, 'byAsker'>): Promise<void>
  /** The asker calls the answer to their own question wrong; the database takes it from nobody else, and once it was answered. */
  flagOwnTicket(
    access: AccessContext,
    row: Pick<StoredFlag, 'id' | 'at' | 'subject' | 'reason' | 'note'>,
  ): Promise<void>
  /** Whether the asker called the answer to this question wrong, settled or not. */
  isFlaggedByAsker(access: AccessContext, ticketId: string): Promise<boolean>
  /** With what was asked and answered, where a turn was flagged and is still kept. */
  flags(
    access: AccessContext,
    state: 'open' | 'settled',
  ): Promise<(StoredFlag & { turn: Pick<StoredTurn, 'masked' | 'kind' | 'guide' | 'sources'> | null })[]>
  /** False when it was settled before, or is not there. */
  settle(access: AccessContext, id: string, settled: FlagSettled, now: Instant, audit: AuditEntry): Promise<boolean>
  addPairs(pairs: readonly NewPair[]): Promise<void>
  pairs(): Promise<{ question: string; articleKey: string; origin: string }[]>
  sweep(turnsBefore: Instant): Promise<number>
}

const FLAGS = sql<number>`(SELECT count(*)::int FROM fatong.answer_flag f WHERE f.subject_kind = 'turn' AND f.subject = consultation_turn.id::text)`

export const consultationQualityStore = (connections: Connections): ConsultationQualityStore => ({
  asked: (access, { show, topic, before, most }) =>
    withAccess(connections, access, async ({ orm }) => {
      const rows = await orm
        .select({ turn: consultationTurn, flags: FLAGS })
        .from(consultationTurn)
        .where(
          and(
            show === 'noSource' ? eq(consultationTurn.kind, 'noSource') : undefined,
            show === 'unhelpful' ? eq(consultationTurn.helpful, false) : undefined,
            show === 'flagged'
              ? sql`EXISTS (SELECT 1 FROM fatong.answer_flag f WHERE f.subject_kind = 'turn' AND f.subject = consultation_turn.id::text)`
              : undefined,
            topic === undefined ? undefined : eq(consultationTurn.topic, topic),
            before === undefined
              ? undefined
              : sql`(${consultationTurn.at}, ${consultationTurn.id}) < (${new Date(before.at)}, ${before.id}::uuid)`,
          ),
        )
        .orderBy(desc(consultationTurn.at), desc(consultationTurn.id))
        .limit(most)
      return rows.map(({ turn, flags }) => ({ ...turn, flags }))
    }),
  figures: (access, since) =>
    withAccess(
      connections,
      access,
      async ({ client }) =>
        (
          await client.query<{
            topic: string | null
            kind: string
            n: number
            helpful: number
            unhelpful: number
            emergencies: number
          }>(
            `SELECT topic, kind, count(*)::int AS n, count(*) FILTER (WHERE helpful)::int AS helpful, count(*) FILTER (WHERE NOT helpful)::int AS unhelpful,
      count(*) FILTER (WHERE cardinality(emergencies) > 0)::int AS emergencies FROM fatong.consultation_turn WHERE at >= $1 GROUP BY topic, kind`,
            [new Date(since)],
          )
        ).rows,
    ),
  turn: (id, sessionId) =>
    withAccess(connections, SYSTEM, async ({ orm }) => {
      const [row] = await orm
        .select()
        .from(consultationTurn)
        .where(and(eq(consultationTurn.id, id), eq(consultationTurn.sessionId, sessionId)))
      return row
    }),
  sayHelpful: (id, helpful) =>
    withAccess(connections, SYSTEM, async ({ orm }) => {
      await orm.update(consultationTurn).set({ helpful }).where(eq(consultationTurn.id, id))
    }),
  flag: (row) =>
    withAccess(connections, SYSTEM, async ({ orm }) => {
      await orm.insert(answerFlag).values(row)
    }),
  flagOwnTicket: (access, row) =>
    withAccess(connections, access, async ({ orm }) => {
      await orm.insert(answerFlag).values({ ...row, subjectKind: 'ticket', byKind: 'citizen', byAsker: true })
    }),
  isFlaggedByAsker: (access, ticketId) =>
    withAccess(connections, access, async ({ orm }) => {
      const found = await orm
        .select({ id: answerFlag.id })
        .from(answerFlag)
        .where(and(eq(answerFlag.subjectKind, 'ticket'), eq(answerFlag.subject, ticketId), answerFlag.byAsker))
        .limit(1)
      return found.length > 0
    }),
  flags: (access, state) =>
    withAccess(connections, access, async ({ orm }) => {
      const { masked, kind, guide, sources } = consultationTurn
      const rows = await orm
        .select({ flag: answerFlag, turn: { masked, kind, guide, sources } })
        .from(answerFlag)
        .leftJoin(
          consultationTurn,
          and(eq(answerFlag.subjectKind, 'turn'), sql`${consultationTurn.id}::text = ${answerFlag.subject}`),
        )
        .where(eq(answerFlag.state, state))
        .orderBy(state === 'open' ? answerFlag.at : desc(answerFlag.settledAt))
        .limit(200)
      return rows.map(({ flag, turn }) => ({ ...flag, turn }))
    }),
  settle: (access, id, { outcome, note, by, byName }, now, audit) =>
    withAccess(connections, access, async (tx) => {
      const settled = await tx.orm
        .update(answerFlag)
        .set({ state: 'settled', outcome, settledNote: note, settledBy: by, settledByName: byName, settledAt: now })
        .where(and(eq(answerFlag.id, id), eq(answerFlag.state, 'open')))
        .returning({ id: answerFlag.id })
      if (settled.length === 0) return false
      await addAudit(tx, [audit])
      return true
    }),
  addPairs: (pairs) =>
    withAccess(connections, SYSTEM, async ({ orm }) => {
      if (pairs.length > 0)
        await orm
          .insert(labelledPair)
          .values([...pairs])
          .onConflictDoNothing()
    }),
  pairs: () =>
    withAccess(connections, SYSTEM, ({ orm }) =>
      orm
        .select({ question: labelledPair.question, articleKey: labelledPair.articleKey, origin: labelledPair.origin })
        .from(labelledPair)
        .orderBy(labelledPair.at, labelledPair.id),
    ),
  sweep: (turnsBefore) =>
    withAccess(
      connections,
      SYSTEM,
      async ({ orm }) =>
        (
          await orm
            .delete(consultationTurn)
            .where(lt(consultationTurn.at, turnsBefore))
            .returning({ id: consultationTurn.id })
        ).length,
    ),
})
