import { and, asc, desc, eq, ne, sql } from 'drizzle-orm'
import type { CaseText } from '@fatong/knowledge/library/read-case.ts'
import type { Instant } from '@fatong/law/calendar/dates.ts'
import type { AccessContext } from '../access.ts'
import { withAccess, type Connections, type Transaction } from '../postgres.ts'
import type { AuditEntry } from '../rows.ts'
import { typicalCase, typicalCaseVersion } from '../schema/library.ts'
import { addAudit } from './audit-entries.ts'

export type StoredCase = typeof typicalCase.$inferSelect
export type StoredCaseVersion = typeof typicalCaseVersion.$inferSelect

/** What an import did to one case; `kept`: the desk wrote or changed it, which an import never undoes; `twice`: the import held another of that title before. */
export interface CaseChange {
  title: string
  what: 'new' | 'changed' | 'unchanged' | 'kept' | 'twice'
}

interface Text {
  title: string
  topic: string
  body: string
  result: string | null
}
/** Who wrote a text; `id` is null for an import. */
interface Writer {
  id: string | null
  name: string
}

/** Typical cases with every text they had; row level security keeps writer and reviewer apart. */
export const caseStore = (connections: Connections) => ({
  cases: (access: AccessContext): Promise<StoredCase[]> =>
    withAccess(connections, access, ({ orm }) =>
      orm.select().from(typicalCase).orderBy(asc(typicalCase.topic), asc(typicalCase.title)),
    ),
  findCase: (access: AccessContext, id: string): Promise<StoredCase | undefined> =>
    withAccess(
      connections,
      access,
      async ({ orm }) => (await orm.select().from(typicalCase).where(eq(typicalCase.id, id)))[0],
    ),
  /** All texts that wait for somebody to look at them, of new cases and of published ones. */
  waitingCases: (access: AccessContext): Promise<StoredCaseVersion[]> =>
    withAccess(connections, access, ({ orm }) =>
      orm.select().from(typicalCaseVersion).where(eq(typicalCaseVersion.state, 'draft')),
    ),
  /** Every text of one case, the newest first. */
  caseVersions: (access: AccessContext, id: string): Promise<StoredCaseVersion[]> =>
    withAccess(connections, access, ({ orm }) => versionsOf(orm, id)),
  /** Written at the desk, always as a draft; people go on seeing what is published. 'taken' when another one has the title. */
  writeCase: (
    access: AccessContext,
    id: string,
    text: Text,
    writer: Writer & { id: string },
    now: Instant,
    audit: AuditEntry,
  ): Promise<'written' | 'taken'> =>
    withAccess(connections, access, async (tx) => {
      await alone(tx, id)
      if (await titleTaken(tx, id, text.title)) return 'taken'
      const [held] = await tx.orm.select().from(typicalCase).where(eq(typicalCase.id, id))
      await addDraft(tx, id, held, text, writer, now)
      await addAudit(tx, [audit])
      return 'written'
    }),
  /**
   * Settles the text that somebody read: a draft is published or dropped, a published text withdrawn, a withdrawn one
   * published again. 'changedMeanwhile' when it no longer stands as they saw it.
   */
  settleCase: (
    access: AccessContext,
    id: string,
    version: number,
    to: 'published' | 'withdrawn' | 'dropped',
    by: { id: string; name: string },
    now: Instant,
    audit: AuditEntry,
  ): Promise<'settled' | 'notFound' | 'changedMeanwhile' | 'own' | 'taken'> =>
    withAccess(connections, access, async (tx) => {
      await alone(tx, id)
      const [held] = await tx.orm.select().from(typicalCase).where(eq(typicalCase.id, id))
      if (held === undefined) return 'notFound'
      const meant = (await versionsOf(tx.orm, id)).find((one) => one.version === version)
      if (meant === undefined || !maySettle(held.state, meant.state, to)) return 'changedMeanwhile'
      const changed = { changedBy: by.name, changedAt: now }
      if (to === 'published') {
        if (meant.writtenBy === by.id) return 'own'
        if (await titleTaken(tx, id, meant.title)) return 'taken'
        await mark(tx, id, 'published', 'replaced', by.name, now)
        if (meant.state === 'draft') await mark(tx, id, 'withdrawn', 'replaced', by.name, now)
        const { title, topic, body, result, writtenBy } = meant
        await tx.orm
          .update(typicalCase)
          .set({ title, topic, body, result, writtenBy, version, state: 'published', ...changed })
          .where(eq(typicalCase.id, id))
      } else if (to === 'withdrawn' || held.state === 'draft') {
        await tx.orm
          .update(typicalCase)
          .set({ state: 'withdrawn', ...changed })
          .where(eq(typicalCase.id, id))
      }
      await tx.orm
        .update(typicalCaseVersion)
        .set({ state: to, settledByName: by.name, settledAt: now })
        .where(and(eq(typicalCaseVersion.caseId, id), eq(typicalCaseVersion.version, version)))
      await addAudit(tx, [audit])
      return 'settled'
    }),
})

