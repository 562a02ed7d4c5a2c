import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { application, writing } from './commit/sample-sets.ts'
import { openDatabase } from './database.ts'
import type { Database } from './database.ts'
import { testDatabase } from './testing/database.ts'
import type { TestDatabase } from './testing/database.ts'
import { verifyHistory } from './verify-history.ts'

let given: TestDatabase
let database: Database
let owner: pg.Client
beforeAll(async () => {
  given = await testDatabase()
  database = openDatabase(given.connection)
  owner = new pg.Client(given.connection)
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await database.close()
  await given.drop()
})

async function threeEvents(): Promise<string> {
  const { set, row, access } = application()
  await database.commit(set)
  await database.commit(writing(access, 1, row))
  await database.commit(writing(access, 2, row))
  return row.id
}

/** What only somebody who can take the triggers away can do. */
async function tamper(sql: string, caseId: string): Promise<void> {
  await owner.query('ALTER TABLE fatong.event DISABLE TRIGGER ALL')
  await owner.query(sql, [caseId])
  await owner.query('ALTER TABLE fatong.event ENABLE TRIGGER ALL')
}

test('history written by the service verifies', async () => {
  await threeEvents()
  expect(await verifyHistory(given.connection)).toMatchObject({ broken: [] })
})

test('the owner of the tables cannot rewrite history either', async () => {
  await threeEvents()
  await owner.query(
    `INSERT INTO fatong.audit (at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id) VALUES (now(), 'staff', 'x', '某人', 'read', 'case', 'y')`,
  )
  for (const sql of [
    `UPDATE fatong.event SET type = 'x'`,
    'DELETE FROM fatong.event',
    'TRUNCATE fatong.event',
    `UPDATE fatong.audit SET why = 'x'`,
    'TRUNCATE fatong.audit',
    'DELETE FROM fatong.audit',
  ]) {
    await expect(owner.query(sql), sql).rejects.toThrow(/append-only/)
  }
})

test.each([
  [
    'a changed text',
    `UPDATE fatong.event SET data = '{"text":"别的"}' WHERE stream_id = $1 AND version = 2`,
    2,
    'hash',
  ],
  [
    'a changed time',
    `UPDATE fatong.event SET at = at + interval '1 minute' WHERE stream_id = $1 AND version = 1`,
    1,
    'hash',
  ],
  [
    'a changed actor',
    `UPDATE fatong.event SET meta = '{"by":"staff"}' WHERE stream_id = $1 AND version = 3`,
    3,
    'hash',
  ],
  ['a removed event', 'DELETE FROM fatong.event WHERE stream_id = $1 AND version = 2', 3, 'gap'],
  ['a cut-off end', 'DELETE FROM fatong.event WHERE stream_id = $1 AND version = 3', 2, 'head'],
  ['a removed history', 'DELETE FROM fatong.event WHERE stream_id = $1', 3, 'noHistory'],
  [
    'an event hashed anew',
    `UPDATE fatong.event SET type = 'x', hash = fatong.event_hash(prev_hash, stream_id, version, 'x', data::text, meta::text, at) WHERE stream_id = $1 AND version = 2`,
    3,
    'link',
  ],
])('%s is reported', async (_, sql, version, why) => {
  const caseId = await threeEvents()
  await tamper(sql, caseId)
  const { broken } = await verifyHistory(given.connection)
  expect(broken.filter((one) => one.caseId === caseId)).toMatchObject([{ version, why }])
})
