/// <reference types="node" />
import { rankCandidates } from '@fatong/casework/assignment/candidates.ts'
import type { CandidateProvider } from '@fatong/casework/assignment/policy.ts'
import { QUEUES, type QueueName } from '@fatong/contract/desk/cases.ts'
import { DESK_COMMANDS } from '@fatong/contract/desk/commands.ts'
import { localDateOf } from '@fatong/law/calendar/dates.ts'
import { ADMIN } from './mock-admin.ts'
import { casePageOf } from './mock-case-page.ts'
import { providerOf, MockCase } from './mock-cases.ts'
import { carryOut } from './mock-commands.ts'
import { uuidOf } from './mock-ids.ts'
import { LIBRARY } from './mock-library.ts'
import { NOTICES } from './mock-notices.ts'
import { QUALITY } from './mock-quality.ts'
import { QUESTIONS } from './mock-questions.ts'
import { HANDINGS } from './mock-handings.ts'
import { SERVICE_LOG } from './mock-service-log.ts'
import { ASSIGNMENTS } from './mock-assignments.ts'
import { GUIDES } from './mock-guides.ts'
import { NETWORK } from './mock-network.ts'
import { TEAM } from './mock-team.ts'
import { casesIn, lineOf } from './mock-lines.ts'
import { CENTRE, type MockStaff } from './mock-people.ts'
import { SESSION } from './mock-session.ts'
import { Refused, announce, caseOf, type World } from './mock-world.ts'

export interface Asked {
  params: Record<string, string>
  query: Record<string, unknown>
  body: unknown
  file: Buffer
  version: string | undefined
  /** who asks; only the session routes are called without */
  person: MockStaff
  session: string | undefined
  setSession: (value: string | null) => void
}
export type Handlers = Partial<Record<string, (world: World, asked: Asked) => unknown>>

const queueOf = (asked: Asked): QueueName => (asked.query['queue'] ?? 'mine') as QueueName
const policy = '先排除不合格和有冲突的，再按专长、手上案件、语言、性别意愿、远近打分'

