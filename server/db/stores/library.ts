import { createHash } from 'node:crypto'
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { MovedArticle } from '@fatong/knowledge/guides/moved-law.ts'
import type { CaseText } from '@fatong/knowledge/library/read-case.ts'
import type { Day, LawText } from '@fatong/knowledge/library/law-text.ts'
import { tellsKind } from '@fatong/knowledge/library/kind.ts'
import { CLOSING_ARTICLES, endsOf } from '@fatong/knowledge/library/versions.ts'
import type { Instant } from '@fatong/law/calendar/dates.ts'
import { SYSTEM, type AccessContext } from '../access.ts'
import { withAccess, type Connections, type Transaction } from '../postgres.ts'
import type { AuditEntry } from '../rows.ts'
import { lawArticle, lawText, libraryImport, typicalCase, typicalCaseVersion } from '../schema/library.ts'
import { addAudit } from './audit-entries.ts'
import { caseStore, takeCase, type CaseChange, type StoredCase } from './typical-cases.ts'

export type StoredText = typeof lawText.$inferSelect
export type StoredArticle = typeof lawArticle.$inferSelect
export type StoredImport = typeof libraryImport.$inferSelect

/** What an import did to one text; `dates`: its words stayed, its days or its kind are others now. */
export interface TextChange {
  name: string
  versionDate: Day | null
  what: 'new' | 'changed' | 'unchanged' | 'dates'
  /** of a new version: the one before that the library held, against which the lists are */
  since?: Day | null
  added: string[]
  changed: string[]
  removed: string[]
}
const CHUNK = 2_000
/** First half of the lock that a run holds while it writes; any fixed number. */
const RUN_LOCK = 2_345_003

