import { expect, test } from 'vitest'
import { citesOf } from '../answer/from-guide.ts'
import { TOPICS } from '../vocabulary.ts'
import { loadGuides, readGuides } from './load.ts'
import { offersFor } from '../answer/offers.ts'
import { calculatorsOf } from './calculators.ts'
import { guideProblems } from './problems.ts'
import { guideSources } from './sources.ts'

test('every guide is sound: fields, topic and file, ways to ask, citations, no title twice', () => {
  expect(readGuides().problems).toEqual([])
})

test('every topic of the tree has guides', () => {
  const topics = new Set(loadGuides().map(({ topic }) => topic))
  expect(TOPICS.filter((topic) => !topics.has(topic))).toEqual([])
})

/** Changed after April 2025, the state of the texts that guides were held against. */
const CHANGED = /^(?:治安管理处罚法|婚姻登记条例)#|解释（一）#32$/
test('a guide that rests on law which has changed since says so to everybody', () => {
  const silent = loadGuides().filter(
    (guide) => guide.toCheck === undefined && [...citesOf(guide)].some((key) => CHANGED.test(key)),
  )
  expect(silent.map(({ slug }) => slug)).toEqual([])
  // Double pay, detention by the police and registering a divorce are named here because they cite none of those texts.
  const marked = new Set(
    loadGuides()
      .filter(({ toCheck }) => toCheck !== undefined)
      .map(({ slug }) => slug),
  )
  expect(
    [
      'labourContract/no-contract-double-pay',
      'authority/police-detain-appeal',
      'divorce/both-agree-thirty-days',
    ].filter((slug) => !marked.has(slug)),
  ).toEqual([])
})

test('guides on renting a home tell of the regulation on it, which nobody has held them against; that on shops is not about homes', () => {
  const silent = loadGuides().filter(
    ({ topic, toCheck }) => topic === 'tenancy' && toCheck?.includes('《住房租赁条例》') !== true,
  )
  expect(silent.map(({ slug }) => slug)).toEqual(['tenancy/shop-transfer-fee'])
})

test('what was found wrong in guides stays right', () => {
  const saidIn = (slug: string) => {
    const guide = loadGuides().find((one) => one.slug === slug)!
    return [...guide.answer, ...guide.steps, ...guide.deadlines, ...guide.traps]
  }
  // 行政复议法 20, 行政诉讼法 46: from knowing of the decision, whoever is still detained.
  const detained = saidIn('authority/police-detain-appeal').filter(({ text }) => /60天/u.test(text))
  expect(detained).toHaveLength(2)
  expect(detained.every(({ text }) => text.includes('从知道拘留决定那天') && !text.includes('出来后'))).toBe(true)
  // 土地管理法 77 and 79: land taken without any approval is no matter of an approval that is void.
  const taken = saidIn('land/requisition-procedure')
  expect(taken.find(({ text }) => text.includes('没批准就占地'))?.cites).toContain('土地管理法#77')
  expect(taken.filter(({ cites }) => cites.includes('土地管理法#79')).map(({ text }) => text)).toEqual([
    '没权批的、越权批的、不按程序批的，批文无效。',
  ])
  expect(
    saidIn('notary/documents-for-abroad')
      .map(({ text }) => text)
      .join(''),
  ).toContain('附加证明书')
})

test('a calculator is offered where there is one, and the one that fits', () => {
  const offering = loadGuides().filter(({ offers }) => offers.includes('calculator'))
  expect(offering.length).toBeGreaterThan(20)
  expect(offering.filter((guide) => calculatorsOf(guide).length === 0).map(({ slug }) => slug)).toEqual([])
  const of = (slug: string) =>
    calculatorsOf(offering.find((guide) => guide.slug === slug) ?? { topic: 'other', offers: [] })
  expect([
    of('wages/overtime-pay'),
    of('labourContract/no-contract-double-pay'),
    of('labourContract/annual-leave'),
    of('workInjury/grade-and-pay'),
  ]).toEqual([['overtime'], ['double-pay'], ['annual-leave'], ['disability-benefit']])
  const calculators = TOPICS.map((topic) => [
    topic,
    offersFor(topic, undefined).flatMap(({ calculator }) => calculator ?? []),
  ])
  expect(calculators.filter(([, found]) => found?.length !== 0)).toEqual([
    ['wages', ['unpaid-wages', 'overtime']],
    ['labourContract', ['severance', 'double-pay']],
    ['workInjury', ['disability-benefit']],
  ])
})

test('telephone numbers are national ones', () => {
  const national =
    /^(12348|12333|12338|12355|12345|12337|12315|12368|12309|12350|12388|12389|12390|12385|12378|12363|12369|12320|12317|12367|12339|12305|12393|12366|12321|12377|12318|95598|96110)$/
  const numbers = loadGuides().flatMap((guide) =>
    [
      ...JSON.stringify(guide).matchAll(/(?<![\d.])(1\d{4}|9\d{4}|0\d{2,3}-?\d{7,8}|1\d{10})(?![\d元,.]|年|天|块)/g),
    ].map(([, number = '']) => `${guide.slug} ${number}`),
  )
  expect(numbers.filter((found) => !national.test(found.split(' ')[1] ?? ''))).toEqual([])
})

test('a file says which field is wrong and how', () => {
  const [guide] = loadGuides()
  const wrong = {
    ...guide,
    asked: ['一', '二', '三'],
    reviewed: 'yesterday',
    answer: [{ text: '30日内申请', cites: [] }],
  }
  expect(
    guideProblems(wrong)
      .map(({ field }) => field)
      .sort(),
  ).toEqual(['answer', 'answer[0]', 'asked', 'reviewed'])
  expect(guideProblems({ ...guide, deadlines: [{ text: '好', cites: ['劳动法44'] }] })).toEqual([
    { field: 'deadlines[0]', what: '"劳动法44" must be written law#number' },
  ])
  expect(guideProblems('no mapping')).toHaveLength(1)
  const offering = { ...guide, offers: ['calculator'] }
  expect(guideProblems({ ...offering, topic: 'loans', slug: 'loans/some' }).map(({ field }) => field)).toEqual([
    'offers',
  ])
  expect(guideProblems({ ...offering, topic: 'loans', slug: 'loans/some', calculators: ['severance'] })).toEqual([])
  expect(guideProblems({ ...offering, calculators: ['interest'] })).toEqual([
    { field: 'calculators', what: '"interest" is no calculator' },
  ])
  expect(guideProblems({ ...guide, offers: ['apply'], calculators: ['severance'] }).map(({ field }) => field)).toEqual([
    'calculators',
  ])
})

test('the index sees all that is shown, and the ways to ask apart', () => {
  const guides = loadGuides()
  const sources = guideSources(guides)
  expect(new Set(sources.map(({ id }) => id)).size).toBe(guides.length)
  expect(
    sources.every(
      (source, at) => guides[at]?.steps.every(({ text }) => source.text.includes(text)) && source.alsoAsked !== '',
    ),
  ).toBe(true)
})
