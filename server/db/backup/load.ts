import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { BackupProblem, type Manifest } from './manifest.ts'

/**
 * Fills a database, migrated to the level of the backup, with the tables in `folder`: all of them or, after an error,
 * none. Throws BackupProblem when a table does not arrive whole.
 */
export async function loadTables(connection: pg.ClientConfig, folder: string, manifest: Manifest): Promise<void> {
  const client = new pg.Client(connection)
  await client.connect()
  const nameOf = ({ schema, name }: { schema: string; name: string }) =>
    `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`
  try {
    // Rows come as they were: no trigger judges them again, and the order of tables does not matter.
    await client.query("SET TIME ZONE 'UTC'; SET DateStyle = 'ISO'; SET session_replication_role = replica; BEGIN")
    // Some migrations bring rows of their own; the backup has those too, perhaps changed since.
    await client.query(`TRUNCATE ${manifest.tables.map(nameOf).join(', ')}`)
    for (const table of manifest.tables) {
      const columns = table.columns.map((column) => client.escapeIdentifier(column)).join(', ')
      const sink = client.query(copyFrom(`COPY ${nameOf(table)} (${columns}) FROM STDIN`))
      await pipeline(createReadStream(join(folder, table.file)), sink)
      if (sink.rowCount !== table.rows)
        throw new BackupProblem(`The table ${table.name} has ${sink.rowCount} rows instead of ${table.rows}.`)
    }
    for (const sequence of manifest.sequences)
      await client.query('SELECT setval($1, $2)', [nameOf(sequence), sequence.last])
    await client.query('COMMIT')
    await client.query('ANALYZE')
  } finally {
    await client.end()
  }
}
