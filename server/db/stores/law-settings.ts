import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Verdict } from '@fatong/law/answer.ts'
import type { Instant, LocalDate } from '@fatong/law/calendar/dates.ts'
import type { PartialFacts } from '@fatong/law/legal-aid/facts.ts'
import { SYSTEM, type AccessContext } from '../access.ts'
import { withAccess, type Connections } from '../postgres.ts'
import type { AuditEntry } from '../rows.ts'
import { caseFile } from '../schema/cases.ts'
import { idempotency } from '../schema/events.ts'
import { documentTemplate, holidayTable, parameter, release, setting, settingHistory } from '../schema/settings.ts'
import { askForLights } from './ask-for-lights.ts'
import { addAudit } from './audit-entries.ts'
import { once, type Once, type OnceKey } from './once.ts'

export interface StoredHolidayTable {
  year: number
  source: string
  holidays: string[]
  makeUpWorkdays: string[]
}
export interface StoredParameter {
  key: string
  value: string | number | boolean
  from: LocalDate
  source: string
  level: string
}
export interface StoredFacts {
  number: string
  facts: PartialFacts
  submittedAt: Instant
}
export interface AnsweredFacts extends StoredFacts {
  openedAt: Instant
  answered: Verdict
}
export interface StoredTemplate {
  kind: string
  version: number
  docx: Buffer
  updatedAt: Instant
}

/** Tables and figures the law is applied with. Reading is open to the service; saving is checked by row level security. */
export interface LawSettingsStore {
  /** the newest version of each year */
  holidayTables(): Promise<StoredHolidayTable[]>
  /** Lights of untouched cases follow at once. */
  saveHolidayTable(
    access: AccessContext,
    table: StoredHolidayTable,
    by: string,
    now: Instant,
    audit: AuditEntry,
  ): Promise<void>
  /** released changes, in the order they were released */
  parameters(): Promise<StoredParameter[]>
  releaseParameter(
    access: AccessContext,
    change: StoredParameter,
    replay: unknown,
    by: string,
    now: Instant,
    key: OnceKey | undefined,
    audit: AuditEntry,
  ): Promise<Once>
  /** Whether this very request was carried out before. */
  wasReleased(key: OnceKey): Promise<boolean>
  /** Facts of applications since a day, newest first, for judging them anew. */
  applications(since: Instant, most: number): Promise<StoredFacts[]>
  /** Those that were reviewed, with what the rules answered then. */
  answered(since: Instant, most: number): Promise<AnsweredFacts[]>
  setting(key: string): Promise<unknown>
  /** Counts from 1; 0 while nothing was set. */
  settingVersion(key: string): Promise<number>
  /** `moves`: how the clocks of cases run, so that their lights are judged anew. */
  saveSetting(
    access: AccessContext,
    key: string,
    value: unknown,
    by: string,
    now: Instant,
    audit: AuditEntry,
    moves?: 'clocks',
  ): Promise<void>
  templates(): Promise<Omit<StoredTemplate, 'docx'>[]>
  /** The bureau's own template: the one that holds now, or that held when a paper was issued. */
  template(kind: string, issuedAt?: Instant): Promise<StoredTemplate | undefined>
  saveTemplate(
    access: AccessContext,
    template: { kind: string; name: string; docx: Buffer; sha256: string },
    by: string,
    now: Instant,
    audit: AuditEntry,
  ): Promise<number>
}

