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
  save(id: string, version: number, dataEnc: Buffer, turn: AskedTurn | undefined, now: Instant, expiresAt: Instant): Promise<boolean>
  attach(id: string, draftId: string): Promise<void>
  remove(id: string): Promise<void>
  giveCode(id: string, codeHash: Buffer, until: Instant): Promise<void>
  /** The code works once; the session then belongs to whoever holds the new secret, and to no account. */
  takeByCode(codeHash: Buffer, secretHash: Buffer, personId: string | null, now: Instant): Promise<StoredConsultation | undefined>
  /** Consultations nobody came back to, with the words of their questions; answers how many. */
  sweep(now: Instant): Promise<number>
}

export const consultationSessionStore = (connections: Connections): ConsultationSessionStore => ({
  start: startMany(connections),
  find: (id, now) => withAccess(connections, SYSTEM, async ({ orm }) => {
    const [row] = await orm.select().from(consultationSession).where(and(eq(consultationSession.id, id), gt(consultationSession.expiresAt, now)))
    return row
  }),
  ofPerson: (personId, now) => withAccess(connections, SYSTEM, ({ orm }) =>
    orm.select().from(consultationSession).where(and(eq(consultationSession.personId, personId), gt(consultationSession.expiresAt, now))).orderBy(desc(consultationSession.updatedAt)).limit(50)),
  save: (id, version, dataEnc, turn, now, expiresAt) => withAccess(connections, SYSTEM, async (tx) => {
    const saved = await tx.orm.update(consultationSession).set({ dataEnc, version: version + 1, updatedAt: now, expiresAt })
      .where(and(eq(consultationSession.id, id), eq(consultationSession.version, version))).returning({ id: consultationSession.id })
    if (saved.length === 0) return false
    await addTurn(tx, turn)
    return true
  }),
  attach: (id, draftId) => withAccess(connections, SYSTEM, async ({ orm }) => { await orm.update(consultationSession).set({ draftId }).where(eq(consultationSession.id, id)) }),
  remove: (id) => withAccess(connections, SYSTEM, async ({ orm }) => {
    await orm.update(consultationTurn).set({ questionEnc: null }).where(eq(consultationTurn.sessionId, id))
    await orm.delete(consultationSession).where(eq(consultationSession.id, id))
  }),
  giveCode: (id, codeHash, until) => withAccess(connections, SYSTEM, async ({ orm }) => {
    await orm.update(consultationSession).set({ codeHash, codeUntil: until }).where(eq(consultationSession.id, id))
  }),
  takeByCode: (codeHash, secretHash, personId, now) => withAccess(connections, SYSTEM, async ({ orm }) => {
    const [row] = await orm.update(consultationSession).set({ codeHash: null, codeUntil: null, secretHash, personId, version: sql`${consultationSession.version} + 1` })
      .where(and(eq(consultationSession.codeHash, codeHash), gt(consultationSession.codeUntil, now), gt(consultationSession.expiresAt, now))).returning()
    return row
  }),
  sweep: (now) => withAccess(connections, SYSTEM, async ({ orm }) => {
    await orm.update(consultationTurn).set({ questionEnc: null })
      .where(sql`${consultationTurn.questionEnc} IS NOT NULL AND ${consultationTurn.sessionId} IN (SELECT id FROM fatong.consultation_session WHERE expires_at < ${new Date(now)})`)
    return (await orm.delete(consultationSession).where(lt(consultationSession.expiresAt, now)).returning({ id: consultationSession.id })).length
  }),
})

/** Many who begin at the same moment are written together. */
function startMany(connections: Connections): ConsultationSessionStore['start'] {
  const write = gatheredWrite<{ session: StoredConsultation; turn: AskedTurn | undefined }>(connections, async ({ orm }, begun) => {
    await orm.insert(consultationSession).values(begun.map(({ session }) => ({ ...session, updatedAt: session.createdAt })))
    const turns = begun.flatMap(({ turn }) => turn ?? [])
    if (turns.length > 0) await orm.insert(consultationTurn).values(turns)
  })
  return (session, turn) => write({ session, turn })
}

async function addTurn({ orm }: Transaction, turn: AskedTurn | undefined): Promise<void> {
  if (turn !== undefined) await orm.insert(consultationTurn).values(turn)
}
