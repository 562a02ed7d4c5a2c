/// <reference types="node" />
import type { Handlers } from './mock-handlers.ts'
import { uuidOf } from './mock-ids.ts'
import type { World } from './mock-world.ts'

const person = (name: string, cost: number) => ({ staffId: uuidOf(`staff ${name}`), name, cost })
const item = (n: number, applicant: string, more = {}) => ({
  caseId: uuidOf(`waiting ${n}`),
  number: `LX20260010${n}`,
  applicant,
  matter: '劳动报酬',
  light: n === 1 ? 'amber' : 'green',
  to: {
    ...person('林书航', 7.5),
    orgName: '甘肃陇源（样例）律师事务所',
    reasons: ['专长对口', '会说东乡语', '在办 2 件，还能办 6 件'],
    explain: [] as string[],
  },
  others: [person('沈若兰', 42), person('孙立群', 60)],
  why: '',
  ...more,
})
const done = new WeakMap<World, { caseId: string; staffId: string; reason: string }[]>()
const TOTALS = {
  named: { cost: 236, gini: 0.29, maxLoad: 6, unassigned: 1 },
  precise: { cost: 230, gini: 0.299, maxLoad: 6, unassigned: 1 },
  fair: { cost: 241, gini: 0.18, maxLoad: 4, unassigned: 1 },
  rota: { cost: 1660, gini: 0.072, maxLoad: 4, unassigned: 1 },
}

/** Three cases that wait, one of them with nobody for it. */
export const ASSIGNMENTS: Handlers = {
  'POST /desk/assignments/plan': (world, { body }) => {
    const { policy } = body as { policy?: keyof typeof TOTALS }
    const gone = (done.get(world) ?? []).map(({ caseId }) => caseId)
    return {
      policy: policy ?? 'precise',
      district: 'precise',
      fairNote: '',
      milliseconds: 2.4,
      lawyers: 16,
      totals: TOTALS[policy ?? 'precise'],
      compared: TOTALS,
      items: [
        item(1, '马永福'),
        item(2, '何长生'),
        item(3, '张某', { to: null, others: [], why: '刑事辩护只能由律师担任' }),
      ].filter(({ caseId }) => !gone.includes(caseId)),
    }
  },
  'POST /desk/assignments': (world, { body }) => {
    const { items } = body as { items: { caseId: string; staffId: string; reason: string }[] }
    done.set(world, [...(done.get(world) ?? []), ...items])
    return { items: items.map(({ caseId }) => ({ caseId, ok: true, says: '' })) }
  },
  'GET /desk/assignments/advice': (world) => ({
    total: done.get(world)?.length ?? 0,
    followed: 1,
    items: (done.get(world) ?? []).map(({ caseId, reason }) => ({
      caseId,
      at: world.now,
      policy: 'precise',
      by: '马国强',
      advised: [person('林书航', 7.5)],
      chosen: '沈若兰',
      followed: false,
      reason: reason === '' ? null : reason,
    })),
  }),
}
