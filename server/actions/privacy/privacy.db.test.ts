import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '@fatong/casework/vocabulary.ts'
import { SYSTEM } from '../../db/access.ts'
import { withAccess } from '../../db/postgres.ts'
import { jpeg } from '../../files/testing/samples.ts'
import { openMaterial, uploadToCase } from '../files/citizen-case-files.ts'
import { openCaseMaterial, uploadCaseMaterial } from '../files/desk-case-files.ts'
import { bareCase, citizen, ID_NUMBER, PHONE, staffWith } from '../testing/signed-in.ts'
import { input, testParts, type TestParts } from '../testing/test-parts.ts'
import { exportMyData } from './export-my-data.ts'
import { privacyNotice } from './privacy-notice.ts'
import { revealPerson } from './reveal-person.ts'

let parts: TestParts
beforeAll(async () => {
  parts = await testParts()
})
afterAll(() => parts.close())

const auditOf = (subjectId: string) =>
  withAccess(
    parts.database,
    SYSTEM,
    async ({ client }) =>
      (
        await client.query<{ action: string; actor_name: string; why: string | null; fields: string[] }>(
          'SELECT action, actor_name, why, fields FROM fatong.audit WHERE subject_id = $1 ORDER BY position',
          [subjectId],
        )
      ).rows,
  )

describe('seeing a person in full', () => {
  it('is for who works on the case, and leaves a line with the reason', async () => {
    const person = await citizen(parts)
    const { id } = await bareCase(parts, person)
    const clerk = await staffWith(parts, 'clerk', parts.places.center)
    const revealed = await revealPerson(
      parts,
      clerk,
      input({ params: { id }, body: { personId: person.personId, why: '打电话约时间' } }),
    )
    expect(revealed).toEqual({
      ok: true,
      value: { idNumber: ID_NUMBER, phone: PHONE, address: '中川镇平安路12号', told: [] },
    })
    expect((await auditOf(person.personId)).at(-1)).toMatchObject({
      action: 'unmask',
      actor_name: clerk.name,
      why: '打电话约时间',
      fields: ['idNumber', 'phone', 'address'],
    })
  })
  it('shows what the applicant told for the papers as well, and says so in the log', async () => {
    const person = await citizen(parts)
    const { id } = await bareCase(parts, person, {
      state: {
        openedAt: parts.clock.now(),
        form: {
          applicant: { personId: person.personId, name: person.name },
          facts: { isMigrantWorker: true },
          particulars: 'particulars:9',
        },
      },
    })
    const told = {
      ethnicity: '东乡族',
      groups: ['veteran'],
      registeredAddress: '东乡县某村',
      family: [{ name: '马婳', relation: 'spouse', occupation: '务农', monthlyIncomeFen: 90_000 }],
      burdens: { kinds: ['school'], more: '两个孩子' },
    }
    const sealed = parts.crypto.encrypt('person.particulars', JSON.stringify(told)).toString('base64')
    await withAccess(parts.database, SYSTEM, ({ client }) =>
      client.query('UPDATE fatong.person SET profile = $2 WHERE id = $1', [
        person.personId,
        { 'particulars:9': sealed },
      ]),
    )
    const revealed = await revealPerson(
      parts,
      await staffWith(parts, 'clerk', parts.places.center),
      input({ params: { id }, body: { personId: person.personId, why: '核对身份' } }),
    )
    if (!revealed.ok) throw new Error(revealed.error)
    expect(Object.fromEntries(revealed.value.told.map(({ what, text }) => [what, text]))).toMatchObject({
      groups: expect.stringMatching(/^进城务工人员、.*退役军人、少数民族$/) as string,
      ethnicity: '东乡族',
      registeredAddress: '东乡县某村',
      family: '马婳（配偶，务农，每月 900 元）',
      burdens: '孩子上学。两个孩子',
    })
    expect((await auditOf(person.personId)).at(-1)?.fields).toEqual(['idNumber', 'phone', 'address', 'particulars'])
  })
  it.each<[string, Role, 'district' | 'center' | 'town' | 'otherTown' | 'firm', string]>([
    ['staff of another town', 'stationStaff', 'otherTown', 'notFound'],
    ['a lawyer who has not got the case', 'lawyer', 'firm', 'notFound'],
    ['an archivist', 'archivist', 'center', 'forbidden'],
    ['an administrator', 'administrator', 'district', 'forbidden'],
    ['the head of a firm', 'firmManager', 'firm', 'forbidden'],
  ])('is not for %s, and nothing is shown', async (_name, role, place, error) => {
    const person = await citizen(parts)
    const { id } = await bareCase(parts, person)
    const caller = await staffWith(parts, role, parts.places[place], parts.places[place])
    expect(
      await revealPerson(parts, caller, input({ params: { id }, body: { personId: person.personId, why: '好奇' } })),
    ).toEqual({ ok: false, error })
    expect((await auditOf(person.personId)).filter(({ action }) => action === 'unmask')).toEqual([])
  })
  it('of a person who is no party to the case named is refused', async () => {
    const [one, other] = [await citizen(parts), await citizen(parts)]
    const { id } = await bareCase(parts, one)
    await bareCase(parts, other)
    const clerk = await staffWith(parts, 'clerk', parts.places.center)
    expect(
      await revealPerson(parts, clerk, input({ params: { id }, body: { personId: other.personId, why: '打电话' } })),
    ).toMatchObject({ error: 'notFound' })
    expect(
      await revealPerson(parts, clerk, input({ params: { id }, body: { personId: "x' OR 1=1 --", why: '打电话' } })),
    ).toMatchObject({ error: 'notFound' })
  })
  it('is not for staff whose second factor is still missing', async () => {
    const person = await citizen(parts)
    const { id } = await bareCase(parts, person)
    const director = await staffWith(parts, 'director', parts.places.center)
    const without = { ...director, roles: [...director.roles], secondFactor: false }
    expect(
      await revealPerson(parts, without, input({ params: { id }, body: { personId: person.personId, why: '打电话' } })),
    ).toMatchObject({ error: 'forbidden' })
  })
})

