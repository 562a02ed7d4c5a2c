/// <reference types="node" />
import type { Handlers } from './mock-handlers.ts'
import { uuidOf } from './mock-ids.ts'
import { Refused, type World } from './mock-world.ts'

interface Message {
  by: 'asker' | 'desk' | 'talk'
  name: string
  at: number
  text: string
  articles: unknown[]
}
interface Ticket {
  id: string
  number: string
  title: string
  state: 'open' | 'taken' | 'answered'
  takenBy: string | null
  pledgeAt: number
  answeredAt: number | null
  rating: number | null
  thread: Message[]
  events: { type: string; actorName: string; at: number; note: string }[]
  version: number
}

const worlds = new WeakMap<World, Ticket[]>()
const HOUR = 3_600_000
const ticket = (world: World, n: number, title: string, dueIn: number, more: Partial<Ticket> = {}): Ticket => ({
  id: uuidOf(`question ${n}`),
  number: `问2026-0000${n}`,
  title,
  state: 'open',
  takenBy: null,
  pledgeAt: world.now + dueIn * HOUR,
  answeredAt: null,
  rating: null,
  version: 1,
  thread: [{ by: 'asker', name: '', at: world.now - 5 * HOUR, text: `${title}\n请帮帮我。`, articles: [] }],
  events: [{ type: 'opened', actorName: '群众', at: world.now - 5 * HOUR, note: '' }],
  ...more,
})
const withTalk = (one: Ticket): Ticket => ({
  ...one,
  thread: [
    {
      by: 'talk',
      name: '',
      at: one.pledgeAt - 3 * HOUR,
      articles: [],
      text: '1. 邻居挖粪坑怎么办（系统按指南《邻居挡光、排水》答了）\n2. 离水井五米\n已经知道的：\n· 坑离井有多远？ 不到十米',
    },
    ...one.thread,
  ],
})
const ticketsOf = (world: World): Ticket[] => {
  const known = worlds.get(world) ?? [
    withTalk(ticket(world, 1, '邻居把粪坑挖在我家水井旁边', -2)),
    ticket(world, 2, '村上的光伏占了我家麦场', 20),
    ticket(world, 3, '老板让签自愿放弃社保', 30, {
      state: 'answered',
      takenBy: '林书航',
      answeredAt: world.now - HOUR,
      rating: 5,
    }),
  ]
  worlds.set(world, known)
  return known
}
const lineOf = (one: Ticket, world: World, me: string) => ({
  id: one.id,
  number: one.number,
  topic: 'neighbours' as const,
  state: one.state,
  title: one.title,
  openedAt: world.now - 5 * HOUR,
  pledgeAt: one.pledgeAt,
  answeredAt: one.answeredAt,
  urgent: false,
  takenByName: one.takenBy,
  mine: one.takenBy === me,
  light: one.state === 'answered' ? ('off' as const) : one.pledgeAt < world.now ? ('red' as const) : ('green' as const),
  rating: one.rating,
})
const oneOf = (world: World, id: string | undefined): Ticket => {
  const found = ticketsOf(world).find((one) => one.id === id)
  if (!found) throw new Refused('notFound')
  return found
}
const happened = (world: World, one: Ticket, type: string, actorName: string, note = '') => {
  one.version += 1
  one.events.push({ type, actorName, at: world.now + one.version, note })
  return { version: one.version }
}

/** Three questions: late, in time, answered. */
export const QUESTIONS: Handlers = {
  'GET /desk/questions': (world, { query, person }) => {
    const all = ticketsOf(world).map((one) => lineOf(one, world, person.me.name))
    const shown = {
      waiting: all.filter(({ state }) => state !== 'answered'),
      mine: all.filter(({ mine, state }) => mine && state === 'taken'),
      answered: all.filter(({ state }) => state === 'answered'),
    }
    return {
      items: shown[query['show'] as keyof typeof shown],
      next: null,
      counts: {
        waiting: shown.waiting.length,
        late: shown.waiting.filter(({ light }) => light === 'red').length,
        mine: shown.mine.length,
      },
    }
  },
  'GET /desk/questions/articles': (_world, { query }) => ({
    preparing: String(query['q']).includes('刚导入'),
    items: String(query['q']).includes('水井')
      ? [
          {
            id: `${uuidOf('law')}.9`,
            key: '样例相邻法#9',
            law: '样例相邻法',
            number: '9',
            path: '第二章 相邻',
            text: '挖坑、堆放污物不得污染邻居的水源。',
            inForceFrom: '2021-01-01',
          },
        ]
      : [],
  }),
  'GET /desk/questions/:id': (world, { params, person }) => {
    const one = oneOf(world, params['id']),
      line = lineOf(one, world, person.me.name)
    return {
      ...line,
      thread: one.thread,
      events: one.events,
      version: one.version,
      mayTake: one.state === 'open',
      mayAnswer: one.state === 'taken' && line.mine,
    }
  },
  'POST /desk/questions/:id/take': (world, { params, person }) => {
    const one = oneOf(world, params['id'])
    Object.assign(one, { state: 'taken', takenBy: person.me.name })
    return happened(world, one, 'taken', person.me.name)
  },
  'POST /desk/questions/:id/release': (world, { params, person, body }) => {
    const one = oneOf(world, params['id'])
    Object.assign(one, { state: 'open', takenBy: null })
    return happened(world, one, 'released', person.me.name, (body as { reason: string }).reason)
  },
  'POST /desk/questions/:id/answer': (world, { params, person, body }) => {
    const one = oneOf(world, params['id']),
      { version, text, articles } = body as { version: number; text: string; articles: unknown[] }
    if (version !== one.version) throw new Refused('changedMeanwhile')
    one.thread.push({ by: 'desk', name: person.me.name, at: world.now, text, articles })
    Object.assign(one, { state: 'answered', answeredAt: world.now })
    return happened(world, one, 'answered', person.me.name)
  },
  'POST /desk/questions/:id/guide': (_world, { body }) => ({
    slug: `neighbours/${(body as { name: string }).name}`,
    version: 1,
  }),
}
