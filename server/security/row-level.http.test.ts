import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate } from '@fatong/law/calendar/dates.ts'
import { ANONYMOUS, type AccessContext } from '../db/access.ts'
import { withAccess } from '../db/postgres.ts'
import type { CaseRow } from '../db/rows.ts'
import type { WriteSet } from '../db/writeset.ts'
import { accessOf } from '../actions/caller.ts'
import { citizenCaller, staffCaller } from '../actions/session/callers.ts'
import { CASE_LISTS, CASE_READS, EVENT_TYPES, mayWrite, reaches } from './row-level.ts'
import { castOf, type Caller, type CaseAt, type Cast } from './standing/cast.ts'
import { installation, type Installation } from './standing/installation.ts'

let here: Installation
let cast: Cast
let callers: (Caller & { access: AccessContext })[]
const nobody = { ip: '10.0.0.1', userAgent: 'test' }
beforeAll(async () => {
  here = await installation()
  cast = await castOf(here)
  // The context a real session gives, handed to the database without any action in between.
  callers = await Promise.all(
    cast.callers.map(async (caller) => {
      const staff = caller.client.cookies.get('ft_staff'),
        citizen = caller.client.cookies.get('ft_citizen')
      const found = staff
        ? await staffCaller(here.parts, staff, nobody)
        : citizen
          ? await citizenCaller(here.parts, citizen, nobody)
          : undefined
      return { ...caller, access: found ? accessOf(found) : ANONYMOUS }
    }),
  )
})
afterAll(() => here.close())
const name = ({ who, side }: Caller) => `${who} (${side})`

test('without the action’s check the database shows a case to those who reach it and to nobody else', async () => {
  const { stores } = here.parts
  const wrong: string[] = []
  let asked = 0
  for (const caller of callers) {
    for (const [read, ask] of Object.entries(CASE_READS)) {
      asked += 1
      if ((await ask(stores, caller.access, caller.caseAt)) !== reaches(caller))
        wrong.push(`${read} by ${name(caller)}: ${reaches(caller) ? 'hidden' : 'shown'}`)
    }
    for (const [list, ask] of Object.entries(CASE_LISTS)) {
      asked += 1
      const shown = JSON.stringify((await ask(stores, caller.access, caller.caseAt, here.places.center)) ?? null)
      if (
        !reaches(caller) &&
        [caller.caseAt.number, caller.caseAt.id, cast.open.number].some((fact) => shown.includes(fact))
      )
        wrong.push(`${list} by ${name(caller)}: shown`)
    }
  }
  console.log(
    `row level security, reads: ${asked.toLocaleString('en')} cells (${Object.keys(CASE_READS).length + Object.keys(CASE_LISTS).length} reads x ${callers.length} callers), ${wrong.length} wrong`,
  )
  expect(wrong).toEqual([])
})

test('a case in hand is no business of the bureau: it sees what is refused, ended or objected to', async () => {
  const bureau = callers.find(({ who, side }) => who === 'bureauOfficer' && side === 'own')
  expect(bureau && (await here.parts.stores.cases.load(bureau.access, cast.open.id))).toBeUndefined()
  expect(bureau && (await here.parts.stores.cases.load(bureau.access, cast.handled.id))).toBeDefined()
})

async function rowOf({ id }: CaseAt): Promise<CaseRow> {
  const {
    rows: [row],
  } = await here.owner.query<{
    number: string
    applicant_id: string
    place_id: string
    agency_id: string
    lawyer_id: string
    firm_id: string
    helper_staff_id: string
  }>('SELECT * FROM fatong.case_file WHERE id = $1', [id])
  if (!row) throw new Error('the case is not there')
  const now = here.parts.clock.now()
  return {
    id,
    number: row.number,
    kind: 'application',
    status: 'terminated',
    matter: 'laborRemuneration',
    serviceForm: 'laborRepresentation',
    applicantName: '改',
    applicantId: row.applicant_id,
    placeId: row.place_id,
    agencyId: row.agency_id,
    lawyerId: row.lawyer_id,
    firmId: row.firm_id,
    helperStaffId: row.helper_staff_id,
    opponents: '',
    submittedAt: now,
    nextDue: now,
    light: 'off',
    updatedAt: now,
    steps: {},
    state: {},
  }
}
const counted = [
  'case_file',
  'event',
  'document',
  'material',
  'party',
  'representation',
  'step_done',
  'person',
  'staff',
  'role_assignment',
  'place',
  'session',
  'draft',
  'outbox',
  'inbox_notice',
  'setting',
  'parameter',
  'document_counter',
]
async function counts(): Promise<string> {
  const { rows } = await here.owner.query<{ n: string }>(
    counted
      .map(
        (table) =>
          `SELECT '${table} ' || count(*) || ' ' || coalesce(md5(string_agg(t::text, '' ORDER BY t::text)), '') AS n FROM fatong.${table} t`,
      )
      .join(' UNION ALL '),
  )
  return rows.map(({ n }) => n).join('\n')
}

