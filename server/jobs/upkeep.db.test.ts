import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { instant } from '@fatong/law/calendar/dates.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SYSTEM } from '../db/access.ts'
import { caseRow, NOW, writing } from '../db/commit/sample-sets.ts'
import { openDatabase } from '../db/database.ts'
import type { Database } from '../db/database.ts'
import { outboxStore } from '../db/stores/outbox.ts'
import { upkeepStore } from '../db/stores/upkeep.ts'
import { testDatabase } from '../db/testing/database.ts'
import type { TestDatabase } from '../db/testing/database.ts'
import { openTimers } from '../db/timers.ts'
import { clean, sweeps } from './cleaning.ts'
import { refreshLights, turningNow } from './lights.ts'
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
const lightOfCase = async (id: string) => (await owner.query<{ light: string }>('SELECT light FROM fatong.case_file WHERE id = $1', [id])).rows[0]?.light

test('lights of untouched cases follow the clocks, and getting worse is told once', async () => {
  const late = await opened(NOW - 1)
  const far = await opened(NOW + 90 * 86_400_000)
  const closed = await opened(NOW - 1, { status: 'archived' })
  const upkeep = upkeepStore(database)
  const red = async () => 'red' as const
  expect(await refreshLights(upkeep, red, NOW, true)).toBe(1)
  expect(await refreshLights(upkeep, red, NOW, true)).toBe(0)
  expect([await lightOfCase(late), await lightOfCase(far), await lightOfCase(closed)]).toEqual(['red', 'green', 'green'])
  const told = await owner.query(`SELECT payload ->> 'light' AS light FROM fatong.outbox WHERE channel = 'deadline' AND case_id = $1`, [late])
  expect(told.rows).toEqual([{ light: 'red' }])
})

test('between two days only what is due within the hour is looked at', async () => {
  const [soon, later, amber] = [await opened(NOW + 1_800_000), await opened(NOW + 2 * 3_600_000), await opened(NOW + 1_800_000, { light: 'amber' })]
  const seen: string[] = []
  const judge = async ({ id }: { id: string }) => { seen.push(id); return 'amber' as const }
  await refreshLights(upkeepStore(database), judge, NOW, false, 'hour')
  expect([soon, later, amber].filter((id) => seen.includes(id))).toEqual([soon])
  expect([await lightOfCase(soon), await lightOfCase(later)]).toEqual(['amber', 'green'])
  const day = 86_400_000
  expect([turningNow(NOW, undefined), turningNow(NOW, instant(NOW - 60_000)), turningNow(NOW, instant(NOW - day))]).toEqual(['day', 'hour', 'day'])
})

test('the walk of the hour uses the index of the queue, not the table', async () => {
  await owner.query('SET enable_seqscan = off')
  const { rows } = await owner.query<{ 'QUERY PLAN': string }>(`EXPLAIN SELECT 1 FROM fatong.place p CROSS JOIN unnest(ARRAY['submitted']) s(status), LATERAL
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
  await owner.query(`INSERT INTO fatong.idempotency VALUES ('s', 'old', '', '{}', $1), ('s', 'new', '', '{}', $2)`, [at(8), at(1)])
  await owner.query(`INSERT INTO fatong.sms_simulated (at, phone_masked, purpose, text) VALUES ($1, '1', 'code', 'old'), ($2, '1', 'code', 'new')`, [at(91), at(1)])
  await owner.query(`INSERT INTO fatong.audit (at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id) SELECT t, 'staff', 'x', 'x', 'read', 'case', 'x' FROM unnest($1::timestamptz[]) t`, [[at(1100), at(150), at(1)]])
  const gone = await clean({ ...sweeps(upkeepStore(database), outboxStore(database), { auditDays: 1, smsDays: 90 }), broken: async () => { throw new Error('no') } }, now, () => undefined)
  expect(gone).toEqual({ replies: 1, sentMessages: 0, simulatedSms: 1, readNotices: 0, accessLog: 1 })
})

test('jobs start, run timed work once in the installation, and stop', async () => {
  const timers = await openTimers(given.connection, 'Asia/Shanghai', () => undefined)
  const jobs = await startJobs({
    database, outbox: outboxStore(database), upkeep: upkeepStore(database), timers, clock: { now: () => NOW }, deliver: {}, lightOf: async () => 'green',
    retention: () => Promise.resolve({ auditDays: 1095, smsDays: 90 }), log: () => undefined,
  })
  const { rows } = await owner.query('SELECT name, timezone FROM pgboss.schedule ORDER BY name')
  expect(rows).toEqual([{ name: 'cleaning', timezone: 'Asia/Shanghai' }, { name: 'lights', timezone: 'Asia/Shanghai' }])
  await jobs.stop()
})
