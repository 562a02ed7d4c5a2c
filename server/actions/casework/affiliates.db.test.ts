import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ExplainedFinding } from '@fatong/casework/assignment/conflicts.ts'
import type { CaseState } from '@fatong/casework/application/state.ts'
import { SYSTEM } from '../../db/access.ts'
import { caseRow, writing } from '../../db/commit/sample-sets.ts'
import { testDistrict, type TestDistrict } from '../../seed/testing/district.ts'
import { accessOf } from '../caller.ts'
import { input } from '../testing/test-parts.ts'
import { candidateFacts } from './candidates.ts'
import { deskCommand } from './desk-command.ts'
import { loadCase } from './load-case.ts'

/** Granted and waiting for a lawyer, against a company. */
const NAME = '何长生'
let district: TestDistrict
let id: string
const state = async (): Promise<CaseState> => (await loadCase(district.parts, SYSTEM, id))!.state
beforeAll(async () => {
  district = await testDistrict()
  id = (await district.caseOf(NAME)).id
})
afterAll(() => district.close())

const name = async (login: string, names: string[], of?: string) => {
  const opponent = of ?? (await state()).form?.opponents[0]?.name ?? ''
  return deskCommand('nameAffiliates')(
    district.parts,
    district.cast.byLogin(login),
    input({ params: { id }, body: { opponent, names } }),
  )
}
const recorded = (wanted: string) =>
  district.parts.stores.conflicts.records(accessOf(district.cast.byLogin('zhuren')), { names: [wanted] })

/** Another case, in which this lawyer acts for the applicant. */
async function caseOf(lawyerId: string, firmId: string, parties: { side: 'applicant' | 'affiliate'; name: string }[]) {
  const { parts } = district
  const { placeId, agencyId } = await state()
  const row = caseRow(randomUUID(), { applicantName: '某甲', status: 'inProgress', placeId, agencyId })
  const set = writing(SYSTEM, 0, row, 'applicationSubmitted', {
    parties: parties.map((one) => ({ caseId: row.id, ...one })),
    representations: [{ caseId: row.id, lawyerId, firmId, since: parts.clock.now() }],
  })
  expect(await parts.database.commit(set)).toMatchObject({ ok: true })
}
async function findings(of: CaseState, lawyerId: string): Promise<readonly ExplainedFinding[]> {
  const { conflicts } = await candidateFacts(district.parts, district.cast.byLogin('zhuren'), of, lawyerId)
  return (conflicts.get(lawyerId) ?? []) as readonly ExplainedFinding[]
}

it('a company that a clerk names is found by the conflict check of this case, and stands among the parties for all others', async () => {
  const lawyer = district.cast.byLogin('lvshi1')
  const firm = lawyer.orgId ?? ''
  await caseOf(lawyer.staffId, firm, [{ side: 'applicant', name: '陇上（样例）集团公司' }])
  expect(await findings(await state(), lawyer.staffId)).toEqual([])
  expect(await name('lvshi1', ['陇上（样例）集团公司'])).toMatchObject({ ok: false })
  expect(await name('shouli', ['陇上（样例）集团公司', '陇上 （样例）集团公司', '陇上（样例）建设公司'])).toMatchObject(
    {
      ok: true,
    },
  )
  expect((await state()).form?.opponents[0]).toMatchObject({
    affiliates: ['陇上（样例）集团公司', '陇上（样例）建设公司'],
  })
  expect(await findings(await state(), lawyer.staffId)).toMatchObject([
    { code: 'formerClient', rule: 'CF-2', basis: 'related', severity: 'explain' },
  ])
  expect(await recorded('陇上（样例）建设公司')).toMatchObject([{ caseId: id, side: 'affiliate', matched: 'name' }])
  // Named again, nothing is written a second time.
  expect(await name('shouli', ['陇上（样例）建设公司'])).toMatchObject({
    error: 'refused',
    refusal: 'affiliateMissing',
  })
  expect(await name('shouli', ['别的公司'], '没有这家')).toMatchObject({ refusal: 'affiliateMissing' })
  expect(await recorded('陇上（样例）建设公司')).toHaveLength(1)
})

it('the other way round: whom a lawyer fights elsewhere as a company of the opponent is shown when aid is to be given to them', async () => {
  const lawyer = district.cast.byLogin('lvshi2')
  const now = await state()
  const aided = now.form?.applicant.name ?? ''
  // A colleague of the lawyer above: what the firm does for the company is told of both.
  const ofFirm = { code: 'opponentIsFirmClient', rule: 'CF-9', basis: 'related' }
  expect(await findings(now, lawyer.staffId)).toMatchObject([ofFirm])
  await caseOf(lawyer.staffId, lawyer.orgId ?? '', [
    { side: 'applicant', name: '某甲' },
    { side: 'affiliate', name: aided },
  ])
  const found = await findings(now, lawyer.staffId)
  expect(found).toHaveLength(2)
  expect(found.find(({ code }) => code === 'sameOpponent')).toMatchObject({
    rule: 'CF-2',
    basis: 'related',
    severity: 'explain',
    with: aided,
  })
})
