import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileStore } from '../../files/store.ts'
import { resealFiles } from '../../files/store/reseal.ts'
import { personalDataCrypto } from '../../identity/crypto/personal-data.ts'
import { testDistrict, type TestDistrict } from '../../seed/testing/district.ts'
import { changeKey } from './change-key.ts'
import { holdKey } from './installation-key.ts'
import { COPIED_MARKS, OTHER_BYTES, SEALED_TABLES } from './sealed-columns.ts'

const root = resolve(import.meta.dirname, '../../..')
const hex = (byte: string) => byte.repeat(32)
const cryptoOf = (byte: string) => personalDataCrypto(Buffer.from(hex(byte), 'hex'))
/** the key that the sample district is loaded under, and two to change to */
const [OLD, NEW, THIRD] = ['07', '2b', '3c'] as const

let district: TestDistrict
let client: pg.Client
beforeAll(async () => {
  district = await testDistrict()
  client = new pg.Client(district.connection)
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await district.close()
})

interface Person {
  id: string
  name: string
  idNumber: Buffer | null
  idMark: Buffer | null
  phone: Buffer
  phoneMark: Buffer
}
const people = async () =>
  (
    await client.query<Person>(
      `SELECT id, name, id_number_enc AS "idNumber", id_number_bidx AS "idMark", phone_enc AS phone, phone_bidx AS "phoneMark" FROM fatong.person WHERE phone_enc IS NOT NULL ORDER BY id`,
    )
  ).rows
const quiet = () => undefined
const blobs = () => join(district.parts.config.dataDir, 'blobs')
const changeTo = (from: string, to: string, batch?: number) => {
  const change = { from: cryptoOf(from), to: cryptoOf(to) }
  return changeKey(
    district.connection,
    change,
    () => resealFiles(blobs(), change.from.keys, change.to.keys, quiet),
    quiet,
    batch,
  )
}

