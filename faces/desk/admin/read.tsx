import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { isProblem } from '../api/problem.ts'
import { LoadFailed, Loading, Nothing } from '../shell/states.tsx'
import { words } from '../words/words.ts'

/** Reads one thing of administration and draws it; says so when it is not for this person. */
export function Read<T>({
  what,
  run,
  children,
}: {
  what: readonly string[]
  run: () => Promise<T>
  children: (data: T) => ReactNode
}) {
  const found = useQuery({ queryKey: ['admin', ...what], queryFn: run })
  if (isProblem(found.error, 'forbidden'))
    return <Nothing title={words.admin.notYours} help={words.admin.notYoursHelp} />
  if (found.error && !found.data) return <LoadFailed error={found.error} onRetry={() => void found.refetch()} />
  return found.data === undefined ? <Loading /> : <>{children(found.data)}</>
}
