import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { LocalDate, Instant } from '@fatong/law/calendar/dates.ts'
import type { Role } from '@fatong/casework/vocabulary.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AccessContext } from '../access.ts'
import { SYSTEM } from '../access.ts'
import { AGENCY, caseRow, citizen, clerk, NOW, OTHER_AGENCY, writing } from '../commit/sample-sets.ts'
import { openDatabase } from '../database.ts'
import type { Database } from '../database.ts'
import { withAccess } from '../postgres.ts'
import type { CaseRow, PartySide } from '../rows.ts'
import { testDatabase } from '../testing/database.ts'
import type { TestDatabase } from '../testing/database.ts'
import { caseStore } from './cases.ts'
import { BEFORE_REST } from './cases/queue.ts'
import { conflictStore } from './conflicts.ts'
import { documentStore } from './documents.ts'

/** where nothing is due (server/actions/casework/case-row.ts) */
const REST = 253_370_736_000_000 as Instant

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

async function opened(change: Partial<CaseRow>, more: Parameters<typeof writing>[4] = {}): Promise<CaseRow> {
  const row = caseRow(randomUUID(), change)
  const outcome = await database.commit(writing(SYSTEM, 0, row, 'applicationSubmitted', more))
  if (!outcome.ok) throw new Error(outcome.reason)
  return row
}

test('the rule for writing and the policy for reading say the same of every caller and every case', async () => {
  const places = [AGENCY, OTHER_AGENCY, randomUUID()]
  const people = [randomUUID(), randomUUID()]
  const staff = [randomUUID(), randomUUID()]
  const firms = [randomUUID(), randomUUID()]
  let seed = 7
  const pick = <T>(list: readonly T[]): T => list[(seed = (seed * 1103515245 + 12345) % 2147483648) % list.length]!
  for (let i = 0; i < 40; i++) {
    await opened({
      placeId: pick(places),
      agencyId: pick(places),
      applicantId: pick(people),
      proxyId: pick([null, ...people]),
      helperStaffId: pick([null, ...staff]),
      lawyerId: pick([null, ...staff]),
      firmId: pick([null, ...firms]),
      objectionOpen: pick([true, false, false]),
      status: pick(['submitted', 'refused', 'inProgress'] as const),
    })
  }
  const roles: Role[] = [
    'clerk',
    'reviewer',
    'approver',
    'assigner',
    'director',
    'stationStaff',
    'legalLiaison',
    'lawyer',
    'grassrootsLegalWorker',
    'firmManager',
    'fileReviewer',
    'qualityOfficer',
    'archivist',
    'bureauOfficer',
    'administrator',
  ]
  const callers: AccessContext[] = [
    SYSTEM,
    { kind: 'anonymous' },
    citizen(people[0]),
    citizen(people[1]),
    citizen(),
    { kind: 'staff', staffId: staff[0], roles: [], placeIds: places },
  ]
  for (const role of roles) {
    for (const placeIds of [[], [places[0]!], places])
      callers.push({ kind: 'staff', staffId: pick(staff), roles: [role], placeIds, orgId: pick(firms) })
    callers.push({ kind: 'staff', staffId: pick(staff), roles: [role, pick(roles)], placeIds: [pick(places)] })
  }
  const { rows: all } = await owner.query<{ id: string }>('SELECT id FROM fatong.case_file ORDER BY id')
  let seen = 0
  for (const caller of callers) {
    const byPolicy = await withAccess(database, caller, async ({ client }) =>
      (await client.query<{ id: string }>('SELECT id FROM fatong.case_file ORDER BY id')).rows.map(({ id }) => id),
    )
    const byRule = (await Promise.all(all.map(({ id }) => caseStore(database).load(caller, id)))).flatMap((found) =>
      found ? [found.id] : [],
    )
    expect(byRule, JSON.stringify(caller)).toEqual(byPolicy)
    seen += byPolicy.length
  }
  expect(seen).toBeGreaterThan(200)
})

