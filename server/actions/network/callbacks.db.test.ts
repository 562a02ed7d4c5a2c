import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CitizenCaller } from '../caller.ts'
import { testDistrict, type TestDistrict } from '../../seed/testing/district.ts'
import { bookAppointment, deskAppointments, myAppointments, setAppointmentVideo } from './appointments.ts'
import {
  askCallback,
  askMember,
  deskCallbacks,
  myCallbacks,
  settleCallback,
  toldMember,
  withdrawCallback,
} from './callbacks.ts'
import { listHandovers, sendHandover } from './handovers.ts'
import { readSlots } from './slots.ts'
import { readTeam, saveMember } from './team.ts'
import { input, must } from './testing/asked.ts'
import { placeIdOf } from './testing/visitors.ts'

let district: TestDistrict
let citizen: CitizenCaller
beforeAll(async () => {
  district = await testDistrict()
  citizen = await district.applicant('马永福').catch(() => district.applicant('刘德福'))
}, 120_000)
afterAll(() => district.close())

const staff = (login: string) => district.cast.byLogin(login)
const placeId = (code: string): Promise<string> => placeIdOf(district.parts, code)
const VILLAGE = '620171101204'
const open = async (login: string) =>
  must(await deskCallbacks(district.parts, staff(login), input({}, {}, { show: 'open' }))).items

test('a citizen asks a village to call back: its people see name and number, another town nothing, and nobody of the team is shown', async () => {
  const { parts } = district
  const asked = must(await askCallback(parts, citizen, input({ placeId: await placeId(VILLAGE), text: '宅基地的事' })))
  expect(must(await askCallback(parts, citizen, input({ placeId: await placeId(VILLAGE), text: '再问一次' }))).id).toBe(
    asked.id,
  )
  expect(await open('mingbairen1')).toMatchObject([
    {
      id: asked.id,
      text: '宅基地的事',
      caller: citizen.name,
      callerPhone: expect.stringMatching(/^1\d{10}$/) as string,
      late: false,
      colleague: false,
    },
  ])
  expect((await open('zhongchuan')).map(({ id }) => id)).toEqual([asked.id])
  expect(await open('qinchuan')).toEqual([])
  expect(await open('lvshi1')).toEqual([])
  expect(await settleCallback(parts, staff('qinchuan'), input({ note: '' }, { id: asked.id }))).toMatchObject({
    error: 'notFound',
  })
  must(await settleCallback(parts, staff('mingbairen1'), input({ note: '约了周三上午来' }, { id: asked.id })))
  expect(must(await myCallbacks(parts, citizen)).items).toMatchObject([{ state: 'done', note: '约了周三上午来' }])
  expect(await withdrawCallback(parts, citizen, input({}, { id: asked.id }))).toMatchObject({ error: 'notFound' })
})

test('a colleague leaves word: by the sealed number, which is in no reply and no queue; delivery puts it in', async () => {
  const { parts } = district
  const entry = {
    name: '孔令仪',
    kind: 'mediator',
    placeId: await placeId(VILLAGE),
    gender: null,
    languages: ['普通话'],
    specialties: [],
    qualifications: [],
    training: [],
    active: true,
    phone: '13900007777',
  }
  const id = randomUUID()
  must(await saveMember(parts, staff('zhongchuan'), input(entry, { id })))
  expect(must(await askMember(parts, staff('shouli'), input({ text: '明天上午请到中心开会' }, { id })))).toEqual({
    by: 'phone',
  })
  const [waiting] = (await open('zhongchuan')).filter(({ member }) => member === '孔令仪')
  expect(waiting).toMatchObject({ colleague: true, text: '明天上午请到中心开会' })
  expect(JSON.stringify(waiting)).not.toContain('13900007777')
  const told = await toldMember(parts, { callbackId: waiting!.id, memberId: id })
  expect(told).toMatchObject({
    phone: '13900007777',
    text: expect.stringContaining('捎话：明天上午请到中心开会') as string,
  })
  must(await settleCallback(parts, staff('zhongchuan'), input({ note: '' }, { id: waiting!.id })))
  expect(await toldMember(parts, { callbackId: waiting!.id, memberId: id })).toBeUndefined()
  const silent = must(await readTeam(parts, staff('zhongchuan'), input({}, {}, { kind: 'liaison' }))).items.find(
    ({ reachable }) => !reachable,
  )!
  expect(must(await askMember(parts, staff('shouli'), input({ text: '请回话' }, { id: silent.id }))).by).not.toBe(
    'phone',
  )
})

