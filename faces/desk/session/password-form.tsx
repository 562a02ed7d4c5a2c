import { Alert, Button, Form, Input } from 'antd'
import { useMutation } from '@tanstack/react-query'
import { changePassword } from '@fatong/contract/desk/session.ts'
import { call } from '../api/call.ts'
import { wordingOf } from '../api/problem.ts'
import { words } from '../words/words.ts'

interface Typed {
  current: string
  next: string
  again: string
}
const w = words.session
const filled = (label: string) => ({ required: true, message: words.forms.fill(label) })

/** Change one's own password: the old one, and the new one twice. */
export function PasswordForm({ onSaved }: { onSaved: () => void }) {
  const [form] = Form.useForm<Typed>()
  const save = useMutation({
    mutationFn: ({ current, next }: Typed) => call(changePassword, { body: { current, next } }),
    onSuccess: () => {
      form.resetFields()
      onSaved()
    },
  })
  return (
    <Form<Typed> form={form} layout="vertical" requiredMark={false} onFinish={save.mutate}>
      {save.error && <Alert type="error" showIcon title={wordingOf(save.error)} role="alert" className="gap-below" />}
      <Form.Item name="current" label={w.current} rules={[filled(w.current)]}>
        <Input.Password autoComplete="current-password" maxLength={200} />
      </Form.Item>
      <Form.Item name="next" label={w.next} extra={w.nextHelp} rules={[filled(w.next)]}>
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
      <Form.Item
        name="again"
        label={w.again}
        dependencies={['next']}
        rules={[
          filled(w.again),
          ({ getFieldValue }) => ({
            validator: (_rule, value) =>
              value === getFieldValue('next') ? Promise.resolve() : Promise.reject(new Error(w.notSame)),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={save.isPending} block>
        {w.savePassword}
      </Button>
    </Form>
  )
}
