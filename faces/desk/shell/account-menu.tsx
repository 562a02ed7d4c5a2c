import { Button, Dropdown } from 'antd'
import { DownOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { signOutStaff } from '@fatong/contract/desk/session.ts'
import { call } from '../api/call.ts'
import { useMe } from '../session/session-gate.tsx'
import { useSessionChange } from '../session/use-session-change.ts'
import { ROLES } from '../vocabulary.ts'
import { words } from '../words/words.ts'

/** Who is signed in, and the way out. */
export function AccountMenu() {
  const me = useMe()
  const [, go] = useLocation()
  const changed = useSessionChange()
  const signOut = useMutation({ mutationFn: () => call(signOutStaff), onSettled: () => changed() })
  const roles = me.roles.map(({ role, placeName }) => `${ROLES[role]} · ${placeName}`)
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          {
            key: 'roles',
            type: 'group',
            label: (
              <>
                {roles.map((line) => (
                  <div key={line}>{line}</div>
                ))}
              </>
            ),
          },
          { type: 'divider' },
          { key: 'me', label: words.people.mySessions, onClick: () => go('/me') },
          { key: 'out', label: words.session.signOut, onClick: () => signOut.mutate() },
        ],
      }}
    >
      <Button type="text" aria-label={`${words.shell.account}：${me.name}`}>
        {me.name} <DownOutlined aria-hidden />
      </Button>
    </Dropdown>
  )
}