describe('what hangs on a case', () => {
  test('is seen with the case and by nobody else', async () => {
    const applicant = citizen()
    const verifyCode = randomUUID()
    const id = randomUUID()
    const row = caseRow(randomUUID(), { applicantId: applicant.personId })
    await database.commit(
      writing(SYSTEM, 0, row, 'applicationSubmitted', {
        documents: [
          {
            id,
            caseId: row.id,
            kind: 'grant',
            number: randomUUID(),
            title: '决定书',
            data: { a: 1 },
            issuedAt: NOW,
            verifyCode,
          },
        ],
      }),
    )
    const papers = documentStore(database)
    for (const caller of [applicant, clerk(), SYSTEM]) expect(await papers.ofCase(caller, row.id)).toHaveLength(1)
    for (const caller of [citizen(), clerk(OTHER_AGENCY), { kind: 'anonymous' } as const]) {
      expect(await papers.ofCase(caller, row.id)).toEqual([])
      expect(await papers.find(caller, id)).toBeUndefined()
      expect(await caseStore(database).history(caller, row.id)).toEqual([])
    }
    expect(await papers.byVerifyCode(verifyCode)).toMatchObject({ id, data: { a: 1 } })
    await papers.keepDrawn(id, { pdfSha256: 'first' })
    await papers.keepDrawn(id, { pdfSha256: 'second', docxSha256: 'word' })
    expect(await papers.find(applicant, id)).toMatchObject({ pdfSha256: 'first', docxSha256: 'word' })
  })
})

