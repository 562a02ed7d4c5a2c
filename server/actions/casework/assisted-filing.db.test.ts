import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ApplicationEntry } from '@fatong/contract/citizen/draft.ts'
import type { DeskCommandBody } from '@fatong/contract/desk/commands.ts'
import { addDays, addMonths, instant, localDateOf } from '@fatong/law/calendar/dates.ts'
import { SYSTEM } from '../../db/access.ts'
import { entryOf, sampleIdNumber } from '../../seed/applicants.ts'
import { SAMPLE_CASES } from '../../seed/cases.ts'
import { signaturePicture } from '../../seed/pictures.ts'
import { testDistrict, type TestDistrict } from '../../seed/testing/district.ts'
import { startDraft } from '../drafts/start-draft.ts'
import { uploadToDraft } from '../drafts/upload-to-draft.ts'
import { accessOf } from '../caller.ts'
import type { Outcome } from '../outcome.ts'
import { readCasePage } from '../desk/read-case.ts'
import { staffMe } from '../session/staff-me.ts'
import { letterheadOf } from './agency.ts'
import { deskCommand } from './desk-command.ts'
import { loadCase } from './load-case.ts'
import { submitApplication } from './submit-application.ts'

let district: TestDistrict
beforeAll(async () => {
  district = await testDistrict()
})
afterAll(() => district.close())

function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.value
}

/** A village helper files again for the first sample applicant, choosing `placeId`. */
async function file(placeId: string | undefined, change: (entry: ApplicationEntry) => void = () => undefined) {
  const { parts, cast } = district
  const helper = cast.byLogin('mingbairen1')
  const { draft, secret } = valueOf(await startDraft(parts, helper, { params: {}, query: {}, body: { data: {} } }))
  valueOf(
    await uploadToDraft(parts, helper, {
      params: { id: draft.id },
      query: { kind: 'signature', name: '签名.png' },
      body: Readable.from([signaturePicture(1)]),
      contentType: 'image/png',
      draftSecret: secret,
    }),
  )
  const one = SAMPLE_CASES[0]!
  const known = await district.caseOf(one.name)
  const { idNumberEnc } = (await parts.stores.people.find(SYSTEM, (await district.applicant(one.name)).personId))!
  const entry = entryOf(one, 1, placeId)
  entry.applicant.idNumber = parts.crypto.decrypt('person.idNumber', idNumberEnc!)
  change(entry)
  const receipt = valueOf(
    await submitApplication(parts, helper, {
      params: {},
      query: {},
      body: { draftId: draft.id, draftSecret: secret, entry },
    }),
  )
  return { helper, known, receipt, line: (await parts.stores.cases.line(SYSTEM, { number: receipt.number }))! }
}

it('a helper who picks a point above their own files at their own, instead of being refused', async () => {
  const { parts, cast } = district
  const station = (await parts.stores.places.all()).find((place) => place.kind === 'station')!
  const { helper, line, receipt } = await file(station.id)
  expect(receipt).toMatchObject({
    chosenOffice: station.name,
    officeName: (await parts.stores.places.all()).find((place) => place.id === line.placeId)!.name,
  })
  expect(helper.roles.map((held) => held.placeId)).toContain(line.placeId)
  expect(line.placeId).not.toBe(station.id)
  expect(cast.byLogin('zhongchuan').placeIds).toContain(line.placeId)
})

it('says nothing of another place when the choice was followed, or none was made', async () => {
  const { helper } = await file(undefined)
  expect((await file(undefined)).receipt.chosenOffice).toBeUndefined()
  expect((await file(helper.roles[0]!.placeId)).receipt.chosenOffice).toBeUndefined()
})

it('tells a helper beforehand where applications go; others are told nothing', async () => {
  const { parts, cast } = district
  const helper = cast.byLogin('mingbairen1')
  expect(valueOf(await staffMe(parts, helper)).assisting).toEqual({
    officeName: helper.placeNames[helper.roles[0]!.placeId],
    custodyPlace: false,
  })
  expect(valueOf(await staffMe(parts, cast.byLogin('lvshi1'))).assisting).toBeUndefined()
  const prison = (await parts.stores.places.all()).find((place) => place.kind === 'prison')!
  const warder = { ...helper, roles: [{ role: 'stationStaff' as const, placeId: prison.id, reach: [prison.id] }] }
  expect(valueOf(await staffMe(parts, warder)).assisting).toEqual({ officeName: prison.name, custodyPlace: true })
})

