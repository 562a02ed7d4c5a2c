import type pg from 'pg'
import type { IndexedField, PersonalDataCrypto } from '../../identity/crypto/personal-data.ts'
import {
  COPIED_MARKS,
  SEALED_IN_PROFILES,
  SEALED_TABLES,
  type SealedColumn,
  type SealedTable,
} from './sealed-columns.ts'

/** From one key to another. */
export interface KeyChange {
  from: PersonalDataCrypto
  to: PersonalDataCrypto
}
/** How far a table or the files have come. */
export type Progress = (what: string, done: number, of: number) => void

const BATCH = 500

/** Rows of a table in which a value still stands under the old key. */
const due = ({ columns }: SealedTable) => columns.map(({ name }) => `substring(${name} FROM 2 FOR 4) = $1`).join(' OR ')

/**
 * Seals every value of the database anew and makes the blind marks new with it, table by table in batches, each in a
 * transaction of its own: killed at any moment, the next run goes on with what still carries the old key. Throws
 * UnsealProblem at a value that was changed. No service may run on the database meanwhile.
 */
export async function resealTables(
  client: pg.Client,
  change: KeyChange,
  progress: Progress,
  batch = BATCH,
): Promise<number> {
  let done = 0
  for (const table of SEALED_TABLES) done += await resealTable(client, table, change, progress, batch)
  for (const held of SEALED_IN_PROFILES) done += await resealProfiles(client, held, change, batch)
  done += await resealReplies(client, change)
  // Of phones that belong to nobody here: the list of simulated messages keeps them without a mark.
  await client.query(`UPDATE fatong.sms_simulated SET phone_bidx = NULL WHERE phone_bidx IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM fatong.person p WHERE p.phone_bidx = sms_simulated.phone_bidx)
    AND NOT EXISTS (SELECT 1 FROM fatong.staff s WHERE s.phone_bidx = sms_simulated.phone_bidx)`)
  // Codes on their way, counted attempts and half-made second factors hang on the old key; they begin anew.
  await client.query(
    `DELETE FROM fatong.otp; DELETE FROM fatong.attempt; UPDATE fatong.session SET data = data - 'totp' WHERE data ? 'totp'`,
  )
  return done
}

