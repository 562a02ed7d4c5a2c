import { Button, Form, Input } from 'antd'
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { words } from '../words/words.ts'

/** Several short texts: evidence, reasons for returning a file, co-defendants. */
export function TextList({ name, label, max = 300 }: { name: string; label: string; max?: number }) {
  return (
    <Form.List name={name}>
      {(fields, { add, remove }, { errors }) => (
        <fieldset className="plain-fieldset">
          <legend>{label}</legend>
          {fields.map(({ key, name: index }) => (
            <div key={key} className="list-line">
              <Form.Item name={index} noStyle>
                <Input aria-label={`${label} ${index + 1}`} maxLength={max} />
              </Form.Item>
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={`${words.forms.remove} ${label} ${index + 1}`}
                onClick={() => remove(index)}
              />
            </div>
          ))}
          <Button icon={<PlusOutlined />} onClick={() => add('')}>
            {words.forms.addOne}
          </Button>
          <Form.ErrorList errors={errors} />
        </fieldset>
      )}
    </Form.List>
  )
}
