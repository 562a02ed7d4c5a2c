import { Checkbox, Form, Input, Radio } from 'antd'
import type { CasePage } from '@fatong/contract/desk/cases.ts'
import { words } from '../../words/words.ts'
import type { CommandForm, FieldsProps } from '../form-of.ts'

const w = words.commands.acceptApplication

/** An opinion: what the reviewer proposes, and why. */
export function ReviewFields() {
  return (
    <>
      <Form.Item name={['review', 'proposal']} label={w.proposal}>
        <Radio.Group
          optionType="button"
          options={[
            { value: 'grant', label: w.grant },
            { value: 'refuse', label: w.refuse },
          ]}
        />
      </Form.Item>
      <Form.Item name={['review', 'note']} label={w.note}>
        <Input.TextArea rows={3} maxLength={1000} showCount />
      </Form.Item>
    </>
  )
}

const mayReview = (page: CasePage): boolean => page.commands.some(({ command }) => command === 'recordReview')

function Fields({ page }: FieldsProps<'acceptApplication'>) {
  const withReview = Form.useWatch<boolean | undefined>('withReview')
  return mayReview(page) ? (
    <>
      <Form.Item name="withReview" valuePropName="checked">
        <Checkbox>{w.withReview}</Checkbox>
      </Form.Item>
      {withReview && <ReviewFields />}
    </>
  ) : null
}

/** The assessment's own words are offered as the start of an opinion, about the applicant instead of to them; the reviewer changes them. */
const offered = (assessment: { overall: { verdict: string; reasons: readonly { says: string }[] } } | null) => ({
  proposal: assessment?.overall.verdict === 'doesNotHold' ? ('refuse' as const) : ('grant' as const),
  note:
    assessment?.overall.reasons
      .map(({ says }) => says)
      .join('')
      .replaceAll('您', words.casePage.parts.applicant) ?? '',
})

export const acceptApplication: CommandForm<'acceptApplication'> = {
  Fields,
  hint: w.hint,
  initial: (page) => ({ withReview: mayReview(page), review: offered(page.assessment) }),
  toBody: ({ withReview, review }) => (withReview === true ? { review } : {}),
}
export const recordReview: CommandForm<'recordReview'> = {
  Fields: ReviewFields,
  initial: ({ assessment }) => ({ review: offered(assessment) }),
}
