import { and, desc, eq, sql } from 'drizzle-orm'
import type { Guide } from '@fatong/knowledge/guides/guide.ts'
import type { Instant } from '@fatong/law/calendar/dates.ts'
import { SYSTEM, type AccessContext } from '../access.ts'
import { withAccess, type Connections } from '../postgres.ts'
import type { AuditEntry } from '../rows.ts'
import { guideVersion } from '../schema/guides.ts'
import { addAudit } from './audit-entries.ts'

export type GuideState = 'draft' | 'published' | 'returned' | 'withdrawn'
/** A draft may say that the guide is to be taken down; then there is nothing to read in it. */
export interface GuideChange {
  guide: Guide
  takeDown?: boolean
}
export interface StoredGuideVersion {
  slug: string
  version: number
  data: GuideChange
  state: GuideState
  note: string
  writtenBy: string
  writtenByName: string
  writtenAt: Instant
  reviewedByName: string | null
  reviewedAt: Instant | null
  reviewNote: string | null
}
export interface Reviewer {
  id: string
  name: string
  note: string
}

/** Guides as changed at the desk; row level security keeps writer and reviewer apart. */
export interface GuideStore {
  /** What is in use now, by slug: the newest version that was published or withdrawn. */
  inUse(): Promise<{ slug: string; data: GuideChange; state: 'published' | 'withdrawn'; reviewedAt: Instant }[]>
  versions(access: AccessContext, slug: string): Promise<StoredGuideVersion[]>
  /** The newest version of every guide that was ever written here. */
  newest(access: AccessContext): Promise<StoredGuideVersion[]>
  /** Writes the draft of the guide, or writes it over when it is the writer's own; not on a `base` that is no longer the newest version. */
  write(
    access: AccessContext,
    slug: string,
    data: GuideChange,
    note: string,
    writer: { id: string; name: string },
    base: number,
    now: Instant,
    audit: AuditEntry,
  ): Promise<number | 'othersDraft' | 'changedMeanwhile'>
  /** Settles a draft of somebody else as it was `seen`; `false` when there is none (any more). */
  settle(
    access: AccessContext,
    slug: string,
    version: number,
    seen: Instant,
    state: 'published' | 'returned' | 'withdrawn',
    reviewer: Reviewer,
    now: Instant,
    audit: AuditEntry,
  ): Promise<boolean>
}

export const guideStore = (connections: Connections): GuideStore => ({
  inUse: () =>
    withAccess(connections, SYSTEM, async ({ orm }) => {
      const rows = await orm
        .selectDistinctOn([guideVersion.slug])
        .from(guideVersion)
        .where(sql`${guideVersion.state} IN ('published', 'withdrawn')`)
        .orderBy(guideVersion.slug, desc(guideVersion.version))
      return rows.map((row) => ({
        slug: row.slug,
        data: row.data as GuideChange,
        state: row.state as 'published' | 'withdrawn',
        reviewedAt: row.reviewedAt as Instant,
      }))
    }),
  versions: (access, slug) =>
    withAccess(
      connections,
      access,
      async ({ orm }) =>
        (await orm
          .select()
          .from(guideVersion)
          .where(eq(guideVersion.slug, slug))
          .orderBy(desc(guideVersion.version))) as StoredGuideVersion[],
    ),
  newest: (access) =>
    withAccess(
      connections,
      access,
      async ({ orm }) =>
        (await orm
          .selectDistinctOn([guideVersion.slug])
          .from(guideVersion)
          .orderBy(guideVersion.slug, desc(guideVersion.version))) as StoredGuideVersion[],
    ),
  write: (access, slug, data, note, writer, base, now, audit) =>
    withAccess(connections, access, async (tx) => {
      await tx.orm.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`guide ${slug}`}, 0))`)
      const [last] = await tx.orm
        .select({ version: guideVersion.version, state: guideVersion.state, by: guideVersion.writtenBy })
        .from(guideVersion)
        .where(eq(guideVersion.slug, slug))
        .orderBy(desc(guideVersion.version))
        .limit(1)
      if (last?.state === 'draft' && last.by !== writer.id) return 'othersDraft'
      if ((last?.version ?? 0) !== base) return 'changedMeanwhile'
      if (last?.state === 'draft') {
        await tx.orm
          .update(guideVersion)
          .set({ data, note, writtenAt: now })
          .where(and(eq(guideVersion.slug, slug), eq(guideVersion.version, last.version)))
      } else {
        await tx.orm.insert(guideVersion).values({
          slug,
          version: (last?.version ?? 0) + 1,
          data,
          state: 'draft',
          note,
          writtenBy: writer.id,
          writtenByName: writer.name,
          writtenAt: now,
        })
      }
      await addAudit(tx, [audit])
      return last?.state === 'draft' ? last.version : (last?.version ?? 0) + 1
    }),
  settle: (access, slug, version, seen, state, reviewer, now, audit) =>
    withAccess(connections, access, async (tx) => {
      const settled = await tx.orm
        .update(guideVersion)
        .set({
          state,
          reviewedBy: reviewer.id,
          reviewedByName: reviewer.name,
          reviewedAt: now,
          reviewNote: reviewer.note,
        })
        .where(
          and(
            eq(guideVersion.slug, slug),
            eq(guideVersion.version, version),
            eq(guideVersion.state, 'draft'),
            eq(guideVersion.writtenAt, seen),
            sql`${guideVersion.writtenBy} <> ${reviewer.id}`,
          ),
        )
        .returning({ version: guideVersion.version })
      if (settled.length === 0) return false
      await addAudit(tx, [audit])
      return true
    }),
})
