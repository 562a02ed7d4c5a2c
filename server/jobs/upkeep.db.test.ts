import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { instant, localDate } from '@fatong/law/calendar/dates.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SYSTEM } from '../db/access.ts'
import { caseRow, NOW, writing } from '../db/commit/sample-sets.ts'
import { openDatabase } from '../db/database.ts'
import type { Database } from '../db/database.ts'
import { withAccess } from '../db/postgres.ts'
import { askForLights } from '../db/stores/ask-for-lights.ts'
import { lawSettingsStore } from '../db/stores/law-settings.ts'
import { outboxStore } from '../db/stores/outbox.ts'
import { placeStore } from '../db/stores/places.ts'
import { upkeepStore } from '../db/stores/upkeep.ts'
import { testDatabase } from '../db/testing/database.ts'
import type { TestDatabase } from '../db/testing/database.ts'
import { openTimers } from '../db/timers.ts'
import { LIGHTS } from '../db/writeset.ts'
import { clean, sweeps } from './cleaning.ts'
import { deliverDue } from './delivery.ts'
import { refreshLights, turningNow } from './lights.ts'
import { rejudgeLights } from './rejudge.ts'
import { startJobs } from './start-jobs.ts'

let given: TestDatabase
let database: Database
let owner: pg.Client
const agency = randomUUID()
beforeAll(async () => {
  given = await testDatabase()
  database = openDatabase(given.connection)
  owner = new pg.Client(given.connection)
  await owner.connect()
  await owner.query(`INSERT INTO fatong.place (id, code, name, kind) VALUES ($1, 'test', '中心', 'center')`, [agency])
})
afterAll(async () => {
  await owner.end()
  await database.close()
  await given.drop()
})

const opened = async (nextDue: number, change = {}) => {
  const row = caseRow(randomUUID(), { agencyId: agency, placeId: agency, nextDue: instant(nextDue), ...change })
  await database.commit(writing(SYSTEM, 0, row))
  return row.id
}
const lightOfCase = async (id: string) =>
  (await owner.query<{ light: string }>('SELECT light FROM fatong.case_file WHERE id = $1', [id])).rows[0]?.light

test('lights of untouched cases follow the clocks, and getting worse is told once', async () => {
  const late = await opened(NOW - 1)
  const far = await opened(NOW + 90 * 86_400_000)
  const closed = await opened(NOW - 1, { status: 'archived' })
  const upkeep = upkeepStore(database)
  const red = async () => 'red' as const
  expect(await refreshLights(upkeep, red, NOW)).toBe(1)
  expect(await refreshLights(upkeep, red, NOW)).toBe(0)
  expect([await lightOfCase(late), await lightOfCase(far), await lightOfCase(closed)]).toEqual([
    'red',
    'green',
    'green',
  ])
  const told = await owner.query(
    `SELECT payload ->> 'light' AS light FROM fatong.outbox WHERE channel = 'deadline' AND case_id = $1`,
    [late],
  )
  expect(told.rows).toEqual([{ light: 'red' }])
})

test('between two days only what is due within the hour is looked at', async () => {
  const [soon, later, amber] = [
    await opened(NOW + 1_800_000),
    await opened(NOW + 2 * 3_600_000),
    await opened(NOW + 1_800_000, { light: 'amber' }),
  ]
  const seen: string[] = []
  const judge = async ({ id }: { id: string }) => {
    seen.push(id)
    return 'amber' as const
  }
  await refreshLights(upkeepStore(database), judge, NOW, 'hour')
  expect([soon, later, amber].filter((id) => seen.includes(id))).toEqual([soon])
  expect([await lightOfCase(soon), await lightOfCase(later)]).toEqual(['amber', 'green'])
  const day = 86_400_000
  expect([
    turningNow(NOW, undefined),
    turningNow(NOW, instant(NOW - 60_000)),
    turningNow(NOW, instant(NOW - day)),
  ]).toEqual(['day', 'hour', 'day'])
})

test('the walk of the hour uses the index of the queue, not the table', async () => {
  await owner.query('SET enable_seqscan = off')
  const { rows } = await owner.query<{
    'QUERY PLAN': string
  }>(`EXPLAIN SELECT 1 FROM fatong.place p CROSS JOIN unnest(ARRAY['submitted']) s(status), LATERAL
    (SELECT id FROM fatong.case_file f WHERE f.agency_id = p.id AND f.status = s.status AND f.next_due > now() - interval '1 hour' AND f.next_due <= now() + interval '1 hour') c`)
  expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/case_file_queue[\s\S]*Index Cond:.*next_due/)
})

test('a case that moved on meanwhile keeps the light its commit gave', async () => {
  const id = await opened(NOW - 1)
  expect(await upkeepStore(database).relight([{ id, version: 7, light: 'red' }])).toEqual([])
  expect(await lightOfCase(id)).toBe('green')
})

test('what has served its time goes, the rest stays', async () => {
  const day = 86_400_000
  const now = instant(Date.now())
  const at = (days: number) => new Date(now - days * day).toISOString()
  await owner.query(`INSERT INTO fatong.idempotency VALUES ('s', 'old', '', '{}', $1), ('s', 'new', '', '{}', $2)`, [
    at(8),
    at(1),
  ])
  await owner.query(
    `INSERT INTO fatong.sms_simulated (at, phone_masked, purpose, text) VALUES ($1, '1', 'code', 'old'), ($2, '1', 'code', 'new')`,
    [at(91), at(1)],
  )
  await owner.query(
    `INSERT INTO fatong.audit (at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id) SELECT t, 'staff', 'x', 'x', 'read', 'case', 'x' FROM unnest($1::timestamptz[]) t`,
    [[at(1100), at(150), at(1)]],
  )
  const gone = await clean(
    {
      ...sweeps(upkeepStore(database), outboxStore(database), { auditDays: 1, smsDays: 90 }),
      broken: async () => {
        throw new Error('no')
      },
    },
    now,
    () => undefined,
  )
  expect(gone).toEqual({ replies: 1, sentMessages: 0, simulatedSms: 1, readNotices: 0, accessLog: 1 })
})

