import { App, Button, Tag } from 'antd'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { mySessions, revokeSession } from '@fatong/contract/desk/session.ts'
import { useState } from 'react'
import { call } from '../api/call.ts'
import { wordingOf } from '../api/problem.ts'
import { EnrolTotp } from '../session/enrol-totp.tsx'
import { PasswordForm } from '../session/password-form.tsx'
import { useMe } from '../session/session-gate.tsx'
import { LoadFailed, Loading } from '../shell/states.tsx'
import { useTitle } from '../shell/use-title.ts'
import { momentText } from '../time/format.ts'
import { ROLES } from '../vocabulary.ts'
import { words } from '../words/words.ts'
import css from './me.module.css'

const w = words.people

/** One's own roles, password, second factor and devices. */
export function MePage() {
  useTitle(w.title)
  const me = useMe()
  const { message } = App.useApp()
  const [enrolling, setEnrolling] = useState(false)
  return (
    <div className="page">
      <div className="page-head">
        <h1>{me.name}</h1>
        <span className="soft">
          {me.login}
          {me.orgName !== null && ` · ${me.orgName}`}
        </span>
      </div>
      <div className={css.grid}>
        <section className="card padded stack">
          <h2>{w.roles}</h2>
          <ul>
            {me.roles.map((r) => (
              <li key={r.role + r.placeId}>
                <b>{ROLES[r.role]}</b> <span className="soft">{r.placeName}</span>
              </li>
            ))}
          </ul>
          {enrolling ? (
            <EnrolTotp />
          ) : (
            <p className="row">
              <span>{me.secondFactor === 'done' ? w.second.done : w.second.none}</span>
              {me.secondFactor === 'none' && <Button onClick={() => setEnrolling(true)}>{w.enrolNow}</Button>}
            </p>
          )}
        </section>
        <section className="card padded stack">
          <h2>{w.password}</h2>
          <PasswordForm onSaved={() => void message.success(words.session.passwordSaved)} />
        </section>
        <section className={`card padded stack ${css.wide}`}>
          <h2>{w.sessions}</h2>
          <p className="soft">{w.sessionsHelp}</p>
          <Sessions />
        </section>
      </div>
    </div>
  )
}

function Sessions() {
  const { message } = App.useApp()
  const client = useQueryClient()
  const found = useQuery({ queryKey: ['sessions'], queryFn: () => call(mySessions) })
  const revoke = useMutation({
    mutationFn: (id: string) => call(revokeSession, { params: { id } }),
    onSuccess: () => {
      void message.success(w.revoked)
      void client.invalidateQueries({ queryKey: ['sessions'] })
    },
    onError: (error) => void message.error(wordingOf(error)),
  })
  if (found.error) return <LoadFailed error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Loading rows={3} />
  return (
    <ul className={css.sessions}>
      {found.data.items.map((s) => (
        <li key={s.id}>
          <span>
            <b>{s.device}</b>
            <span className="soft">
              {w.created} {momentText(s.createdAt)} · {w.lastSeen} {momentText(s.lastSeenAt)}
            </span>
          </span>
          {s.current ? (
            <Tag color="blue">{w.thisOne}</Tag>
          ) : (
            <Button loading={revoke.isPending && revoke.variables === s.id} onClick={() => revoke.mutate(s.id)}>
              {w.revoke}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
