import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDistrict, type TestDistrict } from '../../seed/testing/district.ts'
import type { Outcome } from '../outcome.ts'
import { applyAssignments, planAssignments, readAdvice } from './assignment.ts'

let district: TestDistrict
/** Forty cases that wait, of several matters and with wishes, beside those of the sample. */
const MATTERS = ['laborRemuneration', 'maintenance', 'injuryDamage', 'domesticViolence', 'familyMatters']
const WISHES = ['{}', '{"language":"东乡语"}', '{"lawyerGender":"female"}', '{}']
beforeAll(async () => {
  district = await testDistrict()
  const owner = new pg.Client(district.connection)
  await owner.connect()
  const { rows: [columns] } = await owner.query<{ names: string[] }>(`SELECT array_agg(column_name::text) AS names FROM information_schema.columns WHERE table_schema = 'fatong' AND table_name = 'case_file'`)
  const others = columns!.names.filter((name) => !['id', 'number', 'matter', 'state'].includes(name)).map((name) => `"${name}"`).join(', ')
  for (let at = 0; at < 40; at += 1) {
    const matter = MATTERS[at % MATTERS.length]!
    await owner.query(`INSERT INTO fatong.case_file (id, number, matter, state, ${others})
      SELECT $1, $2, $3, jsonb_set(jsonb_set(jsonb_set(state::jsonb, '{number}', to_jsonb($2::text)), '{form,matter}', to_jsonb($3::text)), '{form,wishes}', $4::jsonb)::json, ${others}
      FROM fatong.case_file WHERE status = 'granted' AND kind = 'application' AND service_form <> 'criminalDefense' ORDER BY number LIMIT 1`, [randomUUID(), `LX2026${String(90_000 + at)}`, matter, WISHES[at % WISHES.length]])
  }
  await owner.end()
}, 180_000)
afterAll(() => district.close())

const must = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.value
}
const input = (body: object) => ({ params: {}, query: {}, body }) as never
const plan = async (policy: string) => must(await planAssignments(district.parts, district.cast.byLogin('zhipai'), input({ policy })))

test('forty cases at once: by what fits costs least, evenly costs little more, in turn costs most', async () => {
  const precise = await plan('precise')
  expect(precise.items.length).toBeGreaterThanOrEqual(40)
  const { fair, rota } = precise.compared
  console.log(`40 cases, ${precise.lawyers} lawyers: precise ${precise.totals.cost} (Gini ${precise.totals.gini.toFixed(3)}), fair ${fair?.cost} (${fair?.gini.toFixed(3)}), rota ${rota?.cost} (${rota?.gini.toFixed(3)})`)
  expect(precise.totals.cost).toBeLessThan(rota!.cost)
  expect(fair!.cost).toBeLessThan(rota!.cost)
  expect(precise.totals.unassigned).toBe(rota!.unassigned)
  const labour = precise.items.find(({ to }) => to !== null)
  expect(labour?.to?.reasons.length).toBeGreaterThan(1)
  expect(precise.items.every(({ to, why }) => (to === null) === (why !== ''))).toBe(true)
})

test('what is applied is assigned by the same command; another choice wants a reason; one that fails stops no other; all of it is kept', async () => {
  const { items } = await plan('fair')
  const [one, two, three] = items.filter(({ to, others }) => to !== null && to.explain.length === 0 && others.length > 0)
  const advisedOf = (item: typeof one) => [item!.to!, ...item!.others].slice(0, 3).map(({ staffId, name, cost }) => ({ staffId, name, cost }))
  const given = [
    { caseId: one!.caseId, staffId: one!.to!.staffId, advised: advisedOf(one), reason: '当天没有空' }, { caseId: two!.caseId, staffId: two!.others[0]!.staffId, advised: advisedOf(two), reason: '' },
    { caseId: three!.caseId, staffId: three!.others[0]!.staffId, advised: advisedOf(three), reason: '受援人认识这位律师，当天没有空' }, { caseId: randomUUID(), staffId: one!.to!.staffId, advised: [], reason: '' },
  ]
  const { items: outcome } = must(await applyAssignments(district.parts, district.cast.byLogin('zhipai'), input({ policy: 'fair', items: given })))
  expect(outcome.map(({ ok }) => ok)).toEqual([true, false, true, false])
  expect(outcome[1]?.says).toBe('没有用建议的人，请写明理由')
  const advice = must(await readAdvice(district.parts, district.cast.byLogin('zhuren')))
  expect(advice).toMatchObject({ total: 2, followed: 1 })
  expect(advice.items.find(({ followed }) => !followed)).toMatchObject({ reason: '受援人认识这位律师，当天没有空', chosen: three!.others[0]!.name, policy: 'fair', by: district.cast.byLogin('zhipai').name })
  expect((await plan('fair')).items.some(({ caseId }) => caseId === one!.caseId)).toBe(false)
})

test('it is for those who assign', async () => {
  expect(await planAssignments(district.parts, district.cast.byLogin('shouli'), input({ policy: 'rota' }))).toMatchObject({ error: 'forbidden' })
  expect(await readAdvice(district.parts, district.cast.byLogin('lvshi1'))).toMatchObject({ error: 'forbidden' })
})
