import { QueryClient } from '@tanstack/react-query'
import { isProblem } from './problem.ts'

/** Reads are tried again only when the line or the server was away; an answer is an answer. */
export const makeQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        networkMode: 'always',
        retry: (failures, error) => failures < 2 && isProblem(error, 'offline', 'unavailable'),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
