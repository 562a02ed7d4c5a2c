import pg from 'pg'
import type { Acknowledged } from './flow.ts'

/** Acknowledged commands that the database does not have: neither the event, nor the number or a paper it told of. */
export async function lostOf(
  connection: pg.ClientConfig,
  acknowledged: readonly Acknowledged[],
): Promise<Acknowledged[]> {
  return withClient(connection, async (client) => {
    const { rows } = await client.query<{ i: number }>(
      `
      SELECT a.i FROM unnest($1::int[], $2::uuid[], $3::int[], $4::text[]) AS a (i, case_id, version, number)
      WHERE NOT EXISTS (SELECT 1 FROM fatong.event e WHERE e.stream_id = a.case_id AND e.version = a.version)
        OR NOT EXISTS (SELECT 1 FROM fatong.case_file c WHERE c.id = a.case_id AND c.version >= a.version AND (a.number = '' OR c.number = a.number))
      UNION
      SELECT d.i FROM unnest($5::int[], $6::uuid[], $7::text[]) AS d (i, case_id, number)
      WHERE NOT EXISTS (SELECT 1 FROM fatong.document x WHERE x.case_id = d.case_id AND x.number = d.number)`,
      [
        acknowledged.map((_, i) => i),
        acknowledged.map((a) => a.caseId),
        acknowledged.map((a) => a.version),
        acknowledged.map((a) => a.number ?? ''),
        ...papersOf(acknowledged),
      ],
    )
    return rows.map(({ i }) => acknowledged[i]!)
  })
}

function papersOf(acknowledged: readonly Acknowledged[]): [number[], string[], string[]] {
  const papers = acknowledged.flatMap(({ caseId, documents }, i) => documents.map((number) => ({ i, caseId, number })))
  return [papers.map(({ i }) => i), papers.map(({ caseId }) => caseId), papers.map(({ number }) => number)]
}

/** Numbers that were left out, given twice, or are not where their counter stands; of cases and of every kind of paper. */
export async function numberGaps(connection: pg.ClientConfig): Promise<number> {
  return withClient(connection, async (client) => {
    const { rows } = await client.query<{ wrong: number }>(`
      WITH numbered AS (
        SELECT agency_id, 'case' AS kind, substr(number, 3, 4)::int AS year, substr(number, 7)::int AS serial FROM fatong.case_file WHERE number ~ '^LX\\d{9,}$'
        UNION ALL
        SELECT c.agency_id, d.kind, substring(d.number FROM '〔(\\d+)〕')::int, substring(d.number FROM '第(\\d+)号')::int
          FROM fatong.document d JOIN fatong.case_file c ON c.id = d.case_id WHERE d.number ~ '〔\\d+〕第\\d+号'
      ), series AS (
        SELECT agency_id, kind, year, count(*) AS given, count(DISTINCT serial) AS different, max(serial) AS highest FROM numbered GROUP BY 1, 2, 3
      )
      SELECT coalesce(sum(coalesce(s.given - s.different, 0) + coalesce(s.highest - s.different, 0) + abs(coalesce(k.last, 0) - coalesce(s.highest, 0))), 0)::int AS wrong
      FROM series s FULL JOIN fatong.document_counter k ON k.agency_id = s.agency_id AND k.kind = s.kind AND k.year = s.year`)
    return rows[0]?.wrong ?? 0
  })
}

async function withClient<T>(connection: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
