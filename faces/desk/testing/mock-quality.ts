/// <reference types="node" />
import type { Handlers } from './mock-handlers.ts'
import { uuidOf } from './mock-ids.ts'
import type { World } from './mock-world.ts'

const asked = (n: number, masked: string, kind: 'answer' | 'noSource', flags: number, guide: string | null) => ({
  id: uuidOf(`asked ${n}`),
  at: Date.parse('2026-11-20T09:00:00+08:00') + n,
  masked,
  kind,
  topic: 'wages' as const,
  confidence: 0.5,
  guide,
  sources: [],
  emergencies: [],
  helpful: flags > 0 ? false : null,
  flags,
})
const ASKED = [
  asked(1, '老板（某公司）欠工资，电话1**********', 'answer', 1, 'wages/boss-will-not-pay'),
  asked(2, '皮影戏箱子被借走弄丢了', 'noSource', 0, null),
]
const settled = new WeakMap<World, { outcome: string; note: string }>()
const flag = (world: World) => ({
  id: uuidOf('flag'),
  at: Date.parse('2026-11-20T10:00:00+08:00'),
  subjectKind: 'turn' as const,
  subject: uuidOf('asked 1'),
  reason: 'wrong',
  note: '说的地方早搬了',
  byKind: 'citizen',
  state: settled.has(world) ? ('settled' as const) : ('open' as const),
  outcome: (settled.get(world)?.outcome ?? null) as 'right' | null,
  settledNote: settled.get(world)?.note ?? null,
  settledByName: settled.has(world) ? '马国强' : null,
  settledAt: settled.has(world) ? world.now : null,
  masked: ASKED[0]?.masked ?? null,
  answered: {
    kind: 'answer' as const,
    guide: 'wages/boss-will-not-pay',
    articles: [{ id: `${uuidOf('law')}.30`, law: '劳动合同法', number: '30' }],
  },
})
/** Of a guide that was taken down since: its public page is gone. */
const flagOfGuide = (world: Parameters<typeof flag>[0]) => ({
  ...flag(world),
  id: uuidOf('flag of a guide'),
  subjectKind: 'guide' as const,
  subject: 'tenancy/taken-down',
  note: '',
  masked: null,
  answered: null,
})
const PEOPLE = [
  { staffId: uuidOf('staff linsh'), name: '林书航', orgName: '甘肃陇源（样例）律师事务所' },
  { staffId: uuidOf('staff shenrl'), name: '沈若兰', orgName: '甘肃陇源（样例）律师事务所' },
]

/** A month of questions, one of them said to be wrong. */
export const QUALITY: Handlers = {
  'GET /desk/consultation/asked': (_world, { query }) => ({
    items: ASKED.filter(
      ({ kind, flags }) => query['show'] === 'all' || (query['show'] === 'noSource' ? kind === 'noSource' : flags > 0),
    ),
    next: null,
  }),
  'GET /desk/consultation/figures': () => ({
    asked: 320,
    answered: 280,
    noSource: 22,
    redirected: 18,
    emergencies: 4,
    helpful: 90,
    unhelpful: 12,
    byTopic: [],
    tickets: { opened: 22, answered: 20, inTime: 19, waiting: 2, rating: 4.6 },
  }),
  'GET /desk/consultation/flags': (world, { query }) => ({
    items: [flag(world), flagOfGuide(world)].filter(({ state }) => state === query['state']),
  }),
  'POST /desk/consultation/flags/:id/settle': (world, { body }) => {
    settled.set(world, body as { outcome: string; note: string })
    return {}
  },
  'GET /desk/consultation/duty': () => ({ members: [{ ...PEOPLE[0], topics: ['wages'] }], candidates: PEOPLE }),
  'PUT /desk/consultation/duty': (_world, { body }) => ({
    members: (body as { members: { staffId: string; topics: string[] }[] }).members.map((one) => ({
      ...PEOPLE.find(({ staffId }) => staffId === one.staffId),
      ...one,
    })),
  }),
  'GET /desk/consultation/pledges': () => ({ usual: 1, byTopic: { violence: 0 } }),
  'PUT /desk/consultation/pledges': (_world, { body }) => {
    const { usual, byTopic } = body as { usual: number; byTopic: object }
    return { usual, byTopic }
  },
}
