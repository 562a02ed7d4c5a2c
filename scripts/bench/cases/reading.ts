import pg from 'pg'
import { HttpConnection, jsonOf } from './http-client.ts'
import { nameOf, phoneOf } from './invented.ts'
import type { People } from './people.ts'
import type { Service } from './service.ts'
import { quantile } from './statistics.ts'

export interface ReadingTimes {
  queueP95Ms: number
  searchP95Ms: number
  boardP95Ms: number
}

/** Four people at the desk read at once, each the next thing as soon as the last is there. */
const READERS = 4

/** How long the desk waits for its lists, over HTTP, with everything that is in the database. */
export async function readingTimes(service: Service, people: People, rounds: number): Promise<ReadingTimes> {
  const numbers = await someNumbers(service.connection)
  const search = (q: string) => `/api/desk/search?q=${encodeURIComponent(q)}`
  const kinds: Record<keyof ReadingTimes, ((n: number) => string)[]> = {
    queueP95Ms: [
      () => '/api/desk/queue',
      () => '/api/desk/queue?queue=all&limit=100',
      () => '/api/desk/queue?queue=accept',
    ],
    searchP95Ms: [
      (n) => search(numbers[n % numbers.length]!),
      (n) => search(numbers[n % numbers.length]!.slice(2, 9)),
      (n) => search(nameOf(n * 17)),
      (n) => search(nameOf(n * 17).slice(0, 1)),
      (n) => search(phoneOf(people.citizens[n % people.citizens.length]!.n)),
      () => search('兰州'),
    ],
    boardP95Ms: [() => '/api/desk/board'],
  }
  const times: Partial<ReadingTimes> = {}
  for (const [name, paths] of Object.entries(kinds) as [keyof ReadingTimes, ((n: number) => string)[]][]) {
    times[name] = quantile(
      (
        await Promise.all(
          Array.from({ length: READERS }, (_, r) =>
            readAlong(service.port, [people.clerk, people.approver, people.assigner][r % 3]!, paths, rounds, r),
          ),
        )
      ).flat(),
      0.95,
    )
  }
  return times as ReadingTimes
}

async function readAlong(
  port: number,
  cookie: string,
  paths: readonly ((n: number) => string)[],
  rounds: number,
  reader: number,
): Promise<number[]> {
  const connection = new HttpConnection(port)
  const times: number[] = []
  for (let n = 0; n < rounds; n++) {
    for (const path of paths) {
      const from = performance.now()
      const reply = await connection.request({ method: 'GET', path: path(n * READERS + reader), headers: { cookie } })
      if (n > 0) times.push(performance.now() - from)
      jsonOf(reply, path(n))
    }
  }
  connection.close()
  return times
}

async function someNumbers(connection: pg.ClientConfig): Promise<string[]> {
  const client = new pg.Client(connection)
  await client.connect()
  const { rows } = await client.query<{ number: string }>(
    'SELECT number FROM fatong.case_file ORDER BY md5(id::text) LIMIT 100',
  )
  await client.end()
  return rows.map(({ number }) => number)
}
