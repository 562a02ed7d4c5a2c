import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { execute, withDatabase } from './server.ts'

/** A database of a test's own, migrated and otherwise empty. */
export interface TestDatabase {
  /** Connects as the owner, like the service does. */
  connection: { connectionString: string }
  url: string
  /** Ends all connections and removes the database. */
  drop(): Promise<void>
}

/**
 * Makes a fresh database on the run's PostgreSQL, for a `.db`, `.http` or `.e2e` test file; call it in `beforeAll` and
 * `drop` in `afterAll`. With `migrated: false` it holds nothing at all.
 */
export async function testDatabase({ migrated = true }: { migrated?: boolean } = {}): Promise<TestDatabase> {
  const { url, template } = inject('postgres')
  const name = `fatong_test_${randomBytes(8).toString('hex')}`
  await execute(url, `CREATE DATABASE ${name} TEMPLATE ${migrated ? template : 'template0'}`)
  const own = withDatabase(url, name)
  return {
    connection: { connectionString: own },
    url: own,
    drop: () => execute(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  }
}
