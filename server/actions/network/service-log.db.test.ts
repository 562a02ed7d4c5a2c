import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDistrict, type TestDistrict } from '../../seed/testing/district.ts'
import { addService, exportServices, importServices, readServiceLog, strikeService } from './service-log.ts'
import { readTeam } from './team.ts'
import { input, must } from './testing/asked.ts'

let district: TestDistrict
beforeAll(async () => {
  district = await testDistrict()
}, 120_000)
afterAll(() => district.close())

const staff = (login: string) => district.cast.byLogin(login)
const log = async (login: string, query: object = {}) =>
  must(await readServiceLog(district.parts, staff(login), input({}, {}, query)))
const entry = (memberId: string, placeId: string, over = {}) => ({
  memberId,
  placeId,
  day: '2026-11-09',
  at: '村委会',
  work: 'consultation',
  helped: 'elder',
  people: 1,
  matter: '低保怎么申请',
  minutes: 40,
  result: 'solved',
  note: '',
  ...over,
})
const add = (login: string, body: object, id: string = randomUUID()) =>
  addService(district.parts, staff(login), input(body, { id }))

test('the person puts down their own, the station those of its villages, nobody those of another town', async () => {
  const {
    people: [me, ...others],
  } = await log('mingbairen1')
  expect(others).toEqual([])
  must(await add('mingbairen1', entry(me!.id, me!.placeId)))
  const { items, figures } = await log('mingbairen1')
  expect(items).toMatchObject([{ member: me!.name, matter: '低保怎么申请', by: me!.name, struck: null, mine: true }])
  expect(figures).toMatchObject([{ memberId: me!.id, times: 1, minutes: 40, people: 1 }])
  const station = await log('zhongchuan')
  expect(station.items.map(({ memberId }) => memberId)).toEqual([me!.id])
  expect(station.people.length).toBeGreaterThan(10)
  const neighbour = station.people.find(({ id }) => id !== me!.id)!
  must(
    await add(
      'zhongchuan',
      entry(neighbour.id, neighbour.placeId, { work: 'lecture', helped: 'group', people: 30, minutes: 90 }),
    ),
  )
  expect(await add('mingbairen1', entry(neighbour.id, neighbour.placeId))).toMatchObject({ error: 'forbidden' })
  expect((await log('qinchuan')).items).toEqual([])
  expect(await add('qinchuan', entry(me!.id, me!.placeId))).toMatchObject({ error: 'forbidden' })
  expect((await log('shouli')).people).toEqual([])
})

test('what has not happened is not logged; the same id again adds nothing; a line that was wrong is struck, once, and counts no more', async () => {
  const {
    people: [me],
  } = await log('mingbairen1')
  expect(await add('mingbairen1', entry(me!.id, me!.placeId, { day: '2030-01-01' }))).toMatchObject({
    error: 'malformed',
    fields: { day: expect.any(String) as string },
  })
  const id = randomUUID()
  must(await add('mingbairen1', entry(me!.id, me!.placeId, { matter: '写错的' }), id))
  must(await add('mingbairen1', entry(me!.id, me!.placeId, { matter: '写错的' }), id))
  const before = (await log('mingbairen1')).figures[0]!.times
  expect(await strikeService(district.parts, staff('qinchuan'), input({ reason: '看不惯' }, { id }))).toMatchObject({
    error: 'notFound',
  })
  must(await strikeService(district.parts, staff('mingbairen1'), input({ reason: '日期写错' }, { id })))
  expect(await strikeService(district.parts, staff('mingbairen1'), input({ reason: '再来' }, { id }))).toMatchObject({
    error: 'notFound',
  })
  const after = await log('mingbairen1')
  expect(after.figures[0]!.times).toBe(before - 1)
  expect(after.items.find((one) => one.id === id)).toMatchObject({ struck: '日期写错', mine: false })
})

test('an adviser with too few hours and no lecture is told once month and quarter are over; a 法律明白人 only when silent', async () => {
  const lawyers = must(await readTeam(district.parts, staff('zhuren'), input({}, {}, { kind: 'lawyer' }))).items.filter(
    ({ lines }) => lines > 0,
  )
  const { figures, running } = await log('zhuren', { month: '2026-09' })
  expect(running).toBe(false)
  const adviser = figures.find(({ memberId }) => memberId === lawyers[0]!.id)!
  expect(adviser.gaps).toEqual(['到村不足 4 小时，还差 4 小时', '本季度没有讲座'])
  expect(figures.find(({ kindText }) => kindText === '法律明白人')?.gaps).toEqual(['这个月没有记录'])
  expect((await log('zhuren')).figures.every(({ gaps }) => gaps.every((text) => text.startsWith('管的村')))).toBe(true)
})

test('a table: told line by line and nothing taken, then all of it, and not a second time', async () => {
  const {
    people: [me],
  } = await log('mingbairen1')
  const head = '日期,姓名,服务点,地点,做了什么,帮了谁,几个人,什么事,几分钟,结果'
  const good = `2026-11-08,${me!.name},${me!.placeName},村委会,上门、走访,残疾人,1,残疾证怎么办,25,已指路转办`
  const take = async (text: string, confirm: string, login = 'mingbairen1') =>
    must(
      await importServices(district.parts, staff(login), {
        params: {},
        query: { confirm },
        body: Readable.from([Buffer.from(text)]),
      } as never),
    )
  const wrong = await take([head, good, good.replace(me!.name, '没有此人')].join('\n'), 'yes')
  expect(wrong).toMatchObject({ imported: false, faults: [{ line: 3, column: '姓名' }] })
  expect(await take([head, good].join('\n'), 'no')).toMatchObject({ added: 1, same: 0, imported: false })
  expect(await take([head, good].join('\n'), 'yes')).toMatchObject({ added: 1, imported: true })
  expect(await take([head, good].join('\n'), 'yes')).toMatchObject({ added: 0, same: 1, imported: false })
  expect((await take([head, good].join('\n'), 'yes', 'qinchuan')).faults).toHaveLength(1)
  const { file } = must(
    await exportServices(
      district.parts,
      staff('mingbairen1'),
      input({}, { format: 'csv' }, { month: '2026-11', template: 'no' }),
    ),
  )
  expect((file as Buffer).toString('utf8')).toContain('残疾证怎么办')
})