describe('queue', () => {
  test('pages through what runs out first, without gaps or repeats', async () => {
    const agencyId = randomUUID()
    const rows = []
    for (let i = 0; i < 25; i++)
      rows.push(
        await opened({
          agencyId,
          placeId: agencyId,
          status: i % 2 ? 'submitted' : 'accepted',
          nextDue: (NOW + (i % 7) * 1000) as Instant,
        }),
      )
    await opened({ agencyId, placeId: agencyId, status: 'archived' })
    const store = caseStore(database)
    const filter = { agencyIds: [agencyId], statuses: ['submitted', 'accepted'] as const }
    const got = []
    for (let cursor: string | undefined; ; ) {
      const page = await store.queue(clerk(agencyId), filter, cursor, 4)
      got.push(...page.items)
      if (page.next === null) break
      cursor = page.next
    }
    expect(got.map(({ id }) => id)).toEqual(
      rows.sort((a, b) => a.nextDue - b.nextDue || (a.id < b.id ? -1 : 1)).map(({ id }) => id),
    )
    expect(got[0]).toMatchObject({ applicantName: '张三', dueStatutory: '2026-11-30', nextDue: NOW, version: 1 })
    expect(
      await store.queueCounts(clerk(agencyId), {
        both: filter,
        one: { agencyIds: [agencyId], statuses: ['archived'] },
      }),
    ).toEqual({ both: 25, one: 1 })
    expect((await store.queue(clerk(OTHER_AGENCY), filter)).items).toEqual([])
    expect((await store.queue(clerk(agencyId), filter, 'not a cursor', 3)).items).toHaveLength(3)
  })
  test('several ways in are one list: each case once, in the order of all, counted once', async () => {
    const agencyId = randomUUID()
    const lawyerId = randomUUID()
    const own = { lawyerId, statuses: ['inProgress', 'concluded'] as const }
    const centre = { agencyIds: [agencyId], statuses: ['submitted', 'inProgress'] as const }
    const rows: CaseRow[] = []
    for (let i = 0; i < 14; i++)
      rows.push(
        await opened({
          agencyId: i % 7 === 5 ? randomUUID() : agencyId,
          placeId: agencyId,
          status: i % 2 ? 'inProgress' : 'submitted',
          lawyerId: i % 2 && i % 3 ? lawyerId : null,
          nextDue: (NOW + (i % 5) * 1000) as Instant,
        }),
      )
    const wanted = rows
      .filter((row) => row.agencyId === agencyId || row.lawyerId === lawyerId)
      .sort((a, b) => a.nextDue - b.nextDue || (a.id < b.id ? -1 : 1))
    expect(wanted.some((row) => row.agencyId === agencyId && row.lawyerId === lawyerId)).toBe(true)
    expect(wanted.some((row) => row.agencyId !== agencyId)).toBe(true)
    const store = caseStore(database)
    const got: string[] = []
    for (let cursor: string | undefined; ; ) {
      const page = await store.queue(SYSTEM, [own, centre], cursor, 3, { lawyerId, agencyIds: [agencyId] })
      got.push(...page.items.map(({ id }) => id))
      if (page.next === null) break
      cursor = page.next
    }
    expect(got).toEqual(wanted.map(({ id }) => id))
    const alone = wanted.filter((row) => row.lawyerId === lawyerId).length
    expect(await store.queueCounts(SYSTEM, { both: [own, centre], own: [own], same: own })).toEqual({
      both: wanted.length,
      own: alone,
      same: alone,
    })
  })
  test('provisional aid waits for whoever assigns only while it has no lawyer', async () => {
    const agencyId = randomUUID()
    const waiting = await opened({ agencyId, placeId: agencyId, status: 'provisional', lawyerId: null })
    const handled = await opened({
      agencyId,
      placeId: agencyId,
      status: 'provisional',
      lawyerId: randomUUID(),
      nextDue: (NOW - 1) as Instant,
    })
    const store = caseStore(database)
    const all = { agencyIds: [agencyId], statuses: ['provisional', 'granted'] as const }
    const assign = { ...all, provisionalWithoutLawyer: true }
    const ids = async (filter: Parameters<typeof store.queue>[1]) =>
      (await store.queue(clerk(agencyId), filter)).items.map(({ id }) => id)
    expect([await ids(all), await ids(assign)]).toEqual([[handled.id, waiting.id], [waiting.id]])
    expect(await store.queueCounts(clerk(agencyId), { all, assign })).toEqual({ all: 2, assign: 1 })
  })
  test('of refused and ended cases only those that are contested, told apart by who is to act', async () => {
    const agencyId = randomUUID()
    const refused = (change: Partial<CaseRow>) =>
      opened({ agencyId, placeId: agencyId, status: 'refused', dueTarget: null, ...change })
    const toDecide = await refused({ objectionOpen: true })
    const toCorrect = await refused({ objectionOpen: true, status: 'terminated', dueTarget: NOW, nextDue: NOW })
    await refused({ nextDue: REST, dueStatutory: null })
    const other = await opened({ agencyId, placeId: agencyId, status: 'accepted', nextDue: (NOW + 1) as Instant })
    const store = caseStore(database)
    const filter = (objection: 'open' | 'toDecide' | 'toCorrect') => ({
      agencyIds: [agencyId],
      statuses: ['accepted', 'refused', 'terminated'] as const,
      objection,
    })
    const ids = async (objection: 'open' | 'toDecide' | 'toCorrect') =>
      (await store.queue(clerk(agencyId), filter(objection))).items.map(({ id }) => id)
    expect(await ids('open')).toEqual([toCorrect.id, other.id, toDecide.id])
    expect(await ids('toDecide')).toEqual([other.id, toDecide.id])
    expect(await ids('toCorrect')).toEqual([toCorrect.id, other.id])
    const plain = { agencyIds: [agencyId], statuses: ['accepted'] as const }
    expect(
      await store.queueCounts(clerk(agencyId), {
        open: filter('open'),
        toDecide: filter('toDecide'),
        toCorrect: filter('toCorrect'),
        plain,
      }),
    ).toEqual({ open: 3, toDecide: 2, toCorrect: 2, plain: 1 })
  })
  test('the walk to contested cases ends in the index before those that are settled', async () => {
    await owner.query('SET enable_seqscan = off')
    const { rows } = await owner.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN SELECT 1 FROM unnest(ARRAY['refused', 'accepted']) s(status), LATERAL (SELECT * FROM fatong.case_file c
      WHERE c.agency_id = $1 AND c.status = s.status${BEFORE_REST} AND (c.next_due, c.id) > ('-infinity'::timestamptz, $1::uuid) ORDER BY c.next_due, c.id LIMIT 10) c`.replaceAll(
        '$1',
        `'${AGENCY}'`,
      ),
    )
    await owner.query('RESET enable_seqscan')
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(
      /case_file_queue[\s\S]*Index Cond:.*next_due < CASE/,
    )
  })
  test('of a station, a lawyer and a firm', async () => {
    const [place, lawyerId, firmId] = [randomUUID(), randomUUID(), randomUUID()]
    const row = await opened({ placeId: place, lawyerId, firmId, status: 'assigned' })
    const store = caseStore(database)
    const ids = async (access: AccessContext, filter: Parameters<typeof store.queue>[1]) =>
      (await store.queue(access, filter)).items.map(({ id }) => id)
    const station: AccessContext = { kind: 'staff', staffId: randomUUID(), roles: ['stationStaff'], placeIds: [place] }
    expect(await ids(station, { placeIds: [place], statuses: ['assigned'] })).toEqual([row.id])
    expect(
      await ids(
        { kind: 'staff', staffId: lawyerId, roles: ['lawyer'], placeIds: [], orgId: firmId },
        { lawyerId, statuses: ['assigned'] },
      ),
    ).toEqual([row.id])
    expect(
      await ids(
        { kind: 'staff', staffId: randomUUID(), roles: ['firmManager'], placeIds: [], orgId: firmId },
        { firmId, statuses: ['assigned'] },
      ),
    ).toEqual([row.id])
    expect(
      await ids(
        { kind: 'staff', staffId: randomUUID(), roles: ['firmManager'], placeIds: [], orgId: randomUUID() },
        { firmId, statuses: ['assigned'] },
      ),
    ).toEqual([])
  })
})

describe('search', () => {
  const party = (name: string, side: PartySide = 'applicant') => ({ caseId: '', side, name })
  test('by the beginning of a name on either side, page by page, within reach', async () => {
    const agencyId = randomUUID()
    const named = async (applicant: string, opponent: string, at = agencyId) =>
      (
        await opened(
          { agencyId: at, placeId: at, applicantName: applicant },
          { parties: [party(applicant), party(opponent, 'opponent')] },
        )
      ).id
    const a = await named('欧阳建国', '甲公司')
    const b = await named('欧阳修', '欧阳建国')
    await named('欧阳建国', '乙公司', OTHER_AGENCY)
    const store = caseStore(database)
    const me = clerk(agencyId)
    const first = await store.search(me, { name: ' 欧 阳' }, undefined, 1)
    const second = await store.search(me, { name: '欧阳' }, first.next ?? '', 1)
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual([b, a])
    expect(second.next).toBeNull()
    expect((await store.search(me, { name: '乙公司' })).items).toEqual([])
    expect((await store.search(me, { name: '甲公司' })).items.map(({ id }) => id)).toEqual([a])
    expect((await store.search(me, { name: `'%_` })).items).toEqual([])
  })
  test('by number and by phone', async () => {
    const phoneBidx = Buffer.from(randomUUID())
    const personId = randomUUID()
    const prefix = `S${randomUUID().toUpperCase()}`
    const row = await opened(
      { number: `${prefix}-00001`, applicantId: personId },
      { people: [{ id: personId, name: '李四', phoneBidx, createdAt: NOW }] },
    )
    await opened({ number: `${prefix}-00002`, agencyId: OTHER_AGENCY, placeId: OTHER_AGENCY })
    const store = caseStore(database)
    expect((await store.search(clerk(), { number: prefix.toLowerCase() })).items.map(({ id }) => id)).toEqual([row.id])
    expect((await store.search(clerk(), { phoneBidx })).items.map(({ id }) => id)).toEqual([row.id])
    expect((await store.search(clerk(OTHER_AGENCY), { phoneBidx })).items).toEqual([])
    expect((await store.search(citizen(), { phoneBidx })).items).toEqual([])
  })
})

