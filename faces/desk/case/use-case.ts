import { useQuery } from '@tanstack/react-query'
import { readCasePage } from '@fatong/contract/desk/cases.ts'
import { call } from '../api/call.ts'

export const caseKey = (id: string) => ['case', id] as const

/** The whole case page. Each reading is written to the audit log by the server, so it is not read again without need. */
export const useCase = (id: string) =>
  useQuery({
    queryKey: caseKey(id),
    queryFn: () => call(readCasePage, { params: { id } }),
    staleTime: 30_000,
    refetchOnWindowFocus: false,
  })
