/** Measures queue, search and board of one busy agency: `npx tsx scripts/bench/read-probe.ts postgres://... [--load 200000]`. */
import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import type { Instant, LocalDate } from '@fatong/law/calendar/dates.ts'
import type { AccessContext } from '../../server/db/access.ts'
import { openDatabase } from '../../server/db/database.ts'
import { migrate } from '../../server/db/migrate.ts'
import { caseStore } from '../../server/db/stores/cases.ts'
import { loadCases } from './probe-load.ts'
import { AGENCY } from './probe-sets.ts'

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { load: { type: 'string', default: '200000' } },
  })
  const connection = { connectionString: positionals[0] }
  await migrate(connection)
  await loadCases(connection, Number(values.load))
  const database = openDatabase(connection)
  const store = caseStore(database)
  const clerk: AccessContext = {
    kind: 'staff',
    staffId: randomUUID(),
    roles: ['clerk'],
    placeIds: [AGENCY, ...Array.from({ length: 60 }, () => randomUUID())],
  }
  const stranger: AccessContext = { ...clerk, placeIds: [randomUUID()] }
  const now = Date.now() as Instant
  await time('queue', () =>
    store.queue(clerk, { agencyIds: [AGENCY], statuses: ['submitted', 'accepted', 'granted', 'inProgress'] }),
  )
  await time('queue counts', () =>
    store.queueCounts(clerk, {
      a: { agencyIds: [AGENCY], statuses: ['submitted'] },
      b: { agencyIds: [AGENCY], statuses: ['accepted', 'granted'] },
    }),
  )
  await time('search by one character', () => store.search(clerk, { name: '王' }))
  await time('search by name', () => store.search(clerk, { name: '王小' }))
  await time('search by number', () => store.search(clerk, { number: 'LOAD-0' }))
  await time('search out of reach', () => store.search(stranger, { name: '王' }))
  await time('board', () => store.board(clerk, AGENCY, '2026-11-23' as LocalDate, now))
  await time('board of strangers', () => store.board(stranger, AGENCY, '2026-11-23' as LocalDate, now))
  await database.close()
}

async function time(what: string, once: () => Promise<unknown>): Promise<void> {
  const times: number[] = []
  for (let i = 0; i < 60; i++) {
    const from = performance.now()
    await once()
    times.push(performance.now() - from)
  }
  times.sort((a, b) => a - b)
  console.log(`${what}: p50 ${times[30]!.toFixed(1)} ms, p95 ${times[56]!.toFixed(1)} ms`)
}

await main()
