import { Alert, AutoComplete, Button, Form } from 'antd'
import { useMutation } from '@tanstack/react-query'
import { revealPerson } from '@fatong/contract/desk/cases.ts'
import type { ReplyOf } from '@fatong/contract/route.ts'
import { call } from '../../api/call.ts'
import { wordingOf } from '../../api/problem.ts'
import { checkedBy } from '../../forms/checked-by.ts'
import { words } from '../../words/words.ts'

const w = words.casePage
interface Props {
  caseId: string
  personId: string
  onShown: (full: ReplyOf<typeof revealPerson>) => void
  onCancel: () => void
}

/** A reason first; the look is written to the log with it. */
export function RevealForm({ caseId, personId, onShown, onCancel }: Props) {
  const reveal = useMutation({
    mutationFn: ({ why }: { why: string }) => call(revealPerson, { params: { id: caseId }, body: { personId, why } }),
    onSuccess: onShown,
  })
  return (
    <Form layout="vertical" size="small" requiredMark={false} onFinish={reveal.mutate}>
      {reveal.error && <Alert type="error" title={wordingOf(reveal.error)} role="alert" />}
      <Form.Item
        name="why"
        label={w.revealWhy}
        extra={w.revealHelp}
        rules={[checkedBy(revealPerson.body.shape.why)]}
        validateTrigger="onSubmit"
      >
        <AutoComplete autoFocus options={w.revealReasons.map((value) => ({ value }))} />
      </Form.Item>
      <div className="row">
        <Button type="primary" htmlType="submit" loading={reveal.isPending}>
          {w.revealNow}
        </Button>
        <Button onClick={onCancel}>{words.forms.cancel}</Button>
      </div>
    </Form>
  )
}
