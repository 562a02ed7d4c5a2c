import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newSlot } from './commit.ts'
import type { WriteSet } from './commit.ts'
import {
  AGENCY,
  application,
  caseRow,
  citizen,
  clerk,
  lawyer,
  NOW,
  OTHER_AGENCY,
  withStatus,
  writing,
} from './commit/sample-sets.ts'
import { SYSTEM } from './access.ts'
import { openDatabase } from './database.ts'
import type { Database } from './database.ts'
import { caseStore } from './stores/cases.ts'
import { testDatabase } from './testing/database.ts'
import type { TestDatabase } from './testing/database.ts'

let given: TestDatabase
let database: Database
let owner: pg.Client
beforeAll(async () => {
  given = await testDatabase()
  database = openDatabase(given.connection)
  owner = new pg.Client(given.connection)
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await database.close()
  await given.drop()
})

const count = async (table: string, caseId: string) =>
  (
    await owner.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM fatong.${table} WHERE ${table === 'event' ? 'stream_id' : 'case_id'} = $1`,
      [caseId],
    )
  ).rows[0]!.n

describe('one stream', () => {
  test('grows by versions and keeps the state', async () => {
    const { set, row, access } = application()
    expect(await database.commit(set)).toMatchObject({ ok: true, version: 1 })
    expect(await database.commit(writing(access, 1, { ...row, state: { note: '二' } }))).toMatchObject({
      ok: true,
      version: 2,
    })
    expect(await caseStore(database).load(access, row.id)).toMatchObject({ version: 2, state: { note: '二' } })
    expect((await caseStore(database).history(access, row.id)).map((event) => [event.version, event.type])).toEqual([
      [1, 'applicationSubmitted'],
      [2, 'messageLeft'],
    ])
  })
  test('takes several events at once', async () => {
    const { set, row } = application()
    set.stream!.events = [...set.stream!.events, { type: 'messageLeft', data: {}, meta: {}, at: NOW }]
    expect(await database.commit(set)).toMatchObject({ ok: true, version: 2 })
    expect(await count('event', row.id)).toBe(2)
  })
  test('refuses a writer who did not see the last event', async () => {
    const { set, row, access } = application()
    await database.commit(set)
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => database.commit(writing(access, 1, row))))
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === 'versionConflict')).toHaveLength(3)
    expect(await database.commit({ ...set, idempotencyKey: undefined })).toEqual({
      ok: false,
      reason: 'versionConflict',
    })
    expect(await count('event', row.id)).toBe(2)
  })
})

describe('a repeated request', () => {
  const keyed = (set: WriteSet, key: string, requestHash: string): WriteSet => ({
    ...set,
    idempotencyKey: { scope: 'me', key, requestHash, reply: { said: key } },
  })
  test('is answered as before and changes nothing', async () => {
    const { set, row } = application()
    const key = randomUUID()
    expect(await database.commit(keyed(set, key, 'a'))).toMatchObject({ ok: true })
    expect(await database.commit(keyed(set, key, 'a'))).toEqual({
      ok: false,
      reason: 'alreadyDone',
      reply: { said: key },
    })
    expect(await count('event', row.id)).toBe(1)
  })
  test('is told apart from another request under the same key', async () => {
    const key = randomUUID()
    await database.commit(keyed(application().set, key, 'a'))
    expect(await database.commit(keyed(application().set, key, 'b'))).toEqual({ ok: false, reason: 'keyReused' })
  })
  test('is written once when both come at once, through two processes', async () => {
    const second = openDatabase(given.connection)
    const key = randomUUID()
    const sets = [1, 2, 3, 4].map(() => application().set)
    const outcomes = await Promise.all(sets.map((set, i) => (i % 2 ? second : database).commit(keyed(set, key, 'a'))))
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === 'alreadyDone')).toHaveLength(3)
    await second.close()
  })
})

describe('numbers', () => {
  const numbered = (kind: string, set: WriteSet): WriteSet => {
    const { slot, marker } = newSlot()
    const { row } = set.stream!
    return {
      ...set,
      numbers: [{ slot, agencyId: AGENCY, kind, year: 2026, format: '兰新法援〔2026〕第%s号', pad: 4 }],
      stream: {
        ...set.stream!,
        row: { ...row, number: kind === 'case' ? marker : row.number },
        events: [{ type: 'applicationSubmitted', data: { number: marker }, meta: {}, at: NOW }],
      },
      documents: [
        {
          id: randomUUID(),
          caseId: row.id,
          kind,
          number: marker,
          title: '决定书',
          data: { number: marker },
          issuedAt: NOW,
          verifyCode: randomUUID(),
        },
      ],
      outbox: [{ channel: 'notice', payload: { number: marker }, caseId: row.id, at: NOW }],
    }
  }
  test('stand wherever their slot stood', async () => {
    const set = numbered('case', application().set)
    const outcome = await database.commit(set)
    if (!outcome.ok) throw new Error(outcome.reason)
    const [number] = Object.values(outcome.numbers)
    expect(number).toMatch(/^兰新法援〔2026〕第\d{4}号$/)
    const { rows } = await owner.query(
      `SELECT c.number, e.data ->> 'number' AS in_event, d.number AS on_paper, d.data ->> 'number' AS in_paper, o.payload ->> 'number' AS in_message
      FROM fatong.case_file c JOIN fatong.event e ON e.stream_id = c.id JOIN fatong.document d ON d.case_id = c.id JOIN fatong.outbox o ON o.case_id = c.id WHERE c.id = $1`,
      [set.stream!.caseId],
    )
    expect(rows).toEqual([{ number, in_event: number, on_paper: number, in_paper: number, in_message: number }])
  })
  test('have no gap and no repeat under many writers, refusals among them', async () => {
    const second = openDatabase(given.connection)
    const sets = Array.from({ length: 120 }, (_, i) => {
      const { set, row } = application()
      const foreign = writing(citizen(), 0, caseRow(row.id))
      return numbered('letter', i % 5 === 0 ? foreign : { ...set, access: i % 2 ? clerk() : SYSTEM })
    })
    const outcomes = await Promise.all(sets.map((set, i) => (i % 3 ? second : database).commit(set)))
    const given_ = outcomes.flatMap((outcome) => (outcome.ok ? Object.values(outcome.numbers) : [])).sort()
    expect(given_).toEqual(
      Array.from({ length: 96 }, (_, i) => `兰新法援〔2026〕第${String(i + 1).padStart(4, '0')}号`),
    )
    await second.close()
  })
  test('grow beyond their padding', async () => {
    await owner.query(`INSERT INTO fatong.document_counter VALUES ($1, 'grown', 2026, 9999)`, [AGENCY])
    const outcome = await database.commit(numbered('grown', { ...application().set, access: SYSTEM }))
    expect(outcome.ok && Object.values(outcome.numbers)).toEqual(['兰新法援〔2026〕第10000号'])
  })
})

describe('nobody writes', () => {
  test.each<[string, () => WriteSet]>([
    ['for another citizen', () => writing(citizen(), 0, caseRow(randomUUID()))],
    ['without a name', () => ({ ...application().set, access: { kind: 'anonymous' } })],
    ['at a place out of reach', () => writing(clerk(OTHER_AGENCY), 0, caseRow(randomUUID()))],
    [
      'without a role',
      () => writing({ kind: 'staff', staffId: randomUUID(), roles: [], placeIds: [AGENCY] }, 0, caseRow(randomUUID())),
    ],
    [
      'a decision as a citizen',
      () => {
        const { access, row } = application()
        return writing(access, 0, row, 'aidGranted')
      },
    ],
  ])('%s', async (_, make) => {
    const set = make()
    expect(await database.commit(set)).toEqual({ ok: false, reason: 'forbidden' })
    expect(await count('event', set.stream!.caseId)).toBe(0)
  })
  test('into a case of others', async () => {
    const { set, row, access } = application()
    await database.commit(set)
    for (const stranger of [citizen(), clerk(OTHER_AGENCY), lawyer()]) {
      expect(await database.commit(writing(stranger, 1, row))).toEqual({ ok: false, reason: 'forbidden' })
    }
    expect(await database.commit(writing(access, 1, row, 'aidGranted'))).toEqual({ ok: false, reason: 'forbidden' })
    expect(
      await database.commit(writing(clerk(), 1, { ...row, placeId: OTHER_AGENCY, agencyId: OTHER_AGENCY })),
    ).toEqual({ ok: false, reason: 'forbidden' })
    expect(await database.commit(writing(clerk(), 1, { ...row, applicantId: randomUUID() }))).toEqual({
      ok: false,
      reason: 'forbidden',
    })
    expect(
      await database.commit(writing(clerk(), 1, withStatus(row, 'accepted'), 'applicationAccepted')),
    ).toMatchObject({ ok: true })
  })
  test('but a lawyer may hand a case back, and is then outside', async () => {
    const own = lawyer()
    const { set, row } = application()
    await database.commit(set)
    const assigned = { ...row, lawyerId: own.staffId, firmId: own.orgId }
    await database.commit(writing(clerk(), 1, assigned, 'lawyerAssigned'))
    expect(await caseStore(database).load(own, row.id)).toBeDefined()
    expect(await database.commit(writing(own, 2, assigned, 'aidRefused'))).toEqual({ ok: false, reason: 'forbidden' })
    expect(await database.commit(writing(own, 2, { ...row, lawyerId: null }, 'assignmentDeclined'))).toMatchObject({
      ok: true,
    })
    expect(await caseStore(database).load(own, row.id)).toBeUndefined()
  })
  test('past the commit: the application role has no right to the tables', async () => {
    const { set, row } = application()
    await database.commit(set)
    const client = await database.pool.connect()
    await client.query('SET ROLE fatong_app')
    for (const sql of [
      `INSERT INTO fatong.event (stream_id, version, type, data, meta, at, prev_hash, hash) VALUES ('${row.id}', 9, 'x', '{}', '{}', now(), '', '')`,
      `UPDATE fatong.case_file SET status = 'granted'`,
      "UPDATE fatong.event SET data = '{}'",
      'DELETE FROM fatong.event',
      'TRUNCATE fatong.event',
      'DELETE FROM fatong.audit',
      'UPDATE fatong.audit SET why = null',
      'UPDATE fatong.document_counter SET last = 1',
      'UPDATE fatong.document SET number = number',
    ])
      await expect(client.query(sql), sql).rejects.toThrow(/permission denied/)
    client.release()
  })
})

describe('a batch', () => {
  test('is not spoiled by what cannot be written', async () => {
    const good = Array.from({ length: 10 }, () => application())
    const bad: WriteSet[] = [
      writing(citizen(), 0, caseRow(randomUUID())),
      {
        ...application().set,
        documents: [
          { id: 'not an id', caseId: '', kind: 'x', number: 'x', title: 'x', data: {}, issuedAt: NOW, verifyCode: 'x' },
        ],
      },
      writing(SYSTEM, 5, caseRow(randomUUID())),
      application({ state: { text: '\u0000' }, matter: 'a\u0000b' }).set,
      application({ submittedAt: Number.NaN as typeof NOW }).set,
    ]
    const outcomes = await Promise.allSettled(
      [...good.slice(0, 5).map(({ set }) => set), ...bad, ...good.slice(5).map(({ set }) => set)].map((set) =>
        database.commit(set),
      ),
    )
    const fine = outcomes.filter((outcome) => outcome.status === 'fulfilled' && outcome.value.ok)
    expect(fine).toHaveLength(10)
    expect(outcomes[5]).toEqual({ status: 'fulfilled', value: { ok: false, reason: 'forbidden' } })
    expect(outcomes[6]).toMatchObject({ status: 'rejected' })
    expect(outcomes[7]).toEqual({ status: 'fulfilled', value: { ok: false, reason: 'forbidden' } })
    expect(outcomes[8]).toMatchObject({ status: 'rejected' })
    expect(outcomes[9]).toMatchObject({ status: 'rejected' })
  })
  test('writes all that belongs to a set, or nothing', async () => {
    const { set, row } = application()
    const verifyCode = randomUUID()
    const paper = () => ({
      id: randomUUID(),
      caseId: row.id,
      kind: 'x',
      number: randomUUID(),
      title: 'x',
      data: {},
      issuedAt: NOW,
      verifyCode,
    })
    await expect(
      database.commit({
        ...set,
        documents: [paper(), paper()],
        outbox: [{ channel: 'notice', payload: {}, caseId: row.id, at: NOW }],
      }),
    ).rejects.toThrow(/23505/)
    for (const table of ['event', 'document', 'outbox']) expect(await count(table, row.id)).toBe(0)
  })
})

test('text stays as it was typed, whatever it looks like', async () => {
  const story = `'; DROP TABLE fatong.event; -- \\ " \u2028 {"a":1} $1 #x# 𠮷 \n\t`
  const { set, row, access } = application({ applicantName: story, state: { story } })
  set.stream!.events = [{ type: 'applicationSubmitted', data: { story }, meta: {}, at: NOW }]
  await database.commit(set)
  const [event] = await caseStore(database).history(access, row.id)
  expect(event?.data).toEqual({ story })
  expect(await caseStore(database).line(access, { id: row.id })).toMatchObject({ applicantName: story })
})