test('board counts the steps of the day, medians and whole chains', async () => {
  const agencyId = randomUUID()
  const day = '2026-11-23' as LocalDate
  const steps = (minutes: number, sameDay: boolean, names: readonly ('apply' | 'accept' | 'decide' | 'assign')[]) =>
    names.map((step) => ({ caseId: '', agencyId, day, step, minutes, sameDay }))
  await opened(
    { agencyId, placeId: agencyId, status: 'assigned' },
    { steps: steps(10, true, ['apply', 'accept', 'decide', 'assign']) },
  )
  await opened({ agencyId, placeId: agencyId, status: 'assigned' }, { steps: steps(30, false, ['assign']) })
  await opened(
    {
      agencyId,
      placeId: agencyId,
      status: 'submitted',
      dueTarget: (NOW - 1) as Instant,
      dueStatutory: '2026-11-22' as LocalDate,
    },
    { steps: steps(20, true, ['apply']) },
  )
  const board = await caseStore(database).board(clerk(agencyId), agencyId, day, NOW)
  expect(board.steps.find(({ step }) => step === 'assign')).toEqual({
    step: 'assign',
    done: 2,
    sameDay: 1,
    medianMinutes: 10,
  })
  expect(board.steps.find(({ step }) => step === 'apply')).toMatchObject({ done: 2, sameDay: 2 })
  expect(board.waiting.find(({ step }) => step === 'accept')).toEqual({
    step: 'accept',
    waiting: 1,
    overdueTarget: 1,
    overdueLegal: 1,
  })
  // The one that has only this step is a notified defence.
  expect(board.wholeChain).toEqual({ finished: 1, sameDay: 1, excludedPaused: 0 })
  expect(board.recent).toHaveLength(3)
})

