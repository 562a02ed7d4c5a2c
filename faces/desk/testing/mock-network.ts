/// <reference types="node" />
import type { Handlers } from './mock-handlers.ts'
import { uuidOf } from './mock-ids.ts'
import { CENTRE, STATION } from './mock-people.ts'
import { sitingReply, type SitingAsked } from './mock-siting.ts'
import { Refused, type World } from './mock-world.ts'

const NAMES = [
  '芦井水村',
  '何家梁村',
  '宗家梁村',
  '陈家井村',
  '方家坡村',
  '平岘村',
  '红玉村',
  '史喇口村',
  '引大社区',
  '彩虹社区',
]
const WEEK = Array.from({ length: 7 }, (_, day) =>
  day < 5
    ? [
        { open: 510, close: 720 },
        { open: 840, close: 1080 },
      ]
    : [],
)
const VILLAGES = NAMES.map((name, at) => ({
  code: `6201711012${String(at).padStart(2, '0')}`,
  name,
  town: '中川镇',
  lng: 103.6 + 0.02 * (at % 4),
  lat: 36.5 + 0.025 * Math.floor(at / 3),
  people: { child: 100 + at, adult: 400 + 60 * at, elder: 90, oldest: 12 },
}))
const place = (id: string, name: string, tier: string, lng: number, lat: number) => ({
  id,
  name,
  tier,
  kindText: name,
  lng,
  lat,
  services: ['consultation', 'intake'],
  hoursText: '周一至周五 08:30–12:00',
  weekly: WEEK,
  ownHours: false,
  approximate: true,
})
const PLACES = [
  place(CENTRE, '兰州新区公共法律服务中心', 'center', 103.662, 36.552),
  place(STATION, '中川镇公共法律服务工作站', 'station', 103.62, 36.52),
  place(uuidOf('kiosk'), '自助服务终端', 'kiosk', 103.64, 36.58),
]
/** Covered in office hours; `late` half-hours more in the evening. */
const bits = (late: number, far: boolean): string =>
  Array.from({ length: 84 }, (_, four) => {
    let digit = 0
    for (let i = 0; i < 4; i += 1) {
      const half = four * 4 + i,
        within = half % 48
      if (half < 240 && !far && ((within >= 16 && within < 23) || (within >= 27 && within < 35 + late))) digit |= 1 << i
    }
    return digit.toString(16)
  }).join('')
const shares = {
  center: { nominal: 0.4, effective: 0.08 },
  station: { nominal: 0.9, effective: 0.19 },
  office: { nominal: 1, effective: 0.05 },
  consultation: { nominal: 0.97, effective: 0.23 },
  intake: { nominal: 0.9, effective: 0.19 },
  child: { nominal: 0.9, effective: 0.2 },
  adult: { nominal: 0.97, effective: 0.23 },
  elder: { nominal: 0.9, effective: 0.2 },
  oldest: { nominal: 0.5, effective: 0.1 },
}
const view = (late: number) => ({
  people: 9_220,
  nominal: 0.9,
  effective: 0.19 + late / 100,
  byHalfHour: Array.from({ length: 336 }, (_, half) =>
    (parseInt(bits(late, false)[half >> 2] ?? '0', 16) >> (half & 3)) & 1 ? 0.9 : 0,
  ),
  byTier: shares,
  byService: shares,
  byAge: shares,
  villages: VILLAGES.map(({ code }, at) => ({
    code,
    minutes: at === 7 ? 41.2 : 6 + 3 * at,
    halfHours: at === 7 ? 0 : 75 + late * 5,
    bits: bits(late, at === 7),
  })),
})
let roads: { known: boolean; bytes: number; at: number | null } = { known: false, bytes: 0, at: null }

const NO_BUS = { known: false, lines: 0, stops: 0, assumed: false, at: null as number | null }
let bus = NO_BUS

