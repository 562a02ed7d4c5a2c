import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, type Database } from '../database.ts'
import { draftStore } from '../stores/drafts.ts'
import { testDatabase, type TestDatabase } from '../testing/database.ts'
import type { Instant } from '@fatong/law/calendar/dates.ts'
import { application, NOW } from './sample-sets.ts'

let given: TestDatabase
let database: Database
beforeAll(async () => {
  given = await testDatabase()
  database = openDatabase(given.connection)
})
afterAll(async () => {
  await database.close()
  await given.drop()
})

async function aDraft(): Promise<string> {
  const id = randomUUID()
  await draftStore(database).start(
    {
      id,
      secretHash: Buffer.from(id),
      personId: null,
      staffId: null,
      dataEnc: Buffer.of(1),
      version: 1,
      updatedAt: NOW,
      expiresAt: (NOW + 3_600_000) as Instant,
    },
    undefined,
    {},
  )
  return id
}

test('a draft ends with the application that comes of it', async () => {
  const draftId = await aDraft()
  expect(await database.commit({ ...application().set, draftId })).toMatchObject({ ok: true, version: 1 })
  expect(await draftStore(database).find(draftId, NOW)).toBeUndefined()
})

test('of two applications from one draft at the same moment, one is written', async () => {
  const draftId = await aDraft(),
    other = await aDraft()
  const outcomes = await Promise.all(
    [draftId, draftId, other].map((id) => database.commit({ ...application().set, draftId: id })),
  )
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(2)
  expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === 'versionConflict')).toHaveLength(1)
  expect(outcomes[2]).toMatchObject({ ok: true })
})
