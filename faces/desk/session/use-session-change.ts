import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { StaffMe } from '@fatong/contract/desk/session.ts'

/** After somebody signed in or out nothing that was read before may stay on the screen. */
export function useSessionChange(): (me?: StaffMe) => void {
  const client = useQueryClient()
  return useCallback(
    (me?: StaffMe) => {
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'me' })
      if (me) client.setQueryData(['me'], me)
      else void client.resetQueries({ queryKey: ['me'] })
    },
    [client],
  )
}