/** Ten villages of one town, one of them too far away. */
const PLACES_BEFORE_AND_AFTER = [
  {
    code: '620171101201',
    name: '宗家梁村公共法律服务工作室',
    what: 'changed',
    values: [
      { field: '地址', before: '中川镇宗家梁村', after: '中川镇宗家梁村党群服务中心二楼' },
      { field: '电话', before: '0931-7654321', after: '' },
      { field: '公开', before: '否', after: '是' },
      { field: '在用', before: '否', after: '是' },
    ],
  },
  {
    code: '620171101299',
    name: '新设社区公共法律服务工作室',
    what: 'added',
    values: [
      { field: '公开', before: '', after: '是' },
      { field: '在用', before: '', after: '是' },
    ],
  },
]
export const NETWORK: Handlers = {
  'GET /desk/network/coverage': (world, { query }) => ({
    monday: '2026-11-23',
    certain: query['week'] !== '2027-10-01',
    estimated: true,
    mapNumber: null,
    visits: 3,
    villages: (world as World & { noVillages?: boolean }).noVillages ? [] : VILLAGES,
    places: PLACES,
    now: view(0),
  }),
  'GET /desk/network/contours': (_world, { query }) => ({
    travel: 'ebike',
    of: query['half'] === 25 ? 0 : query['place'] ? 1 : 3,
    estimated: true,
    contours:
      query['half'] === 25
        ? []
        : [10, 20, 30].map((minutes, at) => ({
            minutes,
            lines: [
              Array.from({ length: 37 }, (_, i) => [
                103.64 + (at + 1) * 0.012 * Math.cos((i * Math.PI) / 18),
                36.54 + (at + 1) * 0.01 * Math.sin((i * Math.PI) / 18),
              ]),
            ],
          })),
    villages: VILLAGES.map(({ code }, at) => ({ code, minutes: at === 7 ? null : 2 + 3 * at })),
  }),
  'POST /desk/network/what-if': (_world, { body }) => {
    const { edits } = body as { edits: { kind: string; id: string }[] }
    const at = edits.findIndex(({ kind, id }) => kind === 'close' && id === CENTRE)
    if (at >= 0)
      throw new Refused('editRefused', { fields: { [`edits.${at}`]: '没有这个服务点，可能已经撤销。请刷新后再试。' } })
    const notes =
      edits.some(({ kind }) => kind === 'hours') && !edits.some(({ kind }) => kind === 'staff')
        ? ['“中川镇公共法律服务工作站”的法律咨询按排班有人：多开的时间没有排人，不算。可以再加一条“安排人值班”。']
        : []
    return { before: view(0), after: view(4), notes, estimated: true, milliseconds: 1.4 }
  },
  'POST /desk/network/siting': (world, { body }) => {
    world.saved.push({ route: 'POST /desk/network/siting', body })
    return sitingReply(body as SitingAsked, PLACES, VILLAGES)
  },
  'POST /desk/network/import/:kind': (_world, { file, query, params }) => {
    const bad = file.toString().includes('坏')
    const confirmed = query['confirm'] === 'yes'
    if (params['kind'] === 'places')
      return {
        lines: 2,
        faults: [],
        more: 0,
        remarks: ['新增的点里有 1 个没有写“公开”：1 个会让群众看到。要改请在“公开”一列写“是”或“否”'],
        added: 1,
        changed: 1,
        same: 0,
        sample: PLACES_BEFORE_AND_AFTER,
        moreChanges: 0,
        imported: confirmed,
        lost: confirmed ? 1 : 0,
      }
    return {
      lines: 2,
      faults: bad
        ? [
            { line: 3, column: '编码', says: '“62017”不是 12 位的村（社区）编码。请对照统计用区划代码核对' },
            { line: 4, column: '经度', says: '经度和纬度写反了（经度 36.5、纬度 103.6）。请把两个对调' },
          ]
        : [],
      more: 0,
      remarks: [],
      added: bad ? 0 : 1,
      changed: bad ? 0 : 1,
      same: 0,
      sample: bad
        ? []
        : [
            { code: '620171101299', name: '新设社区', what: 'added', values: [] },
            {
              code: '620171101204',
              name: '芦井水村',
              what: 'changed',
              values: [{ field: '18到59岁', before: '400', after: '410' }],
            },
          ],
      moreChanges: 0,
      imported: confirmed && !bad,
      lost: 0,
    }
  },
  'GET /desk/network/bus': () => bus,
  'POST /desk/network/bus': (world, { file }) => {
    if (!file.toString().startsWith('PK'))
      return { lines: 0, stops: 0, assumed: false, problem: '第一行少了这些列：几分钟一班' }
    bus = { known: true, lines: 4, stops: 21, assumed: true, at: world.now }
    return { lines: 4, stops: 21, assumed: true, problem: null }
  },
  'DELETE /desk/network/bus': () => {
    bus = NO_BUS
    return {}
  },
  'GET /desk/network/roads': () => roads,
  'POST /desk/network/roads': (world, { file }) => {
    if (!file.toString().includes('highway'))
      return { ways: 0, nodes: 0, problem: '里面没有道路。请选含有 highway 的文件。' }
    roads = { known: true, bytes: 1_300_000, at: world.now }
    return { ways: 12_345, nodes: 45_678, problem: null }
  },
  'DELETE /desk/network/roads': () => {
    roads = { known: false, bytes: 0, at: null }
    return {}
  },
}
