import { Readable } from 'node:stream'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { Instant } from '@fatong/law/calendar/dates.ts'
import type { CollectionFile } from '@fatong/knowledge/library/collection.ts'
import { SYSTEM } from '../../db/access.ts'
import { withAccess } from '../../db/postgres.ts'
import { textId } from '../../db/stores/library.ts'
import { libraryService, type LibraryService } from '../../library/held.ts'
import { testDistrict, type TestDistrict } from '../../seed/testing/district.ts'
import { auditEntry } from '../audit-entry.ts'
import { accessOf, type Caller, type StaffCaller } from '../caller.ts'
import type { Parts } from '../parts.ts'
import { input } from '../testing/test-parts.ts'
import { randomUUID } from 'node:crypto'
import {
  deskLibrary,
  deskTypicalCase,
  deskTypicalCases,
  importArchive,
  setTypicalCase,
  writeTypicalCase,
} from './desk-library.ts'
import type { Knowledge } from './knowledge.ts'
import { importLaws } from './import-laws.ts'
import { findArticle, listCases, listLaws, readArticle, readLawText, readTypicalCase } from './read-laws.ts'

let district: TestDistrict
let parts: Parts
let library: LibraryService
const containing = (text: string) => expect.stringContaining(text) as string
const nobody: Caller = { kind: 'anonymous', ip: '127.0.0.1', userAgent: 'test' }
const file = (path: string, text: string): CollectionFile => ({ path, bytes: new TextEncoder().encode(text) })
const law = (day: string, second: string) =>
  file(
    `社会法/某某保护法(${day}).md`,
    `# 中华人民共和国某某保护法\n\n${day.replace('-', '年').replace('-', '月')}日 通过\n\n<!-- INFO END -->\n\n## 第一章 总则\n\n第一条 为了保护劳动者拿到工资，制定本法。\n\n第二条 ${second}\n\n第三条 依照本法第一条办理。`,
  )
const example = file(
  '案例/劳动人事/某案.md',
  '# 某案\n\n<!-- INFO END -->\n\n## 基本案情\n\n某人没有拿到工资。\n\n## 裁判结果\n\n公司应当支付。',
)
const take = (...files: CollectionFile[]) =>
  importLaws(
    parts.stores.library,
    parts.clock,
    { source: '试', by: '试', access: SYSTEM, audit: [], guides: () => parts.guides.all() },
    files,
  )

beforeAll(async () => {
  district = await testDistrict()
  const { stores, clock, log, guides, config } = district.parts
  library = libraryService({ store: stores.library, guides, clock, log, folder: `${config.dataDir}/search` })
  parts = { ...district.parts, knowledge: library.knowledge, consultation: { library: () => library.held } }
})
afterAll(async () => {
  await library.close()
  await district.close()
})

it('takes a collection in, keeps versions apart, and takes in only what is new the second time', async () => {
  const first = await take(law('2010-01-01', '旧的第二条。'), law('2020-01-01', '用人单位应当按月支付工资。'), example)
  expect(first).toMatchObject({ laws: 2, articles: 6, cases: 1, texts: { new: 2, unchanged: 0 } })
  expect(
    await take(law('2010-01-01', '旧的第二条。'), law('2020-01-01', '用人单位应当按月支付工资。'), example),
  ).toMatchObject({ texts: { new: 0, changed: 0, unchanged: 2 } })
  const changed = await take(law('2010-01-01', '旧的第二条。'), law('2020-01-01', '用人单位应当按周支付工资。'))
  expect(changed).toMatchObject({
    texts: { changed: 1, unchanged: 1 },
    changes: [{ name: '某某保护法', changed: ['2'], added: [], removed: [] }],
  })
  expect(await parts.stores.library.counts()).toMatchObject({ texts: 2, articles: 6, cases: 1, drafts: 1 })
})

it('an import that fails leaves everything as it was, and says so at the desk', async () => {
  const before = await parts.stores.library.counts()
  await expect(take(file('图.png', 'x'))).rejects.toThrow('里面没有法律文本')
  expect(await parts.stores.library.counts()).toEqual(before)
  expect(await deskLibrary(parts, district.cast.byLogin('admin'))).toMatchObject({
    ok: true,
    value: {
      mayImport: true,
      mayPublish: false,
      imports: [
        { state: 'failed', problem: '里面没有法律文本。请检查是不是选错了文件。' },
        { state: 'done' },
        { state: 'done' },
        { state: 'done' },
      ],
    },
  })
})

