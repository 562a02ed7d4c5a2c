/// <reference types="node" />
import type { Handlers } from './mock-handlers.ts'
import { uuidOf } from './mock-ids.ts'

const who = (name: string) => ({ staffId: uuidOf(`staff ${name}`), name })
const move = (n: number, applicant: string, to: string, more = {}) => ({
  caseId: uuidOf(`held ${n}`),
  number: `LX20260020${n}`,
  applicant,
  matter: '劳动报酬',
  statusText: '承办中',
  from: who('林书航'),
  to: {
    ...who(to),
    orgName: '甘肃陇源（样例）律师事务所',
    reasons: ['专长对口', '在办 2 件，还能办 6 件'],
    explain: [] as string[],
  },
  others: [{ ...who('孙立群'), cost: 42 }],
  says: `林书航不能办理，由${to}接办`,
  makesRoom: false,
  ...more,
})
const figures = (cost: number, gini: number, maxLoad: number, loads: number[]) => ({
  cost,
  meanCost: Math.round(cost / 2) / 10,
  gini,
  maxLoad,
  waitingMeanHours: 3.5,
  waitingMaxHours: 61,
  waited: 12,
  unplaced: 0,
  loads: ['林书航', '沈若兰', '孙立群', '白永胜'].map((name, at) => ({
    name,
    capacity: 8,
    cases: loads[at],
    most: loads[at],
  })),
})

export const HANDINGS: Handlers = {
  'GET /desk/assignments/handings/people': (_world, { person }) => ({
    mayConfirm: person.me.roles.some(({ role }) => role === 'director'),
    items: [
      { ...who('林书航'), orgName: '甘肃陇源（样例）律师事务所', cases: 3, leave: null },
      { ...who('沈若兰'), orgName: '甘肃陇源（样例）律师事务所', cases: 1, leave: '2026-11-20 到 2026-12-20 请假' },
    ],
  }),
  'POST /desk/assignments/handings/plan': () => ({
    away: [{ ...who('林书航'), cases: 3 }],
    othersMoved: true,
    milliseconds: 12,
    moves: [
      move(1, '马永福', '沈若兰'),
      move(2, '何长生', '孙立群', {
        to: {
          ...who('孙立群'),
          orgName: '甘肃陇源（样例）律师事务所',
          reasons: ['专长不对口'],
          explain: ['兰州鼎盛（样例）建筑劳务有限公司'],
        },
        others: [{ ...who('沈若兰'), cost: 51 }],
      }),
      move(3, '祁兰英', '白永胜', {
        from: who('沈若兰'),
        says: '沈若兰腾出位置接办别的案件，本案由白永胜接办',
        makesRoom: true,
      }),
    ],
    unplaced: [
      {
        caseId: uuidOf('held 4'),
        number: 'LX202600204',
        applicant: '张某',
        from: '林书航',
        why: '刑事辩护只能由律师担任',
      },
    ],
  }),
  'POST /desk/assignments/handings': (_world, { body }) => {
    const { moves, leave } = body as { moves: { caseId: string }[]; leave: object | null }
    return {
      items: moves.map(({ caseId }, at) => ({
        caseId,
        ok: at !== 2,
        says: at === 2 ? '案件刚刚有变动，请刷新看看' : '',
        papers: ['更换法律援助人员通知书'],
      })),
      leaveKept: leave !== null,
    }
  },
  'GET /desk/assignments/replay': (_world, { query }) => ({
    from: String(query['from']),
    to: String(query['to']),
    cases: query['from'] === '2026-01-01' ? 0 : 20,
    lawyers: 4,
    left: 0,
    policy: 'precise',
    milliseconds: 30,
    figures: {
      asItWas: figures(610, 0.31, 7, [9, 6, 3, 2]),
      precise: figures(240, 0.28, 6, [8, 6, 4, 2]),
      named: figures(262, 0.27, 6, [7, 7, 4, 2]),
      rota: figures(905, 0.02, 5, [5, 5, 5, 5]),
    },
  }),
  'GET /desk/cases/:id/advice': (world) => ({
    items: [
      {
        id: uuidOf('advice'),
        at: world.now,
        by: '马国强',
        policyText: '精准指派：最合适的人，案子多的少派',
        settingsVersion: 3,
        chosen: '沈若兰',
        place: 2,
        reason: '申请人希望女律师',
        ranking: [
          {
            staffId: uuidOf('a'),
            name: '林书航',
            score: -7.5,
            says: ['专长对口', '在办 3 件，还能办 7 件（扣 7.5 分，占扣分的 100%）'],
          },
          { staffId: uuidOf('b'), name: '沈若兰', score: -30, says: ['专长对口'] },
        ],
        banned: [{ staffId: uuidOf('c'), name: '祁连山', score: 0, says: ['利益冲突：代理过与受援人对立的一方'] }],
      },
    ],
  }),
}
