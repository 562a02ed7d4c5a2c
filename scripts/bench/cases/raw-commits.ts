import pg from 'pg'
import { quantile } from './statistics.ts'

export interface RawCommits {
  perSecond: number
  p50: number
  p99: number
}

/** What the same database does when each caller only writes one short row and waits until it is safe. */
export async function rawCommits(connection: pg.ClientConfig, callers: number, seconds: number): Promise<RawCommits> {
  const clients = await Promise.all(
    Array.from({ length: callers }, async () => {
      const client = new pg.Client(connection)
      await client.connect()
      return client
    }),
  )
  await clients[0]!.query('CREATE TABLE IF NOT EXISTS public.raw_commit (id bigserial PRIMARY KEY, value text)')
  const insert = { name: 'raw', text: 'INSERT INTO public.raw_commit (value) VALUES ($1)', values: ['a short row'] }
  for (const client of clients) await client.query(insert)
  const times: number[] = []
  const from = performance.now()
  const end = from + seconds * 1000
  await Promise.all(
    clients.map(async (client) => {
      for (let begun = performance.now(); begun < end; ) {
        await client.query(insert)
        const now = performance.now()
        times.push(now - begun)
        begun = now
      }
    }),
  )
  const perSecond = times.length / ((performance.now() - from) / 1000)
  await Promise.all(clients.map((client) => client.end()))
  return { perSecond, p50: quantile(times, 0.5), p99: quantile(times, 0.99) }
}