test('jobs start, run timed work once in the installation, and stop', async () => {
  const timers = await openTimers(given.connection, 'Asia/Shanghai', () => undefined)
  const jobs = await startJobs({
    database,
    outbox: outboxStore(database),
    upkeep: upkeepStore(database),
    timers,
    clock: { now: () => NOW },
    deliver: {},
    lightOf: async () => 'green',
    retention: () => Promise.resolve({ auditDays: 1095, smsDays: 90 }),
    log: () => undefined,
  })
  const { rows } = await owner.query('SELECT name, timezone FROM pgboss.schedule ORDER BY name')
  expect(rows).toEqual([
    { name: 'cleaning', timezone: 'Asia/Shanghai' },
    { name: 'lights', timezone: 'Asia/Shanghai' },
  ])
  await jobs.stop()
})

const judged = (light: 'green' | 'red', days: number) => ({
  light,
  dueTarget: instant(NOW + days * 86_400_000),
  dueStatutory: localDate('2026-12-07'),
  nextDue: instant(NOW + days * 86_400_000),
})
const rowOf = async (id: string) =>
  (
    await owner.query<{ light: string; next_due: Date; due_statutory: string }>(
      'SELECT light, next_due, due_statutory::text FROM fatong.case_file WHERE id = $1',
      [id],
    )
  ).rows[0]

test('after the calendar changed every open case is judged anew, a red one too; a dead process leaves one stretch to repeat', async () => {
  const open = [
    await opened(NOW - 1, { light: 'red' }),
    await opened(NOW + 90 * 86_400_000),
    await opened(NOW + 1),
    await opened(NOW + 2, { light: 'amber' }),
  ].sort()
  const closed = await opened(NOW - 1, { status: 'archived', light: 'amber' })
  const upkeep = upkeepStore(database)
  const seen: string[] = []
  let dies = true
  const judge = async ({ id }: { id: string }) => {
    if (dies && id === open[2]) throw new Error('killed')
    seen.push(id)
    return judged('green', 7)
  }
  const deliver = {
    [LIGHTS]: rejudgeLights({ upkeep, judge, now: () => NOW, refresh: () => undefined, atOnce: 1, most: 2 }),
  }
  await owner.query('DELETE FROM fatong.outbox')
  await withAccess(database, SYSTEM, (tx) => askForLights(tx, instant(NOW - 10_000)))
  const outbox = outboxStore(database)
  // stretch by stretch, as the delivery loop goes on; the second time it comes to a case that kills it, the stretch is kept
  for (let round = 0; round < 40 && dies; round++) {
    await deliverDue({ outbox, deliver, now: () => NOW, random: () => 0 })
    if ((await owner.query("SELECT 1 FROM fatong.outbox WHERE status = 'pending' AND attempts > 0")).rowCount)
      dies = false
  }
  expect(dies).toBe(false)
  await owner.query("UPDATE fatong.outbox SET next_at = created_at WHERE status = 'pending'")
  while (await deliverDue({ outbox, deliver, now: () => NOW, random: () => 0 }));
  expect(open.every((id) => seen.includes(id))).toBe(true)
  expect(seen.filter((id) => id === open[0])).toHaveLength(1)
  for (const id of open)
    expect(await rowOf(id)).toMatchObject({
      light: 'green',
      next_due: new Date(NOW + 7 * 86_400_000),
      due_statutory: '2026-12-07',
    })
  expect(await lightOfCase(closed)).toBe('amber')
  expect((await owner.query("SELECT 1 FROM fatong.outbox WHERE status <> 'sent'")).rowCount).toBe(0)
})

test('a case that was written meanwhile keeps what its commit found', async () => {
  const id = await opened(NOW + 5)
  expect(await upkeepStore(database).rejudge([{ id, version: 7, ...judged('red', 1) }])).toEqual([])
  expect(await rowOf(id)).toMatchObject({ light: 'green', next_due: new Date(NOW + 5) })
})

test('new holidays, office hours and other hours of a place ask for it in the same transaction; other settings and places do not', async () => {
  const entry = {
    at: NOW,
    actor: { kind: 'system' as const, id: 'test', name: 'test' },
    action: 'administer' as const,
    subjectKind: 'test' as const,
    subjectId: 'x',
  }
  const settings = lawSettingsStore(database),
    places = placeStore(database)
  const asked = async (what: () => Promise<unknown>) => {
    await owner.query('DELETE FROM fatong.outbox')
    await what()
    return (await owner.query('SELECT 1 FROM fatong.outbox WHERE channel = $1', [LIGHTS])).rowCount
  }
  const [known] = (await places.all()).filter(({ id }) => id === agency)
  expect(
    await asked(() =>
      settings.saveHolidayTable(
        SYSTEM,
        { year: 2030, source: 'x', holidays: ['2030-01-01'], makeUpWorkdays: [] },
        'x',
        NOW,
        entry,
      ),
    ),
  ).toBe(1)
  expect(await asked(() => settings.saveSetting(SYSTEM, 'office', {}, 'x', NOW, entry, 'clocks'))).toBe(1)
  expect(await asked(() => settings.saveSetting(SYSTEM, 'casework', {}, 'x', NOW, entry))).toBe(0)
  expect(await asked(() => places.save(SYSTEM, { ...known!, name: '新名字' }, entry))).toBe(0)
  expect(await asked(() => places.save(SYSTEM, { ...known!, openOnHolidays: true }, entry))).toBe(1)
})
