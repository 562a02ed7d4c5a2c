import { Form, Input, Select, Switch } from 'antd'
import { type StaffEntry, saveStaff } from '@fatong/contract/desk/administration.ts'
import type { BodyOf } from '@fatong/contract/route.ts'
import { call } from '../api/call.ts'
import { useSchemaForm } from '../forms/use-schema-form.ts'
import { words } from '../words/words.ts'
import { PracticeFields } from './practice-fields.tsx'
import { RolesField } from './roles-field.tsx'
import { SideSheet } from './side-sheet.tsx'
import { useSave } from './use-save.ts'

const w = words.admin.people
interface Props {
  person: (typeof StaffEntry)['_zod']['output']
  placeOptions: { value: string; label: string }[]
  onClose: () => void
}
const PRACTISING = ['lawyer', 'grassrootsLegalWorker']

export function EditPerson({ person, placeOptions, onClose }: Props) {
  const save = useSave({
    run: (body: BodyOf<typeof saveStaff>) => call(saveStaff, { params: { id: person.id }, body }),
    refresh: 'staff',
    onDone: onClose,
    onError: (error) => {
      onError(error)
    },
  })
  const { form, submit, onError } = useSchemaForm(saveStaff.body, save.mutate)
  const roles = Form.useWatch<{ role?: string }[] | undefined>('roles', form) ?? person.roles
  const profile = Form.useWatch<Record<string, unknown> | undefined>('profile', { form, preserve: true })
  return (
    <SideSheet
      title={w.edit(person.name)}
      open
      onClose={onClose}
      onSave={() => submit({ profile: { ...person.profile, ...profile } })}
      saving={save.isPending}
    >
      <Form
        form={form}
        name="edit-person"
        layout="vertical"
        requiredMark={false}
        initialValues={{
          name: person.name,
          active: person.active,
          orgId: person.orgId,
          roles: person.roles.map(({ role, placeId }) => ({ role, placeId })),
          profile: person.profile,
        }}
      >
        <Form.Item name="name" label={w.name}>
          <Input maxLength={50} />
        </Form.Item>
        <Form.Item
          name="phone"
          label={`${w.phone}${words.forms.optional}`}
          {...(person.phoneMasked ? { extra: w.phoneKept(person.phoneMasked) } : {})}
        >
          <Input maxLength={11} inputMode="tel" autoComplete="off" />
        </Form.Item>
        <Form.Item name="orgId" label={w.org}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            allowClear
            options={placeOptions}
            onClear={() => form.setFieldValue('orgId', null)}
          />
        </Form.Item>
        <RolesField placeOptions={placeOptions} />
        {roles.some((r) => PRACTISING.includes(r?.role ?? '')) && <PracticeFields />}
        <Form.Item name="active" label={w.active} valuePropName="checked" extra={w.disable}>
          <Switch />
        </Form.Item>
      </Form>
    </SideSheet>
  )
}
