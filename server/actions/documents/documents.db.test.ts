import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CaseState } from '@fatong/casework/application/state.ts'
import { SYSTEM } from '../../db/access.ts'
import type { StoredDocument } from '../../db/stores/documents.ts'
import { ISSUED_KINDS, type DocumentKind } from '../../documents/kinds.ts'
import { documentPool } from '../../documents/pool.ts'
import { sampleIdNumber, samplePhone } from '../../seed/applicants.ts'
import { SAMPLE_CASES } from '../../seed/cases.ts'
import { testDistrict, type TestDistrict } from '../../seed/testing/district.ts'
import type { Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { input } from '../testing/test-parts.ts'
import { openCaseDocument, openDocument } from './open-document.ts'
import { previewDocument } from './preview-document.ts'
import { verifyDocument } from './verify-document.ts'

let district: TestDistrict
/** what was asked to be drawn; every drawing differs, as a clock or a font would make it */
const asked: { kind: DocumentKind; data: Record<string, unknown> }[] = []
let parts: Parts
const pool = documentPool()

beforeAll(async () => {
  district = await testDistrict()
  const draw = (kind: DocumentKind, data: object) => {
    asked.push({ kind, data: data as Record<string, unknown> })
    return Buffer.from(`%PDF ${crypto.randomUUID()}`)
  }
  parts = {
    ...district.parts,
    documents: {
      ...pool,
      pdf: async (kind, data) => ({ pdf: draw(kind, data), missingCharacters: [] }),
      docx: async (kind, data) => draw(kind, data),
    },
  }
})
afterAll(async () => {
  await pool.close()
  await district.close()
})

const papers = async (name: string): Promise<StoredDocument[]> =>
  parts.stores.documents.ofCase(SYSTEM, (await district.caseOf(name)).id)
async function paper(name: string, kind: DocumentKind): Promise<StoredDocument> {
  const found = (await papers(name)).find((one) => one.kind === kind)
  if (!found) throw new Error(`${name} has no ${kind}`)
  return found
}
const open = async (name: string, kind: DocumentKind, as: 'pdf' | 'docx' = 'pdf', who = name) =>
  openDocument(
    parts,
    await district.applicant(who),
    input({
      params: { number: (await district.caseOf(name)).number, id: (await paper(name, kind)).id },
      query: { as },
    }),
  )
const atDesk = async (login: string, name: string, kind: DocumentKind) =>
  openCaseDocument(
    parts,
    district.cast.byLogin(login),
    input({
      params: { id: (await district.caseOf(name)).id, document: (await paper(name, kind)).id },
      query: { as: 'pdf' },
    }),
  )
function bytesOf(outcome: Outcome<{ file: unknown }>): Buffer {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.value.file as Buffer
}
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

it.each(['pdf', 'docx'] as const)('draws a paper once: everybody gets the same bytes (%s)', async (as) => {
  const drawings = await Promise.all([open('何长生', 'grantDecision', as), open('何长生', 'grantDecision', as)])
  const later = bytesOf(await open('何长生', 'grantDecision', as))
  expect(drawings.map((one) => sha256(bytesOf(one)))).toEqual([sha256(later), sha256(later)])
  const row = await paper('何长生', 'grantDecision')
  expect(as === 'pdf' ? row.pdfSha256 : row.docxSha256).toBe(sha256(later))
})

it('fills the application form with what is kept sealed', async () => {
  const serial = SAMPLE_CASES.findIndex(({ name }) => name === '马有财') + 1
  const one = SAMPLE_CASES[serial - 1]!
  expect(JSON.stringify((await paper('马有财', 'applicationForm')).data)).not.toContain(sampleIdNumber(one, serial))
  bytesOf(await open('马有财', 'applicationForm'))
  expect(asked.at(-1)).toMatchObject({
    kind: 'applicationForm',
    data: {
      idNumber: sampleIdNumber(one, serial),
      phone: samplePhone(serial),
      sex: '男',
      ethnicity: '回族',
      employer: '进城务工',
      bornOn: one.birth,
      means: 'waived',
      registeredAddress: '甘肃省某县某村（样例地址）',
      personGroup: ['migrantWorker', 'ethnicMinority'],
    },
  })
  expect(
    Buffer.from(asked.at(-1)?.data.signature as Uint8Array)
      .subarray(1, 4)
      .toString('latin1'),
  ).toBe('PNG')
})

it('writes down the means of those whose means are looked at, and asks nothing of the others', async () => {
  const checked = SAMPLE_CASES.find(
    ({ matter, until }) =>
      !['laborRemuneration', 'maintenance', 'injuryDamage', 'domesticViolence'].includes(matter) && until !== 'refused',
  )!
  const statement = await paper(checked.name, 'meansStatement')
  expect(statement).toMatchObject({
    number: (await district.caseOf(checked.name)).number,
    data: {
      householdSize: '4 人（含本人）',
      monthlyIncomePerPerson: '600 元',
      standard: expect.stringMatching(/^人均月收入不高于 [\d,.]+ 元$/) as string,
      waiver: 'none',
      verification: 'query',
    },
  })
  bytesOf(await open(checked.name, 'meansStatement'))
  expect(asked.at(-1)?.data.idNumber).toMatch(/^\d{17}[\dX]$/)
  // The family stands sealed with the application and is opened on the paper alone.
  const members = asked.at(-1)?.data.members as {
    name: string
    relation: string
    occupation?: string
    monthlyIncome: string
  }[]
  expect(members.map(({ relation }) => relation)).toEqual(['本人', '配偶', '父母', '子女'])
  expect(members[0]).toMatchObject({ name: checked.name, occupation: '务农' })
  expect(members.map(({ monthlyIncome }) => monthlyIncome)).toEqual(['未填写', '800 元', '未填写', '0 元'])
  expect(asked.at(-1)?.data.householdIncome).toBe('2,400 元')
  expect(asked.at(-1)?.data).toMatchObject({
    assets: '自住房屋；承包地、果园。平房三间',
    burdens: '家里有人长期生病；孩子上学',
  })
  const { id } = await district.caseOf(checked.name)
  const kept = JSON.stringify([
    statement.data,
    await parts.stores.cases.load(SYSTEM, id),
    await parts.stores.cases.history(SYSTEM, id),
  ])
  expect(kept).not.toMatch(/家人甲|务农|平房|长期生病|某县某村/)
  expect((await papers('马有财')).map(({ kind }) => kind)).not.toContain('meansStatement')
})

it('tells the lawyer the phone of the recipient on the assignment notice', async () => {
  const { state } = (await parts.stores.cases.load(SYSTEM, (await district.caseOf('高小兵')).id)) as {
    state: CaseState
  }
  const lawyer = district.cast.byId(state.assignment?.provider.staffId ?? '')
  bytesOf(await atDesk(lawyer.login, '高小兵', 'assignmentNotice'))
  expect(asked.at(-1)?.data.recipientPhone).toMatch(/^1390000\d{4}$/)
  // Whom the letter names can be looked up and called: the number in the register, and the firm's phone where no other is kept.
  expect(asked.at(-1)?.data.providerLicence).toMatch(/^1620100001\d{7}$/)
  expect(asked.at(-1)?.data.providerPhone).toMatch(/^0931-00001\d\d$/)
})

it('lays out the agreement and the power of attorney to be signed, for the lawyer and the recipient alike', async () => {
  const agreement = await paper('丁海龙', 'engagementAgreement'),
    power = await paper('丁海龙', 'powerOfAttorney')
  expect([agreement.number, power.number]).toEqual([
    expect.stringMatching(/委字〔2026〕第\d{4}号$/),
    expect.stringMatching(/授字〔2026〕第\d{4}号$/),
  ])
  expect(JSON.stringify([agreement.data, power.data])).not.toMatch(/1390000\d{4}/)
  bytesOf(await open('丁海龙', 'powerOfAttorney'))
  expect(asked.at(-1)?.data).toMatchObject({
    recipient: '丁海龙',
    role: 'agent',
    recipientPhone: expect.stringMatching(/^1390000\d{4}$/) as string,
    idNumber: expect.stringMatching(/^\d{17}[\dX]$/) as string,
    providerLicence: expect.stringMatching(/^1620100001\d{7}$/) as string,
  })
  const { state } = (await parts.stores.cases.load(SYSTEM, (await district.caseOf('丁海龙')).id)) as {
    state: CaseState
  }
  bytesOf(
    await atDesk(district.cast.byId(state.assignment?.provider.staffId ?? '').login, '丁海龙', 'engagementAgreement'),
  )
  expect(asked.at(-1)).toMatchObject({
    kind: 'engagementAgreement',
    data: { basis: expect.stringMatching(/决字〔2026〕第\d{4}号给予法律援助决定书$/) as string },
  })
})

it('opens papers for those who see the case only', async () => {
  expect(await open('何长生', 'grantDecision', 'pdf', '马有财')).toMatchObject({ error: 'notFound' })
  expect(await atDesk('lvshi3', '何长生', 'grantDecision')).toMatchObject({ error: 'notFound' })
  expect(await atDesk('zhongchuan', '何长生', 'grantDecision')).toMatchObject({ ok: true })
  const elsewhere = input<{ number: string; id: string }, { as: 'pdf' | 'docx' }, Record<string, never>>({
    params: { number: (await district.caseOf('马有财')).number, id: (await paper('何长生', 'grantDecision')).id },
    query: { as: 'pdf' },
  })
  expect(await openDocument(parts, await district.applicant('马有财'), elsewhere)).toMatchObject({ error: 'notFound' })
})

it('keeps the file of the lawyer and letters between offices from the applicant', async () => {
  expect(await open('石生玉', 'closingReport')).toMatchObject({ error: 'notFound' })
  expect(await open('杨玉莲', 'officialLetter')).toMatchObject({ error: 'notFound' })
  expect(await atDesk('shenjuan', '石生玉', 'closingReport')).toMatchObject({ ok: true })
})

it('vouches for a paper by its code, and shows no more than it must', async () => {
  bytesOf(await open('何长生', 'grantDecision'))
  const { verifyCode, number, pdfSha256 } = await paper('何长生', 'grantDecision')
  const check = (code: string) => verifyDocument(parts, district.nobody, input({ params: { code } }))
  expect(await check(verifyCode)).toMatchObject({
    value: { genuine: true, number, issuedOn: '2026-11-23', recipientMasked: '何**', sha256: pdfSha256 },
  })
  expect(await check(`${verifyCode.slice(0, -1)}~`)).toMatchObject({
    value: { genuine: false, number: '', recipientMasked: '' },
  })
})

it('previews what a button would issue, unnumbered, and keeps nothing', async () => {
  const { id } = await district.caseOf('刘德福')
  const before = await papers('刘德福')
  const preview = (
    login: string,
    command: 'grantAid' | 'refuseAid' | 'acceptAssignment',
    body: Record<string, unknown>,
  ) => previewDocument(parts, district.cast.byLogin(login), input({ params: { id, command }, body }))
  bytesOf(await preview('shenpi', 'grantAid', { note: '同意给予援助' }))
  expect(asked.at(-1)).toMatchObject({
    kind: 'grantDecision',
    data: { documentNumber: '（预览，未编号）', applicant: '刘德福', reason: '同意给予援助' },
  })
  expect(await papers('刘德福')).toEqual(before)
  expect((await district.caseOf('刘德福')).status).toBe('accepted')
  expect(await preview('shouli', 'grantAid', { note: '' })).toMatchObject({ refusal: 'notAllowed' })
  expect(await preview('shenpi', 'refuseAid', { reasons: [], explanation: '' })).toMatchObject({ error: 'malformed' })
  expect(await preview('zhipai', 'acceptAssignment', {})).toMatchObject({ ok: false })
})

it('issues papers of the sample that can really be drawn, one of each kind', async () => {
  const seen = new Map<string, { name: string; paper: StoredDocument }>()
  for (const { name } of SAMPLE_CASES)
    for (const one of await papers(name))
      if (!seen.has(one.kind) && !one.pdfSha256 && !one.docxSha256) seen.set(one.kind, { name, paper: one })
  // Issued in the sample: all but those of cases nobody in it has come to.
  expect(ISSUED_KINDS.filter((kind) => !seen.has(kind))).toEqual([
    'defenceAgreement',
    'replacementNotice',
    'deemedWithdrawnNotice',
    'objectionResult',
  ])
  for (const [kind, { name, paper: one }] of seen) {
    const really = { ...parts, documents: pool }
    const outcome = await openCaseDocument(
      really,
      district.cast.byLogin('zhuren'),
      input({ params: { id: (await district.caseOf(name)).id, document: one.id }, query: { as: 'pdf' as const } }),
    )
    expect(bytesOf(outcome).length, kind).toBeGreaterThan(5_000)
  }
}, 120_000)
