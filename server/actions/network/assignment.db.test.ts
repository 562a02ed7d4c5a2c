import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDistrict, type TestDistrict } from '../../seed/testing/district.ts'
import { gini } from '@fatong/network/assignment/fairness.ts'
import { readCasePage } from '../desk/read-case.ts'
import { listCandidates } from '../desk/list-candidates.ts'
import { deskCommand } from '../casework/desk-command.ts'
import { adviceOfCase, readAdvice } from './advice.ts'
import { applyAssignments, planAssignments } from './assignment.ts'
import { replayCases, replayTable } from './replay.ts'
import { addLeave, readTeam, removeLeave } from './team.ts'
import { must } from './testing/asked.ts'

let district: TestDistrict
/** Forty cases that wait, of several matters, handed in at the stations in turn, with wishes, beside those of the sample. */
const MATTERS = ['laborRemuneration', 'maintenance', 'injuryDamage', 'domesticViolence', 'familyMatters']
const WISHES = ['{}', '{"language":"东乡语"}', '{"lawyerGender":"female"}', '{}']
async function fortyMore(first: number): Promise<string[]> {
  const ids = Array.from({ length: 40 }, () => randomUUID())
  const owner = new pg.Client(district.connection)
  await owner.connect()
  const {
    rows: [columns],
  } = await owner.query<{ names: string[] }>(
    `SELECT array_agg(column_name::text) AS names FROM information_schema.columns WHERE table_schema = 'fatong' AND table_name = 'case_file'`,
  )
  const others = columns!.names
    .filter((name) => !['id', 'number', 'matter', 'state', 'place_id'].includes(name))
    .map((name) => `"${name}"`)
    .join(', ')
  const { rows: stations } = await owner.query<{ id: string }>(
    `SELECT id FROM fatong.place WHERE kind = 'station' ORDER BY code`,
  )
  for (let at = 0; at < 40; at += 1) {
    const matter = MATTERS[at % MATTERS.length]!
    await owner.query(
      `INSERT INTO fatong.case_file (id, number, matter, state, place_id, ${others})
      SELECT $1, $2, $3, (jsonb_set(jsonb_set(jsonb_set(state::jsonb, '{number}', to_jsonb($2::text)), '{form,matter}', to_jsonb($3::text)), '{form,wishes}', $4::jsonb) || jsonb_build_object('placeId', $5::text))::json, $5::uuid, ${others}
      FROM fatong.case_file WHERE status = 'granted' AND kind = 'application' AND service_form <> 'criminalDefense' ORDER BY number LIMIT 1`,
      [ids[at], `LX2026${String(first + at)}`, matter, WISHES[at % WISHES.length], stations[at % stations.length]!.id],
    )
  }
  await owner.end()
  return ids
}
beforeAll(async () => {
  district = await testDistrict()
  await fortyMore(90_000)
}, 180_000)
afterAll(() => district.close())

const input = (body: object) => ({ params: {}, query: {}, body }) as never
const plan = async (policy: string) =>
  must(await planAssignments(district.parts, district.cast.byLogin('zhipai'), input({ policy })))

test('forty cases at once: by what fits costs least, evenly costs little more, in turn costs most', async () => {
  const precise = await plan('precise')
  expect(precise.items.length).toBeGreaterThanOrEqual(40)
  const { fair, rota } = precise.compared
  console.log(
    `40 cases, ${precise.lawyers} lawyers: precise ${precise.totals.cost} (Gini ${precise.totals.gini.toFixed(3)}), fair ${fair?.cost} (${fair?.gini.toFixed(3)}), rota ${rota?.cost} (${rota?.gini.toFixed(3)})`,
  )
  expect(precise.totals.cost).toBeLessThan(rota!.cost)
  expect(fair!.cost).toBeLessThan(rota!.cost)
  expect(fair!.gini).toBeLessThanOrEqual(precise.totals.gini)
  expect(fair!.cost).toBeLessThanOrEqual(precise.totals.cost * 1.05 + 0.1)
  expect(precise.totals.unassigned).toBe(rota!.unassigned)
  const labour = precise.items.find(({ to }) => to !== null)
  expect(labour?.to?.reasons.length).toBeGreaterThan(1)
  expect(precise.items.every(({ to, why }) => (to === null) === (why !== ''))).toBe(true)
})