it('reads a law, an article with its versions and who names it, and finds it as people write it', async () => {
  const id = textId({ name: '某某保护法', versionDate: '2020-01-01' })
  expect(await listLaws(parts, nobody, input({ query: { q: '保护' } }))).toMatchObject({
    value: { items: [{ id, name: '某某保护法', status: 'inForce' }], next: null },
  })
  expect(await readLawText(parts, nobody, input({ params: { id } }))).toMatchObject({
    value: {
      articles: [{ number: '1' }, { number: '2' }, { number: '3' }],
      versions: [{ status: 'inForce' }, { status: 'superseded' }],
    },
  })
  expect(await readArticle(parts, nobody, input({ params: { id: `${id}.1` } }))).toMatchObject({
    value: {
      article: { label: '第一条' },
      before: null,
      after: { label: '第二条' },
      versions: [{ same: true }, { same: true }],
      citedBy: [{ id: `${id}.3` }],
    },
  })
  expect(await readArticle(parts, nobody, input({ params: { id: `${id}.2` } }))).toMatchObject({
    value: { versions: [{ same: true }, { same: false }] },
  })
  expect(await findArticle(parts, nobody, input({ query: { q: '某某保护法第二条' } }))).toMatchObject({
    value: { items: [{ id: `${id}.2` }] },
  })
  expect(await findArticle(parts, nobody, input({ query: { q: '某某保护法第二条', on: '2015-01-01' } }))).toMatchObject(
    { value: { items: [{ text: '旧的第二条。' }] } },
  )
  const clause = await findArticle(parts, nobody, input({ query: { q: '某某保护法第二条第一款' } }))
  expect(clause).toMatchObject({ value: { items: [{ number: '2', meant: { label: '第1款', paragraph: 1 } }] } })
  expect(await findArticle(parts, nobody, input({ query: { q: '某某保护法第二条第九款' } }))).toMatchObject({
    value: { items: [{ number: '2' }] },
  })
  expect(await findArticle(parts, nobody, input({ query: { q: '某某保护法第九十九条' } }))).toMatchObject({
    value: { items: [] },
  })
  expect(await findArticle(parts, nobody, input({ query: { q: '某某保护法#2', on: '2015-01-01' } }))).toMatchObject({
    value: { items: [{ number: '2', text: '旧的第二条。' }] },
  })
  expect(await findArticle(parts, nobody, input({ query: { q: '某某保护法#99' } }))).toMatchObject({
    value: { items: [] },
  })
  const { hits } = await parts.consultation.library().search('单位不按时支付工资怎么办', { limit: 5 })
  expect(hits.map((hit) => hit.id)).toContain(`${id}.2`)
  expect(hits.some((hit) => hit.id.startsWith(textId({ name: '某某保护法', versionDate: '2010-01-01' })))).toBe(false)
})

it('says at the desk that what came in last is not in the search yet, and not any more once it is', async () => {
  const said = async (knowledge: Knowledge) => deskLibrary({ ...parts, knowledge }, district.cast.byLogin('admin'))
  const article = `${textId({ name: '某某条例', versionDate: '2021-01-01' })}.1`
  await expect.poll(library.knowledge.preparing, { timeout: 60_000 }).toBe(false)
  await take(
    file(
      '社会法/某某条例(2021-01-01).md',
      '# 某某条例\n\n2021年01月01日 通过\n\n<!-- INFO END -->\n\n第一条 每个院子都要留门。',
    ),
  )
  library.knowledge.refresh()
  library.knowledge.refresh()
  expect(library.knowledge.preparing()).toBe(true)
  expect(await said({ ...library.knowledge, preparing: () => true })).toMatchObject({ value: { preparing: true } })
  await expect.poll(library.knowledge.preparing, { timeout: 60_000 }).toBe(false)
  expect(await said(library.knowledge)).toMatchObject({ value: { preparing: false } })
  expect(await parts.consultation.library().byIds([article])).toHaveLength(1)
})

