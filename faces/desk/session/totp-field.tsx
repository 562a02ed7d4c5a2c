import { Form, Input } from 'antd'
import { confirmTotp } from '@fatong/contract/desk/session.ts'
import { checkedBy } from '../forms/checked-by.ts'
import { words } from '../words/words.ts'
import css from './doorway.module.css'

/** Six digits from the phone. */
export function TotpField() {
  return (
    <Form.Item
      name="totp"
      label={words.session.totp}
      rules={[checkedBy(confirmTotp.body.shape.totp)]}
      validateTrigger="onBlur"
    >
      <Input
        className={css.code}
        size="large"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
        autoFocus
      />
    </Form.Item>
  )
}