test('what is applied is assigned by the same command; another choice wants a reason; one that fails stops no other; all of it is kept', async () => {
  const { items } = await plan('fair')
  const [one, two, three] = items.filter(
    ({ to, others }) => to !== null && to.explain.length === 0 && others.length > 0,
  )
  const given = [
    { caseId: one!.caseId, staffId: one!.to!.staffId, proposed: one!.to!.staffId, reason: '当天没有空' },
    { caseId: two!.caseId, staffId: two!.others[0]!.staffId, proposed: two!.to!.staffId, reason: '' },
    {
      caseId: three!.caseId,
      staffId: three!.others[0]!.staffId,
      proposed: three!.to!.staffId,
      reason: '受援人认识这位律师，当天没有空',
    },
    { caseId: randomUUID(), staffId: one!.to!.staffId, proposed: null, reason: '' },
  ]
  const { items: outcome } = must(
    await applyAssignments(district.parts, district.cast.byLogin('zhipai'), input({ policy: 'fair', items: given })),
  )
  expect(outcome.map(({ ok }) => ok)).toEqual([true, false, true, false])
  expect(outcome[1]?.says).toBe('没有用建议的人，请写明理由')
  const advice = must(await readAdvice(district.parts, district.cast.byLogin('zhuren')))
  expect(advice).toMatchObject({ total: 2, followed: 1 })
  expect(advice.items.find(({ followed }) => !followed)).toMatchObject({
    reason: '受援人认识这位律师，当天没有空',
    chosen: three!.others[0]!.name,
    policy: 'fair',
    by: district.cast.byLogin('zhipai').name,
  })
  expect((await plan('fair')).items.some(({ caseId }) => caseId === one!.caseId)).toBe(false)
})

test('the list for one case is kept whole; who chooses another says why, and the history tells both', async () => {
  const zhipai = district.cast.byLogin('zhipai')
  const { items } = await plan('precise')
  const { caseId } = items.find(({ to, others }) => to !== null && to.explain.length === 0 && others.length > 1)!
  const of = (body: object) => ({ params: { id: caseId }, query: {}, body }) as never
  const shown = must(await listCandidates(district.parts, zhipai, of({})))
  expect(must(await listCandidates(district.parts, zhipai, of({}))).adviceId).toBe(shown.adviceId)
  const open = shown.items.filter(({ banned }) => banned.length === 0)
  const second = open.slice(1).find(({ findings }) => findings.length === 0)!
  const assign = (more: object) =>
    deskCommand('assignLawyer')(
      district.parts,
      zhipai,
      of({ staffId: second.staffId, adviceId: shown.adviceId, delayReason: '当天没有空', ...more }),
    )
  expect(await assign({})).toMatchObject({ ok: false, error: 'refused', refusal: 'overrideMissing' })
  must(await assign({ override: '受援人希望请这位律师' }))
  const [kept] = must(await adviceOfCase(district.parts, district.cast.byLogin('zhuren'), of({}))).items
  expect(kept).toMatchObject({
    id: shown.adviceId,
    chosen: second.name,
    reason: '受援人希望请这位律师',
    by: zhipai.name,
    policyText: expect.stringContaining('精准指派') as string,
  })
  expect(kept!.ranking.map(({ staffId }) => staffId)).toEqual(open.map(({ staffId }) => staffId))
  expect(kept!.ranking.every(({ says }) => says.length > 1)).toBe(true)
  expect(kept!.banned.length + kept!.ranking.length).toBe(shown.items.length)
  const { history } = must(await readCasePage(district.parts, zhipai, of({})))
  const told = history.find(({ text }) => text.startsWith('指派'))!.detail!
  expect(told).toContain(`推荐 ${open[0]!.name}：`)
  expect(told).toMatch(new RegExp(`选的是第 \\d+ 位 ${second.name}：受援人希望请这位律师`))
  // A second choice from the same list is none of its.
  expect(await assign({ override: '再来' })).toMatchObject({ ok: false })
  expect(await adviceOfCase(district.parts, district.cast.byLogin('lvshi1'), of({}))).toMatchObject({ ok: false })
})

test('somebody away today is given no case: the command refuses as the list does, whatever is written beside it', async () => {
  const { parts, cast } = district
  const zhipai = cast.byLogin('zhipai')
  const { items } = await plan('precise')
  const { caseId, to } = items.find((one) => one.to !== null && one.to.explain.length === 0)!
  const { items: team } = must(
    await readTeam(parts, cast.byLogin('zhuren'), { params: {}, query: { q: to!.name }, body: {} } as never),
  )
  const member = team.find(({ name }) => name === to!.name)!
  const of = (body: object, params: object) => ({ params, query: {}, body }) as never
  const leave = must(
    await addLeave(
      parts,
      cast.byLogin('zhuren'),
      of({ from: '2026-11-23', to: '2026-11-27', reason: '看病' }, { id: member.id }),
    ),
  )
  const assign = () =>
    deskCommand('assignLawyer')(
      parts,
      zhipai,
      of({ staffId: to!.staffId, override: '受援人希望请这位律师', delayReason: '当天没有空' }, { id: caseId }),
    )
  expect(await assign()).toMatchObject({
    error: 'refused',
    refusal: 'lawyerUnavailable',
    data: { reasons: ['请假到 2026-11-27'] },
  })
  must(await removeLeave(parts, cast.byLogin('zhuren'), of({}, { id: member.id, leave: leave.id })))
  must(await assign())
})

