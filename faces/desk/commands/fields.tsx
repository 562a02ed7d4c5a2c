import { Checkbox, Form, Input, InputNumber, Radio } from 'antd'
import type { DeskCommand, DeskCommandBody } from '@fatong/contract/desk/commands.ts'
import { words } from '../words/words.ts'

type NameOf<C extends DeskCommand> = keyof DeskCommandBody<C> & string
interface Common<C extends DeskCommand> {
  name: NameOf<C>
  label: string
  help?: string
  optional?: boolean
}

const labelled = (label: string, optional?: boolean) => (optional ? `${label}${words.forms.optional}` : label)

export function Line<C extends DeskCommand>({ name, label, help, optional, max = 100 }: Common<C> & { max?: number }) {
  return (
    <Form.Item name={name as string} label={labelled(label, optional)} extra={help}>
      <Input maxLength={max} />
    </Form.Item>
  )
}

export function Paragraph<C extends DeskCommand>({
  name,
  label,
  help,
  optional,
  max = 1000,
  rows = 4,
}: Common<C> & { max?: number; rows?: number }) {
  return (
    <Form.Item name={name as string} label={labelled(label, optional)} extra={help}>
      <Input.TextArea rows={rows} maxLength={max} showCount />
    </Form.Item>
  )
}

export function DayField<C extends DeskCommand>({
  name,
  label,
  help,
  from,
  to,
}: Common<C> & { from?: string; to?: string }) {
  return (
    <Form.Item name={name as string} label={label} extra={help}>
      <Input type="date" min={from} max={to} />
    </Form.Item>
  )
}

/** Codes of a vocabulary as big radio lines. */
export function Choice<C extends DeskCommand>({
  name,
  label,
  options,
}: Common<C> & { options: Readonly<Record<string, string>> }) {
  return (
    <Form.Item name={name as string} label={label}>
      <Radio.Group vertical options={Object.entries(options).map(([value, text]) => ({ value, label: text }))} />
    </Form.Item>
  )
}

export function Choices<C extends DeskCommand>({
  name,
  label,
  help,
  options,
}: Common<C> & { options: Readonly<Record<string, string>> }) {
  return (
    <Form.Item name={name as string} label={label} extra={help}>
      <Checkbox.Group
        className="vertical-options"
        options={Object.entries(options).map(([value, text]) => ({ value, label: text }))}
      />
    </Form.Item>
  )
}

/** A sum typed in yuan; kept in fen. */
export function Yuan<C extends DeskCommand>({ name, label, optional }: Common<C>) {
  return (
    <Form.Item
      name={name as string}
      label={labelled(label, optional)}
      getValueProps={(fen?: number) => ({ value: fen === undefined ? undefined : fen / 100 })}
      normalize={(yuan: number | null) => (yuan === null ? undefined : Math.round(yuan * 100))}
    >
      <InputNumber min={0} precision={2} className="full" />
    </Form.Item>
  )
}

/** Asked only when the day's target has passed (rule book 2.4). */
export function DelayReason({ late }: { late: boolean }) {
  return late ? (
    <Form.Item name="delayReason" label={words.commands.delayReason} extra={words.commands.delayHelp}>
      <Input.TextArea rows={2} maxLength={300} />
    </Form.Item>
  ) : null
}
