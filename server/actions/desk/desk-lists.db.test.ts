import { afterAll, beforeAll, expect, it } from 'vitest'
import type { StaffCaller } from '../caller.ts'
import { samplePhone } from '../../seed/applicants.ts'
import { SAMPLE_CASES } from '../../seed/cases.ts'
import { testDistrict, type TestDistrict } from '../../seed/testing/district.ts'
import { input } from '../testing/test-parts.ts'
import { listQueue, nextCase } from './list-queue.ts'
import { searchCases } from './search-cases.ts'

let district: TestDistrict
beforeAll(async () => {
  district = await testDistrict()
})
afterAll(() => district.close())

const found = async (login: string, q: string): Promise<string[]> => {
  const outcome = await searchCases(district.parts, district.cast.byLogin(login), input({ query: { q } }))
  if (!outcome.ok) throw new Error(outcome.error)
  return outcome.value.items.map(({ applicantName }) => applicantName)
}

it('finds a case by name, by number with or without its letters, and by the whole phone number only', async () => {
  const name = '马有财'
  const { number } = await district.caseOf(name)
  const phone = samplePhone(SAMPLE_CASES.findIndex((one) => one.name === name) + 1)
  for (const q of [
    name,
    ' 马 有财',
    number,
    number.toLowerCase(),
    number.replace('LX', ''),
    phone,
    `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`,
  ])
    expect(await found('shouli', q), q).toEqual([name])
  expect(await found('shouli', phone.slice(0, 10))).toEqual([])
})

it('finds nothing that is out of reach', async () => {
  expect(await found('zhongchuan', '何长生')).toEqual(['何长生'])
  expect(await found('shuifu', '何长生')).toEqual([])
})

it('who works at the centre and takes cases as well has both before them (AS-3)', async () => {
  const lists = async (caller: StaffCaller) => {
    const queue = await listQueue(district.parts, caller, input({ query: { queue: 'mine' as const, limit: 100 } }))
    if (!queue.ok) throw new Error(queue.error)
    return { ids: queue.value.items.map(({ id }) => id), counts: queue.value.counts }
  }
  const clerk = district.cast.byLogin('shouli')
  const { lawyerId } = await district.caseOf('郭振东')
  const handler = district.cast.byId(lawyerId!)
  const [ofClerk, ofLawyer] = [await lists(clerk), await lists(handler)]
  const both = { ...clerk, staffId: handler.staffId, roles: [...clerk.roles, ...handler.roles] }
  const mixed = await lists(both)
  expect(new Set(mixed.ids)).toEqual(new Set([...ofClerk.ids, ...ofLawyer.ids]))
  expect(new Set(mixed.ids).size).toBe(mixed.ids.length)
  expect(mixed.counts['mine']).toBe(mixed.ids.length)
  expect(mixed.counts['accept']).toBe(ofClerk.counts['accept'])
  const next = await nextCase(district.parts, both, input({ query: {} }))
  expect(next.ok && next.value.line?.id).toBe(mixed.ids[0])
})

it('goes from case to case in the order of what runs out first, and never back to the one just left', async () => {
  const clerk = district.cast.byLogin('shouli')
  const queue = await listQueue(district.parts, clerk, input({ query: { queue: 'mine' as const, limit: 100 } }))
  if (!queue.ok) throw new Error(queue.error)
  const mine = queue.value.items.map(({ id }) => id)
  expect(mine.length).toBeGreaterThan(2)
  const after = async (id?: string) => {
    const next = await nextCase(district.parts, clerk, input({ query: id ? { after: id } : {} }))
    return next.ok ? next.value.line?.id : undefined
  }
  expect(await after()).toBe(mine[0])
  expect(await after(mine[0])).toBe(mine[1])
  expect(await after(mine.at(-1))).toBe(mine[0])
})