test('past cases under other ways: for the director, in figures and as a table', async () => {
  const span = { from: '2026-01-01', to: '2026-12-31' }
  const asked = { params: {}, query: span, body: {} } as never
  const reply = must(await replayCases(district.parts, district.cast.byLogin('zhuren'), asked))
  const { asItWas, precise, rota } = reply.figures
  expect(reply.cases).toBeGreaterThan(10)
  expect(asItWas!.loads.reduce((sum, { cases }) => sum + cases, 0)).toBe(reply.cases - asItWas!.unplaced)
  expect(precise!.cost).toBeLessThan(rota!.cost)
  expect(rota!.gini).toBeLessThan(precise!.gini)
  const { file } = must(await replayTable(district.parts, district.cast.byLogin('zhuren'), asked))
  const { table } = await district.parts.tables.read(new Uint8Array(file as Buffer))
  expect(table?.rows[0]?.cells['派法']).toBe('实际办理')
  expect(await replayCases(district.parts, district.cast.byLogin('zhipai'), asked)).toMatchObject({
    error: 'forbidden',
  })
})

test('a morning of forty, planned and assigned whole: what was promised is what everybody has then, dearer in turn', {
  timeout: 120_000,
}, async () => {
  const zhipai = district.cast.byLogin('zhipai')
  const caseIds = await fortyMore(91_000)
  const { items, totals, compared, policy } = must(
    await planAssignments(district.parts, zhipai, input({ policy: 'precise', caseIds })),
  )
  expect(items.map(({ caseId }) => caseId).sort()).toEqual([...caseIds].sort())
  expect(items.every(({ to }) => to?.reasons.some((says) => /^开车到.+约 \d+ 分钟/.test(says)))).toBe(true)
  const before = await district.parts.stores.providers.list()
  const counted = must(await readAdvice(district.parts, district.cast.byLogin('zhuren')))
  const given = items.map(({ caseId, to }) => ({
    caseId,
    staffId: to!.staffId,
    proposed: to!.staffId,
    reason: to!.explain.length > 0 ? '核对过，不是同一人；当天没有空' : '当天没有空',
  }))
  const { items: outcome } = must(await applyAssignments(district.parts, zhipai, input({ policy, items: given })))
  expect(outcome).toEqual(caseIds.map((_, at) => ({ caseId: given[at]!.caseId, ok: true, says: '' })))

  const after = await district.parts.stores.providers.list()
  const got = new Map(before.map(({ staffId }) => [staffId, given.filter((one) => one.staffId === staffId).length]))
  expect(after.map(({ staffId, openLoad }) => [staffId, openLoad])).toEqual(
    before.map(({ staffId, openLoad }) => [staffId, openLoad + got.get(staffId)!]),
  )
  expect(Math.max(...after.map(({ openLoad }) => openLoad))).toBe(totals.maxLoad)
  expect(
    gini(
      after.map(({ openLoad }) => openLoad),
      after.map(({ profile }) => Number(profile['capacity'])),
    ),
  ).toBeCloseTo(totals.gini, 9)
  expect([totals.unassigned, compared['rota']!.unassigned]).toEqual([0, 0])
  expect(totals.cost).toBeLessThan(compared['rota']!.cost)
  const advice = must(await readAdvice(district.parts, district.cast.byLogin('zhuren')))
  expect([advice.total - counted.total, advice.followed - counted.followed]).toEqual([40, 40])
  expect(must(await planAssignments(district.parts, zhipai, input({ caseIds }))).items).toEqual([])
  console.log(
    `40 assigned: precise ${totals.cost} (most ${totals.maxLoad}), rota ${compared['rota']!.cost} (most ${compared['rota']!.maxLoad})`,
  )
})

test('it is for those who assign', async () => {
  expect(
    await planAssignments(district.parts, district.cast.byLogin('shouli'), input({ policy: 'rota' })),
  ).toMatchObject({ error: 'forbidden' })
  expect(await readAdvice(district.parts, district.cast.byLogin('lvshi1'))).toMatchObject({ error: 'forbidden' })
})