/** The same version of the same text has the same id in every import, so that addresses stay. */
export function textId(law: { name: string; versionDate?: Day | null }): string {
  const hex = createHash('sha256')
    .update(`${law.name}|${law.versionDate ?? ''}`)
    .digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
const hashOf = (law: LawText): string => createHash('sha256').update(JSON.stringify(law.articles)).digest('hex')

export type LibraryStore = ReturnType<typeof libraryStore>

/** Texts of law with all their versions, typical cases, and the record of imports. */
export const libraryStore = (connections: Connections) => ({
  ...caseStore(connections),
  startImport: (
    access: AccessContext,
    row: { id: string; source: string; startedBy: string; total: number },
    now: Instant,
    audit: readonly AuditEntry[],
  ): Promise<void> =>
    withAccess(connections, access, async (tx) => {
      await tx.orm.insert(libraryImport).values({ ...row, startedAt: now, state: 'running', done: 0, report: {} })
      await addAudit(tx, audit)
    }),
  progress: (id: string, done: number, total: number): Promise<void> =>
    withAccess(connections, SYSTEM, async ({ orm }) => {
      await orm.update(libraryImport).set({ done, total }).where(eq(libraryImport.id, id))
    }),
  finishImport: (id: string, state: 'done' | 'failed', report: unknown, now: Instant): Promise<void> =>
    withAccess(connections, SYSTEM, async ({ orm }) => {
      await orm.update(libraryImport).set({ state, report, finishedAt: now }).where(eq(libraryImport.id, id))
    }),
  /**
   * What was running when its service died is over. Of several services on one database another one may be at work: a run
   * counts as dead when it began before `startedBefore` and nobody holds its lock.
   */
  abandonImports: (now: Instant, startedBefore: Instant): Promise<void> =>
    withAccess(connections, SYSTEM, async ({ client }) => {
      await client.query(
        `WITH old AS MATERIALIZED (SELECT id FROM fatong.library_import WHERE state = 'running' AND started_at < $2),
        dead AS MATERIALIZED (SELECT id FROM old WHERE pg_try_advisory_xact_lock(${RUN_LOCK}, hashtext(id::text)))
      UPDATE fatong.library_import i SET state = 'failed', finished_at = $1, report = $3 FROM dead WHERE i.id = dead.id`,
        [
          new Date(now).toISOString(),
          new Date(startedBefore).toISOString(),
          JSON.stringify({ problem: '服务中断，没有导入。请再导入一次。' }),
        ],
      )
    }),
  imports: (access: AccessContext): Promise<StoredImport[]> =>
    withAccess(connections, access, ({ orm }) =>
      orm.select().from(libraryImport).orderBy(desc(libraryImport.startedAt)).limit(20),
    ),
  /** Changes with every import and every case that is published or taken back; an index of another state is old. */
  state: (): Promise<string> =>
    withAccess(connections, SYSTEM, async ({ orm }) => {
      const [texts] = await orm
        .select({
          hash: sql<string>`coalesce(md5(string_agg(${lawText.id}::text || ${lawText.contentHash} || ${lawText.kind} || coalesce(${lawText.inForceFrom}::text, '') || '.' || coalesce(${lawText.inForceUntil}::text, ''), ',' ORDER BY ${lawText.id})), '')`,
        })
        .from(lawText)
      const [cases] = await orm
        .select({
          hash: sql<string>`coalesce(md5(string_agg(${typicalCase.id}::text || md5(${typicalCase.title} || ${typicalCase.topic} || ${typicalCase.body} || coalesce(${typicalCase.result}, '')), ',' ORDER BY ${typicalCase.id})), '')`,
        })
        .from(typicalCase)
        .where(eq(typicalCase.state, 'published'))
      return `${texts?.hash ?? ''}.${cases?.hash ?? ''}`
    }),

  /** Takes in all texts in one transaction: an import that is cut short leaves the library as it was. */
  takeIn: (
    runId: string,
    laws: readonly LawText[],
    cases: readonly CaseText[],
    by: string,
    now: Instant,
    progress: (done: number) => void,
  ): Promise<{ texts: TextChange[]; cases: CaseChange[] }> =>
    withAccess(connections, SYSTEM, async (tx) => {
      await tx.client.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [RUN_LOCK, runId])
      const known = new Map((await tx.orm.select().from(lawText)).map((row) => [row.id, row]))
      const sorts = new Map(
        [...known.values()]
          .filter(({ kind }) => kind !== 'other')
          .map(({ name, kind, category }) => [name, { kind, category }]),
      )
      const changes: TextChange[] = []
      let done = 0
      for (const law of laws) {
        const before = known.get(textId(law))
        changes.push(await takeText(tx, runId, law, before, sorts.get(law.name)))
        if (!before) await heldAgainst(tx, law, [...known.values()], changes.at(-1) as TextChange)
        if (++done % 50 === 0) progress(done)
      }
      await placeInTime(tx, changes)
      const titles = new Set<string>(),
        casesTaken: CaseChange[] = []
      for (const one of cases) {
        casesTaken.push({ title: one.title, what: titles.has(one.title) ? 'twice' : await takeCase(tx, one, by, now) })
        titles.add(one.title)
      }
      progress(laws.length)
      return { texts: changes, cases: casesTaken }
    }),

  /** Laws by name or kind, one line for each name, the version in force now first. */
  laws: ({
    q,
    kind,
    after,
    limit,
  }: {
    q?: string
    kind?: string
    after?: string
    limit: number
  }): Promise<StoredText[]> =>
    withAccess(connections, SYSTEM, ({ orm }) =>
      orm
        .selectDistinctOn([lawText.name])
        .from(lawText)
        .where(
          and(
            q === undefined ? undefined : sql`${lawText.name} LIKE ${`%${q.replace(/[\\%_]/g, '\\$&')}%`}`,
            kind === undefined ? undefined : eq(lawText.kind, kind),
            after === undefined ? undefined : sql`${lawText.name} > ${after}`,
          ),
        )
        .orderBy(asc(lawText.name), sql`${lawText.versionDate} DESC NULLS LAST`)
        .limit(limit),
    ),
  text: (id: string): Promise<{ text: StoredText; articles: StoredArticle[] } | undefined> =>
    withAccess(connections, SYSTEM, async ({ orm }) => {
      const [text] = await orm.select().from(lawText).where(eq(lawText.id, id))
      return (
        text && {
          text,
          articles: await orm.select().from(lawArticle).where(eq(lawArticle.textId, id)).orderBy(asc(lawArticle.place)),
        }
      )
    }),
  versions: (name: string): Promise<StoredText[]> =>
    withAccess(connections, SYSTEM, ({ orm }) =>
      orm.select().from(lawText).where(eq(lawText.name, name)).orderBy(sql`${lawText.versionDate} DESC NULLS LAST`),
    ),
  articlesOf: (textIds: readonly string[], number: string): Promise<StoredArticle[]> =>
    withAccess(connections, SYSTEM, ({ orm }) =>
      textIds.length === 0
        ? Promise.resolve([])
        : orm
            .select()
            .from(lawArticle)
            .where(and(inArray(lawArticle.textId, [...textIds]), eq(lawArticle.number, number))),
    ),
  counts: (): Promise<{ texts: number; articles: number; cases: number; drafts: number }> =>
    withAccess(connections, SYSTEM, async ({ orm }) => {
      const [row] = await orm
        .select({
          texts: sql<number>`count(*)::int`,
          articles: sql<number>`coalesce(sum(${lawText.articles}), 0)::int`,
        })
        .from(lawText)
      const [cases] = await orm.select({ n: sql<number>`count(*)::int` }).from(typicalCase)
      const [drafts] = await orm
        .select({ n: sql<number>`count(*)::int` })
        .from(typicalCaseVersion)
        .where(eq(typicalCaseVersion.state, 'draft'))
      return {
        texts: row?.texts ?? 0,
        articles: row?.articles ?? 0,
        cases: cases?.n ?? 0,
        drafts: drafts?.n ?? 0,
      }
    }),

  /**
   * Articles that read otherwise in a later version than in the one before it, where the later came to the library by itself: what
   * rests on them may have been written by the words before. Versions that came together were known together.
   */
  movedArticles: (): Promise<(MovedArticle & { arrivedAt: Instant })[]> =>
    withAccess(connections, SYSTEM, async ({ client }) => {
      const { rows } = await client.query<MovedArticle & { arrivedAt: Instant }>(
        `WITH v AS (SELECT id, name, version_date, run_id, lag(id) OVER w AS before, lag(run_id) OVER w AS before_run FROM fatong.law_text
          WHERE version_date IS NOT NULL WINDOW w AS (PARTITION BY name ORDER BY version_date))
         SELECT v.name || '#' || o.number AS key, v.version_date::text AS "versionDate", (extract(epoch FROM r.started_at) * 1000)::float8 AS "arrivedAt"
         FROM v JOIN fatong.library_import r ON r.id = v.run_id JOIN fatong.library_import b ON b.id = v.before_run AND b.started_at < r.started_at
         JOIN fatong.law_article o ON o.text_id = v.before LEFT JOIN fatong.law_article n ON n.text_id = v.id AND n.number = o.number
         WHERE n.body IS DISTINCT FROM o.body ORDER BY 1`,
      )
      return rows
    }),

  /** Everything that is searched: all texts and their articles, and published cases. */
  everything: (): Promise<{ texts: StoredText[]; articles: StoredArticle[]; cases: StoredCase[] }> =>
    withAccess(connections, SYSTEM, async ({ orm }) => ({
      texts: await orm.select().from(lawText).orderBy(asc(lawText.name), asc(lawText.versionDate)),
      articles: await orm.select().from(lawArticle).orderBy(asc(lawArticle.textId), asc(lawArticle.place)),
      cases: await orm
        .select()
        .from(typicalCase)
        .where(eq(typicalCase.state, 'published'))
        .orderBy(asc(typicalCase.title)),
    })),
})

