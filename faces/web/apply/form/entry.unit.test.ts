import { ApplicationEntry } from '@fatong/contract/citizen/draft.ts'
import { expect, test } from 'vitest'
import { entryOf } from './entry.ts'
import { factsOfForm } from './facts.ts'
import { newFamily, newForm, readForm, type Form } from './form.ts'
import { problemsOf, stepOfField } from './problems.ts'

const around = {
  today: '2026-11-23',
  now: Date.parse('2026-11-23T10:00:00+08:00'),
  signed: true,
  assist: false,
  custodyPlace: false,
}
const good: Form = {
  ...newForm(),
  matter: 'laborRemuneration',
  who: 'self',
  applicant: {
    name: ' 王建国 ',
    idNumber: '11010519491231002x',
    phone: '13812345678',
    address: '',
    ethnicity: '',
    occupation: '',
    registeredAddress: '',
  },
  opponents: [{ name: '兰新建筑公司', kind: 'organisation', creditCode: '', affiliates: '', phone: '', address: '' }],
  story: '三个月没发工资',
  claimYuan: '12,345.6',
  consents: { notice: '2026-1', agreed: true, sensitive: true, meansQuery: false },
  pledge: true,
}
const STEPS = [
  'matter',
  'who',
  'person',
  'opponent',
  'story',
  'means',
  'family',
  'hardship',
  'photos',
  'consent',
  'signature',
  'review',
] as const