it('shows a typical case once somebody has looked at it', async () => {
  expect(await listCases(parts)).toMatchObject({ value: { items: [] } })
  const [draft] = await parts.stores.library.cases(SYSTEM)
  const publish = (by: StaffCaller) =>
    setTypicalCase(
      parts,
      by,
      input({ params: { id: draft?.id ?? '' }, body: { state: 'published' as const, version: 1 } }),
    )
  expect(await publish(district.cast.byLogin('shouli'))).toMatchObject({ ok: false, error: 'forbidden' })
  expect(await publish(district.cast.byLogin('zhuren'))).toMatchObject({ ok: true })
  expect(await listCases(parts)).toMatchObject({ value: { items: [{ title: '某案', result: '公司应当支付。' }] } })
})

it('a case that an import puts right waits to be looked at, what was published stays until then; what the desk wrote stays', async () => {
  const one = (name: string, words: string, folder = '案例/邻里') =>
    file(`${folder}/${name}.md`, `# ${name}\n\n## 基本案情\n\n${words}\n\n## 裁判结果\n\n拆掉。`)
  const told = async (...files: CollectionFile[]) => {
    const { cases, caseChanges, remarks } = await take(...files)
    return { cases, caseChanges, remarks }
  }
  const none = { new: 0, changed: 0, unchanged: 0, kept: 0, twice: 0 }
  const held = async (title: string) => (await parts.stores.library.cases(SYSTEM)).find((row) => row.title === title)
  expect(await told(one('高墙案', '墙太高。'), one('矮墙案', '墙太矮。'))).toEqual({
    cases: 2,
    caseChanges: { ...none, new: 2 },
    remarks: [],
  })
  const { id = '' } = (await held('高墙案')) ?? {}
  expect(
    await setTypicalCase(
      parts,
      district.cast.byLogin('zhuren'),
      input({ params: { id }, body: { state: 'published' as const, version: 1 } }),
    ),
  ).toMatchObject({ ok: true })
  const { id: low = '' } = (await held('矮墙案')) ?? {}
  expect(
    await writeTypicalCase(
      parts,
      district.cast.byLogin('lvshi1'),
      input({ params: { id: low }, body: { title: '矮墙案', topic: '邻里', body: '改过的话', result: null } }),
    ),
  ).toMatchObject({ ok: true })
  expect(await told(one('高墙案', '墙太高。'))).toEqual({
    cases: 1,
    caseChanges: { ...none, unchanged: 1 },
    remarks: [],
  })
  expect(await held('高墙案')).toMatchObject({ state: 'published' })
  expect(
    await told(one('高墙案', '墙高三米。'), one('矮墙案', '墙太矮。'), one('高墙案', '又一个。', '案例/别处')),
  ).toEqual({
    cases: 3,
    caseChanges: { ...none, changed: 1, kept: 1, twice: 1 },
    remarks: [
      { file: '高墙案', what: 'doubtful', why: expect.stringContaining('审核前照原样公开') as string },
      { file: '矮墙案', what: 'skipped', why: expect.stringContaining('工作台') as string },
      { file: '高墙案', what: 'skipped', why: expect.stringContaining('重复') as string },
    ],
  })
  expect(await held('高墙案')).toMatchObject({ id, state: 'published', body: containing('墙太高。') })
  expect(await parts.stores.library.waitingCases(SYSTEM)).toContainEqual(
    expect.objectContaining({ caseId: id, version: 2, body: containing('墙高三米。'), writtenBy: null }),
  )
  expect(await held('矮墙案')).toMatchObject({ state: 'draft', body: '改过的话' })
  // What was looked at and dropped does not come back with the next import of the same words.
  expect(
    await setTypicalCase(
      parts,
      district.cast.byLogin('zhuren'),
      input({ params: { id }, body: { state: 'dropped' as const, version: 2 } }),
    ),
  ).toMatchObject({ ok: true })
  expect(await told(one('高墙案', '墙高三米。'))).toMatchObject({ caseChanges: { unchanged: 1 } })
  expect(await held('高墙案')).toMatchObject({ state: 'published', body: containing('墙太高。') })
  expect((await parts.stores.library.waitingCases(SYSTEM)).map(({ caseId }) => caseId)).not.toContain(id)
})