describe('taking one’s own data away', () => {
  it('gives everything readable, of oneself only', async () => {
    const [person, other] = [await citizen(parts, '王小明'), await citizen(parts, '别人')]
    const own = await bareCase(parts, person, {
      state: { form: { story: '三个月没发工资', particulars: 'particulars:1' }, review: { note: '内部意见' } },
    })
    const sealed = parts.crypto
      .encrypt('person.particulars', JSON.stringify({ ethnicity: '东乡族' }))
      .toString('base64')
    await withAccess(parts.database, SYSTEM, ({ client }) =>
      client.query('UPDATE fatong.person SET profile = $2 WHERE id = $1', [
        person.personId,
        { 'particulars:1': sealed },
      ]),
    )
    const foreign = await bareCase(parts, other)
    const upload = await uploadToCase(parts, person, {
      params: { number: own.number },
      query: { kind: 'wageEvidence', name: '欠条.jpg' },
      body: Readable.from([jpeg()]),
    })
    expect(upload).toMatchObject({ ok: true })
    const outcome = await exportMyData(parts, person)
    if (!outcome.ok) throw new Error(outcome.error)
    expect(outcome.value).toMatchObject({
      person: { name: '王小明', phone: PHONE, idNumber: ID_NUMBER, address: '中川镇平安路12号' },
      cases: [
        {
          number: own.number,
          form: { story: '三个月没发工资', ethnicity: '东乡族' },
          materials: [{ name: '欠条.jpg' }],
        },
      ],
    })
    const text = JSON.stringify(outcome.value)
    expect(text).not.toContain(foreign.number)
    expect(text).not.toContain('内部意见')
    expect(text).not.toContain(sealed)
    expect((await auditOf(person.personId)).map(({ action }) => action)).toContain('export')
  })
})

describe('files of a case', () => {
  it('are opened by the applicant and by who works on it, and by nobody else', async () => {
    const [person, other] = [await citizen(parts), await citizen(parts)]
    const { id, number } = await bareCase(parts, person)
    const upload = await uploadToCase(parts, person, {
      params: { number },
      query: { kind: 'idFront', name: '身份证.jpg' },
      body: Readable.from([jpeg()]),
    })
    const material = upload.ok ? upload.value.id : ''
    expect(await openMaterial(parts, person, input({ params: { number, id: material } }))).toMatchObject({ ok: true })
    expect(await openMaterial(parts, other, input({ params: { number, id: material } }))).toEqual({
      ok: false,
      error: 'notFound',
    })
    const clerk = await staffWith(parts, 'clerk', parts.places.center)
    expect(await openCaseMaterial(parts, clerk, input({ params: { id, material } }))).toMatchObject({ ok: true })
    const stranger = await staffWith(parts, 'stationStaff', parts.places.otherTown)
    expect(await openCaseMaterial(parts, stranger, input({ params: { id, material } }))).toEqual({
      ok: false,
      error: 'notFound',
    })
    expect((await auditOf(material)).map(({ action, actor_name }) => [action, actor_name])).toEqual([
      ['change', '王小明'],
      ['download', '王小明'],
      ['download', clerk.name],
    ])
  })
  it('are not added to cases out of reach', async () => {
    const [person, other] = [await citizen(parts), await citizen(parts)]
    const { id, number } = await bareCase(parts, person)
    expect(
      await uploadToCase(parts, other, {
        params: { number },
        query: { kind: 'other', name: 'x.jpg' },
        body: Readable.from([jpeg()]),
      }),
    ).toMatchObject({ error: 'notFound' })
    const stranger = await staffWith(parts, 'stationStaff', parts.places.otherTown)
    expect(
      await uploadCaseMaterial(parts, stranger, {
        params: { id },
        query: { kind: 'other', name: 'x.jpg' },
        body: Readable.from([jpeg()]),
      }),
    ).toMatchObject({ error: 'notFound' })
    const clerk = await staffWith(parts, 'clerk', parts.places.center)
    expect(
      await uploadCaseMaterial(parts, clerk, {
        params: { id },
        query: { kind: 'nonsense', name: 'x.jpg' },
        body: Readable.from([jpeg()]),
      }),
    ).toMatchObject({ error: 'malformed' })
    expect(
      await uploadCaseMaterial(parts, clerk, {
        params: { id },
        query: { kind: 'other', name: 'x.jpg' },
        body: Readable.from([jpeg()]),
      }),
    ).toMatchObject({ ok: true })
  })
})

it('the notice names the centre, the periods and every right', async () => {
  const outcome = await privacyNotice(parts, parts.nobody)
  if (!outcome.ok) throw new Error('no notice')
  const text = JSON.stringify(outcome.value)
  for (const word of ['公共法律服务中心', '60 天', '3 年', '更正', '导出', '撤回', '14 周岁', '加密'])
    expect(text).toContain(word)
  expect(outcome.value.sensitive.length).toBeGreaterThanOrEqual(4)
})
