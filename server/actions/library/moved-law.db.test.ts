import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadGuides } from '@fatong/knowledge/guides/load.ts'
import type { CollectionFile } from '@fatong/knowledge/library/collection.ts'
import { SYSTEM } from '../../db/access.ts'
import { SMALL_LIBRARY } from '../consultation/testing/small-library.ts'
import { readGuide } from '../guides/read-guides.ts'
import { guideShelf } from '../guides/shelf.ts'
import { input, testParts, type TestParts } from '../testing/test-parts.ts'
import { importLaws } from './import-laws.ts'

let parts: TestParts
beforeAll(async () => {
  parts = await testParts()
  parts.consultation = { library: () => SMALL_LIBRARY }
})
afterAll(() => parts.close())

const file = (path: string, text: string): CollectionFile => ({ path, bytes: new TextEncoder().encode(text) })
const take = (...files: CollectionFile[]) =>
  importLaws(
    parts.stores.library,
    parts.clock,
    { source: '试', by: '试', access: SYSTEM, audit: [], guides: () => parts.guides.all() },
    files,
  )

it('a new version tells what it changed, and guides that rest on it say so to everybody until they are held against it', async () => {
  const version = (day: string, ...articles: string[]) =>
    file(
      `社会法/某某庇护法(${day}).md`,
      `# 中华人民共和国某某庇护法\n\n${day.replace('-', '年').replace('-', '月')}日 通过\n\n<!-- INFO END -->\n\n${articles.map((text, i) => `第${'一二三四'[i]!}条 ${text}`).join('\n\n')}`,
    )
  const [shipped] = loadGuides()
  const guide = (slug: string, reviewed: string, number: number) => ({
    ...shipped!,
    slug,
    title: slug,
    reviewed,
    answer: [{ text: '法院72小时内决定。', cites: [`某某庇护法#${number}`] }],
    steps: [],
    deadlines: [],
    traps: [],
  })
  const { stores, clock } = parts
  parts.guides = guideShelf(
    [
      guide('violence/moved', '2020-01-01', 2),
      guide('violence/same', '2020-01-01', 1),
      guide('violence/since', '2099-01-01', 2),
    ],
    stores.guides,
    clock,
    () => stores.library.movedArticles(),
  )
  const old = version('2015-12-27', '为了保护。', '法院72小时内决定。', '有警察。')
  expect((await take(old)).remarks).toEqual([])
  const shown = async (name: string) => {
    parts.guides.refresh()
    const read = await readGuide(parts, parts.nobody, input({ params: { topic: 'violence' as const, name } }))
    return read.ok ? read.value.toCheck : read.error
  }
  expect(await shown('moved')).toBeUndefined()
  parts.pass(86_400_000)
  const report = await take(version('2026-01-01', '为了保护。', '新的第二条。', '法院72小时内决定。', '有警察。'))
  expect(report.changes.filter(({ what }) => what === 'new')).toMatchObject([
    {
      name: '某某庇护法',
      versionDate: '2026-01-01',
      since: '2015-12-27',
      changed: ['2', '3'],
      added: ['4'],
      removed: [],
    },
  ])
  expect(report.remarks.map(({ file: of, why }) => [of, why])).toEqual([
    ['办事指南：violence/moved', '引用的《某某庇护法》第2条改了，请对照新条文改好指南再发布'],
    ['办事指南：violence/since', '引用的《某某庇护法》第2条改了，请对照新条文改好指南再发布'],
  ])
  expect(await shown('moved')).toBe(
    '《某某庇护法》第2条在2026年的新版本里改了，这篇还没对过新条文，条号和说法可能不对。办事前打12348再问一句。',
  )
  expect([await shown('same'), await shown('since')]).toEqual([undefined, undefined])
  // Sent again, and with the older version put right, nothing is newer than before.
  await take(old, version('2026-01-01', '为了保护。', '新的第二条。', '法院72小时内决定。', '有警察了。'))
  expect(await shown('same')).toBeUndefined()
  // Versions that come together were known together.
  const both = await take(
    file('社会法/同来法(2010-01-01).md', '# 同来法\n\n2010年1月1日 通过\n\n<!-- INFO END -->\n\n第一条 甲。'),
    file('社会法/同来法(2020-01-01).md', '# 同来法\n\n2020年1月1日 通过\n\n<!-- INFO END -->\n\n第一条 乙。'),
  )
  expect(both.changes.filter(({ name, since }) => name === '同来法' && since !== undefined)).toEqual([])
  expect((await stores.library.movedArticles()).map(({ key }) => key)).toEqual(['某某庇护法#2', '某某庇护法#3'])
})