it('a case written at the desk is published by somebody else, who read that very text', async () => {
  const by = (login: string) => district.cast.byLogin(login)
  const id = randomUUID()
  const write = (login: string, over = {}, of = id) =>
    writeTypicalCase(
      parts,
      by(login),
      input({
        params: { id: of },
        body: { title: '写下的案例', topic: '劳动', body: '依照《某某保护法》第一条。', result: '付清', ...over },
      }),
    )
  const set = (login: string, state: 'published' | 'withdrawn', version: number) =>
    setTypicalCase(parts, by(login), input({ params: { id }, body: { state, version } }))
  expect(await write('zhongchuan')).toMatchObject({ error: 'forbidden' })
  expect(await set('shenpi', 'published', 1)).toMatchObject({ error: 'notFound' })
  expect(await write('zhuren')).toMatchObject({ ok: true })
  // Whoever is to publish it reads it first; the public does not see it yet.
  expect(await deskTypicalCase(parts, by('shenpi'), input({ params: { id } }))).toMatchObject({
    value: { title: '写下的案例', body: '依照《某某保护法》第一条。', result: '付清' },
  })
  expect(await readTypicalCase(parts, by('shenpi'), input({ params: { id } }))).toMatchObject({ error: 'notFound' })
  expect(await write('shouli', {}, randomUUID())).toMatchObject({
    error: 'malformed',
    fields: { title: containing('已经有一个案例') },
  })
  expect(await set('zhuren', 'published', 1)).toMatchObject({ error: 'ownDraft' })
  // Its writer goes on with it: who read the former words does not publish the new ones unseen.
  expect(await write('zhuren', { result: '当天付清' })).toMatchObject({ ok: true })
  expect(await set('shenpi', 'published', 1)).toMatchObject({ error: 'changedMeanwhile' })
  expect(await set('shenpi', 'published', 2)).toMatchObject({ ok: true })
  expect(await set('shenpi', 'withdrawn', 2)).toMatchObject({ ok: true })
  expect(await readTypicalCase(parts, nobody, input({ params: { id } }))).toMatchObject({ error: 'notFound' })
  expect(await set('shenpi', 'published', 2)).toMatchObject({ ok: true })
  expect(await set('shenpi', 'withdrawn', 2)).toMatchObject({ ok: true })
  expect(await write('lvshi1', { body: '改过' })).toMatchObject({ ok: true })
  // What people saw stays where it is until the new words were looked at.
  expect(await parts.stores.library.findCase(SYSTEM, id)).toMatchObject({
    state: 'withdrawn',
    version: 2,
    result: '当天付清',
    writtenBy: by('zhuren').staffId,
  })
})

it('a withdrawn case comes back as people saw it, and nothing that was dropped comes before them', async () => {
  const by = (login: string) => district.cast.byLogin(login)
  const id = randomUUID()
  const write = (login: string, body: string) =>
    writeTypicalCase(
      parts,
      by(login),
      input({ params: { id }, body: { title: '撤下又发的案例', topic: '劳动', body, result: null } }),
    )
  const set = (state: 'published' | 'withdrawn' | 'dropped', version: number) =>
    setTypicalCase(parts, by('zhuren'), input({ params: { id }, body: { state, version } }))
  const told = () => readTypicalCase(parts, nobody, input({ params: { id } }))
  const states = async () => (await parts.stores.library.caseVersions(SYSTEM, id)).map(({ state }) => state)
  // Dropped before anybody outside saw it: written anew, and looked at anew.
  await write('shouli', '没有采用的经过')
  expect(await set('dropped', 1)).toMatchObject({ ok: true })
  expect(await set('published', 1)).toMatchObject({ error: 'changedMeanwhile' })
  await write('shouli', '看过的经过')
  expect(await parts.stores.library.findCase(SYSTEM, id)).toMatchObject({ state: 'draft', version: 2 })
  expect(await set('published', 2)).toMatchObject({ ok: true })
  expect(await set('withdrawn', 2)).toMatchObject({ ok: true })
  await write('lvshi1', '不采用的经过')
  expect(await set('dropped', 3)).toMatchObject({ ok: true })
  expect(await set('published', 3)).toMatchObject({ error: 'changedMeanwhile' })
  expect(await told()).toMatchObject({ error: 'notFound' })
  expect(await set('published', 2)).toMatchObject({ ok: true })
  expect(await told()).toMatchObject({ value: { body: '看过的经过' } })
  // Once another text takes its place, the withdrawn one is one of those before.
  await set('withdrawn', 2)
  await write('lvshi1', '新的经过')
  expect(await set('published', 4)).toMatchObject({ ok: true })
  expect(await states()).toEqual(['published', 'dropped', 'replaced', 'dropped'])
  await set('withdrawn', 4)
  expect(await set('published', 2)).toMatchObject({ error: 'changedMeanwhile' })
})

