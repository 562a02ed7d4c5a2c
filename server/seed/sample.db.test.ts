import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { actionWords, fieldWords, subjectWords } from '@fatong/contract/desk/audit-words.ts'
import { STATUSES, type Status } from '@fatong/casework/vocabulary.ts'
import { TOPICS } from '@fatong/knowledge/vocabulary.ts'
import { idNumberIsValid } from '@fatong/contract/values.ts'
import { localDateOf, type Instant } from '@fatong/law/calendar/dates.ts'
import { lawInForce } from '../actions/administration/law-in-force.ts'
import type { Parts } from '../actions/parts.ts'
import { servicePoints } from '../actions/places/service-points.ts'
import { onDutyFor } from '../actions/consultation/tickets/duty.ts'
import { signInStaff } from '../actions/session/sign-in-staff.ts'
import { input } from '../actions/testing/test-parts.ts'
import { SYSTEM } from '../db/access.ts'
import { openDatabase } from '../db/database.ts'
import { withAccess } from '../db/postgres.ts'
import { openStores } from '../db/stores.ts'
import { testDatabase } from '../db/testing/database.ts'
import { verifyHistory } from '../db/verify-history.ts'
import { totpCode } from '../identity/totp/totp.ts'
import { sampleIdNumber } from './applicants.ts'
import { SAMPLE_CASES, SAMPLE_NOTIFICATION } from './cases.ts'
import { loadSampleDistrict } from './sample.ts'
import { testDistrict, type TestDistrict } from './testing/district.ts'
import { beginSample } from '../db/sample-turn.ts'

let district: TestDistrict
let parts: Parts
beforeAll(async () => {
  district = await testDistrict()
  parts = district.parts
})
afterAll(() => district.close())

const statusOf = async (name: string) => (await parts.stores.cases.search(SYSTEM, { name })).items[0]

it.each(SAMPLE_CASES)('$name has come to: $until', async ({ name, until, daysAgo }) => {
  const line = await statusOf(name)
  expect(line).toMatchObject(until === 'objection' ? { status: 'refused', objectionOpen: true } : { status: until })
  expect(line!.submittedAt).toBeLessThan(parts.clock.now() - daysAgo * 86_400_000 + 86_400_000)
})

it('shows a case in every status', async () => {
  const statuses = new Set(
    [
      ...(await Promise.all(SAMPLE_CASES.map(({ name }) => statusOf(name)))),
      await statusOf(SAMPLE_NOTIFICATION.defendantName),
    ].map((line) => line?.status),
  )
  expect((Object.keys(STATUSES) as Status[]).filter((status) => status !== 'draft' && !statuses.has(status))).toEqual(
    [],
  )
})

it('leaves nothing in the access log that has no words', async () => {
  const { rows } = await withAccess(parts.database, SYSTEM, ({ client }) =>
    client.query<{ action: string; subject: string; fields: string[] | null }>(
      'SELECT DISTINCT action, subject_kind AS subject, fields FROM fatong.audit',
    ),
  )
  expect(rows.length).toBeGreaterThan(10)
  for (const { action, subject, fields } of rows)
    expect(`${actionWords(action)} ${subjectWords(subject)} ${fieldWords(fields ?? [])}`).not.toMatch(/[a-z]{3}/)
})

it('has a lawyer on duty for every matter, so that nobody is promised an answer that nobody hears of', async () => {
  const { rows } = await withAccess(parts.database, SYSTEM, ({ client }) =>
    client.query<{ id: string; login: string }>(
      `SELECT id, login FROM fatong.staff WHERE login IN ('lvshi1', 'lvshi2') ORDER BY login`,
    ),
  )
  const [first, second] = rows.map(({ id }) => id)
  for (const topic of TOPICS) expect(await onDutyFor(parts, topic)).toContain(first)
  expect(await onDutyFor(parts, 'violence')).toEqual([first, second])
})

it('numbers its cases in the order they came', async () => {
  const { items } = await parts.stores.cases.search(SYSTEM, { number: 'LX' }, undefined, 100)
  expect(items).toHaveLength(SAMPLE_CASES.length + 1)
  const serials = [...items].sort((a, b) => a.submittedAt - b.submittedAt).map(({ number }) => number)
  expect(serials).toEqual([...serials].sort())
})

it('writes histories that verify, none of them ahead of the clock', async () => {
  const report = await verifyHistory(district.connection)
  expect(report.broken).toEqual([])
  for (const { id } of (await parts.stores.cases.search(SYSTEM, { number: 'LX' }, undefined, 100)).items) {
    const times = (await parts.stores.cases.history(SYSTEM, id)).map(({ at }) => at)
    expect(times).toEqual([...times].sort((a, b) => a - b))
    expect(Math.max(...times)).toBeLessThan(parts.clock.now())
  }
})

it('loads once', async () => {
  const said: string[] = []
  await loadSampleDistrict(parts, (line) => said.push(line))
  expect(said).toEqual([])
})