export const lawSettingsStore = (connections: Connections): LawSettingsStore => ({
  holidayTables: () =>
    withAccess(connections, SYSTEM, async ({ orm }) => {
      const rows = await orm
        .selectDistinctOn([holidayTable.year])
        .from(holidayTable)
        .orderBy(asc(holidayTable.year), desc(holidayTable.version))
      return rows.map((row) => ({
        year: row.year,
        source: row.source,
        ...(row.data as { holidays: string[]; makeUpWorkdays: string[] }),
      }))
    }),
  saveHolidayTable: (access, { year, source, holidays, makeUpWorkdays }, by, now, audit) =>
    withAccess(connections, access, async (tx) => {
      await tx.orm.execute(sql`SELECT pg_advisory_xact_lock(2345, ${year})`)
      const [last] = await tx.orm
        .select({ version: holidayTable.version })
        .from(holidayTable)
        .where(eq(holidayTable.year, year))
        .orderBy(desc(holidayTable.version))
        .limit(1)
      await tx.orm.insert(holidayTable).values({
        year,
        version: (last?.version ?? 0) + 1,
        data: { holidays, makeUpWorkdays },
        source,
        enteredBy: by,
        enteredAt: now,
      })
      await addAudit(tx, [audit])
      await askForLights(tx, now)
    }),
  parameters: () =>
    withAccess(connections, SYSTEM, async ({ orm }) => {
      const rows = await orm
        .select()
        .from(parameter)
        .where(eq(parameter.state, 'released'))
        .orderBy(asc(parameter.enteredAt), asc(parameter.validFrom))
      return rows.map((row) => ({
        key: row.key,
        value: row.value as StoredParameter['value'],
        from: row.validFrom,
        source: row.source,
        level: row.level,
      }))
    }),
  releaseParameter: (access, change, replay, by, now, key, audit) =>
    withAccess(connections, access, (tx) =>
      once(tx, key, {}, async () => {
        await tx.orm.insert(parameter).values({
          id: crypto.randomUUID(),
          key: change.key,
          value: sql`${JSON.stringify(change.value)}::jsonb`,
          validFrom: change.from,
          source: change.source,
          level: change.level,
          enteredBy: by,
          enteredAt: now,
        })
        await tx.orm.insert(release).values({
          id: crypto.randomUUID(),
          subject: `parameter:${change.key}`,
          change,
          replay,
          releasedBy: by,
          releasedAt: now,
        })
        await addAudit(tx, [audit])
      }),
    ),
  wasReleased: (key) =>
    withAccess(
      connections,
      SYSTEM,
      async ({ orm }) =>
        (await orm.$count(
          idempotency,
          and(
            eq(idempotency.scope, key.scope),
            eq(idempotency.key, key.key),
            eq(idempotency.requestHash, key.requestHash),
          ),
        )) > 0,
    ),
  applications: (since, most) =>
    withAccess(connections, SYSTEM, async ({ orm }) => {
      const rows = await orm
        .select({
          number: caseFile.number,
          facts: sql<PartialFacts | null>`${caseFile.state} -> 'form' -> 'facts'`,
          submittedAt: caseFile.submittedAt,
        })
        .from(caseFile)
        .where(sql`${caseFile.kind} = 'application' AND ${caseFile.submittedAt} >= ${new Date(since)}`)
        .orderBy(desc(caseFile.submittedAt))
        .limit(most)
      return rows.flatMap((row) => (row.facts === null ? [] : [{ ...row, facts: row.facts }]))
    }),
  answered: (since, most) =>
    withAccess(connections, SYSTEM, async ({ orm }) => {
      const of = <T>(...path: string[]) => sql<T | null>`${caseFile.state} #> ${`{${path.join(',')}}`}`
      const rows = await orm
        .select({
          number: caseFile.number,
          facts: of<PartialFacts>('form', 'facts'),
          submittedAt: caseFile.submittedAt,
          openedAt: of<Instant>('openedAt'),
          answered: of<Verdict>('review', 'assessmentVerdict'),
        })
        .from(caseFile)
        .where(sql`${caseFile.kind} = 'application' AND ${caseFile.submittedAt} >= ${new Date(since)}`)
        .orderBy(desc(caseFile.submittedAt))
        .limit(most)
      return rows.flatMap(({ facts, openedAt, answered, ...row }) =>
        facts === null || openedAt === null || answered === null ? [] : [{ ...row, facts, openedAt, answered }],
      )
    }),
  setting: (key) =>
    withAccess(
      connections,
      SYSTEM,
      async ({ orm }) =>
        (await orm.select({ value: setting.value }).from(setting).where(eq(setting.key, key)))[0]?.value,
    ),
  settingVersion: (key) =>
    withAccess(
      connections,
      SYSTEM,
      async ({ orm }) =>
        (await orm.select({ version: setting.version }).from(setting).where(eq(setting.key, key)))[0]?.version ?? 0,
    ),
  saveSetting: (access, key, value, by, now, audit, moves) =>
    withAccess(connections, access, async (tx) => {
      const [row] = await tx.orm
        .insert(setting)
        .values({ key, value, version: 1, changedBy: by, changedAt: now })
        .onConflictDoUpdate({
          target: setting.key,
          set: { value, version: sql`${setting.version} + 1`, changedBy: by, changedAt: now },
        })
        .returning({ version: setting.version })
      await tx.orm
        .insert(settingHistory)
        .values({ key, version: row?.version ?? 1, value, changedBy: by, changedAt: now })
      await addAudit(tx, [audit])
      if (moves) await askForLights(tx, now)
    }),
  templates: () =>
    withAccess(connections, SYSTEM, ({ orm }) =>
      orm
        .select({ kind: documentTemplate.kind, version: documentTemplate.version, updatedAt: documentTemplate.addedAt })
        .from(documentTemplate)
        .where(eq(documentTemplate.active, true)),
    ),
  template: (kind, issuedAt) =>
    withAccess(
      connections,
      SYSTEM,
      async ({ orm }) =>
        (
          await orm
            .select({
              kind: documentTemplate.kind,
              version: documentTemplate.version,
              docx: documentTemplate.docx,
              updatedAt: documentTemplate.addedAt,
            })
            .from(documentTemplate)
            .where(
              and(
                eq(documentTemplate.kind, kind),
                issuedAt === undefined
                  ? eq(documentTemplate.active, true)
                  : sql`${documentTemplate.addedAt} <= ${new Date(issuedAt)}`,
              ),
            )
            .orderBy(desc(documentTemplate.version))
            .limit(1)
        )[0],
    ),
  saveTemplate: (access, template, by, now, audit) =>
    withAccess(connections, access, async (tx) => {
      await tx.orm.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`template ${template.kind}`}, 0))`)
      const [last] = await tx.orm
        .select({ version: documentTemplate.version })
        .from(documentTemplate)
        .where(eq(documentTemplate.kind, template.kind))
        .orderBy(desc(documentTemplate.version))
        .limit(1)
      const version = (last?.version ?? 0) + 1
      await tx.orm.update(documentTemplate).set({ active: false }).where(eq(documentTemplate.kind, template.kind))
      await tx.orm.insert(documentTemplate).values({ ...template, version, active: true, addedBy: by, addedAt: now })
      await addAudit(tx, [audit])
      return version
    }),
})
