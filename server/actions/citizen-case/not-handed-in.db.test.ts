import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { uploadToCase as uploadRoute } from '@fatong/contract/citizen/case.ts'
import { paperPicture } from '../../seed/pictures.ts'
import { testDistrict, type TestDistrict } from '../../seed/testing/district.ts'
import type { CitizenCaller } from '../caller.ts'
import { readCasePage } from '../desk/read-case.ts'
import { takeBackMaterial, uploadToCase } from '../files/citizen-case-files.ts'
import type { UploadOf } from '../input.ts'
import type { Outcome } from '../outcome.ts'
import { input } from '../testing/test-parts.ts'
import { readCase, supplyMaterials } from './index.ts'

let district: TestDistrict
let number: string, id: string, caller: CitizenCaller
beforeAll(async () => {
  district = await testDistrict()
  ;({ number, id } = await district.caseOf('王建军'))
  caller = await district.applicant('王建军')
})
afterAll(() => district.close())

function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.value
}
const upload = async (serial: number) =>
  valueOf(
    await uploadToCase(district.parts, caller, {
      ...input({ params: { number }, query: { kind: 'wageEvidence' as const, name: '工资条.png' } }),
      body: Readable.from([paperPicture(serial)]),
      contentType: 'image/png',
    } as UploadOf<typeof uploadRoute>),
  )
const onThePhone = async () => {
  const { materials, notHandedIn } = valueOf(await readCase(district.parts, caller, input({ params: { number } })))
  return { handedIn: materials.map((one) => one.id), waiting: notHandedIn.map((one) => one.id) }
}
const atTheDesk = async () =>
  valueOf(await readCasePage(district.parts, district.cast.byLogin('shouli'), input({ params: { id } }))).notHandedIn
const takeBack = (material: string, who = caller) =>
  takeBackMaterial(district.parts, who, input({ params: { number, id: material } }))

it('what was uploaded for a correction waits with the case until it is handed in, and the desk sees that it does', async () => {
  expect([(await onThePhone()).waiting, await atTheDesk()]).toEqual([[], []])
  const [first, second] = [await upload(61), await upload(62)]
  const waiting = await onThePhone()
  expect(waiting.waiting.toSorted()).toEqual([first.id, second.id].toSorted())
  expect(waiting.handedIn).not.toContain(first.id)
  expect(await atTheDesk()).toContainEqual({ id: first.id, kind: 'wageEvidence', addedAt: first.addedAt })

  // Taken back: on no page any more, and not handed in by whoever still names it.
  expect(await takeBack(first.id)).toMatchObject({ ok: true })
  expect((await onThePhone()).waiting).toEqual([second.id])
  expect((await atTheDesk()).map((one) => one.id)).toEqual([second.id])
  expect(await takeBack(first.id)).toMatchObject({ error: 'notFound' })
  // The same photo sent again waits again.
  expect((await upload(61)).id).toBe(first.id)
  expect((await onThePhone()).waiting).toHaveLength(2)
  expect(await takeBack(first.id)).toMatchObject({ ok: true })

  const other = await district.applicant('马有财')
  expect(await takeBack(second.id, other)).toMatchObject({ error: 'notFound' })

  const materialIds = [first.id, second.id]
  valueOf(
    await supplyMaterials(district.parts, caller, {
      ...input({ params: { number }, body: { materialIds, note: '' } }),
      idempotencyKey: crypto.randomUUID(),
    }),
  )
  const after = await onThePhone()
  expect(after.waiting).toEqual([])
  expect(after.handedIn).toContain(second.id)
  expect(after.handedIn).not.toContain(first.id)
  expect(await atTheDesk()).toEqual([])
})

it('what the history names cannot be taken back', async () => {
  const [handedIn] = (await onThePhone()).handedIn
  expect(await takeBack(handedIn ?? '')).toMatchObject({ refusal: 'alreadyDone' })
  expect((await onThePhone()).handedIn).toContain(handedIn)
})
