import { Alert, App, Button, Form } from 'antd'
import { CloseOutlined } from '@ant-design/icons'
import type { CasePage } from '@fatong/contract/desk/cases.ts'
import { COMMAND_BODIES, COMMAND_LABELS, type DeskCommand } from '@fatong/contract/desk/commands.ts'
import { useEffect, useRef, useState, type ComponentType } from 'react'
import { isProblem, wordingOf } from '../api/problem.ts'
import { useKeys } from '../keyboard/use-keys.ts'
import { useLayer } from '../keyboard/layers.ts'
import { words } from '../words/words.ts'
import { Pages } from '../viewer/pages.tsx'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'
import css from './command-panel.module.css'
import { draftOf, dropDraft, keepDraft } from './drafts.ts'
import type { FieldsProps } from './form-of.ts'
import { FORMS } from './forms.ts'
import { checkForm } from '../forms/schema-fields.ts'
import { fieldErrors } from '../forms/field-errors.ts'
import { isLate } from './is-late.ts'
import { ISSUES_DOCUMENT } from './issues-document.ts'
import { OtherDecision } from './other-decision.tsx'
import { useCommand } from './use-command.ts'

interface Props {
  page: CasePage
  command: DeskCommand
  onClose: () => void
  onSwitch: (command: DeskCommand) => void
  onIssued: (documents: CasePage['documents']) => void
}
const w = words.actions

/** One thing to do, beside the case it is done to: fill in, look at the document, confirm. */
export function CommandPanel({ page, command, onClose, onSwitch, onIssued }: Props) {
  const { message } = App.useApp()
  const [form] = Form.useForm<Record<string, unknown>>()
  const [step, setStep] = useState<'form' | 'preview'>('form')
  const [body, setBody] = useState<Record<string, unknown>>({})
  const heading = useRef<HTMLHeadingElement>(null)
  const label = COMMAND_LABELS[command]
  const { Fields: AnyFields, initial, toBody, hint, wide } = FORMS[command]
  const Fields = AnyFields as ComponentType<FieldsProps<DeskCommand>>
  const { issue, preview, version, takeLatest } = useCommand(page, command, (reply) => {
    dropDraft(page.id, command)
    void message.success(w.done(label))
    onClose()
    if (reply.documents.length > 0) onIssued(reply.documents)
  })
  const late = isLate(page, command) || (isProblem(issue.error) && issue.error.problem.refusal === 'delayReasonMissing')
  useLayer(true)
  useKeys({ Escape: onClose }, { inLayer: true })
  useEffect(() => heading.current?.focus(), [step])

  const showFields = (errors: Record<string, string>) => form.setFields(fieldErrors(errors) as never)
  const submit = () => {
    const typed = form.getFieldsValue(true) as Record<string, unknown>
    form.setFields(form.getFieldsError().map(({ name }) => ({ name, errors: [] })))
    const sent = toBody ? toBody(typed) : typed
    const checked = checkForm<Record<string, unknown>>(COMMAND_BODIES[command], sent)
    if ('errors' in checked) {
      showFields(checked.errors)
      void message.error(w.fixFields)
      return
    }
    setBody(checked.data)
    if (!ISSUES_DOCUMENT[command]) {
      issue.mutate(checked.data, { onError: onRefused })
      return
    }
    preview.mutate(checked.data, { onSuccess: () => setStep('preview'), onError: onRefused })
  }
  const onRefused = (error: unknown) => {
    if (isProblem(error)) {
      showFields(error.fields)
      if (Object.keys(error.fields).length > 0) setStep('form')
    }
  }
  const problem = issue.error ?? preview.error
  const changed = isProblem(problem, 'changedMeanwhile')
  return (
    <section
      role="dialog"
      aria-modal="false"
      aria-labelledby="command-title"
      className={`${css.panel} ${step === 'preview' || wide ? css.wide : ''}`}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault()
          if (step === 'form') submit()
          else if (!issue.isPending) issue.mutate(body, { onError: onRefused })
        }
      }}
    >
      <div className={css.head}>
        <h2 id="command-title" ref={heading} tabIndex={-1}>
          {step === 'preview' ? w.previewTitle : label}
        </h2>
        <Button type="text" icon={<CloseOutlined />} aria-label={w.close} onClick={onClose} />
      </div>
      <div className={css.body}>
        {changed && <ChangedMeanwhile page={page} since={version} onProceed={takeLatest} />}
        {problem && !changed && (
          <Alert
            type="error"
            showIcon
            role="alert"
            title={wordingOf(problem)}
            description={w.kept}
            className="gap-below"
          />
        )}
        {step === 'form' && <OtherDecision page={page} command={command} onSwitch={onSwitch} />}
        {step === 'form' && hint !== undefined && <p className={css.hint}>{hint}</p>}
        <div hidden={step !== 'form'}>
          <Form
            form={form}
            layout="vertical"
            requiredMark={false}
            name={`command-${command}`}
            initialValues={{ ...initial?.(page), ...draftOf(page.id, command) }}
            onValuesChange={() => keepDraft(page.id, command, form.getFieldsValue(true) as Record<string, unknown>)}
          >
            <Fields page={page} late={late} command={command} />
          </Form>
        </div>
        {step === 'preview' && (
          <>
            <p className={css.hint}>{w.previewHint}</p>
            <div className={css.preview}>
              <Pages blob={preview.data} name={w.previewTitle} />
            </div>
          </>
        )}
      </div>
      <div className={css.foot}>
        {step === 'form' ? (
          <Button type="primary" block size="large" loading={preview.isPending || issue.isPending} onClick={submit}>
            {ISSUES_DOCUMENT[command] ? w.toPreview : w.confirm(label)}
          </Button>
        ) : (
          <>
            <Button size="large" onClick={() => setStep('form')}>
              {w.back}
            </Button>
            <Button
              type="primary"
              size="large"
              className={css.grow}
              loading={issue.isPending}
              disabled={changed}
              onClick={() => issue.mutate(body, { onError: onRefused })}
            >
              {w.confirm(label)}
            </Button>
          </>
        )}
        <span className={css.hurry}>
          <kbd>{w.hurry}</kbd>
        </span>
      </div>
    </section>
  )
}