it('begins anew where it was killed, and ends as if it had not been; not where somebody has used it since', async () => {
  const own = await testDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'fatong-killed-'))
  const said: string[] = []
  const load = async (say: (line: string) => void) => {
    const endTurn = await beginSample(own.connection, say)
    const database = openDatabase(own.connection, { max: 4 })
    try {
      const stores = openStores(database)
      const law = lawInForce(stores, parts.clock)
      await loadSampleDistrict({ ...parts, config: { ...parts.config, dataDir: folder }, database, stores, law }, say)
      return (await stores.cases.search(SYSTEM, { number: 'LX' }, undefined, 100)).items
    } finally {
      await database.close()
      await endTurn()
    }
  }
  try {
    await expect(
      load((line) => {
        if (line.includes('50 %')) throw new Error('killed')
      }),
    ).rejects.toThrow('killed')
    const asOwner = async (text: string) => {
      const client = new pg.Client(own.connection)
      await client.connect()
      await client.query(text).finally(() => client.end())
    }
    await asOwner(
      `INSERT INTO fatong.consultation_session (id, secret_hash, data_enc, version, channel, learns, created_at, updated_at, expires_at)
        VALUES (gen_random_uuid(), 'x', 'x', 1, 'web', false, now(), now(), now())`,
    )
    const half = await load((line) => said.push(line))
    expect(said).toEqual([expect.stringContaining('it stays so')])
    expect(half.length).toBeGreaterThan(0)
    await asOwner(`DELETE FROM fatong.consultation_session`)
    said.length = 0
    const items = await load((line) => said.push(line))
    expect(said[0]).toMatch(/beginning anew/)
    const whole = (await parts.stores.cases.search(SYSTEM, { number: 'LX' }, undefined, 100)).items
    const states = (list: typeof items) => list.map(({ number, status }) => [number, status]).sort()
    expect(states(items)).toEqual(states(whole))
    // A third start finds it whole.
    said.length = 0
    expect(await load((line) => said.push(line))).toHaveLength(whole.length)
    expect(said).toEqual([])
  } finally {
    await own.drop()
    rmSync(folder, { recursive: true })
  }
})

it('has the six towns with their 103 villages, and keeps the prison from the public', async () => {
  const places = await parts.stores.places.all()
  const center = places.find(({ kind }) => kind === 'center')
  expect(places.filter(({ kind, parentId }) => kind === 'station' && parentId === center?.id)).toHaveLength(6)
  expect(places.filter(({ kind }) => kind === 'office')).toHaveLength(103)
  const shown = await servicePoints(parts)
  if (!shown.ok) throw new Error('service points')
  expect(shown.value.items[0]).toMatchObject({
    id: center?.id,
    openNow: true,
    hoursText: '周一至周五 08:30–12:00、14:00–18:00',
  })
  expect(shown.value.items.map(({ kindText }) => kindText)).not.toContain('监狱工作站')
})

it('lets everybody in with what stands in the accounts file', async () => {
  const text = readFileSync(join(district.dataDir, 'sample-accounts.txt'), 'utf8')
  const password = /accounts: (\S+)/.exec(text)?.[1] ?? ''
  expect(await signInStaff(parts, district.nobody, input({ body: { login: 'shouli', password } }))).toMatchObject({
    ok: true,
    value: { name: '陈晓梅' },
  })
  const secret = /shenpi[\s\S]*?factor: ([A-Z2-7]{32})/.exec(text)?.[1] ?? ''
  expect(await signInStaff(parts, district.nobody, input({ body: { login: 'shenpi', password } }))).toMatchObject({
    error: 'secondFactorNeeded',
  })
  expect(
    await signInStaff(
      parts,
      district.nobody,
      input({ body: { login: 'shenpi', password, totp: totpCode(secret, parts.clock.now()) } }),
    ),
  ).toMatchObject({ ok: true })
})

it('invents identity numbers that pass the check digit and meet nobody', () => {
  const numbers = SAMPLE_CASES.map((one, i) => sampleIdNumber(one, i + 1))
  expect(numbers.filter((number) => !idNumberIsValid(number))).toEqual([])
  expect(new Set(numbers).size).toBe(SAMPLE_CASES.length)
  expect(numbers.every((number) => number.startsWith('620199'))).toBe(true)
})

it('sends nothing of its past to anybody, and leaves it in the inboxes', async () => {
  const later = (parts.clock.now() + 86_400_000) as Instant
  expect(await parts.stores.outbox.claim(later, later, 100)).toEqual([])
  const { personId } = await district.applicant('丁海龙')
  const notices = await parts.stores.people.notices({ kind: 'citizen', personId }, personId)
  expect(notices.at(-1)).toMatchObject({
    caseNumber: (await district.caseOf('丁海龙')).number,
    text: expect.stringMatching(/^【法通】LX2026\d{5}：申请已交上来/) as string,
  })
})

it('fills the board of the day', async () => {
  const center = (await parts.stores.places.all()).find(({ kind }) => kind === 'center')
  const board = await parts.stores.cases.board(SYSTEM, center!.id, localDateOf(parts.clock.now()), parts.clock.now())
  expect(board.steps.find(({ step }) => step === 'accept')?.done).toBeGreaterThan(3)
})
