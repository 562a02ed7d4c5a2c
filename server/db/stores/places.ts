import { and, asc, eq, inArray, ne } from 'drizzle-orm'
import type { PlaceKind } from '@fatong/casework/vocabulary.ts'
import { SYSTEM, type AccessContext } from '../access.ts'
import { withAccess, type Connections, type Transaction } from '../postgres.ts'
import type { AuditEntry } from '../rows.ts'
import { place } from '../schema/places.ts'
import { addAudit } from './audit-entries.ts'
import { askForLights } from './ask-for-lights.ts'

export interface StoredPlace {
  id: string
  code: string
  name: string
  kind: PlaceKind
  parentId: string | null
  /** who manages it beside what it belongs to; its people reach it as those above it do */
  managedBy?: string | null
  address: string | null
  phone: string | null
  lon: number | null
  lat: number | null
  crs: string | null
  approximate: boolean
  public: boolean
  hours: unknown
  /** names of services; null for what is usual at such a place */
  services?: unknown
  equipment?: unknown
  /** single days with other hours: date, hours, reason */
  exceptions?: unknown
  /** its hours hold on public holidays too */
  openOnHolidays?: boolean
  active: boolean
}

export interface PlaceStore {
  all(): Promise<StoredPlace[]>
  /** 'codeTaken' when another place has the code */
  save(access: AccessContext, row: StoredPlace, audit: AuditEntry): Promise<'saved' | 'codeTaken'>
  /** All of them or none. */
  saveAll(access: AccessContext, rows: readonly StoredPlace[], audit: AuditEntry): Promise<void>
}

/** Whether a place that is known gets other hours: its cases are due at another time then. A new place has no cases. */
async function hoursMove({ orm }: Transaction, rows: readonly StoredPlace[]): Promise<boolean> {
  const known = await orm
    .select({ id: place.id, hours: place.hours, exceptions: place.exceptions, openOnHolidays: place.openOnHolidays })
    .from(place)
    .where(
      inArray(
        place.id,
        rows.map(({ id }) => id),
      ),
    )
  const said = ({ hours, exceptions, openOnHolidays }: Pick<StoredPlace, 'hours' | 'exceptions' | 'openOnHolidays'>) =>
    JSON.stringify([hours ?? null, exceptions ?? [], openOnHolidays ?? false])
  return known.some((before) => rows.some((row) => row.id === before.id && said(row) !== said(before)))
}

export const placeStore = (connections: Connections): PlaceStore => ({
  all: () =>
    withAccess(connections, SYSTEM, async ({ orm }) =>
      (await orm.select().from(place).orderBy(asc(place.code))).map((row) => ({ ...row, kind: row.kind as PlaceKind })),
    ),
  save: (access, row, audit) =>
    withAccess(connections, access, async (tx) => {
      const [taken] = await tx.orm
        .select({ id: place.id })
        .from(place)
        .where(and(eq(place.code, row.code), ne(place.id, row.id)))
      if (taken) return 'codeTaken'
      const { id, ...values } = row
      const moved = await hoursMove(tx, [row])
      await tx.orm
        .insert(place)
        .values(row)
        .onConflictDoUpdate({ target: place.id, set: values })
        .returning({ id: place.id })
      await addAudit(tx, [audit])
      if (moved) await askForLights(tx, audit.at)
      return 'saved'
    }),
  saveAll: (access, rows, audit) =>
    withAccess(connections, access, async (tx) => {
      const moved = await hoursMove(tx, rows)
      for (const row of rows) {
        const { id, ...values } = row
        await tx.orm.insert(place).values(row).onConflictDoUpdate({ target: place.id, set: values })
      }
      await addAudit(tx, [audit])
      if (moved) await askForLights(tx, audit.at)
    }),
})
