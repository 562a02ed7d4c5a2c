import { Form, Input } from 'antd'
import { useEffect } from 'react'
import { useQuery } from '@tanstack/react-query'
import { candidates, type CasePage } from '@fatong/contract/desk/cases.ts'
import { call } from '../../api/call.ts'
import { LoadFailed, Loading, Nothing } from '../../shell/states.tsx'
import { words } from '../../words/words.ts'
import { DelayReason, Line } from '../fields.tsx'
import type { CommandForm, FieldsProps } from '../form-of.ts'
import { CandidateCards } from './candidate-cards.tsx'
import css from './assign.module.css'

const w = words.commands.assignLawyer
const useCandidates = (page: CasePage) =>
  useQuery({
    queryKey: ['case', page.id, 'candidates'],
    queryFn: () => call(candidates, { params: { id: page.id } }),
    staleTime: 10_000,
  })

function Fields({ page, late }: FieldsProps<'assignLawyer'>) {
  const found = useCandidates(page)
  const form = Form.useFormInstance()
  const adviceId = found.data?.adviceId
  // The choice names the list it was made from, so that both are kept.
  useEffect(() => {
    if (adviceId !== undefined) form.setFieldValue('adviceId', adviceId)
  }, [form, adviceId])
  const chosenId = Form.useWatch<string | undefined>('staffId')
  if (found.error) return <LoadFailed error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Loading />
  const { items, policy } = found.data
  const free = items.filter((c) => c.banned.length === 0 && c.findings.every((f) => f.severity !== 'ban'))
  const banned = items.filter((c) => !free.includes(c))
  const chosen = free.find(({ staffId }) => staffId === chosenId)
  return (
    <>
      {free.length === 0 && <Nothing title={w.none} help={w.noneHelp} />}
      <Form.Item name="adviceId" hidden>
        <Input />
      </Form.Item>
      <Form.Item name="staffId">
        <CandidateCards free={free} banned={banned} />
      </Form.Item>
      {chosen?.findings.some((f) => f.severity === 'explain') && (
        <Form.Item name="explanation" label={w.explanation} extra={w.explanationHelp}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      )}
      {chosen && chosen !== free[0] && (
        <Form.Item name="override" label={w.override} extra={w.overrideHelp}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      )}
      {page.state.kind === 'application' && page.state.form?.serviceForm === 'criminalDefense' && (
        <Line<'assignLawyer'> name="authority" label={w.authority} help={w.authorityHelp} optional />
      )}
      <DelayReason late={late} />
      <p className={css.policy}>
        {w.policy}：{policy}
      </p>
    </>
  )
}

export const assignLawyer: CommandForm<'assignLawyer'> = {
  Fields,
  hint: w.hint,
  wide: true,
  initial: ({ state: { authority } }) => (authority === undefined ? {} : { authority }),
}
