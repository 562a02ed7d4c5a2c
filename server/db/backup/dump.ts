import { join } from 'node:path'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { writeDigested } from './digest.ts'
import type { Manifest } from './manifest.ts'

type Contents = Pick<Manifest, 'migrations' | 'tables' | 'sequences'>

const TABLES = `
  SELECT n.nspname AS schema, c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
  WHERE n.nspname = 'fatong' AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
  GROUP BY 1, 2 ORDER BY 1, 2`

const SEQUENCES = `SELECT schemaname AS schema, sequencename AS name, last_value::text AS last FROM pg_sequences
  WHERE schemaname = 'fatong' AND last_value IS NOT NULL ORDER BY 1, 2`

/**
 * Writes every table of the service into `folder`, all as they were at one moment, while others go on writing.
 * The tables of timed work are left out: the service makes them anew when it starts.
 */
export async function dumpTables(connection: pg.ClientConfig, folder: string): Promise<Contents> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    await client.query("SET TIME ZONE 'UTC'; SET DateStyle = 'ISO'; SET row_security = off")
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const { rows: migrations } = await client.query<{ name: string; sha256: string }>(
      'SELECT name, sha256 FROM public.fatong_migration ORDER BY name',
    )
    const { rows: names } = await client.query<{ schema: string; name: string; columns: string[] }>(TABLES)
    const tables: Manifest['tables'] = []
    for (const { schema, name, columns } of names) {
      const file = `${schema}.${name}.copy`
      const list = columns.map((column) => client.escapeIdentifier(column)).join(', ')
      const rows = client.query(
        copyTo(
          `COPY (SELECT ${list} FROM ${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}) TO STDOUT`,
        ),
      )
      const { sha256 } = await writeDigested(rows, join(folder, file))
      tables.push({ schema, name, columns, rows: rows.rowCount, sha256, file })
    }
    // Sequences stand outside of transactions; read last, they are at or past every number in the tables.
    const { rows: sequences } = await client.query<Manifest['sequences'][number]>(SEQUENCES)
    await client.query('COMMIT')
    return { migrations, tables, sequences }
  } finally {
    await client.end()
  }
}
