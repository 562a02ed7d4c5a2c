import { Alert, App, Button, Form, Input, Select } from 'antd'
import { useMutation } from '@tanstack/react-query'
import { registerNotification } from '@fatong/contract/desk/commands.ts'
import type { BodyOf } from '@fatong/contract/route.ts'
import { useRef } from 'react'
import { useLocation } from 'wouter'
import { uuid } from '../../ui/uuid.ts'
import { call } from '../api/call.ts'
import { isProblem, wordingOf } from '../api/problem.ts'
import { TextList } from '../commands/text-list.tsx'
import { useSchemaForm } from '../forms/use-schema-form.ts'
import { useTitle } from '../shell/use-title.ts'
import { today } from '../time/format.ts'
import { words } from '../words/words.ts'
import css from './notification.module.css'

const w = words.notification
const options = (table: Readonly<Record<string, string>>) =>
  Object.entries(table).map(([value, label]) => ({ value, label }))

/** A letter of police, procuratorate or court opens a case by itself (法律援助法 25, 28, 36). */
export function NotificationPage() {
  useTitle(w.title)
  const { message } = App.useApp()
  const [, go] = useLocation()
  const key = useRef(uuid())
  const register = useMutation({
    mutationFn: (body: BodyOf<typeof registerNotification>) => call(registerNotification, { body, key: key.current }),
    onSuccess: ({ id, number }) => {
      void message.success(w.done(number))
      go(`/cases/${id}`)
    },
    onError: (error) => {
      if (isProblem(error) && error.problem.status >= 400 && error.problem.status < 500) key.current = uuid()
      onError(error)
    },
  })
  const { form, submit, onError } = useSchemaForm(registerNotification.body, register.mutate)
  return (
    <div className={`page ${css.page}`}>
      <div className="page-head">
        <h1>{w.title}</h1>
      </div>
      <p className={css.help}>{w.help}</p>
      {register.error && (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={wordingOf(register.error)}
          description={words.actions.kept}
          className="gap-below"
        />
      )}
      <Form
        form={form}
        name="letter"
        layout="vertical"
        requiredMark={false}
        className="card padded"
        onFinish={() => submit()}
        initialValues={{ receivedOn: today(), coDefendants: [] }}
      >
        <div className={css.grid}>
          <Form.Item name="authority" label={w.authority}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="letterNumber" label={w.letterNumber}>
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="receivedOn" label={w.receivedOn}>
            <Input type="date" max={today()} />
          </Form.Item>
          <Form.Item name="stage" label={w.stage}>
            <Select options={options(words.casePage.stages)} />
          </Form.Item>
          <Form.Item name="defendantName" label={w.defendantName}>
            <Input maxLength={50} />
          </Form.Item>
          <Form.Item name="birthDate" label={`${w.birthDate}${words.forms.optional}`}>
            <Input type="date" max={today()} />
          </Form.Item>
          <Form.Item name="ground" label={w.ground}>
            <Select options={options(words.casePage.grounds)} />
          </Form.Item>
          <Form.Item name="charge" label={w.charge}>
            <Input maxLength={100} />
          </Form.Item>
        </div>
        <TextList name="coDefendants" label={`${w.coDefendants}${words.forms.optional}`} max={50} />
        <p className={css.help}>{w.coDefendantsHelp}</p>
        <Button type="primary" size="large" htmlType="submit" loading={register.isPending}>
          {w.submit}
        </Button>
      </Form>
    </div>
  )
}
