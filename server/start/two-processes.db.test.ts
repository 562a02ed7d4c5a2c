import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../db/testing/database.ts'
import { verifyHistory } from '../db/verify-history.ts'
import { Browser, RunningService } from './testing/service.ts'

const PASSWORD = 'Two-processes-2026'
let given: TestDatabase
let owner: pg.Client
let dataDir: string
let here: RunningService
let there: RunningService
const clerk = new Browser()

beforeAll(async () => {
  given = await testDatabase({ migrated: false })
  dataDir = mkdtempSync(join(tmpdir(), 'fatong-two-'))
  here = await RunningService.start(settings())
  there = await RunningService.start(settings())
  owner = new pg.Client(given.connection)
  await owner.connect()
  expect((await clerk.send(here, 'POST', '/desk/session', { login: 'shouli', password: PASSWORD })).status).toBe(200)
}, 200_000)
afterAll(async () => {
  await Promise.all([here?.end('SIGTERM'), there?.end('SIGTERM')])
  await owner?.end()
  await given?.drop()
  if (dataDir) rmSync(dataDir, { recursive: true, force: true })
})

const settings = () => ({
  DATABASE_URL: given.url,
  DATA_DIR: dataDir,
  SECRET_KEY: '5a'.repeat(32),
  SAMPLE_DISTRICT: 'on',
  SAMPLE_PASSWORD: PASSWORD,
  LOG_LEVEL: 'error',
})

interface Line {
  id: string
  number: string
  version: number
  status: string
}
async function waiting(): Promise<Line> {
  const { body } = await clerk.send<{ items: Line[] }>(here, 'GET', '/desk/queue?queue=accept')
  const [line] = body.items
  if (!line) throw new Error('no sample case waits to be accepted')
  return line
}
const versionOf = async (service: RunningService, id: string) =>
  (await clerk.send<{ version: number }>(service, 'GET', `/desk/cases/${id}`)).body.version
const say = (service: RunningService, id: string, version: number, text: string) =>
  clerk.send<{ version: number; code?: string }>(
    service,
    'POST',
    `/desk/cases/${id}/leaveMessage`,
    { text, to: 'applicant' },
    { 'if-match': `"${version}"` },
  )

test('a session opened at one process holds at the other, and ends at both', async () => {
  const passing = new Browser()
  await passing.send(here, 'POST', '/desk/session', { login: 'shouli2', password: PASSWORD })
  expect((await passing.send(there, 'GET', '/desk/me')).status).toBe(200)
  expect((await passing.send(there, 'DELETE', '/desk/session')).status).toBeLessThan(300)
  await expect.poll(async () => (await passing.send(here, 'GET', '/desk/me')).status).toBe(401)
})

test('work on one case goes on at either process, whatever the other has in memory', async () => {
  const { id } = await waiting()
  let version = await versionOf(here, id)
  for (const [turn, service] of [here, there, here, here, there, there, here].entries()) {
    // The page was read at the process that the click reaches, so it is the newest there is.
    expect(await versionOf(service, id)).toBe(version)
    const reply = await say(service, id, version, `第${turn}句`)
    expect(reply, JSON.stringify(reply.body)).toMatchObject({ status: 200 })
    version = reply.body.version
  }
  // An old page is told so at both.
  for (const service of [here, there])
    expect((await say(service, id, version - 1, '旧页面')).body.code).toBe('changedMeanwhile')
})

test('desks at both processes hear of each change exactly once', async () => {
  const ears = [await clerk.hear(here), await clerk.hear(there)]
  const { id } = await waiting()
  let version = await versionOf(here, id)
  // The listening connection of a process is made with its first desk.
  await expect
    .poll(
      async () => {
        version = (await say(here, id, version, '试听')).body.version
        return ears.every(({ heard }) => heard.some((one) => one.id === id))
      },
      { interval: 500 },
    )
    .toBe(true)
  const first = version
  for (const service of [here, there, here, there]) version = (await say(service, id, version, '听到了吗')).body.version
  const wanted = [1, 2, 3, 4].map((n) => first + n)
  const heardOf = ({ heard }: (typeof ears)[number]) =>
    heard.filter((one) => one.id === id && (one.version ?? 0) > first).map((one) => one.version)
  await expect.poll(() => ears.map((ear) => new Set(heardOf(ear)).size)).toEqual([4, 4])
  // Anything told twice would arrive within the gathering time of the other process.
  await new Promise((done) => setTimeout(done, 600))
  for (const ear of ears) expect(heardOf(ear).sort()).toEqual(wanted)
  for (const ear of ears) ear.stop()
})

test('every message goes out once, though both deliver; timed work has one entry', async () => {
  const { id } = await waiting()
  const {
    rows: [before],
  } = await owner.query<{ sms: number }>('SELECT count(*)::int AS sms FROM fatong.sms_simulated')
  let version = await versionOf(here, id)
  const COUNT = 40
  for (let i = 0; i < COUNT; i += 1) version = (await say(i % 2 ? here : there, id, version, `消息${i}`)).body.version
  await expect
    .poll(
      async () =>
        (
          await owner.query<{ n: number }>(
            `SELECT count(*)::int AS n FROM fatong.outbox WHERE status <> 'sent' AND channel = 'notice'`,
          )
        ).rows[0]?.n,
    )
    .toBe(0)
  const {
    rows: [after],
  } = await owner.query<{ sms: number; most: number }>(
    `SELECT (SELECT count(*)::int FROM fatong.sms_simulated) AS sms, (SELECT max(attempts) FROM fatong.outbox WHERE channel = 'notice') AS most`,
  )
  expect((after?.sms ?? 0) - (before?.sms ?? 0)).toBe(COUNT)
  expect(after?.most).toBe(1)
  const { rows: timers } = await owner.query<{ name: string; n: number }>(
    `SELECT name, count(*)::int AS n FROM pgboss.schedule GROUP BY name ORDER BY name`,
  )
  expect(timers).toEqual([
    { name: 'cleaning', n: 1 },
    { name: 'lights', n: 1 },
  ])
})

test('one process is killed: the other goes on, and nothing that was answered is lost', async () => {
  const { id } = await waiting()
  let version = await versionOf(there, id)
  const answered = (await say(here, id, version, '断电之前')).body.version
  await here.end('SIGKILL')
  version = await versionOf(there, id)
  expect(version).toBe(answered)
  expect((await say(there, id, version, '断电之后')).status).toBe(200)
  here = await RunningService.start(settings())
  expect(await versionOf(here, id)).toBe(version + 1)
  expect(await verifyHistory(given.connection)).toMatchObject({ broken: [] })
}, 200_000)
