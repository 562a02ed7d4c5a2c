import type { Instant } from '@fatong/law/calendar/dates.ts'
import type { Role } from '@fatong/casework/vocabulary.ts'
import { SYSTEM } from '../access.ts'
import { withAccess } from '../postgres.ts'
import type { Connections } from '../postgres.ts'

/** A lawyer or legal worker who may be given a case. `profile` is what the administrator keeps about them. */
export interface StoredProvider {
  staffId: string
  name: string
  orgId: string
  orgName: string
  roles: Role[]
  profile: Record<string, unknown>
  /** cases in hand now */
  openLoad: number
  lastAssignedAt: Instant | null
}

export interface ProviderStore {
  /** Everybody active who holds a role of a provider, or only those of one firm. No case is named, so reach does not matter. */
  list(orgId?: string): Promise<StoredProvider[]>
  find(staffId: string): Promise<StoredProvider | undefined>
}

const PROVIDERS = `SELECT d.id AS "staffId", d.name, d.org_id AS "orgId", o.name AS "orgName", d.roles, d.profile,
    (SELECT count(*)::int FROM fatong.case_file c WHERE c.lawyer_id = d.id AND c.status IN ('assigned', 'engaged', 'inProgress', 'reassigning')) AS "openLoad",
    (SELECT (extract(epoch FROM max(r.since)) * 1000)::float8 FROM fatong.representation r WHERE r.lawyer_id = d.id) AS "lastAssignedAt"
  FROM fatong.staff_directory() d JOIN fatong.place o ON o.id = d.org_id
  WHERE d.active AND d.roles && ARRAY['lawyer', 'grassrootsLegalWorker'] AND ($1::uuid IS NULL OR d.org_id = $1) AND ($2::uuid IS NULL OR d.id = $2)
  ORDER BY d.name, d.id`

export const providerStore = (connections: Connections): ProviderStore => {
  const ask = (orgId: string | null, staffId: string | null) => withAccess(connections, SYSTEM, async ({ client }) =>
    (await client.query<StoredProvider>(PROVIDERS, [orgId, staffId])).rows)
  return { list: (orgId) => ask(orgId ?? null, null), find: async (staffId) => (await ask(null, staffId))[0] }
}