test('a form without problems is an entry the contract accepts', () => {
  for (const step of STEPS) expect(problemsOf(step, good, around), step).toEqual({})
  const parsed = ApplicationEntry.parse(entryOf(good, around.today))
  expect(parsed.claimFen).toBe(1_234_560)
  expect(parsed.applicant.idNumber).toBe('11010519491231002X')
  expect(parsed.facts).toMatchObject({ matter: 'laborRemuneration', applicantRole: 'self', birthDate: '1949-12-31' })
})
test('an application for a relative names the proxy', () => {
  const form: Form = {
    ...good,
    who: 'family',
    relation: 'child',
    proxy: { ...good.applicant, idNumber: '110105194912310038' },
  }
  form.proxy.idNumber =
    ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'X']
      .map((d) => `11010519491231003${d}`)
      .find(
        (id) =>
          Object.keys(problemsOf('person', { ...form, proxy: { ...form.proxy, idNumber: id } }, around)).length === 0,
      ) ?? ''
  expect(ApplicationEntry.parse(entryOf(form, around.today)).proxy?.relation).toBe('child')
  expect(factsOfForm(form, around.today)).toMatchObject({ applicantRole: 'closeRelative', relation: 'child' })
})
test('companies of the same owner are told one by one, of organisations only, and no more than the service takes', () => {
  const withCompanies = (affiliates: string, kind: 'organisation' | 'person' = 'organisation'): Form => ({
    ...good,
    opponents: good.opponents.map((one) => ({ ...one, kind, affiliates })),
  })
  const told = (form: Form) => ApplicationEntry.parse(entryOf(form, around.today)).opponents[0]?.affiliates
  expect(told(good)).toBeUndefined()
  expect(told(withCompanies('兰新集团、 兰新劳务公司'))).toEqual(['兰新集团', '兰新劳务公司'])
  expect(told(withCompanies('兰新集团', 'person'))).toBeUndefined()
  const wrong = (affiliates: string) => problemsOf('opponent', withCompanies(affiliates), around)
  expect(wrong('兰新集团')).toEqual({})
  expect(Object.keys(wrong(Array.from({ length: 11 }, (_, i) => `公司${i}`).join('、')))).toEqual([
    'opponents.0.affiliates',
  ])
  expect(Object.keys(wrong('长'.repeat(101)))).toEqual(['opponents.0.affiliates'])
  expect(problemsOf('opponent', withCompanies('长'.repeat(101), 'person'), around)).toEqual({})
})
test('an empty form is told what is missing, step by step', () => {
  const keys = STEPS.flatMap((step) => Object.keys(problemsOf(step, newForm(), { ...around, signed: false })))
  expect(keys).toEqual(
    [
      'matter',
      'who',
      'applicant.name',
      'applicant.idNumber',
      'opponents.0.kind',
      'opponents.0.name',
      'story',
      'consents.notice',
      'consents.sensitive',
      'signature',
      'pledge',
    ].flatMap((key) => (key === 'applicant.idNumber' ? [key, 'applicant.phone'] : [key])),
  )
})
test('5,000 characters in a name are kept and complained about', () => {
  const form = { ...good, applicant: { ...good.applicant, name: '王'.repeat(5000) } }
  expect(problemsOf('person', form, around)).toHaveProperty(['applicant.name'])
  expect(readForm(JSON.parse(JSON.stringify(form)) as unknown).applicant.name).toHaveLength(5000)
})
test('the family and the ethnicity are told only by who wants to; an empty row is nobody', () => {
  expect(entryOf(good, around.today)).not.toHaveProperty('family')
  const row = { name: '马婳', relation: 'spouse' as const, occupation: ' 务农 ', monthlyYuan: '900.5' }
  const form: Form = { ...good, applicant: { ...good.applicant, ethnicity: '东乡族' }, family: [row, newFamily()] }
  expect(problemsOf('family', form, around)).toEqual({})
  expect(ApplicationEntry.parse(entryOf(form, around.today))).toMatchObject({
    applicant: { ethnicity: '东乡族' },
    family: [{ name: '马婳', relation: 'spouse', occupation: '务农', monthlyIncomeFen: 90_050 }],
  })
  expect(
    Object.keys(
      problemsOf('family', { ...form, family: [{ ...row, name: '', relation: '', monthlyYuan: '很少' }] }, around),
    ),
  ).toEqual(['family.0.name', 'family.0.relation', 'family.0.monthlyIncomeFen'])
  expect(readForm(JSON.parse(JSON.stringify(form)) as unknown)).toEqual(form)
})
test('what only papers show is told by who wants to, and answers the rules that would ask it', () => {
  expect(entryOf(good, around.today)).not.toHaveProperty('forPapers')
  const form: Form = {
    ...good,
    applicant: { ...good.applicant, registeredAddress: ' 东乡县某村 ' },
    groups: ['migrantWorker', 'veteran'],
    assets: { kinds: ['home'], more: '' },
    burdens: { kinds: [], more: ' 欠医院的钱 ' },
  }
  expect(ApplicationEntry.parse(entryOf(form, around.today)).forPapers).toEqual({
    registeredAddress: '东乡县某村',
    groups: ['migrantWorker', 'veteran'],
    assets: { kinds: ['home'] },
    burdens: { kinds: [], more: '欠医院的钱' },
  })
  expect(factsOfForm(form, around.today).isMigrantWorker).toBe(true)
  expect(factsOfForm({ ...form, facts: { isMigrantWorker: false } }, around.today).isMigrantWorker).toBe(false)
  expect(
    Object.keys(problemsOf('hardship', { ...form, burdens: { kinds: [], more: '难'.repeat(301) } }, around)),
  ).toEqual(['burdens.more'])
  expect(readForm(JSON.parse(JSON.stringify(form)) as unknown)).toEqual(form)
  expect([stepOfField('forPapers.assets.more'), stepOfField('forPapers.registeredAddress')]).toEqual([
    'hardship',
    'person',
  ])
})
test('what is kept is read whatever its shape', () => {
  expect(readForm(null)).toEqual(newForm())
  expect(readForm({ story: 5, applicant: 'x', opponents: [], facts: [] })).toEqual(newForm())
  expect(readForm(JSON.parse(JSON.stringify(good)) as unknown)).toEqual(good)
})
test('a field of the server finds its step', () => {
  expect(stepOfField('applicant.idNumber')).toBe('person')
  expect(stepOfField('opponents.0.name')).toBe('opponent')
  expect(stepOfField('draftSecret')).toBe('review')
})
test('wishes: nothing said is nothing sent; language, gender and the lawyer asked for go along', () => {
  expect(entryOf(good, around.today).wishes).toBeUndefined()
  const lawyerId = '77777777-7777-4777-8777-777777777777'
  expect(
    ApplicationEntry.parse(entryOf({ ...good, language: '东乡语', lawyerGender: 'female', lawyerId }, around.today))
      .wishes,
  ).toEqual({ language: '东乡语', lawyerGender: 'female', lawyerId })
})