it('an import that waited for a review does not take off what was published meanwhile', async () => {
  const told = (text: string) => file('案例/房屋/等待案.md', `# 等待案\n\n<!-- INFO END -->\n\n## 基本案情\n\n${text}`)
  const stands = async () => (await parts.stores.library.cases(SYSTEM)).find(({ title }) => title === '等待案')
  await take(told('起初的话。'))
  const id = (await stands())?.id ?? ''
  let importing: ReturnType<typeof take> | undefined
  await withAccess(parts.database, accessOf(district.cast.byLogin('zhuren')), async ({ client }) => {
    await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`typical case ${id}`])
    importing = take(told('后来的话。'))
    await vi.waitFor(async () => {
      const { rows } = await client.query(`SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`)
      expect(rows).toHaveLength(1)
    }, 10_000)
    await client.query(`UPDATE fatong.typical_case SET state = 'published' WHERE id = $1`, [id])
    await client.query(`UPDATE fatong.typical_case_version SET state = 'published' WHERE case_id = $1`, [id])
  })
  expect(await importing).toMatchObject({ caseChanges: { changed: 1 } })
  expect(await stands()).toMatchObject({ state: 'published', version: 1, body: containing('起初的话。') })
  expect((await parts.stores.library.caseVersions(SYSTEM, id)).map(({ state }) => state)).toEqual([
    'draft',
    'published',
  ])
})

it('people go on reading a published case while its correction waits, and its history shows every text', async () => {
  const by = (login: string) => district.cast.byLogin(login)
  const id = randomUUID()
  const write = (login: string, body: string, title = '改来改去的案例') =>
    writeTypicalCase(parts, by(login), input({ params: { id }, body: { title, topic: '劳动', body, result: null } }))
  const set = (login: string, state: 'published' | 'withdrawn' | 'dropped', version: number) =>
    setTypicalCase(parts, by(login), input({ params: { id }, body: { state, version } }))
  const told = () => readTypicalCase(parts, nobody, input({ params: { id } }))
  const line = async () => {
    const all = await deskTypicalCases(parts, by('zhuren'))
    return all.ok ? all.value.items.find((one) => one.id === id) : undefined
  }
  const history = async () => {
    const read = await deskTypicalCase(parts, by('zhuren'), input({ params: { id } }))
    return read.ok ? read.value.versions.map(({ version, state, body }) => [version, state, body]) : []
  }
  await write('shouli', '旧的经过')
  await set('shenpi', 'published', 1)
  const before = await parts.stores.library.state()
  expect(await write('shouli', '新的经过', '改过标题的案例')).toMatchObject({ ok: true })
  expect(await told()).toMatchObject({ value: { title: '改来改去的案例', body: '旧的经过' } })
  expect(await parts.stores.library.state()).toBe(before)
  expect(await line()).toMatchObject({
    state: 'published',
    version: 1,
    waiting: { version: 2, title: '改过标题的案例', by: by('shouli').name, mine: false },
  })
  // The title that it is to have is not free for another one.
  expect(
    await writeTypicalCase(
      parts,
      by('shouli'),
      input({
        params: { id: randomUUID() },
        body: { title: '改过标题的案例', topic: '劳动', body: '别的', result: null },
      }),
    ),
  ).toMatchObject({ error: 'malformed' })
  // Somebody else writes over the correction: the first one is kept, and neither of the two publishes the second.
  expect(await write('shenpi', '再改的经过')).toMatchObject({ ok: true })
  expect(await set('shenpi', 'published', 3)).toMatchObject({ error: 'ownDraft' })
  expect(await set('zhuren', 'published', 2)).toMatchObject({ error: 'changedMeanwhile' })
  expect(await set('zhuren', 'published', 3)).toMatchObject({ ok: true })
  expect(await told()).toMatchObject({ value: { body: '再改的经过' } })
  expect(await parts.stores.library.state()).not.toBe(before)
  expect(await line()).toMatchObject({ state: 'published', version: 3, waiting: null })
  expect(await history()).toEqual([
    [3, 'published', '再改的经过'],
    [2, 'dropped', '新的经过'],
    [1, 'replaced', '旧的经过'],
  ])
  // A correction that is not taken leaves the published text where it is; one that waits outlives a withdrawal.
  await write('shouli', '不要的经过')
  expect(await set('zhuren', 'dropped', 4)).toMatchObject({ ok: true })
  expect(await told()).toMatchObject({ value: { body: '再改的经过' } })
  await write('shouli', '最后的经过')
  expect(await set('zhuren', 'withdrawn', 3)).toMatchObject({ ok: true })
  expect(await told()).toMatchObject({ error: 'notFound' })
  expect(await line()).toMatchObject({ state: 'withdrawn', waiting: { version: 5 } })
  expect(await set('zhuren', 'published', 5)).toMatchObject({ ok: true })
  expect(await told()).toMatchObject({ value: { body: '最后的经过' } })
})

