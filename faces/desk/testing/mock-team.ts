/// <reference types="node" />
import type { Handlers } from './mock-handlers.ts'
import { uuidOf } from './mock-ids.ts'
import { CENTRE, STATION } from './mock-people.ts'
import { Refused, type World } from './mock-world.ts'

const MONDAY = '2026-11-23'
const day = (at: number): string => new Date(Date.parse(MONDAY) + at * 86_400_000).toISOString().slice(0, 10)
const shift = (at: number, member: string, from: number, to: number, more = {}) => ({
  lineId: uuidOf(`line ${at} ${member}`),
  day: day(at),
  from,
  to,
  kind: 'duty' as const,
  services: ['consultation' as const],
  placeId: STATION,
  placeName: '中川镇公共法律服务工作站',
  memberId: uuidOf(`member ${member}`),
  member,
  coverId: null,
  cover: null,
  away: false,
  reason: '',
  trouble: [],
  ...more,
})
const member = (name: string, kind: string, more = {}) => ({
  id: uuidOf(`member ${name}`),
  name,
  kind,
  placeId: STATION,
  placeName: '中川镇公共法律服务工作站',
  gender: 'female',
  languages: ['普通话', '兰州话'],
  specialties: [],
  qualifications: [{ name: '法律明白人证', number: '', until: null }],
  training: [],
  active: true,
  reachable: true,
  expiring: [],
  lines: 1,
  leave: [] as { id: string; from: string; to: string; reason: string }[],
  ...more,
})
const MEMBERS = [
  member('何长寿', 'liaison', {
    leave: [{ id: uuidOf('leave'), from: '2026-11-26', to: '2026-11-27', reason: '参加培训' }],
  }),
  member('魏红霞', 'justiceStaff', { qualifications: [], lines: 2 }),
  member('林书航', 'lawyer', {
    expiring: ['律师执业证快到期（2026年12月10日）'],
    specialties: ['劳动报酬'],
    languages: ['普通话', '东乡语'],
  }),
]
const moment = (text: string): number => Date.parse(`${text}:00+08:00`)
const handover = (world: World) => {
  const { state, steps } = states.get(world) ?? { state: 'sent', steps: [] }
  return {
    id: uuidOf('handover'),
    number: 'LD5912345678',
    kind: 'homeVisit',
    title: '老人行动不便，请上门',
    text: '芦井水村 82 岁老人要申请法律援助，来不了镇上。\n请带上申请表。',
    state,
    version: 1 + steps.length,
    fromPlace: uuidOf('village'),
    fromName: '芦井水村公共法律服务工作室',
    toPlace: STATION,
    toName: '中川镇公共法律服务工作站',
    due:
      state === 'sent'
        ? { at: moment('2026-11-22T18:00'), what: 'take', light: 'red' }
        : state === 'taken'
          ? { at: moment('2026-11-27T18:00'), what: 'finish', light: 'green' }
          : null,
    escalatedTo: state === 'sent' ? '兰州新区公共法律服务中心' : null,
    escalatedAt: null,
    caseFile: { id: uuidOf('case 1'), number: '兰新法援〔2026〕民字第1号' },
    caseClosed: false,
    meetAt: moment('2026-11-23T10:30'),
    phone: '0931-1234567',
    video: {
      state: 'open',
      url: 'https://meeting.example.com/fatong-5f1c',
      opensAt: moment('2026-11-23T10:15'),
      closesAt: moment('2026-11-23T12:30'),
      own: true,
      typed: false,
    },
    createdAt: moment('2026-11-22T10:00'),
    steps: [{ at: moment('2026-11-22T10:00'), by: '何长寿', what: 'sent', note: '' }, ...steps],
    may: state === 'sent' ? ['take', 'return'] : state === 'taken' ? ['finish', 'return'] : [],
  }
}
const states = new WeakMap<World, { state: string; steps: { at: number; by: string; what: string; note: string }[] }>()
const called = new WeakSet<World>()
const visits = new WeakMap<World, string>()
const moved = new WeakSet<World>()
const VILLAGE = uuidOf('village')
const ALONE = {
  id: uuidOf('alone'),
  number: 'YY2WXKHT',
  placeId: VILLAGE,
  placeName: '芦井水村公共法律服务工作室',
  address: '芦井水村',
  phone: null,
  day: day(8),
  from: 570,
  to: 600,
  whenText: '12月1日（周二）09:30–10:00',
  service: 'consultation',
  state: 'booked',
  cancelledBy: null,
  reason: null,
  note: '宅基地的事',
  at: moment('2026-11-22T10:00'),
  remindAt: null,
  unmet: 'nobody',
  unmetPhone: '12348',
  video: null,
  visitor: '张桂花',
  visitorPhone: '13900000003',
}

