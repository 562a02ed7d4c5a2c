/// <reference types="node" />
import type { Handler } from './mock-handlers.ts'
import { Refused } from './refused.ts'
import type { World } from './mock-world.ts'

const ANSWERED = '44444444-4444-4444-8444-444444444441',
  WAITING = '44444444-4444-4444-8444-444444444442'
const HOUR = 3_600_000
const again = new WeakMap<World, string>(),
  rated = new WeakMap<World, number>()
const line = (id: string, n: number, title: string, state: 'open' | 'answered') => ({
  id,
  number: `问2026-0000${n}`,
  topic: 'neighbours' as const,
  state,
  title,
  openedAt: Date.now() - 20 * HOUR,
  pledgeAt: Date.now() + 4 * HOUR,
  answeredAt: state === 'answered' ? Date.now() - HOUR : null,
})
const linesOf = (world: World) => [
  line(ANSWERED, 1, '邻居把粪坑挖在我家水井旁边', again.has(world) ? 'open' : 'answered'),
  line(WAITING, 2, '村上的光伏占了我家麦场', 'open'),
]
const signedIn = (world: World, session: string | undefined): void => {
  if (!world.sessions.has(session ?? '')) throw new Refused('signInNeeded')
}

/** Two questions of whoever is signed in: one answered, one waiting. */
export const QUESTION_HANDLERS: Record<string, Handler> = {
  'GET /citizen/questions': (world, { session }) => {
    signedIn(world, session)
    return { value: { items: linesOf(world) } }
  },
  'GET /citizen/questions/:id': (world, { session, params }) => {
    signedIn(world, session)
    const one = linesOf(world).find(({ id }) => id === params.id)
    if (!one) throw new Refused('notFound')
    const talk = {
      by: 'talk' as const,
      name: '',
      at: one.openedAt,
      text: '1. 邻居挖粪坑怎么办（系统没找到依据）',
      articles: [],
    }
    const asked = { by: 'asker' as const, name: '', at: one.openedAt, text: `${one.title}。\n怎么办？`, articles: [] }
    const told = {
      by: 'desk' as const,
      name: '林书航律师',
      at: Date.now() - HOUR,
      text: '粪坑离水井太近是不行的。\n先找村委会调解，不行再到法院。',
      articles: [
        {
          key: '民法典#294',
          id: '96e04ffb-8fb9-5bed-8b93-66199e62adc0.294',
          law: '民法典',
          number: '294',
          passage: '',
        },
      ],
    }
    const more = again.get(world)
    return {
      value: {
        ...one,
        thread:
          one.id === WAITING
            ? [asked]
            : [talk, asked, told, ...(more === undefined ? [] : [{ ...asked, at: Date.now(), text: more }])],
        rating: rated.get(world) ?? null,
        version: 3,
      },
    }
  },
  'POST /citizen/questions/:id/rating': (world, { session, body }) => {
    signedIn(world, session)
    rated.set(world, (body as { stars: number }).stars)
    return { value: {} }
  },
  'POST /citizen/questions/:id/again': (world, { session, body }) => {
    signedIn(world, session)
    again.set(world, (body as { text: string }).text)
    return { value: { pledgeAt: Date.now() + 24 * HOUR } }
  },
}