it('the database itself lets nobody put their own text before the public', async () => {
  const id = randomUUID()
  const director = district.cast.byLogin('zhuren')
  await writeTypicalCase(
    parts,
    director,
    input({ params: { id }, body: { title: '自己写的', topic: '劳动', body: '经过', result: null } }),
  )
  const settle = (as: { staffId: string }) =>
    parts.stores.library.settleCase(
      accessOf(director),
      id,
      1,
      'published',
      { id: as.staffId, name: '某人' },
      parts.clock.now(),
      auditEntry(parts, director, { action: 'change', subjectKind: 'typicalCase', subjectId: id, fields: [] }),
    )
  await expect(settle({ staffId: randomUUID() })).rejects.toMatchObject({ cause: { code: '42501' } })
  expect(await parts.stores.library.findCase(SYSTEM, id)).toMatchObject({ state: 'draft' })
})

it('versions follow one another whichever comes in first, and a text of a later import repeals what is held', async () => {
  const one = (name: string, day: string, text: string) =>
    file(
      `社会法/${name}(${day}).md`,
      `# 中华人民共和国${name}\n\n${day.replace('-', '年').replace('-', '月')}日 通过\n\n<!-- INFO END -->\n\n第一条 ${text}`,
    )
  const days = async (name: string) =>
    (await parts.stores.library.versions(name)).map(({ inForceFrom, inForceUntil }) => [inForceFrom, inForceUntil])
  await take(one('院落法', '2010-01-01', '二。'))
  expect(await days('院落法')).toEqual([['2010-01-01', null]])
  expect(await take(one('院落法', '2020-01-01', '三。'))).toMatchObject({
    texts: { new: 1, dates: 1 },
    changes: [
      { name: '院落法', versionDate: '2020-01-01', what: 'new', since: '2010-01-01', changed: ['1'] },
      { name: '院落法', versionDate: '2010-01-01', what: 'dates' },
    ],
  })
  expect(await days('院落法')).toEqual([
    ['2020-01-01', null],
    ['2010-01-01', '2020-01-01'],
  ])
  expect(await take(one('院落法', '2010-01-01', '二。'))).toMatchObject({ texts: { unchanged: 1, dates: 0 } })
  expect(await take(one('院落法', '2000-01-01', '一。'))).toMatchObject({ texts: { new: 1, dates: 0 } })
  expect(await days('院落法')).toEqual([
    ['2020-01-01', null],
    ['2010-01-01', '2020-01-01'],
    ['2000-01-01', '2010-01-01'],
  ])
  const before = await parts.stores.library.state()
  expect(await take(one('邻里法', '2024-01-01', '《中华人民共和国院落法》同时废止。'))).toMatchObject({
    texts: { new: 1, dates: 1 },
  })
  expect(await days('院落法')).toEqual([
    ['2020-01-01', '2024-01-01'],
    ['2010-01-01', '2020-01-01'],
    ['2000-01-01', '2010-01-01'],
  ])
  expect(await parts.stores.library.state()).not.toBe(before)
  // A repealing text that comes in first repeals what comes in after it, and no longer does once its words are others.
  await take(one('邻里法', '2024-01-01', '《中华人民共和国院落法》《中华人民共和国里弄法》同时废止。'))
  await take(one('里弄法', '2015-01-01', '旧。'))
  expect(await days('里弄法')).toEqual([['2015-01-01', '2024-01-01']])
  await take(one('邻里法', '2024-01-01', '新。'))
  expect(await days('里弄法')).toEqual([['2015-01-01', null]])
})

