import { drizzle } from 'drizzle-orm/node-postgres'
import type { Duplex } from 'node:stream'
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
export function openConnections(
  connection: pg.ClientConfig,
  options: { max?: number; log?: (message: string) => void } = {},
): Connections {
  const pool = new pg.Pool({ ...connection, pipeline: true, max: options.max ?? 12, idleTimeoutMillis: 0 })
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

/**
 * Runs reads and small writes of one caller in one transaction. Nothing that waits for a network belongs inside. The
 * first statement leaves together with BEGIN: waking the database costs more than most of what it is asked.
 */
export async function withAccess<T>(
  connections: Connections,
  access: AccessContext,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const client = await connect(connections)
  let broken: Error | undefined
  try {
    const together = corked(client)
    const begun = client.query(`BEGIN; ${becoming(access)}`)
    const worked = work({ client, orm: ormFor(client) })
    process.nextTick(together)
    const [result] = await both(worked, begun)
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch((lost: Error) => {
      broken = lost
    })
    throw error
  } finally {
    client.release(broken)
  }
}

/** One statement that only reads, under a caller's rights: it goes out whole, transaction and all, in a single message. */
export async function read<Row extends pg.QueryResultRow>(
  connections: Connections,
  access: AccessContext,
  query: pg.QueryConfig,
): Promise<Row[]> {
  const client = await connect(connections)
  let broken: Error | undefined
  try {
    const together = corked(client)
    const begun = client.query(`BEGIN; ${becoming(access)}`)
    const asked = client.query<Row>(query)
    const ended = client.query('COMMIT') // of a statement that failed, PostgreSQL makes a ROLLBACK
    together()
    const [found] = await both(
      asked,
      both(begun, ended).catch((lost: Error) => {
        throw (broken = lost)
      }),
    )
    return found.rows
  } finally {
    client.release(broken)
  }
}

/** Waits for both, also when the first one fails: nobody else may use the connection before. */
async function both<A, B>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  const [a, b] = await Promise.allSettled([first, second])
  if (a.status === 'rejected') throw a.reason
  if (b.status === 'rejected') throw b.reason
  return [a.value, b.value]
}

/** Holds back what is written to a connection until the returned function is called, so that it leaves as one piece. */
function corked(client: pg.PoolClient): () => void {
  const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection
  stream.cork()
  return () => stream.uncork()
}

function ormFor(client: pg.PoolClient): Orm {
  let orm = orms.get(client)
  if (orm === undefined) orms.set(client, (orm = ormOf(client)))
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
