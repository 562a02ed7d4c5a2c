import { Form } from 'antd'
import { isProblem } from '../api/problem.ts'
import { fieldErrors } from './field-errors.ts'
import { checkForm } from './schema-fields.ts'

type Schema<T> = Parameters<typeof checkForm<T>>[0]

/** A form checked by a schema of the contract: hints of the page and of the server land on the same fields. */
export function useSchemaForm<T>(schema: Schema<T>, onValid: (data: T) => void) {
  const [form] = Form.useForm<Record<string, unknown>>()
  const show = (errors: Record<string, string>) => form.setFields(fieldErrors(errors) as never)
  const submit = (extra: Record<string, unknown> = {}) => {
    form.setFields(form.getFieldsError().map(({ name }) => ({ name, errors: [] })))
    const checked = checkForm(schema, {
      ...withoutEmpty(form.getFieldsValue(true) as Record<string, unknown>),
      ...extra,
    })
    if ('errors' in checked) show(checked.errors)
    else onValid(checked.data)
  }
  const onError = (error: unknown) => {
    if (isProblem(error)) show(error.fields)
  }
  return { form, submit, onError }
}

/** An optional field that was left empty is not sent. */
const withoutEmpty = (typed: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(typed).map(([k, v]) => [k, v === '' ? undefined : v]))
