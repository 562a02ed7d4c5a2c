import type pg from 'pg'
import { committer } from './commit.ts'
import type { Committer } from './commit.ts'
import { openConnections } from './postgres.ts'
import type { Connections } from './postgres.ts'

/** The database as actions and stores use it. */
export interface Database extends Connections, Committer {}

/** Opens the database of a service process. `close` waits for what is being written. */
export function openDatabase(connection: pg.ClientConfig, options: { max?: number; log?: (message: string) => void } = {}): Database {
  const connections = openConnections(connection, options)
  const { commit, drained } = committer(connections)
  return {
    ...connections, commit, drained,
    async close() {
      await drained()
      await connections.close()
    },
  }
}
