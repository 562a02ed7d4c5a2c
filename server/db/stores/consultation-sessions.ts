import { and, desc, eq, gt, lt, sql } from 'drizzle-orm'
import type { Instant } from '@fatong/law/calendar/dates.ts'
import { SYSTEM } from '../access.ts'
import { gatheredWrite } from '../gathered.ts'
import { withAccess, type Connections, type Transaction } from '../postgres.ts'
import { consultationSession, consultationTurn } from '../schema/consultation.ts'

export interface StoredConsultation {
  id: string
  secretHash: Buffer
  personId: string | null
  dataEnc: Buffer
  version: number
  channel: string
  learns: boolean
  draftId: string | null
  createdAt: Instant
  expiresAt: Instant
}
/** What was asked; `masked` without personal data, the words themselves sealed. */
export interface AskedTurn {
  id: string
  sessionId: string
  at: Instant
  questionEnc: Buffer
  masked: string
  kind: string
  topic: string | null
  confidence: number
  guide: string | null
  sources: string[]
  emergencies: string[]
}

/** Consultations are opened by their secret, which the action checks; the database is therefore asked as the service itself. */
export interface ConsultationSessionStore {
  start(session: StoredConsultation, turn: AskedTurn | undefined): Promise<void>
  find(id: string, now: Instant): Promise<StoredConsultation | undefined>
  ofPerson(personId: string, now: Instant): Promise<(StoredConsultation & { updatedAt: Instant })[]>
  /** False when somebody went on in between. */
  save(
    id: string,
    version: number,
    dataEnc: Buffer,
    turn: AskedTurn | undefined,
    now: Instant,
    expiresAt: Instant,
  ): Promise<boolean>
  attach(id: string, draftId: string): Promise<void>
  remove(id: string): Promise<void>
  giveCode(id: string, codeHash: Buffer, until: Instant): Promise<void>
  /** The code works once; the session then belongs to whoever holds the new secret, and to no account. */
  takeByCode(
    codeHash: Buffer,
    secretHash: Buffer,
    personId: string | null,
    now: Instant,
  ): Promise<StoredConsultation | undefined>
  /** Consultations nobody came back to, with the words of their questions; answers how many. */
  sweep(now: Instant): Promise<number>
}

export const consultationSessionStore = (connections: Connections): ConsultationSessionStore => ({
  start: startMany(connections),
  find: (id, now) =>
    withAccess(connections, SYSTEM, async ({ orm }) => {
      const [row] = await orm
        .select()
        .from(consultationSession)
        .where(and(eq(consultationSession.id, id), gt(consultationSession.expiresAt, now)))
      return row
    }),
  ofPerson: (personId, now) =>
    withAccess(connections, SYSTEM, ({ orm }) =>
      orm
        .select()
        .from(consultationSession)
        .where(and(eq(consultationSession.personId, personId), gt(consultationSession.expiresAt, now)))
        .orderBy(desc(consultationSession.updatedAt))
        .limit(50),
    ),
  save: (id, version, dataEnc, turn, now, expiresAt) =>
    withAccess(connections, SYSTEM, async (tx) => {
      const saved = await tx.orm
        .update(consultationSession)
        .set({ dataEnc, version: version + 1, updatedAt: now, expiresAt })
        .where(and(eq(consultationSession.id, id), eq(consultationSession.version, version)))
        .returning({ id: consultationSession.id })
      if (saved.length === 0) return false
      await addTurn(tx, turn)
      return true
    }),
  attach: (id, draftId) =>
    withAccess(connections, SYSTEM, async ({ orm }) => {
      await orm.update(consultationSession).set({ draftId }).where(eq(consultationSession.id, id))
    }),
  remove: (id) =>
    withAccess(connections, SYSTEM, async ({ orm }) => {
      await orm.update(consultationTurn).set({ questionEnc: null }).where(eq(consultationTurn.sessionId, id))
      await orm.delete(consultationSession).where(eq(consultationSession.id, id))
    }),
  giveCode: (id, codeHash, until) =>
    withAccess(connections, SYSTEM, async ({ orm }) => {
      await orm.update(consultationSession).set({ codeHash, codeUntil: until }).where(eq(consultationSession.id, id))
    }),
  takeByCode: (codeHash, secretHash, personId, now) =>
    withAccess(connections, SYSTEM, async ({ orm }) => {
      const [row] = await orm
        .update(consultationSession)
        .set({
          codeHash: null,
          codeUntil: null,
          secretHash,
          personId,
          version: sql`${consultationSession.version} + 1`,
        })
        .where(
          and(
            eq(consultationSession.codeHash, codeHash),
            gt(consultationSession.codeUntil, now),
            gt(consultationSession.expiresAt, now),
          ),
        )
        .returning()
      return row
    }),
  sweep: (now) =>
    withAccess(connections, SYSTEM, async ({ orm }) => {
      await orm
        .update(consultationTurn)
        .set({ questionEnc: null })
        .where(
          sql`${consultationTurn.questionEnc} IS NOT NULL AND ${consultationTurn.sessionId} IN (SELECT id FROM fatong.consultation_session WHERE expires_at < ${new Date(now)})`,
        )
      return (
        await orm
          .delete(consultationSession)
          .where(lt(consultationSession.expiresAt, now))
          .returning({ id: consultationSession.id })
      ).length
    }),
})

const SESSION = `INSERT INTO fatong.consultation_session (id, secret_hash, person_id, data_enc, version, channel, learns, draft_id, created_at, updated_at, expires_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10)`
const TURN = `INSERT INTO fatong.consultation_turn (id, session_id, at, question_enc, masked, kind, topic, confidence, guide, sources, emergencies)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`
const iso = (at: Instant) => new Date(at).toISOString()

/**
 * Many who begin at the same moment are written together: in one transaction and one message, each with statements that
 * were planned once, where one statement for all would have another text for every number of rows.
 */
function startMany(connections: Connections): ConsultationSessionStore['start'] {
  const write = gatheredWrite<{ session: StoredConsultation; turn: AskedTurn | undefined }>(
    connections,
    async ({ client }, begun) => {
      await Promise.all(
        begun.flatMap(({ session: s, turn: t }) => [
          client.query({
            name: 'consultation_begun',
            text: SESSION,
            values: [
              s.id,
              s.secretHash,
              s.personId,
              s.dataEnc,
              s.version,
              s.channel,
              s.learns,
              s.draftId,
              iso(s.createdAt),
              iso(s.expiresAt),
            ],
          }),
          ...(t === undefined
            ? []
            : [
                client.query({
                  name: 'consultation_asked',
                  text: TURN,
                  values: [
                    t.id,
                    t.sessionId,
                    iso(t.at),
                    t.questionEnc,
                    t.masked,
                    t.kind,
                    t.topic,
                    t.confidence,
                    t.guide,
                    t.sources,
                    t.emergencies,
                  ],
                }),
              ]),
        ]),
      )
    },
  )
  return (session, turn) => write({ session, turn })
}

async function addTurn({ orm }: Transaction, turn: AskedTurn | undefined): Promise<void> {
  if (turn !== undefined) await orm.insert(consultationTurn).values(turn)
}
