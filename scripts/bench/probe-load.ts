import pg from 'pg'
import { AGENCY } from './probe-sets.ts'

/** Fills the read models with cases of the past, most of them archived, straight in SQL. */
export async function loadCases(connection: pg.ClientConfig, count: number): Promise<void> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    const { rows } = await client.query<{ n: number }>('SELECT count(*)::int AS n FROM fatong.case_file')
    if (rows[0]!.n >= count) return
    await client.query(
      `CREATE TEMP TABLE fresh AS SELECT gen_random_uuid() AS id, gen_random_uuid() AS person, n,
        substr('王李张刘陈杨黄赵吴周徐孙马朱胡', 1 + (random() * 14)::int, 1) || substr('伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英', 1 + (random() * 22)::int, 1)
          || substr('伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英', 1 + (random() * 22)::int, 1) AS name
      FROM generate_series(1, $1::int) n`,
      [count - rows[0]!.n],
    )
    await client.query(
      `INSERT INTO fatong.case_file (id, number, kind, status, matter, service_form, applicant_name, applicant_id, place_id, agency_id,
        opponents, claim_fen, submitted_at, next_due, light, updated_at, version, head_hash, steps, state)
      SELECT id, 'LOAD-' || gen_random_uuid(), 'application', CASE WHEN n % 10 = 0 THEN (ARRAY['submitted', 'accepted', 'granted', 'inProgress'])[1 + n / 10 % 4] ELSE 'archived' END,
        'laborPay', 'laborRepresentation', name, person, $1::uuid, $1::uuid, '某公司', 100, now(), now() + random() * interval '100 days', 'green', now(), 1,
        sha256('x'), '[]', json_build_object('story', repeat('我在工地干了三个月，老板一直没有给工资。', 20), 'materials', repeat('x', 700)) FROM fresh`,
      [AGENCY],
    )
    await client.query(`INSERT INTO fatong.event (stream_id, version, type, data, meta, at, prev_hash, hash)
      SELECT id, 1, 'applicationSubmitted', json_build_object('story', repeat('我在工地干了三个月，老板一直没有给工资。', 20)), '{}', now(), '', sha256('x') FROM fresh`)
    await client.query(
      `INSERT INTO fatong.party (case_id, side, name, name_normalised, person_id) SELECT id, 'applicant', name, name, person FROM fresh`,
    )
    await client.query(`INSERT INTO fatong.document (id, case_id, kind, number, title, data, issued_at, verify_code)
      SELECT gen_random_uuid(), id, 'load', id::text, '决定书', '{}', now(), gen_random_uuid() FROM fresh`)
    await client.query('VACUUM ANALYZE')
  } finally {
    await client.end()
  }
}
