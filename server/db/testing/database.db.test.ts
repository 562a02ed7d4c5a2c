import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from './database.ts'

let one: TestDatabase
let other: TestDatabase
beforeAll(async () => {
  one = await testDatabase()
  other = await testDatabase({ migrated: false })
})
afterAll(async () => {
  await one.drop()
  await other.drop()
})

async function ask(database: TestDatabase, sql: string): Promise<unknown[]> {
  const client = new pg.Client(database.connection)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

it('gives each caller a database of its own', async () => {
  await ask(one, 'CREATE TABLE only_here (n int)')
  await expect(ask(other, 'SELECT * FROM only_here')).rejects.toThrow('does not exist')
})

it('has the migrations in it, unless told not to', async () => {
  const sql = "SELECT count(*)::int AS tables FROM information_schema.tables WHERE table_schema = 'fatong'"
  expect(await ask(other, sql)).toEqual([{ tables: 0 }])
  expect(await ask(one, sql)).not.toEqual([{ tables: 0 }])
})