/**
 * When each version ends is told by all texts held together, not by those of one import: a newer version or a text that
 * repeals may come in years later, or before. Texts whose end is another one now are noted in `changes`.
 */
async function placeInTime(tx: Transaction, changes: TextChange[]): Promise<void> {
  const texts = await tx.orm
    .select({
      id: lawText.id,
      name: lawText.name,
      versionDate: lawText.versionDate,
      inForceFrom: lawText.inForceFrom,
      inForceUntil: lawText.inForceUntil,
    })
    .from(lawText)
  const byId = new Map(texts.map((text) => [text.id, text]))
  const { rows } = await tx.client.query<{ id: string; articles: string[] }>(
    `SELECT t.id, array_agg(a.body) AS articles FROM fatong.law_text t JOIN fatong.law_article a ON a.text_id = t.id
     WHERE a.place >= t.articles - ${CLOSING_ARTICLES} AND a.body LIKE '%废止%' GROUP BY t.id`,
  )
  const ends = endsOf(
    texts,
    rows.flatMap(({ id, articles }) => {
      const version = byId.get(id)
      return version === undefined ? [] : [{ version, articles }]
    }),
  )
  const moved = texts.filter((text) => (ends.get(text) ?? null) !== text.inForceUntil)
  await tx.client.query(
    'UPDATE fatong.law_text t SET in_force_until = to_be.day FROM unnest($1::uuid[], $2::date[]) AS to_be(id, day) WHERE t.id = to_be.id',
    [moved.map(({ id }) => id), moved.map((text) => ends.get(text) ?? null)],
  )
  const told = new Map(changes.map((change) => [textId(change), change]))
  for (const { id, name, versionDate } of moved) {
    const change = told.get(id)
    if (change === undefined) changes.push({ name, versionDate, what: 'dates', added: [], changed: [], removed: [] })
    else if (change.what === 'unchanged') change.what = 'dates'
  }
}

