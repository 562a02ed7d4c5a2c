import { useInfiniteQuery } from '@tanstack/react-query'
import { queue, search } from '@fatong/contract/desk/cases.ts'
import { call } from '../api/call.ts'
import type { QueueName } from './queues.ts'

const next = (page: { next: string | null }) => page.next ?? undefined

/** A queue, page by page; the counts of all tabs come with the first page. */
export const useQueue = (name: QueueName) =>
  useInfiniteQuery({
    queryKey: ['queue', name],
    queryFn: ({ pageParam }) => call(queue, { query: { queue: name, cursor: pageParam, limit: 100 } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: next,
    refetchInterval: 60_000,
  })

export const useSearch = (q: string) =>
  useInfiniteQuery({
    queryKey: ['queue', 'search', q],
    queryFn: ({ pageParam }) => call(search, { query: { q, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: next,
    enabled: q !== '',
  })
