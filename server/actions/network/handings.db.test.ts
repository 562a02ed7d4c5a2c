import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SYSTEM } from '../../db/access.ts'
import { testDistrict, type TestDistrict } from '../../seed/testing/district.ts'
import type { CaseState } from '@fatong/casework/application/state.ts'
import { listCandidates } from '../desk/list-candidates.ts'
import { applyHandings, handingPeople, planHandings } from './handings.ts'
import { readRoster } from './rosters.ts'
import { addLeave, readTeam, removeLeave, saveMember } from './team.ts'
import { input, must } from './testing/asked.ts'

let district: TestDistrict
beforeAll(async () => {
  district = await testDistrict()
}, 120_000)
afterAll(() => district.close())

const staff = (login: string) => district.cast.byLogin(login)
const stateOf = async (caseId: string) => (await district.parts.stores.cases.load(SYSTEM, caseId))!.state as CaseState
/** Everybody with cases, and what could go on without anything to explain; who that is, the sample decides. */
const plans = async () =>
  Promise.all(
    must(await handingPeople(district.parts, staff('zhuren'))).items.map(async (ill) => {
      const plan = must(await planHandings(district.parts, staff('zhipai'), input({ away: [ill.staffId] })))
      return { ill, plan, clean: plan.moves.filter(({ to, makesRoom }) => to.explain.length === 0 && !makesRoom) }
    }),
  )

test('who is ill is out of the plan; only their cases move, each with a reason', async () => {
  const { ill, plan } = (await plans()).find(({ plan: one }) => one.moves.length > 0 && !one.othersMoved)!
  expect(plan.away).toEqual([{ staffId: ill.staffId, name: ill.name, cases: plan.moves.length + plan.unplaced.length }])
  expect(plan.moves.length).toBeGreaterThan(0)
  expect(plan.othersMoved).toBe(false)
  for (const move of plan.moves) {
    expect(move.from.staffId).toBe(ill.staffId)
    expect([move.to.staffId, ...move.others.map(({ staffId }) => staffId)]).not.toContain(ill.staffId)
    expect(move.to.reasons.length).toBeGreaterThan(1)
  }
})

test('confirmed by the director, each case is handed over whole: request, decision, papers, messages, and a new agreement is due', async () => {
  const { parts } = district
  const open = (await plans()).filter(({ clean }) => clean.length > 0)
  const [
    {
      ill,
      clean: [first],
    },
    {
      ill: other,
      clean: [second],
    },
  ] = open as [(typeof open)[0], (typeof open)[0]]
  const before = await stateOf(first!.caseId)
  const move = (one: typeof first, over = {}) => ({
    caseId: one!.caseId,
    from: one!.from.staffId,
    to: one!.to.staffId,
    proposed: one!.to.staffId,
    note: '',
    ...over,
  })
  const body = {
    reason: '承办人住院，一个月不能办案',
    leave: { from: '2026-11-23', to: '2026-12-23' },
    moves: [move(first), move(second, { from: second!.to.staffId })],
  }
  expect(await applyHandings(parts, staff('zhipai'), input(body))).toMatchObject({ error: 'forbidden' })
  const reply = must(await applyHandings(parts, staff('zhuren'), input(body)))
  expect(reply.items[0]).toMatchObject({
    ok: true,
    papers: expect.arrayContaining([expect.stringContaining('更换'), expect.stringContaining('指派')]) as string[],
  })
  // Whose lawyer is not the one it was planned from stays as it was, wholly.
  expect(reply.items[1]).toMatchObject({ ok: false, papers: [] })
  expect((await stateOf(second!.caseId)).assignment?.provider.staffId).toBe(other.staffId)
  const after = await stateOf(first!.caseId)
  expect(after).toMatchObject({
    status: 'assigned',
    assignment: { provider: { staffId: first!.to.staffId } },
    replacement: { decided: true, by: 'agency', reason: '承办人住院，一个月不能办案' },
  })
  expect(after.engagement).toBeUndefined()
  expect(after.version).toBe(before.version + 3)
  expect(after.declined.at(-1)).toMatchObject({ staffId: ill.staffId, reason: 'replaced' })
  const history = await parts.stores.cases.history(SYSTEM, first!.caseId)
  expect(history.slice(-3).map(({ type }) => type)).toEqual([
    'replacementRequested',
    'replacementDecided',
    'lawyerAssigned',
  ])
  // The recipient, the one who leaves and the one who comes are told.
  const owner = new pg.Client(district.connection)
  await owner.connect()
  const { rows } = await owner.query<{ kind: string; id: string; text: string }>(
    `SELECT recipient_kind AS kind, recipient_id AS id, payload ->> 'text' AS text FROM fatong.outbox WHERE case_id = $1 AND created_at = $2`,
    [first!.caseId, new Date(parts.clock.now())],
  )
  await owner.end()
  expect(rows.filter(({ kind }) => kind === 'person').map(({ text }) => text)).toEqual([
    expect.stringContaining('同意换人'),
    expect.stringContaining(first!.to.name),
  ])
  expect(rows.filter(({ kind }) => kind === 'staff').map(({ id }) => id)).toEqual([ill.staffId, first!.to.staffId])
  expect(reply.leaveKept).toBe(true)
  const [lists] = [must(await listCandidates(parts, staff('zhuren'), input({}, { id: second!.caseId })))]
  expect(lists.items.find(({ staffId }) => staffId === ill.staffId)?.banned).toContain('请假到 2026-12-23')
})

