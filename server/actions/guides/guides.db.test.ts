import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Guide } from '@fatong/knowledge/guides/guide.ts'
import { testDistrict, type TestDistrict } from '../../seed/testing/district.ts'
import { input } from '../testing/test-parts.ts'

import type { Caller, StaffCaller } from '../caller.ts'
import type { Parts } from '../parts.ts'
import { deskGuide, deskGuides, publishGuide, returnGuide, writeGuide } from './desk-guides.ts'
import { listGuides, readGuide } from './read-guides.ts'
import { guideShelf } from './shelf.ts'

const WAGES: Guide = {
  slug: 'wages/late',
  topic: 'wages',
  title: '工资拖着不给怎么办',
  asked: ['老板不给钱'],
  situation: '干完活没拿到工资',
  answer: [{ text: '可以先投诉。', cites: ['劳动合同法#30', '刑法#276-1'] }],
  steps: [{ text: '留好记工本。', cites: [] }],
  papers: ['身份证'],
  deadlines: [],
  where: '劳动监察',
  cost: '不收钱',
  traps: [],
  offers: ['apply', 'calculator'],
  reviewed: '2026-11-24',
}
const { slug: _, ...BODY } = WAGES
const params = { topic: 'wages' as const, name: 'late' }

let district: TestDistrict
let parts: Parts
let clerk: StaffCaller, director: StaffCaller, approver: StaffCaller, liaison: StaffCaller
const nobody: Caller = { kind: 'anonymous', ip: '127.0.0.1', userAgent: 'test' }
beforeAll(async () => {
  district = await testDistrict()
  parts = { ...district.parts, guides: guideShelf([WAGES], district.parts.stores.guides, district.parts.clock) }
  const { cast } = district
  ;[clerk, director, approver, liaison] = [
    cast.byLogin('shouli'),
    cast.byLogin('zhuren'),
    cast.byLogin('shenpi'),
    cast.byLogin('mingbairen1'),
  ]
})
afterAll(() => district.close())

const newest = async (name = params.name) => {
  const found = await deskGuide(parts, clerk, input({ params: { ...params, name } }))
  return found.ok ? found.value.versions[0] : undefined
}
const write = async (
  by: StaffCaller,
  title: string,
  { takeDown = false, base, name = params.name }: { takeDown?: boolean; base?: number; name?: string } = {},
) =>
  writeGuide(
    parts,
    by,
    input({
      params: { ...params, name },
      body: { body: { ...BODY, title }, note: '改标题', takeDown, base: base ?? (await newest(name))?.version ?? 0 },
    }),
  )
const settling = async (version: number, note: string, seen?: number) =>
  input({ params: { ...params, version }, body: { note, seen: seen ?? (await newest())?.writtenAt ?? 0 }, query: {} })

it('gives everybody the shipped guide with the articles it rests on', async () => {
  expect(await listGuides(parts, nobody, input({ query: {} }))).toMatchObject({
    ok: true,
    value: { items: [{ slug: 'wages/late' }] },
  })
  expect(await listGuides(parts, nobody, input({ query: { topic: 'divorce' as const } }))).toMatchObject({
    ok: true,
    value: { items: [] },
  })
  expect(await readGuide(parts, nobody, input({ params }))).toMatchObject({
    ok: true,
    value: { title: WAGES.title, articles: [{ label: '《劳动合同法》第30条' }, { label: '《刑法》第276条之1' }] },
  })
  const loan: Guide = { ...WAGES, slug: 'loans/late', topic: 'loans' }
  const offered = async (guide: Guide) => {
    const read = await readGuide(
      { ...parts, guides: guideShelf([guide], parts.stores.guides, parts.clock) },
      nobody,
      input({ params: { topic: guide.topic, name: 'late' } }),
    )
    return read.ok ? [read.value.offers, read.value.calculators] : read
  }
  expect(await offered(WAGES)).toEqual([
    ['apply', 'calculator'],
    ['unpaid-wages', 'overtime'],
  ])
  expect(await offered(loan)).toEqual([['apply'], undefined])
  expect(await offered({ ...loan, calculators: ['limitation'] })).toEqual([['apply', 'calculator'], ['limitation']])
  expect(await readGuide(parts, nobody, input({ params: { ...params, name: 'nothing' } }))).toMatchObject({
    ok: false,
    error: 'notFound',
  })
})