test('a chain that runs over more than one day is judged as a whole (rule book 2.4)', async () => {
  const agencyId = randomUUID()
  const [sunday, monday] = ['2026-11-22', '2026-11-23'] as LocalDate[]
  type Names = readonly ('apply' | 'accept' | 'decide' | 'assign')[]
  const steps = (day: LocalDate | undefined, names: Names, sameDay = true, paused = false) =>
    names.map((step) => ({ caseId: '', agencyId, day: day!, step, minutes: 1, sameDay, paused }))
  const through = (first: ReturnType<typeof steps>, then: ReturnType<typeof steps>) =>
    opened({ agencyId, placeId: agencyId, status: 'assigned' }, { steps: [...first, ...then] })
  // In the evening, and done the next morning as promised.
  await through(steps(sunday, ['apply']), steps(monday, ['accept', 'decide', 'assign']))
  // The promise to accept was broken the day before.
  await through(steps(sunday, ['apply', 'accept'], false), steps(monday, ['decide', 'assign']))
  // It waited for papers the day before.
  await through(steps(sunday, ['apply', 'accept'], true, true), steps(monday, ['decide', 'assign']))
  // Of yesterday altogether.
  await through(steps(sunday, ['apply', 'accept', 'decide', 'assign']), [])
  const on = async (day: LocalDate | undefined) =>
    (await caseStore(database).board(clerk(agencyId), agencyId, day!, NOW)).wholeChain
  expect(await on(monday)).toEqual({ finished: 2, sameDay: 1, excludedPaused: 1 })
  expect(await on(sunday)).toEqual({ finished: 1, sameDay: 1, excludedPaused: 0 })
})

describe('board: what waits for each step', () => {
  const ago = (NOW - 1) as Instant,
    day = '2026-11-23' as LocalDate
  const nothing = { dueTarget: null, dueStatutory: null } as const
  const late = { dueTarget: ago, dueStatutory: null } as const
  test.each([
    ['papers in before acceptance', { status: 'supplementing', ...late }, 'accept', 1, 0],
    [
      'papers in after acceptance',
      { status: 'supplementing', ...late, steps: { accept: { startedAt: 1, doneAt: 2 } } },
      'decide',
      1,
      0,
    ],
    ['papers still awaited', { status: 'supplementing', ...nothing }, undefined, 0, 0],
    ['a check elsewhere still awaited', { status: 'verifying', ...nothing }, undefined, 0, 0],
    [
      'papers awaited, asked for after the limit of law had passed',
      { status: 'supplementing', dueTarget: null, dueStatutory: '2026-11-22', light: 'red' },
      'accept',
      0,
      1,
      0,
    ],
    [
      'a check elsewhere awaited, asked for after the limit of law had passed',
      {
        status: 'verifying',
        dueTarget: null,
        dueStatutory: '2026-11-22',
        light: 'red',
        steps: { accept: { startedAt: 1, doneAt: 2 } },
      },
      'decide',
      0,
      1,
      0,
    ],
    [
      'provisional aid without a lawyer, a limit of ours passed',
      { status: 'provisional', lawyerId: null, dueTarget: ago, dueStatutory: '2026-11-22', light: 'amber' },
      'assign',
      1,
      0,
    ],
    [
      'provisional aid without a lawyer, a limit of law passed',
      { status: 'provisional', lawyerId: null, dueTarget: ago, dueStatutory: '2026-11-22', light: 'red' },
      'assign',
      1,
      1,
    ],
    ['provisional aid with a lawyer', { status: 'provisional', lawyerId: randomUUID(), ...nothing }, undefined, 0, 0],
    ['another lawyer to be found', { status: 'reassigning', lawyerId: null, ...late }, 'assign', 1, 0],
    [
      'a wish for another lawyer not yet answered',
      { status: 'reassigning', lawyerId: randomUUID(), ...nothing },
      undefined,
      0,
      0,
    ],
  ] as [string, Partial<CaseRow>, string | undefined, number, number, number?][])(
    '%s',
    async (_name, change, step, overdueTarget, overdueLegal, waits = 1) => {
      const agencyId = randomUUID()
      await opened({ agencyId, placeId: agencyId, ...change })
      const { waiting } = await caseStore(database).board(clerk(agencyId), agencyId, day, NOW)
      expect(waiting).toEqual(step === undefined ? [] : [{ step, waiting: waits, overdueTarget, overdueLegal }])
    },
  )
})