it('a file without a folder that tells its kind leaves the kind as it is known, and one with such a folder puts it right', async () => {
  const text = (path: string, day: string, words: string) =>
    file(
      `${path}(${day}).md`,
      `# 井盖管理办法\n\n${day.replace('-', '年').replace('-', '月')}日 通过\n\n<!-- INFO END -->\n\n第一条 ${words}`,
    )
  const kinds = async () => (await parts.stores.library.versions('井盖管理办法')).map(({ kind }) => kind)
  await take(text('井盖管理办法', '2020-01-01', '井盖要盖好。'))
  expect(await kinds()).toEqual(['other'])
  expect(await take(text('行政法规/井盖管理办法', '2020-01-01', '井盖要盖好。'))).toMatchObject({ texts: { dates: 1 } })
  expect(await kinds()).toEqual(['adminRegulation'])
  await take(
    text('下载/井盖管理办法', '2020-01-01', '井盖要盖牢。'),
    text('下载/井盖管理办法', '2023-01-01', '井盖要常看。'),
  )
  expect(await kinds()).toEqual(['adminRegulation', 'adminRegulation'])
})

it('a day of commencement that was put right makes the index old', async () => {
  const text = (from: string) =>
    file(
      '社会法/门牌法(2022-01-01).md',
      `# 门牌法\n\n2022年01月01日 通过\n\n${from} 施行\n\n<!-- INFO END -->\n\n第一条 每个院子都要钉门牌。`,
    )
  await take(text('2022年03月01日'))
  const before = await parts.stores.library.state()
  expect(await take(text('2022年05月01日'))).toMatchObject({ texts: { dates: 1 } })
  expect(await parts.stores.library.state()).not.toBe(before)
})

it('an archive sent to the desk is read apart from the service, and what is none is refused before anything is noted', async () => {
  // Later than all runs before, which began at one moment: the list holds the newest twenty.
  const later: Parts = { ...parts, clock: { now: () => (parts.clock.now() + 60_000) as Instant } }
  const admin = district.cast.byLogin('admin')
  const upload = (name: string, bytes: Uint8Array) =>
    importArchive(later, admin, {
      ...input({ query: { name } }),
      body: Readable.from([Buffer.from(bytes)]),
    } as unknown as Parameters<typeof importArchive>[2])
  const before = await parts.stores.library.imports(SYSTEM)
  expect(await upload('坏.zip', strToU8('no archive'))).toMatchObject({
    ok: false,
    error: 'malformed',
    fields: { file: expect.stringContaining('不认识这个压缩包') as string },
  })
  expect(await parts.stores.library.imports(SYSTEM)).toHaveLength(before.length)
  const sent = await upload(
    '新法.zip',
    zipSync({
      '社会法/新来的法(2021-01-01).md': law('2021-01-01', '新的第二条。').bytes,
      '社会法/图.png': strToU8('x'),
    }),
  )
  if (!sent.ok) throw new Error(sent.error)
  await vi.waitFor(
    async () => {
      expect((await parts.stores.library.imports(SYSTEM)).find(({ id }) => id === sent.value.id)?.state).toBe('done')
    },
    { timeout: 30_000 },
  )
  expect((await parts.stores.library.imports(SYSTEM)).find(({ id }) => id === sent.value.id)?.report).toMatchObject({
    files: 2,
    laws: 1,
    articles: 3,
    remarks: [{ file: '社会法/图.png', what: 'skipped' }],
  })
})