test('without the action’s check every event is refused to who may not write it, and nothing is left behind', async () => {
  const rows = new Map([...new Set(callers.map(({ caseAt }) => caseAt))].map((at) => [at.id, rowOf(at)]))
  const before = await counts()
  const wrong: string[] = []
  let asked = 0
  for (const caller of callers) {
    const row = await rows.get(caller.caseAt.id)
    if (!row) throw new Error('the case is not there')
    for (const type of EVENT_TYPES) {
      asked += 1
      const at = here.parts.clock.now()
      // A version that never was: who may write is told so, who may not is refused before.
      const outcome = await here.parts.database.commit({
        access: caller.access,
        stream: { caseId: row.id, expectedVersion: 9_999, events: [{ type, data: {}, meta: {}, at }], row },
        documents: [
          {
            id: randomUUID(),
            caseId: row.id,
            kind: 'grantDecision',
            number: 'x',
            title: 'x',
            data: {},
            issuedAt: at,
            verifyCode: randomUUID(),
          },
        ],
      })
      const said = outcome.ok ? 'written' : outcome.reason
      const expected = mayWrite(caller, type) ? 'versionConflict' : 'forbidden'
      if (said !== expected) wrong.push(`${type} by ${name(caller)}: ${expected} was expected, got ${said}`)
    }
  }
  expect(await counts()).toBe(before)
  console.log(
    `row level security, events: ${asked.toLocaleString('en')} cells (${EVENT_TYPES.length} events x ${callers.length} callers), ${wrong.length} wrong`,
  )
  expect(wrong).toEqual([])
})

/** Writes past a case's history, or into somebody else's. SQL as the served connection would run it if an action were tricked into it. */
const DIRECT: Readonly<
  Record<string, (of: CaseAt, caller: Caller, places: Installation['places'], spare: string) => string>
> = {
  'change a case': ({ id }) => `UPDATE fatong.case_file SET status = 'granted' WHERE id = '${id}'`,
  'delete a case': ({ id }) => `DELETE FROM fatong.case_file WHERE id = '${id}'`,
  'rewrite history': ({ id }) => `UPDATE fatong.event SET data = '{}' WHERE stream_id = '${id}'`,
  'delete history': ({ id }) => `DELETE FROM fatong.event WHERE stream_id = '${id}'`,
  'add history': ({ id }) =>
    `INSERT INTO fatong.event (stream_id, version, type, data, meta, at, prev_hash, hash) VALUES ('${id}', 99, 'aidGranted', '{}', '{}', now(), '', '')`,
  'change a paper': ({ documentId }) => `UPDATE fatong.document SET title = 'x' WHERE id = '${documentId}'`,
  'delete a material': ({ materialId }) => `DELETE FROM fatong.material WHERE id = '${materialId}'`,
  'delete the log': () => 'DELETE FROM fatong.audit',
  'rewrite the log': () => `UPDATE fatong.audit SET actor_name = 'x'`,
  'drop a table': () => 'DROP TABLE fatong.case_file',
  'switch policies off': () => 'ALTER TABLE fatong.case_file DISABLE ROW LEVEL SECURITY',
  'read one-time codes': () => 'SELECT 1 / count(*) FROM fatong.otp WHERE false',
  'set a number counter': () => 'UPDATE fatong.document_counter SET last = 0',
  'read files of the server': () => `SELECT pg_read_file('/etc/passwd')`,
  'run a program': () => `COPY fatong.place TO PROGRAM 'true'`,
}
/** What only an administrator of the installation writes. */
const ADMINISTERED: Readonly<Record<string, (places: Installation['places'], spare: string) => string>> = {
  'give oneself a role': ({ center }, spare) =>
    `INSERT INTO fatong.role_assignment (id, staff_id, role, place_id, valid_from, granted_by) VALUES (gen_random_uuid(), '${spare}', 'administrator', '${center}', '2020-01-01', 'x')`,
  'change somebody’s password': (_places, spare) => `UPDATE fatong.staff SET password_hash = 'x' WHERE id = '${spare}'`,
  'read somebody’s password': (_places, spare) => `SELECT password_hash FROM fatong.staff WHERE id = '${spare}'`,
  'change a place': ({ center }) => `UPDATE fatong.place SET name = 'x' WHERE id = '${center}'`,
  'read messages': () => 'SELECT * FROM fatong.outbox LIMIT 1',
  'take over a session': (_places, spare) =>
    `SELECT * FROM fatong.session WHERE staff_id IS NOT NULL AND staff_id <> '${spare}' AND staff_id::text <> current_setting('fatong.staff')`,
}

