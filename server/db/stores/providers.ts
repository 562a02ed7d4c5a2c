import type { Instant, LocalDate } from '@fatong/law/calendar/dates.ts'
import type { Role } from '@fatong/casework/vocabulary.ts'
import { SYSTEM } from '../access.ts'
import { gatheredRead } from '../gathered.ts'
import { read } from '../postgres.ts'
import type { Connections } from '../postgres.ts'

/** A lawyer or legal worker who may be given a case. `profile` is what the administrator keeps about them. */
export interface StoredProvider {
  staffId: string
  name: string
  orgId: string
  orgName: string
  /** the firm's own number */
  orgPhone: string | null
  roles: Role[]
  profile: Record<string, unknown>
  /** cases in hand now */
  openLoad: number
  lastAssignedAt: Instant | null
  /** what the team's list says of the same person, where it knows them: certificates that run out, days away */
  member: {
    languages: string[]
    specialties: string[]
    gender: string | null
    qualifications: { name: string; until: LocalDate | null }[]
    leave: { from: LocalDate; to: LocalDate }[]
  } | null
}

export interface ProviderStore {
  /** Everybody active who holds a role of a provider, or only those of one firm. No case is named, so reach does not matter. */
  list(orgId?: string): Promise<StoredProvider[]>
  find(staffId: string): Promise<StoredProvider | undefined>
}

const FIGURES = `(SELECT count(*)::int FROM fatong.case_file c WHERE c.lawyer_id = d.id AND c.status IN ('assigned', 'engaged', 'inProgress', 'reassigning', 'provisional')) AS "openLoad",
    (SELECT (extract(epoch FROM max(r.since)) * 1000)::float8 FROM fatong.representation r WHERE r.lawyer_id = d.id) AS "lastAssignedAt",
    (SELECT jsonb_build_object('languages', m.languages, 'specialties', m.specialties, 'gender', m.gender, 'qualifications', m.qualifications,
      'leave', (SELECT coalesce(jsonb_agg(jsonb_build_object('from', l.from_day, 'to', l.to_day) ORDER BY l.from_day), '[]') FROM fatong.team_leave l WHERE l.member_id = m.id))
      FROM fatong.team_member m WHERE m.staff_id = d.id AND m.active) AS member`

const PROVIDERS = `SELECT d.id AS "staffId", d.name, d.org_id AS "orgId", o.name AS "orgName", o.phone AS "orgPhone", d.roles, d.profile, ${FIGURES}
  FROM fatong.staff_directory() d JOIN fatong.place o ON o.id = d.org_id
  WHERE d.active AND d.roles && ARRAY['lawyer', 'grassrootsLegalWorker'] AND ($1::uuid IS NULL OR d.org_id = $1)
  ORDER BY d.name, d.id`

/** The same of a few by id, without looking at everybody. */
const ONLY = `SELECT d.id AS "staffId", d.name, d.org_id AS "orgId", o.name AS "orgName", o.phone AS "orgPhone", held.roles, d.profile, ${FIGURES}
  FROM fatong.staff d JOIN fatong.place o ON o.id = d.org_id, LATERAL (SELECT array_agg(DISTINCT r.role) AS roles FROM fatong.role_assignment r
    WHERE r.staff_id = d.id AND r.valid_from <= current_date + 1 AND (r.valid_to IS NULL OR r.valid_to >= current_date)) held
  WHERE d.id = ANY ($1::uuid[]) AND d.active AND held.roles && ARRAY['lawyer', 'grassrootsLegalWorker']`

export const providerStore = (connections: Connections): ProviderStore => ({
  list: (orgId) =>
    read<StoredProvider>(connections, SYSTEM, { name: 'providers', text: PROVIDERS, values: [orgId ?? null] }),
  find: gatheredRead<string, StoredProvider, StoredProvider | undefined>(connections, {
    name: 'providers_by_id',
    text: ONLY,
    values: (ids) => [ids],
    pick: (rows, id) => rows.find(({ staffId }) => staffId === id),
  }),
})
