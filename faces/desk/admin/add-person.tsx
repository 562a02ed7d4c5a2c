import { Form, Input, Select } from 'antd'
import { addStaff } from '@fatong/contract/desk/administration.ts'
import type { BodyOf } from '@fatong/contract/route.ts'
import { useRef, useState } from 'react'
import { uuid } from '../../ui/uuid.ts'
import { call } from '../api/call.ts'
import { useSchemaForm } from '../forms/use-schema-form.ts'
import { words } from '../words/words.ts'
import { InitialPassword } from './initial-password.tsx'
import { SideSheet } from './side-sheet.tsx'
import { useSave } from './use-save.ts'

const w = words.admin.people
interface Props {
  open: boolean
  placeOptions: { value: string; label: string }[]
  onClose: () => void
}

export function AddPerson({ open, placeOptions, onClose }: Props) {
  const key = useRef(uuid())
  const [password, setPassword] = useState<string | null>(null)
  const add = useSave({
    run: (body: BodyOf<typeof addStaff>) => call(addStaff, { body, key: key.current }),
    refresh: 'staff',
    onDone: ({ initialPassword }) => {
      key.current = uuid()
      setPassword(initialPassword)
    },
    onError: (error) => {
      key.current = uuid()
      onError(error)
    },
  })
  const { form, submit, onError } = useSchemaForm(addStaff.body, add.mutate)
  const close = () => {
    setPassword(null)
    onClose()
  }
  return (
    <SideSheet
      title={w.add}
      open={open}
      onClose={close}
      onSave={password === null ? () => submit() : undefined}
      saving={add.isPending}
    >
      {password !== null ? (
        <InitialPassword password={password} />
      ) : (
        <Form form={form} name="add-person" layout="vertical" requiredMark={false} initialValues={{ orgId: null }}>
          <Form.Item name="login" label={w.login} extra={w.loginHelp}>
            <Input maxLength={40} autoCapitalize="none" />
          </Form.Item>
          <Form.Item name="name" label={w.name}>
            <Input maxLength={50} />
          </Form.Item>
          <Form.Item name="phone" label={`${w.phone}${words.forms.optional}`}>
            <Input maxLength={11} inputMode="tel" />
          </Form.Item>
          <Form.Item name="orgId" label={w.org}>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              allowClear
              options={placeOptions}
              onClear={() => form.setFieldValue('orgId', null)}
            />
          </Form.Item>
        </Form>
      )}
    </SideSheet>
  )
}