/** Rows touched or seen, 'refused', and nothing of it stays. */
async function trial(access: AccessContext, sql: string): Promise<number | 'refused'> {
  let touched: number | 'refused' = 'refused'
  const undone = new Error('undone')
  await withAccess(here.parts.database, access, async ({ client }) => {
    touched = (await client.query(sql)).rowCount ?? 0
    throw undone
  }).catch((error: unknown) => {
    if (error !== undone && !(error instanceof Error && 'code' in error)) throw error
  })
  return touched
}

test('the served connection cannot write past the history, nor administer, whoever asks', async () => {
  const before = await counts()
  const wrong: string[] = []
  let asked = 0
  const spare = cast.spare[0]?.staffId ?? ''
  for (const caller of callers) {
    for (const [what, sql] of Object.entries(DIRECT)) {
      asked += 1
      const touched = await trial(caller.access, sql(caller.caseAt, caller, here.places, spare))
      if (touched !== 'refused' && touched !== 0) wrong.push(`${what} by ${name(caller)}: ${touched} rows`)
    }
    for (const [what, sql] of Object.entries(ADMINISTERED)) {
      asked += 1
      const touched = await trial(caller.access, sql(here.places, spare))
      if (touched !== 'refused' && touched !== 0 && caller.who !== 'administrator')
        wrong.push(`${what} by ${name(caller)}: ${touched} rows`)
    }
  }
  expect(await counts()).toBe(before)
  console.log(
    `row level security, direct writes: ${asked} cells (${Object.keys(DIRECT).length + Object.keys(ADMINISTERED).length} ways x ${callers.length} callers), ${wrong.length} got through`,
  )
  expect(wrong).toEqual([])
})

test('nobody burns a number of another agency, carries a case away, or writes without a name', async () => {
  const stranger = callers.find(({ who, side }) => who === 'clerk' && side === 'other')
  const own = callers.find(({ who, side }) => who === 'stationStaff' && side === 'own')
  if (!stranger || !own) throw new Error('no such caller')
  const before = await counts()
  const row = await rowOf(cast.handled)
  const {
    rows: [head],
  } = await here.owner.query<{ version: number }>('SELECT version FROM fatong.case_file WHERE id = $1', [row.id])
  const version = head?.version ?? 0
  const event = { type: 'messageLeft', data: {}, meta: {}, at: here.parts.clock.now() }
  const number = {
    slot: 'number:x',
    agencyId: here.places.center,
    kind: 'grantDecision',
    year: 2026,
    format: '%s',
    pad: 1,
  }
  const sets: Record<string, WriteSet> = {
    'a number with a case out of reach': {
      access: stranger.access,
      numbers: [number],
      stream: { caseId: row.id, expectedVersion: version, events: [event], row },
    },
    'a case carried to another agency': {
      access: own.access,
      stream: {
        caseId: row.id,
        expectedVersion: version,
        events: [event],
        row: { ...row, agencyId: here.places.nextCenter, placeId: here.places.nextCenter },
      },
    },
    'a case given to another person': {
      access: own.access,
      stream: { caseId: row.id, expectedVersion: version, events: [event], row: { ...row, applicantId: randomUUID() } },
    },
    'a case opened elsewhere': {
      access: stranger.access,
      stream: {
        caseId: randomUUID(),
        expectedVersion: 0,
        events: [{ ...event, type: 'applicationSubmitted' }],
        row: { ...row, id: randomUUID(), number: 'X-1', helperStaffId: null, lawyerId: null, firmId: null },
      },
    },
    'a log entry without a name': {
      access: ANONYMOUS,
      audit: [
        {
          at: event.at,
          actor: { kind: 'system', id: 'x', name: 'x' },
          action: 'read',
          subjectKind: 'test',
          subjectId: 'x',
        },
      ],
    },
  }
  const said: Record<string, string> = {}
  for (const [what, set] of Object.entries(sets)) {
    const outcome = await here.parts.database.commit(set)
    said[what] = outcome.ok ? 'written' : outcome.reason
  }
  expect(said).toEqual(Object.fromEntries(Object.keys(sets).map((what) => [what, 'forbidden'])))
  await expect(here.parts.database.commit({ access: stranger.access, numbers: [number] })).rejects.toThrow(
    'a number needs a case of its agency',
  )
  await expect(
    here.parts.database.commit({
      access: stranger.access,
      steps: [
        {
          caseId: row.id,
          agencyId: here.places.center,
          day: localDate('2026-01-01'),
          step: 'accept',
          minutes: 1,
          sameDay: true,
        },
      ],
    }),
  ).rejects.toThrow('rows of a case need its stream')
  expect(await counts()).toBe(before)
})
