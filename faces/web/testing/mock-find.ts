/// <reference types="node" />
import type { Handler } from './mock-handlers.ts'

const LAW = '96e04ffb-8fb9-5bed-8b93-66199e62adc0'
const ITEMS = [
  {
    kind: 'guide' as const,
    slug: 'wages/boss-will-not-pay',
    title: '老板拖着工资不给怎么办',
    topic: 'wages' as const,
    passage: '干完了活没拿到工资。先把记工本、微信聊天留好，再打 12333。…',
    because: ['老板不给工资'],
  },
  {
    kind: 'article' as const,
    id: `${LAW}.30`,
    law: '某某保护法',
    number: '30',
    path: '第一章 总则',
    status: 'inForce' as const,
    named: false,
    passage: '用人单位应当按月足额支付工资。拖欠工资的，劳动者可以申请支付令。',
    because: ['拖欠工资'],
  },
  {
    kind: 'case' as const,
    id: '44444444-4444-4444-8444-444444444441',
    title: '工地干了三个月没拿到工资',
    topic: 'wages',
    passage: '…老板一直没有给工资，还把他拉黑了。…',
    because: ['工资'],
  },
]
const WORDINGS = [
  { kind: 'question' as const, text: '老板拖着工资不给怎么办', about: 'wages/boss-will-not-pay' },
  { kind: 'question' as const, text: '工资要不回来', about: 'wages/boss-will-not-pay' },
  { kind: 'topic' as const, text: '欠工资', about: 'wages' },
  { kind: 'law' as const, text: '某某保护法', about: '某某保护法' },
]

/** Knows about wages and one law, and takes 公资 and gz for wages. */
export const FIND_HANDLERS: Record<string, Handler> = {
  'GET /search': (_world, { query: { q = '', kind } }) => ({
    value: q.includes('工资')
      ? { items: ITEMS.filter((one) => kind === 'all' || kind === one.kind), laws: [] }
      : {
          items: [],
          laws:
            q.includes('保护法') && kind !== 'guide' && kind !== 'case'
              ? [{ id: LAW, name: '某某保护法', status: 'inForce' as const }]
              : [],
        },
  }),
  'GET /consultation/suggestions': (_world, { query: { q = '' } }) => ({
    value: { items: q.length > 40 ? [] : /工资|公资|gz/.test(q) ? WORDINGS : [] },
  }),
}
