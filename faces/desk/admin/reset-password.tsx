import { App, Button } from 'antd'
import { resetPassword } from '@fatong/contract/desk/administration.ts'
import { useRef } from 'react'
import { uuid } from '../../ui/uuid.ts'
import { call } from '../api/call.ts'
import { words } from '../words/words.ts'
import { InitialPassword } from './initial-password.tsx'
import { useSave } from './use-save.ts'

const w = words.admin.people

/** A new first password; it also lifts a lock and signs the person out everywhere. */
export function ResetPassword({ person }: { person: { id: string; name: string; lockedUntil: number | null } }) {
  const { modal } = App.useApp()
  const key = useRef(uuid())
  const reset = useSave({
    run: () => call(resetPassword, { params: { id: person.id }, key: key.current }),
    refresh: 'staff',
    says: '',
    onDone: ({ initialPassword }) => {
      key.current = uuid()
      modal.success({ title: person.name, content: <InitialPassword password={initialPassword} /> })
    },
  })
  const locked = person.lockedUntil !== null && person.lockedUntil > Date.now()
  const ask = () =>
    modal.confirm({
      title: locked ? w.unlock : w.reset,
      content: (
        <>
          {locked && <p>{w.unlockHelp}</p>}
          <p>{w.resetSure(person.name)}</p>
        </>
      ),
      onOk: () => reset.mutateAsync(undefined).catch(() => undefined),
    })
  return (
    <Button size="small" loading={reset.isPending} onClick={() => void ask()}>
      {locked ? w.unlock : w.reset}
    </Button>
  )
}