it('takes the application of a child under 14 from staff alone only where the guardian does harm; the number tells the age', async () => {
  const birthday14 = addMonths(localDateOf(district.parts.clock.now()), -14 * 12)
  const child =
    (birth: string, serial: number, facts: object = {}) =>
    (entry: ApplicationEntry) => {
      Object.assign(entry.applicant, {
        name: '马小雨',
        phone: undefined,
        idNumber: sampleIdNumber({ birth, gender: 'female' }, serial),
      })
      entry.facts = { ...entry.facts, birthDate: undefined, ...facts }
    }
  await expect(file(undefined, child(addDays(birthday14, 1), 921))).rejects.toThrow('guardianNeeded')
  await expect(file(undefined, child(addDays(birthday14, 1), 921, { guardianIsOpponent: false }))).rejects.toThrow(
    'guardianNeeded',
  )
  expect(
    (await file(undefined, child(addDays(birthday14, 1), 921, { guardianIsOpponent: true }))).receipt.number,
  ).toMatch(/^LX/)
  expect((await file(undefined, child(birthday14, 922))).receipt.number).toMatch(/^LX/)
})

/** Somebody who signed in by phone once and gave a name: no identity number is known. */
async function byPhone(phone: string, name: string) {
  const { crypto, stores, clock } = district.parts
  return stores.people.ofPhone(crypto.blindIndex('phone', phone), name, {
    id: randomUUID(),
    name,
    phoneEnc: crypto.encrypt('person.phone', phone),
    phoneBidx: crypto.blindIndex('phone', phone),
    createdAt: clock.now(),
  })
}
const card = (serial: number) => sampleIdNumber({ birth: '1980-05-06', gender: 'male' }, serial)

it('somebody known by phone and name alone gets the case and the identity number, once', async () => {
  const { parts } = district
  const phone = '13900009901'
  const { id } = await byPhone(phone, '石存金')
  const { line } = await file(undefined, (entry) => {
    Object.assign(entry.applicant, { name: '石存金', phone, idNumber: card(901) })
  })
  expect(
    (await parts.stores.cases.ofPerson({ kind: 'citizen', personId: id }, id)).map(({ number }) => number),
  ).toEqual([line.number])
  const known = await parts.stores.people.find(SYSTEM, id)
  expect(parts.crypto.decrypt('person.idNumber', known!.idNumberEnc!)).toBe(card(901))
  // From now on the number tells people apart: another card on the same phone and name is somebody else.
  await file(undefined, (entry) => {
    Object.assign(entry.applicant, { name: '石存金', phone, idNumber: card(902) })
  })
  expect(await parts.stores.cases.ofPerson({ kind: 'citizen', personId: id }, id)).toHaveLength(1)
  await file(undefined, (entry) => {
    Object.assign(entry.applicant, { name: '石存金', phone, idNumber: card(901) })
  })
  expect(await parts.stores.cases.ofPerson({ kind: 'citizen', personId: id }, id)).toHaveLength(2)
})

it('another name on that phone stays another person', async () => {
  const { parts } = district
  const phone = '13900009902'
  const { id } = await byPhone(phone, '石存金')
  await file(undefined, (entry) => {
    Object.assign(entry.applicant, { name: '石小莲', phone, idNumber: card(903) })
  })
  expect(await parts.stores.cases.ofPerson({ kind: 'citizen', personId: id }, id)).toEqual([])
  expect((await parts.stores.people.find(SYSTEM, id))?.idNumberEnc).toBeNull()
})

it('the same holds for who applies for somebody', async () => {
  const { parts } = district
  const phone = '13900009903'
  const { id } = await byPhone(phone, '石存银')
  const { line } = await file(undefined, (entry) => {
    entry.proxy = { relation: 'child', person: { name: '石存银', phone, idNumber: card(904) } }
  })
  expect(
    (await parts.stores.cases.ofPerson({ kind: 'citizen', personId: id }, id)).map(({ number }) => number),
  ).toEqual([line.number])
})