/** Published again is only what people saw before: a text that was dropped is written anew, and looked at anew. */
function maySettle(held: string, text: string, to: string): boolean {
  if (to === 'dropped') return text === 'draft'
  if (to === 'withdrawn') return text === 'published'
  return text === 'draft' || (held === 'withdrawn' && text === 'withdrawn')
}

/** Cases are told apart by their titles. One whose words are others now waits for somebody to look at it again; what people see stays until then. */
export async function takeCase(tx: Transaction, one: CaseText, by: string, now: Instant): Promise<CaseChange['what']> {
  const body = one.sections.map(({ heading, text }) => (heading === '' ? text : `## ${heading}\n${text}`)).join('\n\n')
  const text: Text = { title: one.title, topic: one.topic, body, result: one.result ?? null }
  const writer = { id: null, name: by }
  const titled = () => tx.orm.select().from(typicalCase).where(eq(typicalCase.title, one.title))
  const [found] = await titled()
  if (found === undefined) {
    await addDraft(tx, crypto.randomUUID(), undefined, text, writer, now)
    return 'new'
  }
  await alone(tx, found.id)
  // Whoever was before us may have published it, or given it another title.
  const [held] = await titled()
  if (held?.id !== found.id) return takeCase(tx, one, by, now)
  const [last] = await versionsOf(tx.orm, held.id)
  // A text that was looked at and dropped is not put before anybody a second time.
  if (sameText(held, text) || (last !== undefined && sameText(last, text))) return 'unchanged'
  if (held.writtenBy !== null || (last !== undefined && last.writtenBy !== null && last.state !== 'dropped'))
    return 'kept'
  await addDraft(tx, held.id, held, text, writer, now)
  return 'changed'
}

const sameText = (a: Text, b: Text): boolean => a.body === b.body && a.topic === b.topic && a.result === b.result

/** The row holds what people see or saw; to that a draft changes nothing until it is published. */
const wasPublished = (held: StoredCase, versions: readonly StoredCaseVersion[]): boolean =>
  held.state === 'published' || versions.some(({ version, state }) => version === held.version && state === 'withdrawn')

/**
 * A new draft under a number of its own, so that who reviews it settles the very text they read. A draft of the same writer
 * goes on; one of somebody else is kept as dropped.
 */
async function addDraft(
  tx: Transaction,
  id: string,
  held: StoredCase | undefined,
  text: Text,
  writer: Writer,
  now: Instant,
): Promise<void> {
  const versions = held === undefined ? [] : await versionsOf(tx.orm, id)
  const [last] = versions
  const version = (last?.version ?? 0) + 1
  const row = { ...text, state: 'draft', writtenBy: writer.id }
  const shown = { ...row, version, changedBy: writer.name, changedAt: now }
  if (held === undefined) await tx.orm.insert(typicalCase).values({ id, ...shown })
  else if (!wasPublished(held, versions)) await tx.orm.update(typicalCase).set(shown).where(eq(typicalCase.id, id))
  const written = { ...row, version, writtenByName: writer.name, writtenAt: now }
  if (last?.state === 'draft' && last.writtenBy === writer.id) {
    await tx.orm
      .update(typicalCaseVersion)
      .set(written)
      .where(and(eq(typicalCaseVersion.caseId, id), eq(typicalCaseVersion.version, last.version)))
    return
  }
  await mark(tx, id, 'draft', 'dropped', writer.name, now)
  await tx.orm.insert(typicalCaseVersion).values({ caseId: id, ...written })
}

async function mark({ orm }: Transaction, id: string, from: string, state: string, by: string, now: Instant) {
  await orm
    .update(typicalCaseVersion)
    .set({ state, settledByName: by, settledAt: now })
    .where(and(eq(typicalCaseVersion.caseId, id), eq(typicalCaseVersion.state, from)))
}

const versionsOf = (orm: Transaction['orm'], id: string): Promise<StoredCaseVersion[]> =>
  orm
    .select()
    .from(typicalCaseVersion)
    .where(eq(typicalCaseVersion.caseId, id))
    .orderBy(desc(typicalCaseVersion.version))

/** Two who change one case at a time do it one after the other. */
const alone = ({ orm }: Transaction, id: string) =>
  orm.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`typical case ${id}`}, 0))`)

/** Whether another case has the title, or is to have it. */
async function titleTaken({ orm }: Transaction, id: string, title: string): Promise<boolean> {
  const shown = await orm
    .select({ id: typicalCase.id })
    .from(typicalCase)
    .where(and(eq(typicalCase.title, title), ne(typicalCase.id, id)))
    .limit(1)
  if (shown.length > 0) return true
  const waiting = await orm
    .select({ id: typicalCaseVersion.caseId })
    .from(typicalCaseVersion)
    .where(
      and(
        eq(typicalCaseVersion.title, title),
        eq(typicalCaseVersion.state, 'draft'),
        ne(typicalCaseVersion.caseId, id),
      ),
    )
    .limit(1)
  return waiting.length > 0
}
