import { ApplicationEntry } from '@fatong/contract/citizen/draft.ts'
import { idNumberIsValid } from '@fatong/contract/values.ts'
import { expect, test } from 'vitest'
import { entryOf } from './entry.ts'
import { newForm, type Form } from './form.ts'
import { isUnder14, withGuardianIsOpponent } from './guardian.ts'
import { problemsOf } from './problems.ts'

const today = '2026-11-23'
const phone = { today, now: Date.parse('2026-11-23T10:00:00+08:00'), signed: true, assist: false, custodyPlace: false }
const numbered = (birth: string): string =>
  [...'0123456789X'].map((last) => `620123${birth}001${last}`).find(idNumberIsValid) ?? ''
const person = (idNumber: string) => ({
  name: '王小雨',
  idNumber,
  phone: '13812345678',
  address: '',
  ethnicity: '',
  occupation: '',
  registeredAddress: '',
})
const applying = (birth: string, over: Partial<Form> = {}): Form => ({
  ...newForm(),
  matter: 'maintenance',
  who: 'self',
  applicant: person(numbered(birth)),
  proxy: person(numbered('19880605')),
  ...over,
})
const wrong = (form: Form, around = phone) => [
  ...new Set([...Object.keys(problemsOf('who', form, around)), ...Object.keys(problemsOf('person', form, around))]),
]

test('a child needs an adult until the day before the 14th birthday', () => {
  expect([isUnder14(applying('20121124'), today), isUnder14(applying('20121123'), today)]).toEqual([true, false])
  expect(wrong(applying('20121124'))).toEqual(['who', 'applicant.idNumber'])
  expect(wrong(applying('20121124', { who: 'helping' }))).toEqual(['who', 'applicant.idNumber'])
  expect(wrong(applying('20121123'))).toEqual([])
  expect(isUnder14(applying('20121124', { applicant: person('6201232012112400') }), today)).toBe(false)
})
test('a parent or guardian applies, nothing more is asked', () => {
  for (const relation of ['legalRepresentative', 'parent'] as const)
    expect(wrong(applying('20140506', { who: 'family', relation }))).toEqual([])
  expect(wrong(applying('20140506', { who: 'family' }))).toEqual(['relation'])
})
test('another relative says whether the guardian does harm; a child’s written authority is none', () => {
  const grandmother = applying('20140506', { who: 'family', relation: 'grandparent' })
  expect(wrong(grandmother)).toEqual(['guardianIsOpponent'])
  expect(wrong({ ...grandmother, ...withGuardianIsOpponent(grandmother, false) })).toEqual(['guardianIsOpponent'])
  const harmed = { ...grandmother, ...withGuardianIsOpponent(grandmother, true) }
  expect(wrong(harmed)).toEqual([])
  expect(harmed.answers).toEqual([
    { key: 'guardianIsOpponent', question: '侵害孩子的，就是他（她）的父母或监护人吗？', answer: '是' },
  ])
  expect(wrong({ ...harmed, relation: 'authorizedAgent' })).toEqual(['relation'])
})
test('beside staff the child may come alone where the guardian does harm; with a relative staff look at the papers', () => {
  const desk = { ...phone, assist: true }
  const alone = applying('20140506')
  expect(wrong(alone, desk)).toEqual(['guardianIsOpponent'])
  expect(wrong({ ...alone, ...withGuardianIsOpponent(alone, true) }, desk)).toEqual([])
  expect(wrong({ ...alone, ...withGuardianIsOpponent(alone, false) }, desk)).toEqual(['guardianIsOpponent'])
  expect(wrong(applying('20140506', { who: 'family', relation: 'grandparent' }), desk)).toEqual([])
})
test('what was said about the guardian goes along', () => {
  const form = applying('20140506', {
    who: 'family',
    relation: 'grandparent',
    opponents: [{ name: '王某', kind: 'person', creditCode: '', affiliates: '', phone: '', address: '' }],
    story: '父亲打人',
    consents: { notice: '1', agreed: true, sensitive: true, meansQuery: false },
    pledge: true,
  })
  expect(
    ApplicationEntry.parse(entryOf({ ...form, ...withGuardianIsOpponent(form, true) }, today)).facts,
  ).toMatchObject({ guardianIsOpponent: true, applicantRole: 'closeRelative', relation: 'grandparent' })
})
