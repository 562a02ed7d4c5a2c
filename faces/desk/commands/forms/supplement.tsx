import { Checkbox, Form, Input } from 'antd'
import { SUPPLEMENT_ITEMS, type SupplementItemCode } from '../../vocabulary.ts'
import { daysAfter, today } from '../../time/format.ts'
import { words } from '../../words/words.ts'
import { DayField, Paragraph } from '../fields.tsx'
import type { CommandForm, FieldsProps } from '../form-of.ts'
import css from './supplement.module.css'

type Item = { code: SupplementItemCode; wording: string }
const w = words.commands.requestSupplement
const CODES = Object.keys(SUPPLEMENT_ITEMS) as SupplementItemCode[]

/** Coded reasons; each offers a wording which may be changed for this person. */
function Items({ value = [], onChange }: { value?: Item[]; onChange?: (items: Item[]) => void }) {
  const toggle = (code: SupplementItemCode, on: boolean) =>
    onChange?.(on ? [...value, { code, wording: SUPPLEMENT_ITEMS[code] }] : value.filter((item) => item.code !== code))
  return (
    <ul className={css.items}>
      {CODES.map((code) => {
        const chosen = value.find((item) => item.code === code)
        return (
          <li key={code} className={chosen ? css.chosen : undefined}>
            <Checkbox checked={chosen !== undefined} onChange={(event) => toggle(code, event.target.checked)}>
              {SUPPLEMENT_ITEMS[code]}
            </Checkbox>
            {chosen && (
              <Input.TextArea
                aria-label={`${w.items}：${SUPPLEMENT_ITEMS[code]}`}
                rows={2}
                maxLength={300}
                value={chosen.wording}
                onChange={(event) =>
                  onChange?.(value.map((item) => (item.code === code ? { code, wording: event.target.value } : item)))
                }
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}

function Fields({ page }: FieldsProps<'requestSupplement'>) {
  return (
    <>
      <fieldset className="plain-fieldset">
        <legend>{w.items}</legend>
        <p className="soft">{w.itemsHelp}</p>
        <Form.Item name="items">
          <Items />
        </Form.Item>
      </fieldset>
      <DayField<'requestSupplement'>
        name="deadline"
        label={w.deadline}
        help={w.deadlineHelp}
        from={daysAfter(today(), 1)}
      />
      {page.state.supplement && (
        <Paragraph<'requestSupplement'>
          name="contradiction"
          label={w.contradiction}
          help={w.contradictionHelp}
          max={500}
          rows={2}
        />
      )}
    </>
  )
}

export const requestSupplement: CommandForm<'requestSupplement'> = {
  Fields,
  hint: w.hint,
  initial: (page) => ({ items: [], deadline: daysAfter(today(), page.supplementDays) }),
}
