import { useQuery } from '@tanstack/react-query'
import { staffMe, type StaffMe } from '@fatong/contract/desk/session.ts'
import { createContext, useContext, type ReactNode } from 'react'
import { call } from '../api/call.ts'
import { isProblem } from '../api/problem.ts'
import { LoadFailed, Loading } from '../shell/states.tsx'
import { Doorway } from './doorway.tsx'
import { EnrolTotp } from './enrol-totp.tsx'
import { ForcedPassword } from './forced-password.tsx'
import { SignIn } from './sign-in.tsx'

export const ME = ['me'] as const
const Me = createContext<StaffMe | null>(null)

/** Who is signed in. Only used below SessionGate. */
export function useMe(): StaffMe {
  const me = useContext(Me)
  if (!me) throw new Error('useMe outside SessionGate')
  return me
}

/** Shows the desk to somebody who is fully signed in; otherwise the one step that is missing. */
export function SessionGate({ children }: { children: ReactNode }) {
  const me = useQuery({ queryKey: ME, queryFn: () => call(staffMe), staleTime: 60_000 })
  if (me.error && isProblem(me.error, 'signInNeeded', 'secondFactorNeeded'))
    return (
      <Doorway>
        <SignIn />
      </Doorway>
    )
  if (me.error && !me.data)
    return (
      <Doorway>
        <LoadFailed error={me.error} onRetry={() => void me.refetch()} />
      </Doorway>
    )
  if (!me.data) return <Loading />
  if (me.data.secondFactor === 'needed')
    return (
      <Doorway>
        <SignIn />
      </Doorway>
    )
  if (me.data.mustChangePassword)
    return (
      <Doorway>
        <ForcedPassword />
      </Doorway>
    )
  if (me.data.secondFactor === 'toEnrol')
    return (
      <Doorway>
        <EnrolTotp />
      </Doorway>
    )
  return <Me value={me.data}>{children}</Me>
}
