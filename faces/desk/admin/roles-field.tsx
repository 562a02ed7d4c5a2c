import { Button, Form, Select } from 'antd'
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { ROLES } from '../vocabulary.ts'
import { words } from '../words/words.ts'
import css from './admin.module.css'

const w = words.admin.people
const options = Object.entries(ROLES).map(([value, label]) => ({ value, label }))

/** Roles, each at a place. */
export function RolesField({ placeOptions }: { placeOptions: { value: string; label: string }[] }) {
  return (
    <Form.List name="roles">
      {(fields, { add, remove }) => (
        <fieldset className="plain-fieldset">
          <legend>{w.roles}</legend>
          {fields.map(({ key, name }) => (
            <div key={key} className={css.roleLine}>
              <Form.Item name={[name, 'role']} noStyle>
                <Select aria-label={`${w.role} ${name + 1}`} placeholder={w.role} options={options} />
              </Form.Item>
              <Form.Item name={[name, 'placeId']} noStyle>
                <Select
                  aria-label={`${w.place} ${name + 1}`}
                  placeholder={w.place}
                  showSearch={{ optionFilterProp: 'label' }}
                  options={placeOptions}
                />
              </Form.Item>
              <Button
                icon={<DeleteOutlined />}
                aria-label={`${w.removeRole} ${name + 1}`}
                onClick={() => remove(name)}
              />
            </div>
          ))}
          <Button icon={<PlusOutlined />} onClick={() => add({})}>
            {w.addRole}
          </Button>
        </fieldset>
      )}
    </Form.List>
  )
}