/** Where anything still carries a key's id, as bytes or as text; as table names. */
async function carrying(byte: string): Promise<string[]> {
  const head = Buffer.concat([Buffer.of(1), cryptoOf(byte).keys.id])
  const { rows } = await client.query<{ t: string }>(
    `SELECT table_name AS t FROM information_schema.tables WHERE table_schema = 'fatong' AND table_name <> 'installation_key' ORDER BY 1`,
  )
  const found: string[] = []
  for (const { t } of rows) {
    const {
      rows: [hit],
    } = await client.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM fatong.${t} x WHERE x::text LIKE $1 OR x::text LIKE $2`,
      [`%x${head.toString('hex')}%`, `%${head.toString('base64').slice(0, 6)}%`],
    )
    if (hit && hit.n > 0) found.push(t)
  }
  return found
}

test('every column of bytes is sealed, a mark, or known to be neither', async () => {
  const { rows } = await client.query<{ c: string }>(
    `SELECT table_name || '.' || column_name AS c FROM information_schema.columns WHERE table_schema = 'fatong' AND data_type = 'bytea'`,
  )
  const known = [
    ...SEALED_TABLES.flatMap(({ table, columns }) =>
      columns.flatMap(({ name, mark }) => [`${table}.${name}`, ...(mark ? [`${table}.${mark.name}`] : [])]),
    ),
    ...COPIED_MARKS.map(({ table, name }) => `${table}.${name}`),
    ...OTHER_BYTES,
  ]
  expect(rows.map(({ c }) => c).sort()).toEqual(known.sort())
})

test('everything stands under the new key afterwards, is found again, and the old key opens nothing', async () => {
  const before = await people()
  const file = await fileStore(blobs(), cryptoOf(OLD).keys).put(Buffer.from('一张照片'.repeat(50_000)))
  await client.query(
    `INSERT INTO fatong.idempotency (scope, key, request_hash, reply, at) VALUES ('s', 'k', 'h', $1, now())`,
    [JSON.stringify({ sealed: cryptoOf(OLD).encrypt('reply', '"口令"').toString('base64') })],
  )
  const relatives = cryptoOf(OLD).encrypt('staff.relatives', '["周雪梅"]').toString('base64')
  await client.query(
    `UPDATE fatong.staff SET profile = profile || jsonb_build_object('relatives', $1::text) WHERE login = 'zhuren'`,
    [relatives],
  )
  expect(await carrying(OLD)).toEqual(expect.arrayContaining(['idempotency', 'person', 'staff']))
  const { rows, files } = await changeTo(OLD, NEW, 7)
  expect(rows).toBeGreaterThan(before.length)
  expect(files).toBeGreaterThan(0)
  expect(await carrying(OLD)).toEqual([])
  const after = await people()
  const [old, now] = [cryptoOf(OLD), cryptoOf(NEW)]
  for (const [i, person] of after.entries()) {
    const phone = old.decrypt('person.phone', before[i]!.phone)
    expect(now.decrypt('person.phone', person.phone)).toBe(phone)
    expect(person.phoneMark).toEqual(now.blindIndex('phone', phone))
    if (person.idNumber)
      expect(person.idMark).toEqual(now.blindIndex('idNumber', now.decrypt('person.idNumber', person.idNumber)))
    expect(() => old.decrypt('person.phone', person.phone)).toThrow('another key')
  }
  const { rows: told } = await client.query<{ sealed: string }>(
    `SELECT p.value AS sealed FROM fatong.person, jsonb_each_text(profile) p WHERE p.key LIKE 'particulars:%'`,
  )
  expect(told.length).toBeGreaterThan(0)
  for (const { sealed } of told)
    expect(JSON.parse(now.decrypt('person.particulars', Buffer.from(sealed, 'base64')))).toHaveProperty('ethnicity')
  const {
    rows: [declared],
  } = await client.query<{ sealed: string }>(
    `SELECT profile ->> 'relatives' AS sealed FROM fatong.staff WHERE login = 'zhuren'`,
  )
  expect(now.decrypt('staff.relatives', Buffer.from(declared!.sealed, 'base64'))).toBe('["周雪梅"]')
  const {
    rows: [stray],
  } = await client.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM fatong.party WHERE id_bidx IS NOT NULL AND id_bidx NOT IN (SELECT id_number_bidx FROM fatong.person WHERE id_number_bidx IS NOT NULL)`,
  )
  expect(stray?.n).toBe(0)
  expect((await fileStore(blobs(), now.keys).read(file.sha256))?.toString()).toBe('一张照片'.repeat(50_000))
  await expect(fileStore(blobs(), old.keys).read(file.sha256)).rejects.toThrow('another key')
  // Once more changes nothing.
  expect(await changeTo(OLD, NEW)).toEqual({ rows: 0, files: 0 })
})

test('a service is let in with the key of the database alone, and keeps it from being changed', async () => {
  const id = (byte: string) => cryptoOf(byte).keys.id
  await expect(holdKey(district.connection, id(OLD), quiet)).rejects.toThrow(
    'is not the key that the personal data in this database was sealed with',
  )
  const held = await holdKey(district.connection, id(NEW), quiet)
  const second = await holdKey(district.connection, id(NEW), quiet)
  await expect(changeTo(NEW, THIRD)).rejects.toThrow('A service runs on this database')
  await held.release()
  await expect(changeTo(NEW, THIRD)).rejects.toThrow('A service runs on this database')
  await second.release()
  await expect(changeTo(OLD, THIRD)).rejects.toThrow('Neither of the two keys')
})

