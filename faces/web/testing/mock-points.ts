/// <reference types="node" />
import type { Asked, Handler } from './mock-handlers.ts'
import { Refused } from './refused.ts'
import type { World } from './mock-world.ts'

/** Half past twelve on 2026-10-10, a Saturday worked for the National Day break. */
const at = (day: string, time: string): number => Date.parse(`${day}T${time}:00+08:00`)
const DAY = '2026-10-10'
const STATION = '55555555-5555-4555-8555-555555555551',
  KIOSK = '55555555-5555-4555-8555-555555555552'
const point = (id: string, name: string, kindText: string, more: object) => ({
  id,
  name,
  kindText,
  terminal: kindText === '自助服务终端',
  address: '中川镇政府院内',
  phone: null,
  lng: 103.66,
  lat: 36.55,
  approximate: true,
  minutes: { walk: 44, ebike: 12, car: 6, bus: null },
  metres: 2600,
  routeText: '往东北走，直线2.6 公里；步行约 44 分钟，骑电动车约 12 分钟，开车约 6 分钟（按直线估算）',
  open: false as boolean | null,
  opensAt: at(DAY, '14:00'),
  closesAt: at(DAY, '18:00'),
  openText: '今天 14:00 有人',
  hoursText: '周一至周五 08:30–12:00、14:00–18:00',
  services: ['consultation' as const, 'intake' as const],
  bookable: true,
  ...more,
})
const POINTS = [
  point(KIOSK, '中川商业广场自助服务终端', '自助服务终端', {
    open: true,
    openText: '现在能用，到 22:00',
    hoursText: '周一至周日 07:00–22:00',
    lng: 103.63,
    lat: 36.53,
    minutes: { walk: 20, ebike: 5, car: 3, bus: null },
    services: ['consultation'],
    bookable: false,
    routeText: '往西南走，直线1.1 公里；步行约 20 分钟，骑电动车约 5 分钟，开车约 3 分钟（按直线估算）',
  }),
  point(STATION, '中川镇公共法律服务工作站', '乡镇公共法律服务工作站', { phone: '0931-0012348' }),
]
interface Booked {
  id: string
  day: string
  from: number
  state: 'booked' | 'cancelled'
  note: string
}
const booked = new WeakMap<World, Booked[]>()
const viewOf = ({ id, day, from, state, note }: Booked) => ({
  id,
  number: 'YY7K3MPQ',
  placeId: STATION,
  placeName: '中川镇公共法律服务工作站',
  address: '中川镇政府院内',
  phone: '0931-0012348',
  day,
  from,
  to: from + 30,
  whenText: `10月10日（周六）${Math.floor(from / 60)}:${String(from % 60).padStart(2, '0')}–14:30`,
  service: note.includes('视频') ? ('remote' as const) : ('intake' as const),
  state,
  cancelledBy: state === 'cancelled' ? ('citizen' as const) : null,
  reason: null,
  note,
  at: at(DAY, '12:31'),
  remindAt: day === DAY ? null : at('2026-10-11', '18:00'),
  unmet: note.includes('没人接待') ? ('nobody' as const) : null,
  unmetPhone: note.includes('没人接待') ? '0931-8259148' : null,
  video: null,
})
const callOf = (text: string) => ({
  id: '88888888-8888-4888-8888-888888888888',
  number: 'HD7',
  placeName: '中川镇公共法律服务工作站',
  text,
  state: 'open' as 'open' | 'withdrawn',
  note: null,
  askedAt: at(DAY, '12:31'),
})
const calls = new WeakMap<World, ReturnType<typeof callOf>[]>()
const known = (world: World, { session }: Asked) => {
  if (!world.sessions.has(session ?? '')) throw new Refused('signInNeeded')
}

export const POINT_HANDLERS: Record<string, Handler> = {
  'GET /service-points/near': (_world, { query: { q = '', lng, service } }) => ({
    value: {
      from: q.includes('公交')
        ? { name: '公交村', lng: 103.64, lat: 36.54 }
        : q.includes('芦井水') || lng !== undefined
          ? { name: q === '' ? '您的位置' : '芦井水村', lng: 103.64, lat: 36.54 }
          : null,
      travels: ['walk', 'ebike', 'car', ...(q.includes('公交') ? ['bus' as const] : [])],
      meant:
        q === '新村'
          ? [
              { name: '新村', town: '中川镇', lng: 103.64, lat: 36.54 },
              { name: '新村', town: '秦川镇', lng: 103.7, lat: 36.6 },
            ]
          : [],
      at: at(DAY, '12:30'),
      dayText: '10月10日（周六）12:30',
      estimated: true,
      mapNumber: null,
      items:
        service === 'mediation'
          ? []
          : POINTS.filter(({ services }) => service === undefined || (services as string[]).includes(service)),
    },
  }),
  'GET /service-points/:id/slots': (_world, { params }) => ({
    value:
      params['id'] === KIOSK
        ? { name: '中川商业广场自助服务终端', address: '中川镇', phone: null, services: [], days: [] }
        : {
            name: '中川镇公共法律服务工作站',
            address: '中川镇政府院内',
            phone: '0931-0012348',
            services: ['consultation', 'intake'],
            days: [
              {
                day: DAY,
                dayText: '10月10日（周六）',
                slots: [
                  { day: DAY, from: 840, to: 870, text: '14:00–14:30', left: 1 },
                  { day: DAY, from: 870, to: 900, text: '14:30–15:00', left: 0 },
                ],
              },
              {
                day: '2026-10-12',
                dayText: '10月12日（周一）',
                slots: [
                  { day: '2026-10-12', from: 540, to: 570, text: '09:00–09:30', left: 3 },
                  { day: '2026-10-12', from: 600, to: 630, text: '10:00–10:30', left: 3 },
                ],
              },
            ],
          },
  }),
  'POST /citizen/appointments': (world, asked) => {
    known(world, asked)
    const { day, from, note } = asked.body as Booked
    if (from === 540) throw new Refused('slotFull')
    const one: Booked = { id: '66666666-6666-4666-8666-666666666666', day, from, note, state: 'booked' }
    booked.set(world, [one])
    return { value: viewOf(one) }
  },
  'GET /wishes': () => ({
    value: {
      mayChoose: true,
      languages: ['东乡语', '藏语'],
      lawyers: [
        {
          staffId: '77777777-7777-4777-8777-777777777777',
          name: '沈若兰',
          orgName: '甘肃陇源（样例）律师事务所',
          kindText: '律师',
          specialties: ['劳动报酬'],
          languages: ['普通话'],
          gender: 'female',
        },
      ],
    },
  }),
  'POST /citizen/callbacks': (world, asked) => {
    known(world, asked)
    const one = callOf((asked.body as { text: string }).text)
    calls.set(world, [one])
    return { value: one }
  },
  'GET /citizen/callbacks': (world, asked) => {
    known(world, asked)
    return { value: { items: calls.get(world) ?? [] } }
  },
  'POST /citizen/callbacks/:id/withdraw': (world) => {
    const one = calls.get(world)?.[0]
    if (one) one.state = 'withdrawn'
    return { value: { ok: true } }
  },
  'GET /citizen/appointments': (world, asked) => {
    known(world, asked)
    return { value: { items: (booked.get(world) ?? []).map(viewOf) } }
  },
  'POST /citizen/appointments/:id/cancel': (world, asked) => {
    known(world, asked)
    const one = booked.get(world)?.[0]
    if (!one) throw new Refused('notFound')
    one.state = 'cancelled'
    return { value: viewOf(one) }
  },
}
