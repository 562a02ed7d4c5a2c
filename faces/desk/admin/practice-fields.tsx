import { Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { FACTS } from '../vocabulary.ts'
import { words } from '../words/words.ts'
import css from './admin.module.css'

const w = words.admin.people
const options = (table: Readonly<Record<string, string>>) =>
  Object.entries(table).map(([value, label]) => ({ value, label }))
const LANGUAGES = ['普通话', '兰州话', '东乡语', '藏语', '保安语', '手语', '英语'].map((value) => ({
  value,
  label: value,
}))
const number = (name: string, label: string, max: number) => (
  <Form.Item name={['profile', name]} label={label}>
    <InputNumber min={0} max={max} precision={0} className="full" />
  </Form.Item>
)

/** What the bans and the ranking of assignment need to know of a lawyer or legal worker. */
export function PracticeFields() {
  return (
    <fieldset className="plain-fieldset">
      <legend>{w.lawyer}</legend>
      <div className={css.grid}>
        <Form.Item name={['profile', 'kind']} label={w.kind}>
          <Select options={options(w.kinds)} />
        </Form.Item>
        <Form.Item name={['profile', 'gender']} label={w.gender}>
          <Select allowClear options={options(w.genders)} />
        </Form.Item>
        {number('practiceYears', w.practiceYears, 60)}
        {number('criminalDefenseYears', w.criminalDefenseYears, 60)}
        {number('capacity', w.capacity, 200)}
      </div>
      <div className={css.grid}>
        <Form.Item name={['profile', 'licence']} label={w.licence} extra={w.licenceHelp}>
          <Input maxLength={20} inputMode="numeric" allowClear />
        </Form.Item>
        <Form.Item name={['profile', 'officePhone']} label={w.officePhone} extra={w.officePhoneHelp}>
          <Input maxLength={30} inputMode="tel" allowClear />
        </Form.Item>
      </div>
      <Form.Item name={['profile', 'specialties']} label={w.specialties}>
        <Select mode="multiple" options={options(FACTS.matter.options)} />
      </Form.Item>
      <Form.Item name={['profile', 'languages']} label={w.languages}>
        <Select mode="tags" options={LANGUAGES} />
      </Form.Item>
      <Form.Item name={['profile', 'relatives']} label={w.relatives} extra={w.relativesHelp}>
        <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={['、', '，', ',', ' ']} />
      </Form.Item>
      <Form.Item name={['profile', 'juvenileAware']} valuePropName="checked">
        <Checkbox>{w.juvenileAware}</Checkbox>
      </Form.Item>
    </fieldset>
  )
}
