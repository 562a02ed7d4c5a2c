import { randomUUID } from 'node:crypto'
import type { Instant, LocalDate } from '@fatong/law/calendar/dates.ts'
import type { Status } from '@fatong/casework/vocabulary.ts'
import type { AccessContext } from '../access.ts'
import type { CaseRow } from '../rows.ts'
import type { WriteSet } from '../writeset.ts'

/** Small invented write sets for tests of the database. */
export const NOW = Date.UTC(2026, 10, 23, 2, 0, 0) as Instant
export const AGENCY = '10000000-0000-4000-8000-000000000001'
export const OTHER_AGENCY = '20000000-0000-4000-8000-000000000002'

export const citizen = (personId = randomUUID()): AccessContext => ({ kind: 'citizen', personId })
export const clerk = (...placeIds: string[]): AccessContext => ({
  kind: 'staff',
  staffId: randomUUID(),
  roles: ['clerk'],
  placeIds: placeIds.length > 0 ? placeIds : [AGENCY],
})
export const lawyer = (staffId = randomUUID(), orgId = randomUUID()): AccessContext => ({
  kind: 'staff',
  staffId,
  roles: ['lawyer'],
  placeIds: [orgId],
  orgId,
})

export function caseRow(id: string, change: Partial<CaseRow> = {}): CaseRow {
  return {
    id,
    number: `T-${id}`,
    kind: 'application',
    status: 'submitted',
    matter: 'laborRemuneration',
    serviceForm: 'laborRepresentation',
    applicantName: '张三',
    applicantId: randomUUID(),
    placeId: AGENCY,
    agencyId: AGENCY,
    opponents: '某公司',
    submittedAt: NOW,
    dueTarget: (NOW + 3_600_000) as Instant,
    dueStatutory: '2026-11-30' as LocalDate,
    nextDue: (NOW + 3_600_000) as Instant,
    light: 'green',
    updatedAt: NOW,
    steps: {},
    state: { status: 'submitted', note: '一' },
    ...change,
  }
}

/** One event on a case; the row as it is afterwards. */
export function writing(
  access: AccessContext,
  expectedVersion: number,
  row: CaseRow,
  type = expectedVersion === 0 ? 'applicationSubmitted' : 'messageLeft',
  more: Partial<WriteSet> = {},
): WriteSet {
  return {
    access,
    stream: {
      caseId: row.id,
      expectedVersion,
      row,
      events: [{ type, data: { text: `第${expectedVersion + 1}件事` }, meta: { by: access.kind }, at: NOW }],
    },
    ...more,
  }
}

/** A citizen's new case and the citizen. */
export function application(change: Partial<CaseRow> = {}): { set: WriteSet; row: CaseRow; access: AccessContext } {
  const access = citizen()
  const row = caseRow(randomUUID(), { applicantId: access.personId, ...change })
  return { set: writing(access, 0, row), row, access }
}

export const withStatus = (row: CaseRow, status: Status): CaseRow => ({ ...row, status })
