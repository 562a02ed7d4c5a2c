import { Alert, Button, Form, Input } from 'antd'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { signInStaff } from '@fatong/contract/desk/session.ts'
import { call } from '../api/call.ts'
import { isProblem, wordingOf } from '../api/problem.ts'
import { words } from '../words/words.ts'
import css from './doorway.module.css'
import { TotpField } from './totp-field.tsx'
import { useSessionChange } from './use-session-change.ts'

interface Typed {
  login: string
  password: string
  totp?: string
}
const w = words.session

/** Account and password first; the second factor is asked for only when the account has one. */
export function SignIn() {
  const [first, setFirst] = useState<Typed | null>(null)
  const entered = useSessionChange()
  const signIn = useMutation({
    mutationFn: (typed: Typed) => call(signInStaff, { body: typed }),
    onSuccess: (me, typed) => (me.secondFactor === 'needed' ? setFirst(typed) : entered(me)),
    onError: (error, typed) => {
      if (isProblem(error, 'secondFactorNeeded')) setFirst(typed)
    },
  })
  const wrong = signIn.error && !isProblem(signIn.error, 'secondFactorNeeded') ? signIn.error : null
  const submit = (typed: Typed) => signIn.mutate(first ? { ...first, totp: typed.totp } : typed)
  return (
    <Form<Typed> layout="vertical" onFinish={submit} requiredMark={false} key={first ? 'second' : 'first'}>
      <h1>{first ? w.totp : w.signIn}</h1>
      <p>{first ? w.totpHelp : ' '}</p>
      {wrong && (
        <Alert
          type="error"
          showIcon
          title={wordingOf(wrong)}
          description={waitOf(wrong)}
          role="alert"
          className="gap-below"
        />
      )}
      {first ? <TotpField /> : <Credentials />}
      <Button type="primary" htmlType="submit" block size="large" loading={signIn.isPending}>
        {first ? w.continueSignIn : w.signIn}
      </Button>
      {first ? (
        <Button
          type="link"
          block
          onClick={() => {
            setFirst(null)
            signIn.reset()
          }}
        >
          {w.otherAccount}
        </Button>
      ) : (
        <p className={css.foot}>{w.forgot}</p>
      )}
    </Form>
  )
}

const waitOf = (error: unknown): string | undefined =>
  isProblem(error) && error.problem.retryAfterSeconds !== undefined
    ? w.retryAfter(error.problem.retryAfterSeconds)
    : undefined

function Credentials() {
  return (
    <>
      <Form.Item name="login" label={w.login} rules={[{ required: true, message: signInStaffMessage('login') }]}>
        <Input size="large" autoComplete="username" autoCapitalize="none" autoFocus maxLength={60} />
      </Form.Item>
      <Form.Item
        name="password"
        label={w.password}
        rules={[{ required: true, message: signInStaffMessage('password') }]}
      >
        <Input.Password size="large" autoComplete="current-password" maxLength={200} />
      </Form.Item>
    </>
  )
}

/** The contract's own wording for an empty field, so that it is written once. */
function signInStaffMessage(field: 'login' | 'password'): string {
  const parsed = signInStaff.body.safeParse({ login: '', password: '' })
  return parsed.error?.issues.find((issue) => issue.path[0] === field)?.message ?? ''
}
