/// <reference types="node" />
import type { Handlers } from './mock-handlers.ts'
import { uuidOf } from './mock-ids.ts'
import { STATION } from './mock-people.ts'
import type { World } from './mock-world.ts'

const NAME = '中川镇公共法律服务工作站'
const person = (name: string) => ({ id: uuidOf(`member ${name}`), name, placeId: STATION, placeName: NAME })
const entry = (name: string, day: string, more = {}) => ({
  id: uuidOf(`service ${name} ${day}`),
  memberId: uuidOf(`member ${name}`),
  member: name,
  placeId: STATION,
  placeName: NAME,
  day,
  at: '村委会',
  work: 'consultation',
  helped: 'elder',
  people: 1,
  matter: '低保怎么申请',
  minutes: 40,
  result: 'solved',
  note: '',
  by: '魏红霞',
  enteredAt: Date.parse('2026-11-20T10:00:00+08:00'),
  struck: null as string | null,
  mine: true,
  ...more,
})
const figure = (name: string, kindText: string, more = {}) => ({
  memberId: uuidOf(`member ${name}`),
  member: name,
  kindText,
  placeName: NAME,
  times: 1,
  minutes: 40,
  people: 1,
  lectures: 0,
  quarterLectures: 1,
  gaps: [] as string[],
  ...more,
})
const added = new WeakMap<World, object[]>()
const struck = new WeakMap<World, string>()

/** Last month with an adviser who was there too little, this month running. */
export const SERVICE_LOG: Handlers = {
  'GET /desk/service-log': (world, { query }) => {
    const month = String(query['month'])
    const running = month === '2026-11'
    const items =
      month === '2026-01'
        ? []
        : [
            ...(added.get(world) ?? []),
            entry('何长寿', `${month}-03`, struck.has(world) ? { struck: struck.get(world), mine: false } : {}),
            entry('林书航', `${month}-06`, {
              work: 'lecture',
              helped: 'group',
              people: 36,
              matter: '农民工工资怎么要',
              minutes: 90,
            }),
          ]
    return {
      month,
      running,
      duty: { hours: 4, lectures: 1 },
      items,
      people: [person('何长寿'), person('林书航')],
      places: [{ id: STATION, name: NAME }],
      figures:
        month === '2026-01'
          ? []
          : [
              figure('何长寿', '法律明白人'),
              figure('林书航', '律师', {
                minutes: 90,
                people: 36,
                lectures: 1,
                gaps: running ? [] : ['到村不足 4 小时，还差 2 小时30 分'],
              }),
            ],
    }
  },
  'PUT /desk/service-log/:id': (world, { body, params }) => {
    added.set(world, [
      ...(added.get(world) ?? []),
      { ...entry('何长寿', '2026-11-23'), ...(body as object), id: params['id'] },
    ])
    return { ok: true }
  },
  'POST /desk/service-log/:id/strike': (world, { body }) => {
    struck.set(world, (body as { reason: string }).reason)
    return { ok: true }
  },
  'POST /desk/service-log/import': (_world, { query, file }) => {
    const wrong = file.toString('utf8').includes('唱歌')
    return {
      lines: 2,
      faults: wrong ? [{ line: 3, column: '做了什么', says: '不认识“唱歌”。请从这些里选：咨询解答、法治讲座' }] : [],
      more: 0,
      remarks: [],
      added: wrong ? 0 : 2,
      same: 0,
      imported: query['confirm'] === 'yes',
    }
  },
}
