import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MemberView } from '@fatong/contract/network/roster.ts'
import { SYSTEM } from '../../db/access.ts'
import type { StoredPlace } from '../../db/stores/places.ts'
import { testDistrict, type TestDistrict } from '../../seed/testing/district.ts'
import { auditEntry } from '../audit-entry.ts'
import { readTeam } from './team.ts'

let district: TestDistrict
let villages: StoredPlace[]
const zhuren = () => district.cast.byLogin('zhuren')
const read = async (query: object): Promise<{ items: MemberView[]; total: number }> => {
  const outcome = await readTeam(district.parts, zhuren(), { body: {}, params: {}, query } as never)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.value
}
/** Three 法律明白人 in each village (rule book 8.4); the sample has one. */
beforeAll(async () => {
  district = await testDistrict()
  const { network, places } = district.parts.stores
  villages = (await places.all()).filter(({ kind, active }) => kind === 'office' && active)
  const audit = auditEntry(district.parts, zhuren(), {
    action: 'administer',
    subjectKind: 'teamMember',
    subjectId: 'test',
  })
  for (const { id: placeId } of villages) {
    for (const name of ['第二', '第三'])
      await network.saveMember(
        SYSTEM,
        {
          id: randomUUID(),
          name: `${name}明白人`,
          kind: 'liaison',
          placeId,
          staffId: null,
          phoneEnc: null,
          gender: null,
          languages: [],
          specialties: [],
          qualifications: [],
          training: [],
          active: name === '第二',
        },
        audit,
      )
  }
}, 120_000)
afterAll(() => district.close())

test('with three in each village more people are there than one list shows, and everybody is offered first at their own village', async () => {
  expect(villages.length).toBe(103)
  const all = await read({})
  expect(all.total).toBeGreaterThan(309)
  expect(all.items).toHaveLength(300)
  for (const village of villages) {
    const { items } = await read({ near: village.id })
    expect(
      items.slice(0, 3).map(({ placeId }) => placeId),
      village.name,
    ).toEqual([village.id, village.id, village.id])
  }
})
test('after the village come its town and the centre, then everybody else', async () => {
  const village = villages.find(({ code }) => code === '620171101204')!
  const names = (await read({ near: village.id })).items.map(({ placeId, placeName }) =>
    placeId === village.id ? '村' : placeName,
  )
  expect(names.indexOf('中川镇公共法律服务工作站')).toBe(3)
  const town = names.filter((name) => name === '中川镇公共法律服务工作站').length
  expect(names.slice(0, 3 + town).every((name) => name === '村' || name === '中川镇公共法律服务工作站')).toBe(true)
})
test('the server searches everybody, by name and by village; who has left is not offered', async () => {
  const beyond = villages.at(-1)!
  const found = await read({ q: beyond.name.slice(0, 4), active: 'yes' })
  expect(found.items.some(({ placeId, name }) => placeId === beyond.id && name === '第二明白人')).toBe(true)
  expect(found.items.some(({ name }) => name === '第三明白人')).toBe(false)
  expect((await read({ q: '第三明白人' })).total).toBe(103)
})