test('who is away by the time the plan is confirmed takes no case over', async () => {
  const { parts } = district
  const [
    {
      ill,
      clean: [one],
    },
  ] = (await plans()).filter(({ clean }) => clean.length > 0) as [Awaited<ReturnType<typeof plans>>[0]]
  const { items: team } = must(await readTeam(parts, staff('zhuren'), input({}, {}, { q: one!.to.name })))
  const member = team.find(({ name }) => name === one!.to.name)!
  const leave = must(
    await addLeave(
      parts,
      staff('zhuren'),
      input({ from: '2026-11-23', to: '2026-11-27', reason: '看病' }, { id: member.id }),
    ),
  )
  const move = {
    caseId: one!.caseId,
    from: ill.staffId,
    to: one!.to.staffId,
    proposed: one!.to.staffId,
    note: '他熟悉案情',
  }
  const { items } = must(
    await applyHandings(parts, staff('zhuren'), input({ reason: '承办人出差', leave: null, moves: [move] })),
  )
  expect(items).toMatchObject([{ ok: false, says: expect.stringContaining('请假') as string }])
  expect((await stateOf(one!.caseId)).assignment?.provider.staffId).toBe(ill.staffId)
  must(await removeLeave(parts, staff('zhuren'), input({}, { id: member.id, leave: leave.id })))
})

test('leave empties the shifts of its days until somebody covers; a licence that ran out closes the choice', async () => {
  const { parts } = district
  const week = '2026-11-23'
  const shiftsOf = async (memberId: string) =>
    must(await readRoster(parts, staff('zhuren'), input({}, {}, { week }))).shifts.filter(
      (one) => one.memberId === memberId,
    )
  const { shifts } = must(await readRoster(parts, staff('zhuren'), input({}, {}, { week })))
  const shift = shifts.find(({ trouble, kind }) => trouble.length === 0 && kind === 'duty')!
  const leave = must(
    await addLeave(
      parts,
      staff('zhuren'),
      input({ from: week, to: '2026-11-29', reason: '探亲' }, { id: shift.memberId }),
    ),
  )
  expect(
    (await shiftsOf(shift.memberId)).every(
      ({ away, trouble, reason }) => away && trouble.includes('away') && reason === '探亲',
    ),
  ).toBe(true)
  expect(
    await addLeave(parts, staff('lvshi1'), input({ from: week, to: week, reason: '我' }, { id: shift.memberId })),
  ).toMatchObject({ error: 'forbidden' })
  must(await removeLeave(parts, staff('zhuren'), input({}, { id: shift.memberId, leave: leave.id })))
  expect((await shiftsOf(shift.memberId)).some(({ trouble }) => trouble.includes('away'))).toBe(false)

  const lawyer = must(await readTeam(parts, staff('zhuren'), input({}, {}, { kind: 'lawyer' }))).items[0]!
  const { id, placeName: _p, reachable: _r, expiring: _e, lines: _l, leave: _v, ...entry } = lawyer
  must(
    await saveMember(
      parts,
      staff('admin'),
      input({ ...entry, qualifications: [{ name: '律师执业证', number: '', until: '2026-09-30' }] }, { id }),
    ),
  )
  const granted = await district.caseOf('何长生')
  const { items } = must(await listCandidates(parts, staff('zhuren'), input({}, { id: granted.id })))
  expect(items.find(({ name }) => name === lawyer.name)?.banned).toContain('证书已过期：律师执业证（2026-09-30）')
})
