import { z } from 'zod'
import { LAW_STATUSES } from '@fatong/knowledge/vocabulary.ts'
import { route } from '../route.ts'
import { TopicCode } from './answer.ts'

export const FOUND_KINDS = ['all', 'guide', 'article', 'case'] as const
/** `passage` is the piece that fits best; `because` what of the question it meets: words of it, or a way of asking that is near to it. */
const why = { passage: z.string(), because: z.array(z.string()) }
const Found = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('guide'), slug: z.string(), title: z.string(), topic: TopicCode, ...why }),
  z.object({
    kind: z.literal('article'),
    id: z.string(),
    law: z.string(),
    number: z.string(),
    path: z.string(),
    status: z.enum(LAW_STATUSES).nullable(),
    /** named in the question by its number */ named: z.boolean(),
    ...why,
  }),
  z.object({ kind: z.literal('case'), id: z.string(), title: z.string(), topic: z.string(), ...why }),
])
export const find = route('GET', '/search', 'anyone', '搜全部：办事指南、法条、典型案例', {
  query: z.object({ q: z.string().trim().min(1, '请写要找的').max(500), kind: z.enum(FOUND_KINDS).default('all') }),
  reply: z.object({
    items: z.array(Found),
    /** laws with this name */ laws: z.array(
      z.object({ id: z.string(), name: z.string(), status: z.enum(LAW_STATUSES) }),
    ),
  }),
})