async function resealTable(
  client: pg.Client,
  table: SealedTable,
  change: KeyChange,
  progress: Progress,
  batch: number,
): Promise<number> {
  const old = change.from.keys.id
  const {
    rows: [count],
  } = await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM fatong.${table.table} WHERE ${due(table)}`, [
    old,
  ])
  const of = count?.n ?? 0
  const { name: key, type } = table.key
  let last: string | null = null
  let done = 0
  while (done < of) {
    await client.query('BEGIN')
    const { rows }: { rows: Row[] } = await client.query<Row>(
      `SELECT ${key}::text AS key, ${table.columns.flatMap(({ name, mark }) => [name, ...(mark ? [mark.name] : [])]).join(', ')} FROM fatong.${table.table}
       WHERE (${due(table)}) AND ($2::${type} IS NULL OR ${key} > $2::${type}) ORDER BY ${key} LIMIT $3 FOR UPDATE`,
      [old, last, batch],
    )
    const renewed = table.columns.map((column) => renew(rows, column, change))
    await write(client, table, rows, renewed)
    for (const [i, { mark }] of table.columns.entries())
      if (mark)
        await followMarks(
          client,
          mark.of,
          rows.map((row) => row[mark.name] as Buffer | null),
          renewed[i]?.marks ?? [],
        )
    await client.query('COMMIT')
    done += rows.length
    progress(table.table, done, of)
    if (rows.length === 0) break
    last = rows.at(-1)?.key ?? last
  }
  return done
}

type Row = { key: string } & Record<string, Buffer | string | null>
interface Renewed {
  values: (Buffer | null)[]
  marks: (Buffer | null)[]
}

function renew(rows: readonly Row[], { name, field, mark }: SealedColumn, { from, to }: KeyChange): Renewed {
  const plain = rows.map((row) => {
    const value = row[name] as Buffer | null
    return value && (value.subarray(1, 5).equals(to.keys.id) ? to : from).decrypt(field, value)
  })
  return {
    values: plain.map((text) => (text === null ? null : to.encrypt(field, text))),
    marks: mark ? plain.map((text) => (text === null ? null : to.blindIndex(mark.of, text))) : [],
  }
}

async function write(
  client: pg.Client,
  { table, key, columns }: SealedTable,
  rows: readonly Row[],
  renewed: readonly Renewed[],
): Promise<void> {
  const sets = columns.flatMap(({ name, mark }, i) => [
    { name, values: renewed[i]?.values },
    ...(mark ? [{ name: mark.name, values: renewed[i]?.marks }] : []),
  ])
  await client.query(
    `UPDATE fatong.${table} t SET ${sets.map(({ name }) => `${name} = n.${name}`).join(', ')}
     FROM unnest($1::${key.type}[], ${sets.map((_, i) => `$${i + 2}::bytea[]`).join(', ')}) AS n (key, ${sets.map(({ name }) => name).join(', ')}) WHERE t.${key.name} = n.key`,
    [rows.map((row) => row.key), ...sets.map(({ values }) => values)],
  )
}

/** Marks that were copied elsewhere become the new ones together with those they were copied from. */
async function followMarks(
  client: pg.Client,
  of: IndexedField,
  before: readonly (Buffer | null)[],
  after: readonly (Buffer | null)[],
): Promise<void> {
  const pairs = new Map(
    before.flatMap((old, i) => (old && after[i] ? [[old.toString('hex'), { old, now: after[i] }]] : [])),
  )
  if (pairs.size === 0) return
  for (const { table, name } of COPIED_MARKS.filter((mark) => mark.of === of)) {
    await client.query(
      `UPDATE fatong.${table} t SET ${name} = n.now FROM unnest($1::bytea[], $2::bytea[]) AS n (old, now) WHERE t.${name} = n.old`,
      [[...pairs.values()].map(({ old }) => old), [...pairs.values()].map(({ now }) => now)],
    )
  }
}

/** What stands sealed among the other things of a profile: what people told for papers alone, whom staff are related to. */
async function resealProfiles(
  client: pg.Client,
  { table, name, field }: (typeof SEALED_IN_PROFILES)[number],
  { from, to }: KeyChange,
  batch: number,
): Promise<number> {
  let done = 0
  for (let last = '00000000-0000-0000-0000-000000000000'; ; ) {
    await client.query('BEGIN')
    const { rows } = await client.query<{ id: string; sealed: Record<string, unknown> }>(
      `SELECT t.id, (SELECT jsonb_object_agg(p.key, p.value) FROM jsonb_each(t.profile) p WHERE p.key LIKE $3) AS sealed FROM fatong.${table} t
       WHERE t.id > $1::uuid AND EXISTS (SELECT 1 FROM jsonb_object_keys(t.profile) k WHERE k LIKE $3) ORDER BY t.id LIMIT $2 FOR UPDATE`,
      [last, batch, name],
    )
    for (const { id, sealed } of rows) {
      const old = Object.entries(sealed).flatMap(([key, value]) => {
        const bytes = typeof value === 'string' ? Buffer.from(value, 'base64') : undefined
        return bytes?.subarray(1, 5).equals(from.keys.id)
          ? [[key, to.encrypt(field, from.decrypt(field, bytes)).toString('base64')] as const]
          : []
      })
      if (old.length === 0) continue
      await client.query(`UPDATE fatong.${table} SET profile = profile || $2::jsonb WHERE id = $1`, [
        id,
        JSON.stringify(Object.fromEntries(old)),
      ])
      done += 1
    }
    await client.query('COMMIT')
    if (rows.length === 0) return done
    last = rows.at(-1)?.id ?? last
  }
}

/** Replies kept for a request that comes twice; few, and deleted within days. */
async function resealReplies(client: pg.Client, { from, to }: KeyChange): Promise<number> {
  await client.query('BEGIN')
  const { rows } = await client.query<{ scope: string; key: string; sealed: string }>(
    `SELECT scope, key, reply ->> 'sealed' AS sealed FROM fatong.idempotency WHERE reply ->> 'sealed' IS NOT NULL FOR UPDATE`,
  )
  const old = rows
    .map((row) => ({ ...row, bytes: Buffer.from(row.sealed, 'base64') }))
    .filter(({ bytes }) => bytes.subarray(1, 5).equals(from.keys.id))
  for (const { scope, key, bytes } of old) {
    const sealed = to.encrypt('reply', from.decrypt('reply', bytes)).toString('base64')
    await client.query('UPDATE fatong.idempotency SET reply = $3::json WHERE scope = $1 AND key = $2', [
      scope,
      key,
      JSON.stringify({ sealed }),
    ])
  }
  await client.query('COMMIT')
  return old.length
}
