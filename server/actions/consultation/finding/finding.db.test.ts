import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { find as contract } from '@fatong/contract/consultation/find.ts'
import { loadGuides } from '@fatong/knowledge/guides/load.ts'
import { SYSTEM } from '../../../db/access.ts'
import { textId } from '../../../db/stores/library.ts'
import { libraryService, type LibraryService } from '../../../library/held.ts'
import { testDistrict, type TestDistrict } from '../../../seed/testing/district.ts'
import type { Caller } from '../../caller.ts'
import { guideShelf } from '../../guides/shelf.ts'
import { setTypicalCase } from '../../library/desk-library.ts'
import { importLaws } from '../../library/import-laws.ts'
import { listCases, readTypicalCase } from '../../library/read-laws.ts'
import type { Parts } from '../../parts.ts'
import { input } from '../../testing/test-parts.ts'
import { find } from './find.ts'
import { suggestions } from './suggest.ts'

let district: TestDistrict, parts: Parts, library: LibraryService
const nobody: Caller = { kind: 'anonymous', ip: '127.0.0.1', userAgent: 'test' }
const LAW =
  '# 中华人民共和国样例工资法\n\n2020年1月1日 通过\n\n<!-- INFO END -->\n\n## 第一章 总则\n\n第一条 用人单位应当按月支付工资。\n\n第二条 拖欠工资的，劳动者可以投诉。'
const CASE =
  '# 包工头拖欠工资案\n\n<!-- INFO END -->\n\n## 基本案情\n\n包工头拖欠工资三个月。\n\n## 裁判结果\n\n依照《样例工资法》第二条，工资付清。'
const file = (path: string, text: string) => ({ path, bytes: new TextEncoder().encode(text) })
const id = textId({ name: '样例工资法', versionDate: '2020-01-01' })

beforeAll(async () => {
  district = await testDistrict()
  const { stores, clock, log, config, cast } = { ...district.parts, cast: district.cast }
  const guides = guideShelf(loadGuides(), stores.guides, clock)
  library = libraryService({ store: stores.library, guides, clock, log, folder: `${config.dataDir}/search` })
  parts = { ...district.parts, guides, knowledge: library.knowledge, consultation: { library: () => library.held } }
  await importLaws(
    stores.library,
    clock,
    { source: '试', by: '试', access: SYSTEM, audit: [], guides: () => guides.all() },
    [file('社会法/样例工资法(2020-01-01).md', LAW), file('案例/劳动人事/某案.md', CASE)],
  )
  const [draft] = await stores.library.cases(SYSTEM)
  await setTypicalCase(
    parts,
    cast.byLogin('shenpi'),
    input({ params: { id: draft?.id ?? '' }, body: { state: 'published' as const, version: 1 } }),
  )
})
afterAll(async () => {
  await library.close()
  await district.close()
})

const found = async (q: string, kind: 'all' | 'guide' | 'article' | 'case' = 'all') => {
  const outcome = await find(parts, nobody, input({ query: { q, kind } }))
  if (!outcome.ok) throw new Error(outcome.error)
  expect(contract.reply.parse(outcome.value)).toEqual(outcome.value)
  return outcome.value
}

describe('search over everything', () => {
  it('finds guides, articles and cases, each with the passage that fits and why', async () => {
    const { items } = await found('老板拖欠工资')
    expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(['guide', 'article', 'case']))
    expect(items.find((one) => one.kind === 'article' && one.id === `${id}.2`)).toMatchObject({
      passage: expect.stringContaining('拖欠工资') as string,
      because: expect.arrayContaining(['拖欠工资']) as string[],
    })
    expect(items.find((one) => one.kind === 'case')).toMatchObject({
      title: '包工头拖欠工资案',
      topic: '劳动人事',
      passage: expect.not.stringContaining('##') as string,
    })
    expect(
      items.filter((one) => one.kind === 'guide').every((one) => one.passage !== '' && one.because.length > 0),
    ).toBe(true)
  })
  it('keeps to one kind where that is wanted', async () => {
    for (const kind of ['guide', 'article', 'case'] as const)
      expect(new Set((await found('老板拖欠工资', kind)).items.map((one) => one.kind))).toEqual(new Set([kind]))
  })
  it('puts what is named by its number first, and knows laws by name', async () => {
    expect((await found('样例工资法第一条')).items[0]).toMatchObject({ kind: 'article', id: `${id}.1`, named: true })
    expect(await found('样例工资')).toMatchObject({ laws: [{ id, name: '样例工资法', status: 'inForce' }] })
  })
  it('says nothing where there is nothing, and stands anything', async () => {
    expect((await found('qwertyuiop', 'article')).items).toEqual([])
    for (const q of ['%', '_\\', '😀', "'; DROP TABLE x; --", '<b>工资</b>', '字'.repeat(500)]) await found(q)
  })
})

it('a typical case comes with the articles that it names', async () => {
  const listed = await listCases(parts)
  const one = listed.ok ? listed.value.items[0] : undefined
  expect(await readTypicalCase(parts, nobody, input({ params: { id: one?.id ?? '' } }))).toMatchObject({
    value: { title: '包工头拖欠工资案', articles: [{ id: `${id}.2`, law: '样例工资法', number: '2' }] },
  })
})

it('suggests guides, topics and the laws that were imported', async () => {
  const texts = async (q: string) => {
    const outcome = await suggestions(parts, nobody, input({ query: { q } }))
    return outcome.ok ? outcome.value.items : []
  }
  expect(await texts('样例工姿')).toContainEqual({ kind: 'law', text: '样例工资法', about: '样例工资法' })
  expect(await texts('ylgz')).toContainEqual({ kind: 'law', text: '样例工资法', about: '样例工资法' })
  expect((await texts('拖欠公资')).map(({ about }) => about.split('/')[0])).toContain('wages')
  expect(await texts('')).toEqual([])
})
