import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { accessTexts } from './access.ts'
import type { AccessContext } from './access.ts'

export interface Connections {
  /** Connections that can do only what fatong_app may do. */
  pool: pg.Pool
  connection: pg.ClientConfig
  close(): Promise<void>
}
export interface Transaction {
  client: pg.PoolClient
  orm: Orm
}
export type Orm = ReturnType<typeof ormOf>

/** Idle connections stay open: on a small machine opening one costs more than a whole request. */
export function openConnections(connection: pg.ClientConfig, options: { max?: number; log?: (message: string) => void } = {}): Connections {
  const pool = new pg.Pool({ ...connection, max: options.max ?? 12, idleTimeoutMillis: 0 })
  pool.on('error', (error) => options.log?.(`idle database connection lost: ${error.message}`))
  return { pool, connection, close: () => pool.end() }
}

const ready = new WeakSet<pg.PoolClient>()
const orms = new WeakMap<pg.PoolClient, Orm>()
const ormOf = (client: pg.PoolClient) => drizzle({ client })

/** A pooled connection that has given up the owner's rights. Release it, with an error when it may be broken. */
export async function connect(connections: Connections): Promise<pg.PoolClient> {
  const client = await connections.pool.connect()
  if (ready.has(client)) return client
  try {
    await client.query('SET ROLE fatong_app')
    ready.add(client)
    return client
  } catch (error) {
    client.release(true)
    throw error
  }
}

/** Runs reads and small writes of one caller in one transaction. Nothing that waits for a network belongs inside. */
export async function withAccess<T>(
  connections: Connections, access: AccessContext, work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const client = await connect(connections)
  let broken: Error | undefined
  try {
    await client.query(`BEGIN; ${becoming(access)}`)
    const result = await work({ client, orm: ormFor(client) })
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch((lost: Error) => { broken = lost })
    throw error
  } finally {
    client.release(broken)
  }
}

function ormFor(client: pg.PoolClient): Orm {
  let orm = orms.get(client)
  if (orm === undefined) orms.set(client, orm = ormOf(client))
  return orm
}

const becomings = new WeakMap<AccessContext, string>()

/** One statement that sets the whole context, so that it travels together with BEGIN. */
function becoming(access: AccessContext): string {
  let sql = becomings.get(access)
  if (sql === undefined) {
    const [kind, person, staff, roles, places, org] = accessTexts(access).map((text) => pg.escapeLiteral(text))
    sql = `SELECT set_config('fatong.kind', ${kind}, true), set_config('fatong.person', ${person}, true),
      set_config('fatong.staff', ${staff}, true), set_config('fatong.roles', ${roles}, true),
      set_config('fatong.places', ${places}, true), set_config('fatong.org', ${org}, true), set_config('fatong.case', '', true)`
    becomings.set(access, sql)
  }
  return sql
}
