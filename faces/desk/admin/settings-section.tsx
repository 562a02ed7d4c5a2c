import { Button, Form, Input, InputNumber, Radio } from 'antd'
import { Settings, saveSettings, settings } from '@fatong/contract/desk/administration.ts'
import type { BodyOf } from '@fatong/contract/route.ts'
import { call } from '../api/call.ts'
import { useSchemaForm } from '../forms/use-schema-form.ts'
import { words } from '../words/words.ts'
import css from './admin.module.css'
import { HoursField } from './hours-field.tsx'
import { clockTime, minutesOf } from './hours.ts'
import { Read } from './read.tsx'
import { useSave } from './use-save.ts'

type All = (typeof Settings)['_zod']['output']
const w = words.admin.settings

export function SettingsSection() {
  return (
    <Read what={['settings']} run={() => call(settings)}>
      {(now) => <SettingsForm now={now} />}
    </Read>
  )
}

function SettingsForm({ now }: { now: All }) {
  const save = useSave({
    run: (body: BodyOf<typeof saveSettings>) => call(saveSettings, { body }),
    refresh: 'settings',
    onError: (error) => {
      onError(error)
    },
  })
  const { form, submit, onError } = useSchemaForm(Settings, save.mutate)
  return (
    <Form
      form={form}
      name="settings"
      layout="vertical"
      requiredMark={false}
      className="card padded"
      initialValues={now}
    >
      <div className={css.grid}>
        <Form.Item name="agencyShort" label={w.agencyShort} extra={w.agencyShortHelp}>
          <Input maxLength={20} />
        </Form.Item>
        <Form.Item
          name="cutOffMinutes"
          label={w.cutOff}
          extra={w.cutOffHelp}
          getValueProps={(minutes: number) => ({ value: clockTime(minutes) })}
          getValueFromEvent={(event: { target: { value: string } }) => minutesOf(event.target.value)}
        >
          <Input type="time" />
        </Form.Item>
        <Form.Item name="supplementDays" label={w.supplementDays}>
          <InputNumber min={1} max={60} precision={0} className="full" />
        </Form.Item>
      </div>
      <Form.Item name="assignmentPolicy" label={w.policy}>
        <Radio.Group
          className="vertical-options"
          options={(['precise', 'named', 'rota'] as const).map((value) => ({ value, label: w.policies[value] }))}
        />
      </Form.Item>
      <fieldset className="plain-fieldset">
        <legend>{w.retention}</legend>
        <div className={css.grid}>
          {Object.keys(now.retention).map((name) => (
            <Form.Item key={name} name={['retention', name]} label={w.retentionKeys[name] ?? name}>
              <InputNumber min={1} precision={0} className="full" />
            </Form.Item>
          ))}
        </div>
      </fieldset>
      <fieldset className="plain-fieldset">
        <legend>{w.hours}</legend>
        <Form.Item name="officeHours" noStyle>
          <HoursField />
        </Form.Item>
      </fieldset>
      <Button type="primary" size="large" loading={save.isPending} onClick={() => submit()}>
        {words.forms.save}
      </Button>
    </Form>
  )
}