test('a remote appointment: both sides are given the same room, around its time alone; without rooms of the district somebody types where', async () => {
  const { parts } = district
  const centre = await placeId('620171-center')
  const { days } = must(await readSlots(parts, citizen, input({}, { id: centre }, { service: 'remote' })))
  const { day, slots } = days[1]!
  const booked = must(
    await bookAppointment(
      parts,
      citizen,
      input({ placeId: centre, day, from: slots[0]!.from, service: 'remote', note: '' }),
    ),
  )
  expect(booked.video).toMatchObject({ state: 'none', url: null, own: false })
  const when = booked.video!.opensAt + 16 * 60_000
  const atTime = { ...parts, clock: { now: () => when as never } }
  const own = { ...atTime, config: { ...parts.config, videoRoomUrl: 'https://meet.example/fatong-{room}' } }
  const mine = must(await myAppointments(own, citizen)).items.find(({ id }) => id === booked.id)!.video!
  const theirs = must(await deskAppointments(own, staff('shouli'), input({}, {}, { day, days: 1 }))).items.find(
    ({ id }) => id === booked.id,
  )!.video!
  expect(mine.url).toMatch(/^https:\/\/meet\.example\/fatong-[0-9a-f]{32}$/)
  expect(theirs.url).toBe(mine.url)
  expect(
    must(await myAppointments({ ...own, clock: parts.clock }, citizen)).items.find(({ id }) => id === booked.id)!.video,
  ).toMatchObject({ state: 'early', url: null })
  expect(
    await setAppointmentVideo(parts, staff('qinchuan'), input({ url: 'https://other.example/1' }, { id: booked.id })),
  ).toMatchObject({ error: 'notFound' })
  must(await setAppointmentVideo(parts, staff('shouli'), input({ url: 'https://other.example/1' }, { id: booked.id })))
  expect(must(await myAppointments(atTime, citizen)).items.find(({ id }) => id === booked.id)!.video).toMatchObject({
    state: 'open',
    url: 'https://other.example/1',
    typed: true,
  })
})

test('a talk by video between two places: a time is needed, and only the two are given the room', async () => {
  const { parts } = district
  const own = { ...parts, config: { ...parts.config, videoRoomUrl: 'https://meet.example/{room}' } }
  const matter = {
    fromPlace: await placeId('620171101'),
    toPlace: await placeId('620171-center'),
    kind: 'video',
    title: '请中心律师视频答疑',
    text: '村民来了',
    caseId: null,
    videoUrl: null,
    within: { unit: 'hour', amount: 4 },
  }
  expect(await sendHandover(own, staff('zhongchuan'), input({ ...matter, meetAt: null }))).toMatchObject({
    error: 'malformed',
    fields: { meetAt: expect.any(String) as string },
  })
  const sent = must(
    await sendHandover(own, staff('zhongchuan'), input({ ...matter, meetAt: parts.clock.now() + 5 * 60_000 })),
  )
  expect(sent.video?.url).toMatch(/^https:\/\/meet\.example\/[0-9a-f]{32}$/)
  const seen = must(await listHandovers(own, staff('zhuren'), input({}, {}, { show: 'in' }))).items.find(
    ({ id }) => id === sent.id,
  )
  expect(seen?.video?.url).toBe(sent.video?.url)
  expect(seen?.phone).not.toBeNull()
})