it('shows a change to the public only after somebody else has reviewed it', async () => {
  expect(await write(liaison, '乱改')).toMatchObject({ ok: false, error: 'forbidden' })
  expect(await write(clerk, '工资拖欠怎么办')).toMatchObject({ ok: true, value: { version: 1 } })
  expect(await write(clerk, '工资被拖欠怎么办')).toMatchObject({ ok: true, value: { version: 1 } })
  expect(await write(director, '我也改')).toMatchObject({ ok: false, error: 'othersDraft' })
  expect(await readGuide(parts, nobody, input({ params }))).toMatchObject({ value: { title: WAGES.title } })
  expect(await deskGuides(parts, approver)).toMatchObject({
    value: { items: [{ draftBy: expect.any(String) as string }] },
  })
  expect(await publishGuide(parts, clerk, await settling(1, ''))).toMatchObject({ ok: false, error: 'forbidden' })
  expect(await publishGuide(parts, director, await settling(1, '可以'))).toMatchObject({ ok: true })
  expect(await readGuide(parts, nobody, input({ params }))).toMatchObject({ value: { title: '工资被拖欠怎么办' } })
  expect(await publishGuide(parts, director, await settling(1, ''))).toMatchObject({
    ok: false,
    error: 'changedMeanwhile',
  })
  expect(await publishGuide(parts, director, await settling(7, ''))).toMatchObject({ ok: false, error: 'notFound' })
})

it('lets nobody review their own draft, whatever their roles', async () => {
  expect(await write(director, '主任自己写')).toMatchObject({ ok: true, value: { version: 2 } })
  expect(await publishGuide(parts, director, await settling(2, ''))).toMatchObject({ ok: false, error: 'ownDraft' })
  expect(await returnGuide(parts, approver, await settling(2, '再核对一下法条'))).toMatchObject({ ok: true })
  expect(await deskGuide(parts, director, input({ params }))).toMatchObject({
    value: {
      versions: [
        { version: 2, state: 'returned', mine: true, reviewNote: '再核对一下法条' },
        { version: 1, state: 'published' },
      ],
      mayReview: true,
    },
  })
  expect(await readGuide(parts, nobody, input({ params }))).toMatchObject({ value: { title: '工资被拖欠怎么办' } })
})

it('takes a guide down, and the desk still knows it', async () => {
  expect(await write(clerk, '工资被拖欠怎么办', { takeDown: true })).toMatchObject({ ok: true, value: { version: 3 } })
  expect(await publishGuide(parts, approver, await settling(3, ''))).toMatchObject({ ok: true })
  expect(await readGuide(parts, nobody, input({ params }))).toMatchObject({ ok: false, error: 'notFound' })
  expect(await deskGuides(parts, clerk)).toMatchObject({ value: { items: [{ slug: 'wages/late', withdrawn: true }] } })
})

it('does not publish what the reviewer has not read, and does not take a change made on an old version', async () => {
  expect(await write(clerk, '再写', { base: 2 })).toMatchObject({ ok: false, error: 'changedMeanwhile' })
  expect(await write(clerk, '再写')).toMatchObject({ ok: true, value: { version: 4 } })
  const read = (await newest())?.writtenAt ?? 0
  expect(await publishGuide(parts, approver, await settling(4, '', read - 1))).toMatchObject({
    ok: false,
    error: 'changedMeanwhile',
  })
  expect(await readGuide(parts, nobody, input({ params }))).toMatchObject({ ok: false, error: 'notFound' })
  expect(await publishGuide(parts, approver, await settling(4, '', read))).toMatchObject({ ok: true })
  expect(await readGuide(parts, nobody, input({ params }))).toMatchObject({ ok: true })
})

it('a guide that was never in use and was given back stays in the list until it is sent again', async () => {
  const name = 'first-try'
  const line = async (by: StaffCaller) => {
    const all = await deskGuides(parts, by)
    return all.ok ? all.value.items.find(({ slug }) => slug === `wages/${name}`) : undefined
  }
  expect(await write(clerk, '新的一篇', { name })).toMatchObject({ ok: true, value: { version: 1 } })
  expect(await line(clerk)).toMatchObject({
    inUse: false,
    withdrawn: false,
    draftBy: expect.any(String) as string,
    returned: null,
  })
  const seen = (await newest(name))?.writtenAt ?? 0
  expect(
    await returnGuide(
      parts,
      approver,
      input({ params: { ...params, name, version: 1 }, body: { note: '请写上法条', seen }, query: {} }),
    ),
  ).toMatchObject({ ok: true })
  expect(await line(clerk)).toMatchObject({ inUse: false, draftBy: null, returned: { mine: true, note: '请写上法条' } })
  expect(await line(director)).toMatchObject({ returned: { mine: false } })
  expect(await write(clerk, '新的一篇', { name })).toMatchObject({ ok: true, value: { version: 2 } })
  expect(await line(clerk)).toMatchObject({ returned: null })
})
