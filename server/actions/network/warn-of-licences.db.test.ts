import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, localDateOf } from '@fatong/law/calendar/dates.ts'
import { SYSTEM } from '../../db/access.ts'
import { testDistrict, type TestDistrict } from '../../seed/testing/district.ts'
import { auditEntry } from '../audit-entry.ts'
import { staffNotices } from '../desk/notices.ts'
import { warnOfLicences } from './warn-of-licences.ts'

let district: TestDistrict
beforeAll(async () => {
  district = await testDistrict()
}, 120_000)
afterAll(() => district.close())

test('the lawyer and the director are told of a licence that ends within thirty days, once, and again of a new day', async () => {
  const { parts, cast } = district
  const lawyer = cast.byLogin('lvshi1'),
    director = cast.byLogin('zhuren'),
    clerk = cast.byLogin('shouli')
  const told = async (who: typeof lawyer) => {
    const outcome = await staffNotices(parts, who, { params: {}, query: {}, body: {} })
    return outcome.ok ? outcome.value.items.filter(({ about }) => about === 'licence').map(({ text }) => text) : []
  }
  const today = localDateOf(parts.clock.now())
  const member = (await parts.stores.network.team(SYSTEM)).find(({ staffId }) => staffId === lawyer.staffId)
  if (!member) throw new Error('the lawyer is not in the team')
  const audit = auditEntry(parts, director, { action: 'administer', subjectKind: 'teamMember', subjectId: member.id })
  const renew = (days: number) =>
    parts.stores.network.saveMember(
      SYSTEM,
      { ...member, qualifications: [{ name: '律师执业证', number: '', until: addDays(today, days) }] },
      audit,
    )

  await renew(31)
  expect(await warnOfLicences(parts)).toBe(0)
  expect(await told(lawyer)).toEqual([])
  await renew(30)
  for (let night = 0; night < 2; night += 1) expect(await warnOfLicences(parts)).toBe(1)
  expect(await told(lawyer)).toEqual([expect.stringMatching(/^您的律师执业证.+到期，还有 30 天。/)])
  expect(await told(director)).toEqual([expect.stringContaining(`${member.name}的律师执业证`)])
  expect(await told(clerk)).toEqual([])
  await renew(20)
  expect(await warnOfLicences(parts)).toBe(1)
  expect((await told(lawyer)).length).toBe(2)
})
