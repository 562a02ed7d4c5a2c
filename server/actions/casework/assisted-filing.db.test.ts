import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { SYSTEM } from '../../db/access.ts'
import { entryOf } from '../../seed/applicants.ts'
import { SAMPLE_CASES } from '../../seed/cases.ts'
import { signaturePicture } from '../../seed/pictures.ts'
import { testDistrict, type TestDistrict } from '../../seed/testing/district.ts'
import { startDraft } from '../drafts/start-draft.ts'
import { uploadToDraft } from '../drafts/upload-to-draft.ts'
import type { Outcome } from '../outcome.ts'
import { submitApplication } from './submit-application.ts'

let district: TestDistrict
beforeAll(async () => { district = await testDistrict() })
afterAll(() => district.close())

function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.value
}

/** A village helper files again for the first sample applicant, choosing `placeId`. */
async function file(placeId: string | undefined) {
  const { parts, cast } = district
  const helper = cast.byLogin('mingbairen1')
  const { draft, secret } = valueOf(await startDraft(parts, helper, { params: {}, query: {}, body: { data: {} } }))
  valueOf(await uploadToDraft(parts, helper, { params: { id: draft.id }, query: { kind: 'signature', name: '签名.png' }, body: Readable.from([signaturePicture(1)]), contentType: 'image/png', draftSecret: secret }))
  const one = SAMPLE_CASES[0]!
  const known = await district.caseOf(one.name)
  const { idNumberEnc } = (await parts.stores.people.find(SYSTEM, (await district.applicant(one.name)).personId))!
  const entry = entryOf(one, 1, placeId)
  entry.applicant.idNumber = parts.crypto.decrypt('person.idNumber', idNumberEnc!)
  const receipt = valueOf(await submitApplication(parts, helper, { params: {}, query: {}, body: { draftId: draft.id, draftSecret: secret, entry } }))
  return { helper, known, receipt, line: (await parts.stores.cases.line(SYSTEM, { number: receipt.number }))! }
}

it('a helper who picks a point above their own files at their own, instead of being refused', async () => {
  const { parts, cast } = district
  const station = (await parts.stores.places.all()).find((place) => place.kind === 'station')!
  const { helper, line } = await file(station.id)
  expect(helper.roles.map((held) => held.placeId)).toContain(line.placeId)
  expect(line.placeId).not.toBe(station.id)
  expect(cast.byLogin('zhongchuan').placeIds).toContain(line.placeId)
})

it('somebody in the books stays one person, and finds the new case among their own', async () => {
  const { parts } = district
  const applicant = await district.applicant(SAMPLE_CASES[0]!.name)
  const { receipt } = await file(undefined)
  const own = await parts.stores.cases.ofPerson({ kind: 'citizen', personId: applicant.personId }, applicant.personId)
  expect(own.map((line) => line.number)).toContain(receipt.number)
})
