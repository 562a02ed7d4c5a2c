import { Alert, Button, Form, QRCode } from 'antd'
import { useMutation, useQuery } from '@tanstack/react-query'
import { confirmTotp, startTotp } from '@fatong/contract/desk/session.ts'
import { call } from '../api/call.ts'
import { wordingOf } from '../api/problem.ts'
import { LoadFailed, Loading } from '../shell/states.tsx'
import { words } from '../words/words.ts'
import css from './doorway.module.css'
import { TotpField } from './totp-field.tsx'
import { useSessionChange } from './use-session-change.ts'

const w = words.session

/** Binds the phone that shows the six digits. The QR code is drawn here; the secret never leaves the page. */
export function EnrolTotp() {
  const entered = useSessionChange()
  const offer = useQuery({
    queryKey: ['me', 'totp'],
    queryFn: () => call(startTotp),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  })
  const confirm = useMutation({
    mutationFn: (typed: { totp: string }) => call(confirmTotp, { body: typed }),
    onSuccess: (me) => entered(me),
  })
  if (offer.error) return <LoadFailed error={offer.error} onRetry={() => void offer.refetch()} />
  if (!offer.data) return <Loading />
  return (
    <Form layout="vertical" requiredMark={false} onFinish={confirm.mutate}>
      <h1>{w.enrol}</h1>
      <p>{w.enrolWhy}</p>
      <ol className={css.steps}>
        {w.enrolSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <div className={css.qr}>
        <QRCode type="canvas" aria-label={w.enrolQr} value={offer.data.uri} size={180} />
      </div>
      <p className={css.foot}>{w.enrolSecret}</p>
      <p className={css.secret}>{offer.data.secret}</p>
      {confirm.error && <Alert type="error" showIcon title={wordingOf(confirm.error)} role="alert" />}
      <TotpField />
      <Button type="primary" htmlType="submit" block size="large" loading={confirm.isPending}>
        {w.confirmEnrol}
      </Button>
    </Form>
  )
}