it('what is handed on from custody after 24 hours is refused without a reason and taken with one', async () => {
  const { parts } = district
  const askedAt = instant(parts.clock.now() - 30 * 3_600_000)
  await expect(
    file(undefined, (entry) => {
      entry.handOn = { through: 'custody', askedAt }
    }),
  ).rejects.toThrow('handOnLate')
  const { line } = await file(undefined, (entry) => {
    entry.handOn = { through: 'custody', askedAt, lateReason: '看守所停电' }
  })
  const loaded = await parts.stores.cases.line(SYSTEM, { number: line.number })
  const page = valueOf(
    await readCasePage(parts, district.cast.byLogin('shouli'), { params: { id: loaded!.id }, query: {}, body: {} }),
  )
  expect(page.state.form?.handOn).toEqual({ through: 'custody', askedAt, lateReason: '看守所停电' })
  expect(page.state.handOnDueAt).toBeLessThan(page.state.openedAt)
  expect(page.history[0]?.detail).toContain('看守所停电')
})

it('the decision on an application from custody goes with a letter that bears its number, to the place that holds the person', async () => {
  const { parts, cast } = district
  const { line } = await file(undefined, (entry) => {
    entry.handOn = { through: 'custody', askedAt: instant(parts.clock.now() - 3_600_000) }
  })
  const versionOf = async () => (await loadCase(parts, SYSTEM, line.id))!.state.version
  const press = async <C extends 'acceptApplication' | 'recordReview' | 'grantAid'>(
    login: string,
    command: C,
    body: DeskCommandBody<C>,
  ) =>
    valueOf(
      await deskCommand(command)(parts, cast.byLogin(login), {
        params: { id: line.id },
        query: {},
        body,
        expectedVersion: await versionOf(),
      }),
    )
  await press('shouli', 'acceptApplication', {})
  await press('shencha', 'recordReview', { review: { proposal: 'grant', note: '符合条件' } })
  const { documents } = await press('shenpi', 'grantAid', { note: '同意' })
  expect(documents.map(({ kind }) => kind)).toEqual(['grantDecision', 'officialLetter'])
  const letter = (await parts.stores.documents.ofCase(SYSTEM, line.id)).find(({ kind }) => kind === 'officialLetter')!
  // Put down in a village office, so the place of custody is left to the pen; the number of the decision is the real one.
  expect(letter.data).toMatchObject({ addressee: expect.stringMatching(/^＿+$/) as string })
  expect((letter.data as { body: string }).body).toContain(`决定给予法律援助（${documents[0]!.number}）`)
  expect(letter.number).toMatch(/函字〔2026〕第\d{4}号$/)

  const { state } = (await loadCase(parts, SYSTEM, line.id))!
  const prison = (await parts.stores.places.all()).find((place) => place.kind === 'prison')!
  const held = { ...state, form: { ...state.form!, helper: { ...state.form!.helper!, placeId: prison.id } } }
  expect((await letterheadOf(parts, state.agencyId, held)).custodyPlace).toBe(prison.name)
  expect((await letterheadOf(parts, state.agencyId, state)).custodyPlace).toBeUndefined()
})

it('somebody in the books stays one person, and finds the new case among their own', async () => {
  const { parts } = district
  const applicant = await district.applicant(SAMPLE_CASES[0]!.name)
  const { receipt } = await file(undefined)
  const own = await parts.stores.cases.ofPerson({ kind: 'citizen', personId: applicant.personId }, applicant.personId)
  expect(own.map((line) => line.number)).toContain(receipt.number)
})

it('what an application says of companies of the same owner is kept with the opponent and found by conflict look-ups', async () => {
  const { parts, cast } = district
  const { line } = await file(undefined, (entry) => {
    entry.opponents = [
      { name: '某劳务公司', kind: 'organisation', affiliates: ['源头（样例）集团', '某劳务公司', '源头（样例）集团'] },
      { name: '王老板', kind: 'person', affiliates: ['不算（样例）公司'] },
    ]
  })
  expect((await loadCase(parts, SYSTEM, line.id))?.state.form?.opponents).toEqual([
    { name: '某劳务公司', kind: 'organisation', affiliates: ['源头（样例）集团'] },
    { name: '王老板', kind: 'person' },
  ])
  const found = (name: string) => parts.stores.conflicts.records(accessOf(cast.byLogin('zhuren')), { names: [name] })
  expect(await found('源头（样例）集团')).toMatchObject([{ caseId: line.id, side: 'affiliate' }])
  expect(await found('不算（样例）公司')).toEqual([])
})
