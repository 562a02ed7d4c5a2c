import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { addDays, instantAt, localDate, localDateOf, type Instant } from '@fatong/law/calendar/dates.ts'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { deskCommand } from '../actions/casework/desk-command.ts'
import { staffNotices } from '../actions/desk/notices.ts'
import { listQueue } from '../actions/desk/list-queue.ts'
import { input } from '../actions/testing/test-parts.ts'
import { SYSTEM } from '../db/access.ts'
import { withAccess } from '../db/postgres.ts'
import { upkeepStore } from '../db/stores/upkeep.ts'
import { testDistrict, type TestDistrict } from '../seed/testing/district.ts'
import type { Parts } from '../actions/parts.ts'
import type { Jobs } from './start-jobs.ts'
import { startServiceJobs } from './jobs.ts'

const DAY = 86_400_000
/** A sample case whose lawyer was named the same day. */
const ASSIGNED = '高小兵'
let district: TestDistrict
let parts: Parts
let now: Instant
let jobs: Jobs
let minute: () => Promise<void>
/** The service as it runs, with its own clock; the minute comes when the test says so. */
beforeAll(async () => {
  district = await testDistrict()
  now = district.parts.clock.now()
  parts = { ...district.parts, clock: { now: () => now } }
  const timers = {
    every: async (name: string, _cron: string, work: () => Promise<void>) => {
      if (name === 'lights') minute = work
    },
    stop: async () => undefined,
  }
  jobs = await startServiceJobs(parts, { upkeep: upkeepStore(parts.database), timers })
  await minute()
})
afterAll(async () => {
  await jobs.stop()
  await district.close()
})

const later = async (ms: number) => {
  now = (now + ms) as Instant
  await minute()
}
/** What somebody was told of a case since the last step. */
async function told(login: string, name: string): Promise<string[]> {
  const { id } = await district.caseOf(name)
  const outcome = await staffNotices(parts, district.cast.byLogin(login), input({ query: {} }))
  if (!outcome.ok) throw new Error(outcome.error)
  return outcome.value.items.filter(({ caseId, at }) => caseId === id && at === now).map(({ text }) => text)
}

it('a promise that runs out is told to whoever is to act, once, and to nobody above', async () => {
  // 17:10 of the same day: the case came in today and nobody has looked at it
  await later(100 * 60_000)
  await expect
    .poll(() => told('shouli', '马有财'))
    .toEqual(['当天受理快到时间了：11月23日（周一）18:00前，请尽快办理。'])
  expect([await told('zhuren', '马有财'), await told('sifaju', '马有财')]).toEqual([[], []])
  await later(60_000)
  expect(await told('shouli', '马有财')).toEqual([])
})

it('a passed limit of law is told to the director and the bureau as well (I9)', async () => {
  await later(9 * DAY)
  const text = '审查并作出决定超过法定期限：最后一天是11月30日（周一），请马上办理。已报主任和司法局。'
  for (const login of ['shouli', 'zhuren', 'sifaju'])
    await expect.poll(() => told(login, '马有财'), { message: login }).toEqual([text])
  expect(await told('zhipai', '马有财')).toEqual([])
})

it('an assignment that comes to nothing is told to whoever assigned it and to the manager of the firm as well (AS-5)', async () => {
  const { lawyerId } = await district.caseOf(ASSIGNED)
  const { parts: of, cast } = district
  const { orgId } = (await of.stores.providers.find(lawyerId!))!
  const managers = await of.stores.handovers.staffAt(orgId, ['firmManager'])
  expect(managers.length).toBeGreaterThan(0)
  const logins = [cast.byId(lawyerId!).login, 'zhipai', 'zhuren', ...managers.map((id) => cast.byId(id).login)]
  for (const login of logins)
    await expect
      .poll(() => told(login, ASSIGNED), { message: login })
      .toEqual([expect.stringMatching(/^签订委托协议超过法定期限/)])
})