test('a service whose connection is lost holds the key again, and hears when it was changed meanwhile', async () => {
  let told: Error | undefined
  const held = await holdKey(district.connection, cryptoOf(NEW).keys.id, (error) => {
    told = error
  })
  const cut = () =>
    client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'fatong-key' AND datname = current_database()`,
    )
  const holders = async () =>
    (
      await client.query<{ pid: number }>(
        `SELECT a.pid FROM pg_stat_activity a JOIN pg_locks l ON l.pid = a.pid AND l.locktype = 'advisory' WHERE a.application_name = 'fatong-key' AND a.datname = current_database()`,
      )
    ).rows.map(({ pid }) => pid)
  const [first] = await holders()
  await cut()
  await expect.poll(async () => (await holders()).some((pid) => pid !== first)).toBe(true)
  await expect(changeTo(NEW, THIRD)).rejects.toThrow('A service runs')
  await client.query('UPDATE fatong.installation_key SET key_id = $1', [cryptoOf(THIRD).keys.id])
  await cut()
  await expect.poll(() => told?.message).toContain('is not the key')
  await held.release()
  await client.query('UPDATE fatong.installation_key SET key_id = $1', [cryptoOf(NEW).keys.id])
})

/** `npm run reencrypt` as an operator runs it. */
function reencrypt(environment: Record<string, string>): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', 'scripts/reencrypt.ts'], {
    cwd: root,
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}
const settingsFor = (from: string, to: string) => ({
  DATABASE_URL: district.connection.connectionString,
  DATA_DIR: district.parts.config.dataDir,
  SECRET_KEY: hex(to),
  SECRET_KEY_OLD: hex(from),
})

test('kill -9 in the middle loses nothing: no service starts, and the same command goes on', async () => {
  const crowd = Array.from({ length: 6_000 }, (_, i) => ({
    id: randomUUID(),
    phone: `137${String(i).padStart(8, '0')}`,
  }))
  const now = cryptoOf(NEW)
  await client.query(
    `INSERT INTO fatong.person (id, name, phone_enc, phone_bidx, created_at) SELECT id, '某人', enc, mark, now() FROM unnest($1::uuid[], $2::bytea[], $3::bytea[]) AS n (id, enc, mark)`,
    [
      crowd.map(({ id }) => id),
      crowd.map(({ phone }) => now.encrypt('person.phone', phone)),
      crowd.map(({ phone }) => now.blindIndex('phone', phone)),
    ],
  )
  const child = reencrypt(settingsFor(NEW, THIRD))
  let said = ''
  child.stdout?.on('data', (part: Buffer) => {
    said += part.toString()
    if (/^person: [1-9]\d{2,3} of/m.test(said)) child.kill('SIGKILL')
  })
  await once(child, 'exit')
  expect(child.signalCode, said).toBe('SIGKILL')
  expect(await carrying(NEW)).toContain('person')
  expect(await carrying(THIRD)).toContain('person')
  for (const byte of [NEW, THIRD])
    await expect(holdKey(district.connection, cryptoOf(byte).keys.id, quiet)).rejects.toThrow('is not finished')
  await expect(changeTo(NEW, OLD)).rejects.toThrow('Neither of the two keys')
  const again = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/reencrypt.ts'], {
    cwd: root,
    env: { PATH: process.env.PATH, ...settingsFor(NEW, THIRD) },
    encoding: 'utf8',
  })
  expect(again.stdout + again.stderr).toMatch(/rows and \d+ files are sealed with the new key now/)
  expect(await carrying(NEW)).toEqual([])
  const third = cryptoOf(THIRD)
  const found = new Map((await people()).map((person) => [person.id, person]))
  for (const { id, phone } of crowd) {
    expect(third.decrypt('person.phone', found.get(id)!.phone)).toBe(phone)
    expect(found.get(id)!.phoneMark.equals(third.blindIndex('phone', phone))).toBe(true)
  }
  const held = await holdKey(district.connection, third.keys.id, quiet)
  await held.release()
})

test.each([
  [{ SECRET_KEY_OLD: '' }, 'Changing keys needs both'],
  [{ SECRET_KEY_OLD: hex('3c') }, 'are the same key'],
  [{ SECRET_KEY_OLD: hex('55'), SECRET_KEY: hex('56') }, 'Neither of the two keys'],
])('says in one line what is wrong with %o', async (given, problem) => {
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/reencrypt.ts'], {
    cwd: root,
    env: { PATH: process.env.PATH, ...settingsFor(NEW, THIRD), ...given },
    encoding: 'utf8',
  })
  expect(run.stderr).toContain(problem)
  expect(run.stderr.trim().split('\n')).toHaveLength(1)
  expect(run.status).toBe(1)
})