const CASES: Handlers = {
  'GET /desk/queue': (world, asked) => ({
    items: casesIn(world, asked.person, queueOf(asked)).map((one) => lineOf(world, one)),
    next: null,
    counts: Object.fromEntries(
      (Object.keys(QUEUES) as QueueName[]).map((name) => [name, casesIn(world, asked.person, name).length]),
    ),
  }),
  'GET /desk/next': (world, asked) => {
    const one = casesIn(world, asked.person, 'mine').find(({ id }) => id !== asked.query['after'])
    return { line: one ? lineOf(world, one) : null }
  },
  'GET /desk/search': (world, asked) => ({
    items: world.cases
      .filter(({ open }) => `${open.form?.applicant.name ?? ''} ${open.number}`.includes(String(asked.query['q'])))
      .map((one) => lineOf(world, one)),
    next: null,
  }),
  'GET /desk/cases/:id': (world, asked) => casePageOf(world, caseOf(world, asked.params['id'] ?? ''), asked.person),
  'POST /desk/cases/:id/messages/seen': (world, { params, body }) => {
    world.seen.set(params['id'] ?? '', (body as { version: number }).version)
    return {}
  },
  'POST /desk/cases/:id/reveal': () => ({
    idNumber: '620121197904124519',
    phone: '13993101234',
    address: '甘肃省兰州市永登县中川镇兰庄村 3 社',
    told: [
      { what: 'groups', text: '进城务工人员、少数民族' },
      { what: 'ethnicity', text: '东乡族' },
      { what: 'registeredAddress', text: '甘肃省临夏州东乡县达板镇某村 8 社' },
      { what: 'family', text: '马婳（配偶，务农，每月 900 元）；马小花（子女，上学，每月 0 元）' },
      { what: 'assets', text: '自住房屋；摩托车、农用车' },
      { what: 'burdens', text: '家里有人长期生病；孩子上学。母亲常年看病' },
    ],
  }),
  'POST /desk/cases/:id/materials': (world, { file }) => {
    const id = uuidOf(`upload ${world.uploads.size}`)
    world.uploads.set(id, file)
    return { id, sha256: 'c'.repeat(64) }
  },
  'GET /desk/cases/:id/candidates': (world, { params }) => {
    const today = localDateOf(world.now)
    const one = caseOf(world, params['id'] ?? '')
    const provider = (login: string, more: Partial<CandidateProvider>): CandidateProvider => {
      const person = world.staff.get(login)
      if (!person) throw new Error(login)
      return {
        ...providerOf(person),
        specialties: ['laborRemuneration'],
        openLoad: 3,
        capacity: 10,
        languages: [],
        ...more,
      }
    }
    const all = [
      provider('linsh', {}),
      provider('shenrl', { openLoad: 6, gender: 'female' }),
      { ...provider('linsh', { openLoad: 1 }), staffId: uuidOf('staff banned'), name: '祁连山' },
    ]
    const findings = new Map([
      [all[0]!.staffId, []],
      [
        all[1]!.staffId,
        [
          {
            code: 'opponentIsFirmClient' as const,
            severity: 'explain' as const,
            with: '兰州鼎盛（样例）建筑劳务有限公司',
          },
        ],
      ],
      [
        all[2]!.staffId,
        [{ code: 'sameOpponent' as const, severity: 'ban' as const, with: '兰州鼎盛（样例）建筑劳务有限公司' }],
      ],
    ])
    const ranked = rankCandidates(
      {
        matter: 'laborRemuneration',
        qualification: { service: 'laborRepresentation' } as never,
        stoodDown: one.open.declined.map((d) => d.staffId),
        today,
      },
      all,
      findings,
    )
    return {
      policy,
      adviceId: uuidOf('advice'),
      items: ranked.map((r) => ({
        staffId: r.provider.staffId,
        name: r.provider.name,
        orgName: r.provider.orgName,
        kindText: '律师',
        openLoad: r.provider.openLoad,
        capacity: r.provider.capacity,
        banned: r.banned ?? [],
        warnings: [],
        score: r.score,
        reasons: r.reasons.map(({ says, weight }) => ({ says, weight })),
        findings: r.findings,
      })),
    }
  },
  'GET /desk/board': (world, { query }) => ({
    day: String(query['day'] ?? localDateOf(world.now)),
    wholeChain: { finished: 7, sameDay: 5, rate: 5 / 7, excludedPaused: 2 },
    steps: [
      { step: 'apply', label: '申请', done: 14, waiting: 0, medianMinutes: 9, overdueTarget: 0, overdueLegal: 0 },
      { step: 'accept', label: '受理', done: 11, waiting: 3, medianMinutes: 42, overdueTarget: 1, overdueLegal: 0 },
      { step: 'decide', label: '决定', done: 9, waiting: 2, medianMinutes: 65, overdueTarget: 1, overdueLegal: 0 },
      { step: 'assign', label: '指派', done: 7, waiting: 2, medianMinutes: 38, overdueTarget: 0, overdueLegal: 1 },
    ],
    recent: world.cases.slice(0, 8).map((one) => ({
      at: one.events.at(-1)?.at ?? 0,
      number: one.open.number,
      text: `${one.open.form?.applicant.name ?? ''} 有新进展`,
    })),
  }),
  'POST /desk/notifications': (world, { body, person }) => {
    const b = body as {
      authority: string
      letterNumber: string
      ground: never
      stage: never
      defendantName: string
      charge: string
      coDefendants: string[]
    }
    const one = new MockCase(b.letterNumber)
    const number = `LX2026${String(101 + world.cases.length).padStart(5, '0')}`
    const refusal = one.act(
      person.actor,
      {
        type: 'registerNotification',
        number,
        placeId: CENTRE,
        agencyId: CENTRE,
        materials: [],
        letter: {
          ...b,
          receivedAt: world.now,
          defendant: { personId: uuidOf(b.defendantName), name: b.defendantName },
        },
      },
      world.now,
    )
    if (refusal) throw new Refused('refused', { refusal })
    world.cases.push(one)
    announce(world, one)
    return { version: one.open.version, status: one.open.status, documents: [], id: one.id, number }
  },
}

const COMMANDS: Handlers = Object.fromEntries(
  DESK_COMMANDS.map((type) => [
    `POST /desk/cases/:id/${type}`,
    (world: World, asked: Asked) => {
      const one = caseOf(world, asked.params['id'] ?? '')
      if (asked.version !== `"${one.open.version}"`)
        throw new Refused(asked.version === undefined ? 'versionNeeded' : 'changedMeanwhile')
      return carryOut(world, one, asked.person, type, asked.body as never)
    },
  ]),
)

export const HANDLERS: Handlers = {
  ...SESSION,
  ...CASES,
  ...COMMANDS,
  ...ADMIN,
  ...LIBRARY,
  ...NOTICES,
  ...QUESTIONS,
  ...QUALITY,
  ...ASSIGNMENTS,
  ...HANDINGS,
  ...SERVICE_LOG,
  ...GUIDES,
  ...NETWORK,
  ...TEAM,
}
