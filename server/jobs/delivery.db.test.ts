import { randomUUID } from 'node:crypto'
import { instant } from '@fatong/law/calendar/dates.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { application, NOW } from '../db/commit/sample-sets.ts'
import { openDatabase } from '../db/database.ts'
import type { Database } from '../db/database.ts'
import { outboxStore } from '../db/stores/outbox.ts'
import type { PendingMessage } from '../db/stores/outbox.ts'
import { testDatabase } from '../db/testing/database.ts'
import type { TestDatabase } from '../db/testing/database.ts'
import { startDeliveryLoop } from './delivery-loop.ts'
import { deliverDue, LEASE_MS, MOST_ATTEMPTS, waitAfter } from './delivery.ts'

let given: TestDatabase
let database: Database
let channel: string
let arrived: PendingMessage[]
beforeAll(async () => {
  given = await testDatabase()
  database = openDatabase(given.connection)
})
afterAll(async () => {
  await database.close()
  await given.drop()
})
beforeEach(() => {
  channel = randomUUID()
  arrived = []
})

const send = async (payload: unknown) => {
  const { set, row } = application()
  await database.commit({
    ...set,
    outbox: [{ channel, payload, caseId: row.id, recipientEnc: Buffer.from('封'), at: NOW }],
  })
}
const parts = (now: number, deliver: (message: PendingMessage) => Promise<void>) => ({
  outbox: outboxStore(database),
  deliver: { [channel]: deliver },
  now: () => instant(now),
  random: () => 0.5,
})
const arrive = async (message: PendingMessage) => void arrived.push(message)

test('a message written with a commit arrives once when nothing goes wrong', async () => {
  await send({ text: '已受理' })
  expect(await deliverDue(parts(NOW, arrive))).toBeGreaterThan(0)
  await deliverDue(parts(NOW + LEASE_MS * 10, arrive))
  expect(arrived).toMatchObject([{ payload: { text: '已受理' }, recipientEnc: Buffer.from('封'), attempts: 1 }])
})

test('what fails comes again later, and in the end is a dead letter', async () => {
  await send({})
  let now: number = NOW
  let tries = 0
  const fail = async () => {
    tries += 1
    throw new Error('line is busy')
  }
  for (let i = 0; i < MOST_ATTEMPTS + 3; i++) {
    await deliverDue(parts(now, fail))
    await deliverDue(parts(now, fail))
    now += 7 * 3_600_000
  }
  expect(tries).toBe(MOST_ATTEMPTS)
})

test('what a dead process had taken is due again after its lease', async () => {
  await send({})
  expect(
    (await outboxStore(database).claim(NOW, instant(NOW + LEASE_MS), 100)).filter((m) => m.channel === channel),
  ).toHaveLength(1)
  await deliverDue(parts(NOW + LEASE_MS - 1, arrive))
  expect(arrived).toHaveLength(0)
  await deliverDue(parts(NOW + LEASE_MS, arrive))
  expect(arrived).toMatchObject([{ attempts: 2 }])
})

test('two processes share the work, each message going to one of them', async () => {
  await Promise.all(Array.from({ length: 40 }, (_, i) => send({ i })))
  await Promise.all([1, 2, 3, 4].map(() => deliverDue(parts(NOW, arrive))))
  expect(arrived.map(({ id }) => id).sort()).toEqual([...new Set(arrived.map(({ id }) => id))].sort())
  expect(arrived).toHaveLength(40)
})

test('the loop is woken by a commit', async () => {
  const got = new Promise<PendingMessage>((resolve) => {
    const loop = startDeliveryLoop(
      parts(NOW, async (message) => {
        resolve(message)
        void loop.stop()
      }),
      () => undefined,
    )
    database.onOutbox(() => loop.wake())
  })
  await send({ text: '醒' })
  expect(await got).toMatchObject({ payload: { text: '醒' } })
})

test('waits double and vary', () => {
  expect(waitAfter(1, 0.5)).toBe(5_000)
  expect(waitAfter(4, 0.5)).toBe(40_000)
  expect(waitAfter(3, 0)).toBe(15_000)
  expect(waitAfter(99, 1)).toBe(27_000_000)
})
