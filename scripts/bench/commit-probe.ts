/**
 * Measures commit() against raw single-row commits on the same database. Give it a database that may be filled:
 * `npx tsx scripts/bench/commit-probe.ts postgres://... [--load 200000] [--seconds 5] [--callers 16] [--postmaster PID]`
 */
import { parseArgs } from 'node:util'
import pg from 'pg'
import { openDatabase } from '../../server/db/database.ts'
import type { Database } from '../../server/db/database.ts'
import { migrate } from '../../server/db/migrate.ts'
import { loadCases } from './probe-load.ts'
import { serverCpuMs } from './server-cpu.ts'
import { ProbeCase } from './probe-sets.ts'

interface Figures {
  perSecond: number
  p50: number
  p99: number
  nodeCpuMs: number
  serverCpuMs: number
}
let postmaster = 0

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      load: { type: 'string', default: '0' },
      seconds: { type: 'string', default: '5' },
      callers: { type: 'string', default: '16' },
      postmaster: { type: 'string', default: '0' },
    },
  })
  const connection = { connectionString: positionals[0] }
  const seconds = Number(values.seconds)
  const callers = Number(values.callers)
  postmaster = Number(values.postmaster)
  await migrate(connection)
  const database = openDatabase(connection)
  try {
    if (Number(values.load) > 0) await loadCases(connection, Number(values.load))
    await casework(database, callers, 1)
    const raw = await rawCommits(connection, callers, seconds)
    print('raw', raw)
    const commits = await casework(database, callers, seconds)
    print('commit', commits)
    console.log(
      `ratio ${(commits.perSecond / raw.perSecond).toFixed(2)}, p99 ratio ${(commits.p99 / raw.p99).toFixed(1)}`,
    )
  } finally {
    await database.close()
  }
}

async function rawCommits(connection: pg.ClientConfig, callers: number, seconds: number): Promise<Figures> {
  const clients = await Promise.all(
    Array.from({ length: callers }, async () => {
      const client = new pg.Client(connection)
      await client.connect()
      return client
    }),
  )
  await clients[0]!.query(
    'CREATE UNLOGGED TABLE IF NOT EXISTS public.probe_none (id int); CREATE TABLE IF NOT EXISTS public.probe (id bigserial PRIMARY KEY, value text)',
  )
  const figures = await measure(clients, seconds, async (client) => {
    await client.query({ name: 'raw', text: 'INSERT INTO public.probe (value) VALUES ($1)', values: ['a short row'] })
  })
  await Promise.all(clients.map((client) => client.end()))
  return figures
}

async function casework(database: Database, callers: number, seconds: number): Promise<Figures> {
  const current = Array.from({ length: callers }, () => ({ probe: new ProbeCase(Date.now) }))
  return measure(current, seconds, async (slot) => {
    const set = slot.probe.next()
    if (set === undefined) throw new Error('a finished case was left')
    const outcome = await database.commit(set)
    if (!outcome.ok) throw new Error(outcome.reason)
    slot.probe.written(outcome.version, outcome.numbers)
    if (outcome.version === 4) slot.probe = new ProbeCase(Date.now)
  })
}

async function measure<T>(callers: T[], seconds: number, once: (caller: T) => Promise<void>): Promise<Figures> {
  const times: number[] = []
  const cpu = process.cpuUsage()
  const serverBefore = serverCpuMs(postmaster)
  const start = performance.now()
  const end = start + seconds * 1000
  await Promise.all(
    callers.map(async (caller) => {
      while (performance.now() < end) {
        const from = performance.now()
        await once(caller)
        times.push(performance.now() - from)
      }
    }),
  )
  const elapsed = (performance.now() - start) / 1000
  const used = process.cpuUsage(cpu)
  times.sort((a, b) => a - b)
  return {
    perSecond: times.length / elapsed,
    p50: times[Math.floor(times.length * 0.5)]!,
    p99: times[Math.floor(times.length * 0.99)]!,
    serverCpuMs: (serverCpuMs(postmaster) - serverBefore) / times.length,
    nodeCpuMs: (used.user + used.system) / 1000 / times.length,
  }
}

function print(what: string, { perSecond, p50, p99, nodeCpuMs, serverCpuMs: database }: Figures): void {
  console.log(
    `${what}: ${perSecond.toFixed(0)}/s, p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms, CPU ms each: node ${nodeCpuMs.toFixed(3)}, database ${database.toFixed(3)}`,
  )
}

await main()
