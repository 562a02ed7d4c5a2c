import { readFileSync } from 'node:fs'
import pg from 'pg'
import { companyOf, nameOf } from './invented.ts'

const statements = readFileSync(new URL('./many-cases.sql', import.meta.url), 'utf8').split('--> next')
const NAMES = 40_000
const COMPANIES = 20_000

/**
 * Copies cases that went through the service into `count` cases of other people, in plain SQL. `patterns` are four cases
 * that were left after one, two, three and all four steps.
 */
export async function loadManyCases(
  connection: pg.ClientConfig,
  patterns: readonly string[],
  count: number,
): Promise<void> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    await client.query("SET synchronous_commit = off; SET work_mem = '64MB'")
    const lawyers = (
      await client.query<{ id: string; org_id: string }>(
        "SELECT DISTINCT s.id, s.org_id FROM fatong.staff s JOIN fatong.role_assignment r ON r.staff_id = s.id WHERE r.role = 'lawyer' ORDER BY s.id",
      )
    ).rows
    const values: Record<number, unknown[]> = {
      0: [
        count,
        Array.from({ length: NAMES }, (_, n) => nameOf(n + 500)),
        Array.from({ length: COMPANIES }, (_, n) => companyOf(n)),
        lawyers.map(({ id }) => id),
        lawyers.map(({ org_id }) => org_id),
      ],
      3: [patterns],
    }
    for (const [i, statement] of statements.entries()) await client.query(statement, values[i])
    await client.query('VACUUM (ANALYZE)')
    await client.query('CHECKPOINT')
  } finally {
    await client.end()
  }
}

/** Lawyers of the sample's firms in a number that fits the load, so that nobody has a thousand cases in hand. Answers their ids. */
export async function addLawyers(connection: pg.ClientConfig, count: number): Promise<string[]> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    await client.query(
      `WITH pattern AS (
        SELECT s.*, row_number() OVER (ORDER BY s.login) - 1 AS nth, count(*) OVER () AS size FROM fatong.staff s
        WHERE EXISTS (SELECT 1 FROM fatong.role_assignment r WHERE r.staff_id = s.id AND r.role = 'lawyer')
      ), added AS (
        INSERT INTO fatong.staff (id, login, name, password_hash, org_id, profile, created_at)
          SELECT gen_random_uuid(), 'bench-' || n, p.name || n, '-', p.org_id, p.profile, now() FROM generate_series(1, $1::int) n JOIN pattern p ON p.nth = n % p.size
          RETURNING id, org_id
      )
      INSERT INTO fatong.role_assignment (id, staff_id, role, place_id, valid_from, granted_by)
        SELECT gen_random_uuid(), id, 'lawyer', org_id, '2026-01-01', 'bench' FROM added`,
      [count],
    )
    const { rows } = await client.query<{ id: string }>(
      "SELECT s.id FROM fatong.staff s WHERE EXISTS (SELECT 1 FROM fatong.role_assignment r WHERE r.staff_id = s.id AND r.role = 'lawyer')",
    )
    return rows.map(({ id }) => id)
  } finally {
    await client.end()
  }
}
