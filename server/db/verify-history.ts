import pg from 'pg'

/** What is wrong with one case's history: the first place where it does not fit. */
export interface Broken {
  caseId: string
  number: string | null
  version: number
  why: 'hash' | 'link' | 'gap' | 'head' | 'noCase' | 'noHistory'
}
export interface HistoryReport {
  cases: number
  events: number
  broken: Broken[]
}

const FIRST_BREAKS = `
  WITH chained AS (
    SELECT e.stream_id, e.version,
      lag(e.hash) OVER (PARTITION BY e.stream_id ORDER BY e.version) AS before,
      row_number() OVER (PARTITION BY e.stream_id ORDER BY e.version) AS nth,
      e.prev_hash, e.hash,
      fatong.event_hash(e.prev_hash, e.stream_id, e.version, e.type, e.data::text, e.meta::text, e.at) AS right_hash
    FROM fatong.event e
  ), judged AS (
    SELECT stream_id, version, CASE
      WHEN version <> nth THEN 'gap'
      WHEN prev_hash <> coalesce(before, sha256(convert_to(stream_id::text, 'UTF8'))) THEN 'link'
      WHEN hash <> right_hash THEN 'hash' END AS why
    FROM chained
  )
  SELECT DISTINCT ON (stream_id) stream_id AS "caseId", version, why FROM judged WHERE why IS NOT NULL ORDER BY stream_id, version`

/** The read model keeps the head of each chain: events cut off the end show there. */
const HEADS = `
  SELECT coalesce(c.id, e.stream_id) AS "caseId", coalesce(e.version, c.version) AS version,
    CASE WHEN c.id IS NULL THEN 'noCase' WHEN e.stream_id IS NULL THEN 'noHistory' ELSE 'head' END AS why
  FROM fatong.case_file c
    FULL JOIN (SELECT DISTINCT ON (stream_id) stream_id, version, hash FROM fatong.event ORDER BY stream_id, version DESC) e ON e.stream_id = c.id
  WHERE c.id IS NULL OR e.stream_id IS NULL OR c.version <> e.version OR c.head_hash <> e.hash`

/** Recomputes the hash chain of every case, as the owner of the tables. Reports the first break of each. */
export async function verifyHistory(connection: pg.ClientConfig): Promise<HistoryReport> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const {
      rows: [counts],
    } = await client.query<{ cases: number; events: number }>(
      'SELECT (SELECT count(*)::int FROM fatong.case_file) AS cases, (SELECT count(*)::int FROM fatong.event) AS events',
    )
    const found = new Map<string, Omit<Broken, 'number'>>()
    for (const query of [FIRST_BREAKS, HEADS]) {
      for (const one of (await client.query<Omit<Broken, 'number'>>(query)).rows)
        if (!found.has(one.caseId)) found.set(one.caseId, one)
    }
    const { rows: numbers } = await client.query<{ id: string; number: string }>(
      'SELECT id, number FROM fatong.case_file WHERE id = ANY ($1::uuid[])',
      [[...found.keys()]],
    )
    const numberOf = new Map(numbers.map(({ id, number }) => [id, number]))
    return {
      ...counts!,
      broken: [...found.values()].map((one) => ({ ...one, number: numberOf.get(one.caseId) ?? null })),
    }
  } finally {
    await client.end()
  }
}