/** What a new version changed, article by article, against the newest one before it that the library held before this import. */
async function heldAgainst(
  tx: Transaction,
  law: LawText,
  known: readonly StoredText[],
  change: TextChange,
): Promise<void> {
  const day = law.versionDate
  if (day === undefined) return
  const before = known
    .filter(({ name, versionDate }) => name === law.name && versionDate !== null && versionDate < day)
    .sort((a, b) => ((a.versionDate ?? '') < (b.versionDate ?? '') ? 1 : -1))[0]
  if (before === undefined) return
  change.since = before.versionDate
  listChanges(change, await wordsOf(tx, before.id), law)
}

const wordsOf = async (tx: Transaction, id: string): Promise<Map<string, string>> =>
  new Map(
    (await tx.orm.select().from(lawArticle).where(eq(lawArticle.textId, id))).map(({ number, body }) => [number, body]),
  )

function listChanges(change: TextChange, old: ReadonlyMap<string, string>, law: LawText): void {
  for (const { number, text } of law.articles)
    if (!old.has(number)) change.added.push(number)
    else if (old.get(number) !== text) change.changed.push(number)
  const now = new Set(law.articles.map(({ number }) => number))
  change.removed = [...old.keys()].filter((number) => !now.has(number))
}

/** `sort` is what the library knows of the law already; a file that came without the folder that tells its kind does not change it. */
async function takeText(
  tx: Transaction,
  runId: string,
  law: LawText,
  before: StoredText | undefined,
  sort: Pick<StoredText, 'kind' | 'category'> | undefined,
): Promise<TextChange> {
  const id = textId(law),
    contentHash = hashOf(law)
  const change: TextChange = {
    name: law.name,
    versionDate: law.versionDate ?? null,
    what: 'unchanged',
    added: [],
    changed: [],
    removed: [],
  }
  const { kind, category } = sort === undefined || tellsKind(law.category) ? law : sort
  const row = {
    id,
    name: law.name,
    fullName: law.fullName,
    kind,
    category,
    versionDate: (law.versionDate ?? null) as StoredText['versionDate'],
    inForceFrom: (law.inForceFrom ?? null) as StoredText['inForceFrom'],
    inForceUntil: before?.inForceUntil ?? null,
    preamble: law.preamble ?? null,
    contentHash,
    articles: law.articles.length,
    // The run that brought the version: correcting it later makes it no newer.
    runId: before?.runId ?? runId,
  }
  if (before?.contentHash === contentHash) {
    if (before.inForceFrom !== row.inForceFrom || before.kind !== kind) {
      await tx.orm.update(lawText).set(row).where(eq(lawText.id, id))
      change.what = 'dates'
    }
    return change
  }
  if (before) {
    change.what = 'changed'
    listChanges(change, await wordsOf(tx, id), law)
    await tx.orm.delete(lawArticle).where(eq(lawArticle.textId, id))
    await tx.orm.update(lawText).set(row).where(eq(lawText.id, id))
  } else {
    change.what = 'new'
    await tx.orm.insert(lawText).values(row)
  }
  for (let at = 0; at < law.articles.length; at += CHUNK) {
    const part = law.articles.slice(at, at + CHUNK)
    await tx.client.query(
      `INSERT INTO fatong.law_article (text_id, place, number, label, path, body)
       SELECT $1, * FROM unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::text[])`,
      [
        id,
        part.map((_, i) => at + i),
        part.map(({ number }) => number),
        part.map(({ label }) => label),
        part.map(({ path }) => path.join(' / ')),
        part.map(({ text }) => text),
      ],
    )
  }
  return change
}