it('provisional aid that ran before the fifteen days were watched is watched after the upgrade, once (UR-4)', async () => {
  const owner = new pg.Client(district.connection)
  await owner.connect()
  const { id } = await district.caseOf('骆秋生')
  const waiting = async () =>
    (
      await owner.query<{ payload: unknown; next_at: Date }>(
        `SELECT payload, next_at FROM fatong.outbox WHERE channel = 'papersOwed' AND status = 'pending' AND case_id = $1`,
        [id],
      )
    ).rows
  const upgrade = async () =>
    owner.query(await readFile(new URL('../db/migrations/0076_papers_owed.sql', import.meta.url), 'utf8'))
  try {
    const asWritten = await waiting()
    expect(asWritten).toHaveLength(1)
    await upgrade()
    expect(await waiting()).toEqual(asWritten)
    await owner.query(`DELETE FROM fatong.outbox WHERE channel = 'papersOwed'`)
    await upgrade()
    const [set, ...more] = await waiting()
    const since = (asWritten[0]?.payload as { since: Instant }).since
    // Midnight after the fifteenth day; the weekend at its end is not waited for.
    const over = instantAt(addDays(localDateOf(since), 16), 0)
    expect([set, more]).toEqual([{ payload: { since }, next_at: new Date(over) }, []])
    expect(set!.next_at.getTime()).toBeLessThanOrEqual(asWritten[0]!.next_at.getTime())
    const { rows } = await owner.query<{ status: string }>(
      `SELECT c.status FROM fatong.outbox o JOIN fatong.case_file c ON c.id = o.case_id WHERE o.channel = 'papersOwed'`,
    )
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['provisional']))
  } finally {
    await owner.end()
  }
})

it('papers owed for fifteen days under provisional aid come to the director and the approvers, and the list says so (UR-4)', async () => {
  const { lawyerId, id } = await district.caseOf('骆秋生')
  await later(9 * DAY)
  const text = '先行援助已满 15 日，手续还没有补，请催办。'
  for (const login of ['zhuren', 'shenpi', district.cast.byId(lawyerId!).login])
    await expect.poll(() => told(login, '骆秋生'), { message: login }).toContain(text)
  expect(await told('shouli', '骆秋生')).not.toContain(text)
  const queue = await listQueue(
    parts,
    district.cast.byLogin('zhuren'),
    input({ query: { queue: 'mine' as const, limit: 100 } }),
  )
  expect(queue.ok && queue.value.items.find((line) => line.id === id)).toMatchObject({
    statusText: '手续没补 21 天',
    light: 'amber',
  })
})

it('the light of a case that was late before papers were asked for stays red, and whoever owes them hears of the day (AC-3, I9)', async () => {
  const { id } = await district.caseOf('马有财')
  const asked = await deskCommand('requestSupplement')(parts, district.cast.byLogin('shouli'), {
    ...input({
      params: { id },
      body: { items: [{ code: 'identity' as const, wording: '身份证正反面' }], deadline: '2026-12-26' },
    }),
    idempotencyKey: randomUUID(),
  })
  expect(asked.ok).toBe(true)
  const line = await listQueue(
    parts,
    district.cast.byLogin('shouli'),
    input({ query: { queue: 'supplement' as const, limit: 100 } }),
  )
  expect(line.ok && line.value.items.find((one) => one.id === id)).toMatchObject({
    light: 'red',
    legalDay: '2026-11-30',
    pausedWhy: '等补正材料',
  })
  const person = async () => {
    const { rows } = await withAccess(parts.database, SYSTEM, ({ client }) =>
      client.query<{ text: string }>(
        `SELECT text FROM fatong.inbox_notice WHERE case_id = $1 AND person_id IS NOT NULL AND text LIKE '%还有材料没有补%'`,
        [id],
      ),
    )
    return rows.map(({ text }) => text)
  }
  expect(await person()).toEqual([])
  const warned = instantAt(localDate('2026-12-26'), 8 * 60)
  await later(warned - now)
  await expect
    .poll(person)
    .toEqual([expect.stringContaining('还有材料没有补，请在12月28日（周一）前拍照上传，或者送到服务点。')])
})
