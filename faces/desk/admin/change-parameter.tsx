import { Alert, App, Button, Form, Input, InputNumber, Radio, Select } from 'antd'
import { useMutation } from '@tanstack/react-query'
import { releaseParameter, tryParameter } from '@fatong/contract/desk/administration.ts'
import type { BodyOf } from '@fatong/contract/route.ts'
import { useRef } from 'react'
import { uuid } from '../../ui/uuid.ts'
import { call } from '../api/call.ts'
import { wordingOf } from '../api/problem.ts'
import { useSchemaForm } from '../forms/use-schema-form.ts'
import { today } from '../time/format.ts'
import { words } from '../words/words.ts'
import css from './admin.module.css'
import type { Parameter } from './parameters-section.tsx'
import { SideSheet } from './side-sheet.tsx'
import { useSave } from './use-save.ts'

const w = words.parameters
type Change = BodyOf<typeof tryParameter>['change']

/** First the replay: which stored answers would change; only then the release, with its reason. */
export function ChangeParameter({ parameter, onClose }: { parameter: Parameter; onClose: () => void }) {
  const { message } = App.useApp()
  const key = useRef(uuid())
  const tried = useMutation({
    mutationFn: (change: Change) => call(tryParameter, { body: { change } }),
    onError: (error) => void message.error(wordingOf(error)),
  })
  const release = useSave({
    run: (body: BodyOf<typeof releaseParameter>) => call(releaseParameter, { body, key: key.current }),
    refresh: 'parameters',
    says: w.released,
    onDone: onClose,
    onError: (error) => {
      key.current = uuid()
      onError(error)
    },
  })
  const change = useSchemaForm(tryParameter.body.shape.change, tried.mutate)
  const { form: whyForm, submit, onError } = useSchemaForm(releaseParameter.body, release.mutate)
  const result = tried.data
  return (
    <SideSheet title={w.title(parameter.label)} open onClose={onClose}>
      <Form
        form={change.form}
        name="change"
        layout="vertical"
        requiredMark={false}
        initialValues={{ value: parameter.value, from: today(), source: '', level: parameter.level }}
        onValuesChange={() => tried.reset()}
      >
        <Form.Item name="value" label={w.newValue}>
          <ValueInput kind={parameter.value} choices={w.choices[parameter.key]} />
        </Form.Item>
        <Form.Item name="from" label={w.from}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="source" label={w.source} extra={w.sourceHelp}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="level" label={w.level}>
          <Select options={Object.entries(w.levels).map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        <p className="soft gap-below">{w.replayHelp}</p>
        <Button loading={tried.isPending} onClick={() => change.submit({ key: parameter.key })}>
          {w.replay}
        </Button>
      </Form>
      {result && (
        <div className="gap-above stack" role="status">
          {result.problems.length > 0 ? (
            <Alert type="error" showIcon title={w.problems} description={result.problems.join('；')} />
          ) : (
            <>
              <p>
                {w.replayed(result.replayed)}。
                <b>{result.changed.length === 0 ? w.none : w.changed(result.changed.length)}</b>
              </p>
              <ul>
                {result.changed.map((c) => (
                  <li key={c.number} className={css.changed}>
                    <b className="num">{c.number}</b> {w.before} {c.before} → {w.after} <b>{c.after}</b>
                    <br />
                    <span className="soft">{c.why}</span>
                  </li>
                ))}
              </ul>
              <Form form={whyForm} name="why" layout="vertical" requiredMark={false}>
                <Form.Item name="why" label={w.why}>
                  <Input.TextArea rows={2} maxLength={500} />
                </Form.Item>
              </Form>
              <Button
                type="primary"
                block
                loading={release.isPending}
                onClick={() => submit({ change: tried.variables, token: result.token })}
              >
                {w.release}
              </Button>
            </>
          )}
        </div>
      )}
    </SideSheet>
  )
}

function ValueInput({
  kind,
  choices,
  ...field
}: {
  kind: Parameter['value']
  choices?: Record<string, string>
  id?: string
  value?: never
  onChange?: (value: unknown) => void
}) {
  if (typeof kind === 'boolean')
    return (
      <Radio.Group
        {...field}
        optionType="button"
        options={[
          { value: true, label: words.forms.yes },
          { value: false, label: words.forms.no },
        ]}
        onChange={(event) => field.onChange?.(event.target.value)}
      />
    )
  if (choices)
    return <Select {...field} options={Object.entries(choices).map(([value, label]) => ({ value, label }))} />
  return typeof kind === 'number' ? (
    <InputNumber {...field} className="full" />
  ) : (
    <Input {...field} onChange={(event) => field.onChange?.(event.target.value)} />
  )
}