/** A week with somebody away, a visitor tomorrow, and a matter from a village that nobody took up in time. */
export const TEAM: Handlers = {
  'GET /desk/roster': (_world, { query }) =>
    query['week'] === '2026-11-30'
      ? { monday: '2026-11-30', shifts: [], gaps: [], worked: [], editable: [STATION] }
      : {
          monday: MONDAY,
          editable: [STATION, CENTRE],
          worked: [
            {
              day: day(5),
              empty: [
                { placeId: STATION, placeName: '芦井水村公共法律服务工作室' },
                { placeId: uuidOf('village'), placeName: '何家梁村公共法律服务工作室' },
              ],
            },
          ],
          gaps: [{ day: day(4), placeId: STATION, placeName: '中川镇公共法律服务工作站', from: 840, to: 1080 }],
          shifts: [
            shift(0, '何长寿', 540, 690),
            shift(1, '魏红霞', 510, 720, { away: true, reason: '参加培训', trouble: ['away'] }),
            shift(2, '林书航', 1110, 1230, { kind: 'visit', services: ['consultation', 'drafting'] }),
            shift(3, '魏红霞', 510, 720, {
              away: true,
              coverId: uuidOf('member 何长寿'),
              cover: '何长寿',
              reason: '请假',
            }),
          ],
        },
  'PUT /desk/roster/lines/:id': (_world, { body }) => {
    if ((body as { weekday: number }).weekday === 3)
      throw new Refused('rosterClash', { fields: { memberId: '同一时间已经排在中川镇公共法律服务工作站' } })
    return { ok: true, lost: 0 }
  },
  'PUT /desk/roster/lines/:id/days/:day': () => ({ ok: true, lost: 0 }),
  'POST /desk/roster/lines/:id/end': () => ({ ok: true, lost: 0 }),
  'GET /desk/team': (_world, { query }) => {
    const items = MEMBERS.filter(
      ({ name, kind }) =>
        name.includes(String(query['q'] ?? '')) && (query['kind'] === undefined || kind === query['kind']),
    )
    return { items, total: items.length }
  },
  'GET /desk/callbacks': (world) => ({
    items: called.has(world)
      ? []
      : [
          {
            id: uuidOf('callback'),
            number: 'HD5912345678',
            placeName: '芦井水村公共法律服务工作室',
            text: '想问宅基地的事',
            state: 'open',
            note: null,
            askedAt: moment('2026-11-22T09:00'),
            member: null,
            caller: '张桂花',
            callerPhone: '13900000003',
            colleague: false,
            late: true,
            doneBy: null,
          },
        ],
  }),
  'POST /desk/callbacks/:id/done': (world) => {
    called.add(world)
    return { ok: true }
  },
  'POST /desk/team/:id/message': () => ({ by: 'phone' }),
  'POST /desk/team/:id/leave': (_world, { body }) => ({
    id: uuidOf('leave'),
    ...(body as { reason: string }),
    lost: (body as { reason: string }).reason.includes('生病') ? 2 : 0,
  }),
  'DELETE /desk/team/:id/leave/:leave': () => ({ ok: true }),
  'POST /desk/appointments/:id/video': () => ({ ok: true }),
  'PUT /desk/team/:id': (_world, { body, params }) => ({
    ...member('x', 'liaison'),
    ...(body as object),
    id: params['id'],
    lost: 0,
  }),
  'GET /desk/appointments/:id/times': (_world, { query }) => ({
    placeId: query['placeId'],
    places: [
      { id: VILLAGE, name: '芦井水村公共法律服务工作室' },
      { id: STATION, name: '中川镇公共法律服务工作站' },
    ],
    days:
      query['placeId'] === VILLAGE
        ? []
        : [
            {
              day: day(3),
              dayText: '11月26日（周四）',
              slots: [
                { from: 540, to: 570, text: '09:00–09:30', left: 1 },
                { from: 570, to: 600, text: '09:30–10:00', left: 1 },
              ],
            },
          ],
  }),
  'POST /desk/appointments/:id/move': (world, { body }) => {
    if ((body as { from: number }).from === 540) throw new Refused('slotFull')
    moved.add(world)
    return { ok: true }
  },
  'GET /desk/appointments': (world, { query }) => ({
    from: query['day'],
    unmet: moved.has(world) ? [] : [ALONE],
    items:
      query['day'] === '2026-01-01'
        ? []
        : [
            {
              id: uuidOf('visit'),
              number: 'YY7K3MPQ',
              placeId: STATION,
              placeName: '中川镇公共法律服务工作站',
              address: '中川镇',
              phone: null,
              day: day(1),
              from: 540,
              to: 570,
              whenText: '11月24日（周二）09:00–09:30',
              service: 'consultation',
              state: visits.get(world) ?? 'booked',
              cancelledBy: null,
              reason: null,
              note: '老板欠工资',
              at: moment('2026-11-22T10:00'),
              remindAt: null,
              unmet: null,
              unmetPhone: null,
              video: null,
              visitor: '马永福',
              visitorPhone: '13900000001',
            },
            {
              id: uuidOf('remote'),
              number: 'YY9RSTUV',
              placeId: STATION,
              placeName: '中川镇公共法律服务工作站',
              address: '中川镇',
              phone: null,
              day: day(1),
              from: 600,
              to: 630,
              whenText: '11月24日（周二）10:00–10:30',
              service: 'remote',
              state: 'booked',
              cancelledBy: null,
              reason: null,
              note: '',
              at: moment('2026-11-22T10:00'),
              remindAt: null,
              unmet: null,
              unmetPhone: null,
              visitor: '祁兰英',
              visitorPhone: '13900000002',
              video: {
                state: 'none',
                url: null,
                opensAt: moment('2026-11-24T09:45'),
                closesAt: moment('2026-11-24T11:30'),
                own: false,
                typed: false,
              },
            },
          ],
  }),
  'POST /desk/appointments/:id/state': (world, { body }) => {
    visits.set(world, (body as { state: string }).state)
    return { ok: true }
  },
  'GET /desk/handovers': (world, { query }) => {
    const one = handover(world)
    const open = one.state === 'sent' || one.state === 'taken'
    const below = [
      {
        ...one,
        id: uuidOf('below'),
        title: '请派人来讲宅基地',
        state: 'taken',
        due: { at: moment('2026-11-20T18:00'), what: 'finish', light: 'red' },
        escalatedTo: null,
        caseFile: null,
        caseClosed: true,
        video: null,
        may: [],
      },
    ]
    const items = { in: open ? [one] : [], out: [], below, done: open ? [] : [one] }[query['show'] as string]
    return { items, counts: { in: open ? 1 : 0, late: open ? 1 : 0, below: 1, belowLate: 1 } }
  },
  'GET /desk/handovers/places': (_world, { query }) => ({
    ownRooms: true,
    own: [{ id: CENTRE, name: '兰州新区公共法律服务中心' }],
    targets: [
      { id: STATION, name: '中川镇公共法律服务工作站', kindText: '工作站', opensCase: query['caseId'] !== undefined },
      { id: uuidOf('village'), name: '芦井水村公共法律服务工作室', kindText: '工作室', opensCase: false },
      { id: CENTRE, name: '兰州新区公共法律服务中心', kindText: '中心', opensCase: false },
    ],
  }),
  'POST /desk/handovers': (world) => handover(world),
  'POST /desk/handovers/:id/:step': (world, { params, body, person }) => {
    const what =
      ({ take: 'taken', finish: 'done', return: 'returned' } as Record<string, string>)[params['step'] ?? ''] ?? ''
    states.set(world, {
      state: what,
      steps: [
        ...(states.get(world)?.steps ?? []),
        { at: world.now, by: person.me.name, what, note: (body as { note: string }).note },
      ],
    })
    return handover(world)
  },
  'GET /desk/network/activity': (_world, { query }) => ({
    month: query['month'],
    items:
      query['month'] === '2026-01'
        ? []
        : [
            {
              placeId: CENTRE,
              name: '兰州新区公共法律服务中心',
              kindText: '公共法律服务中心',
              applications: 31,
              helped: 4,
              booked: 12,
              came: 10,
              missed: 2,
              served: 18,
              servedPeople: 240,
              answered: 26,
              calledBack: 7,
              notCalledBack: 2,
              handedIn: 3,
              handedOut: 5,
              lateHandovers: 1,
              dutyHours: 160,
            },
            {
              placeId: STATION,
              name: '中川镇公共法律服务工作站',
              kindText: '乡镇公共法律服务工作站',
              applications: 0,
              helped: 0,
              booked: 0,
              came: 0,
              missed: 0,
              served: 0,
              servedPeople: 0,
              answered: 0,
              calledBack: 0,
              notCalledBack: 0,
              handedIn: 0,
              handedOut: 0,
              lateHandovers: 0,
              dutyHours: 0,
            },
          ],
  }),
}