test('conflicts are found in cases of other agencies, by role, without showing the other side', async () => {
  const idBidx = Buffer.from(randomUUID())
  const creditCode = randomUUID()
  const [lawyerId, firmId] = [randomUUID(), randomUUID()]
  const row = await opened(
    { agencyId: OTHER_AGENCY, placeId: OTHER_AGENCY },
    {
      parties: [
        { caseId: '', side: 'applicant', name: '马 六', idBidx },
        { caseId: '', side: 'opponent', name: '丁公司', creditCode },
      ],
      representations: [{ caseId: '', lawyerId, firmId, since: NOW }],
    },
  )
  const ask = (access: AccessContext) =>
    conflictStore(database).records(access, { names: ['马六'], idBidxs: [idBidx], creditCodes: [creditCode] })
  const assigner: AccessContext = { kind: 'staff', staffId: randomUUID(), roles: ['assigner'], placeIds: [AGENCY] }
  expect(await ask(assigner)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        caseId: row.id,
        side: 'applicant',
        matched: 'idNumber',
        name: '马六',
        lawyerIds: [lawyerId],
        firmIds: [firmId],
      }),
      expect.objectContaining({ caseId: row.id, side: 'opponent', matched: 'creditCode', name: null }),
    ]),
  )
  expect(await ask(clerk())).toEqual([])
  expect(await ask(citizen())).toEqual([])
})

test('beside one provider only cases of their own and of their firm are looked at', async () => {
  const name = `同名${randomUUID()}`
  const [own, colleague, firm, elsewhere] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  await owner.query(
    "INSERT INTO fatong.place (id, code, name, kind) VALUES ($1::uuid, $1::uuid::text, '某律师事务所', 'firm')",
    [firm],
  )
  await owner.query(
    "INSERT INTO fatong.staff (id, login, name, password_hash, org_id, created_at) VALUES ($1::uuid, $1::uuid::text, '甲律师', '-', $2, now())",
    [own, firm],
  )
  const handled = (lawyerId: string, firmId: string) =>
    opened(
      {},
      {
        parties: [{ caseId: '', side: 'opponent', name }],
        representations: [{ caseId: '', lawyerId, firmId, since: NOW }],
      },
    )
  const cases = [await handled(own, elsewhere), await handled(colleague, firm)]
  await handled(randomUUID(), elsewhere)
  await opened({}, { parties: [{ caseId: '', side: 'opponent', name }] })
  const ask = async (access: AccessContext, beside?: string) =>
    (await conflictStore(database).records(access, { names: [name], ...(beside === undefined ? {} : { beside }) }))
      .map(({ caseId }) => caseId)
      .sort()
  expect(await ask(SYSTEM, own)).toEqual(cases.map(({ id }) => id).sort())
  expect(await ask(SYSTEM, randomUUID())).toEqual([])
  expect(await ask(SYSTEM)).toHaveLength(4)
  expect(await ask(clerk(), own)).toEqual([])
})
