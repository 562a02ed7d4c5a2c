import { Alert, Checkbox, Form, InputNumber, Select } from 'antd'
import { useEffect, useRef } from 'react'
import { CRS_NAMES } from '../vocabulary.ts'
import { words } from '../words/words.ts'
import css from './admin.module.css'

const w = words.admin.places

/** Where a place lies, and of what system the numbers are. `doubt`: why the server wants it looked at again before it is kept. */
export function PlacePosition({ doubt }: { doubt: string | undefined }) {
  const asks = useRef<HTMLDivElement>(null)
  // The form is longer than the screen: what is asked has to come into sight, and the keyboard with it.
  useEffect(() => {
    if (doubt !== undefined) asks.current?.querySelector('input')?.focus()
  }, [doubt])
  return (
    <>
      <div className={css.grid}>
        <Form.Item name="lon" label={w.lon}>
          <InputNumber min={-180} max={180} className="full" />
        </Form.Item>
        <Form.Item name="lat" label={w.lat}>
          <InputNumber min={-90} max={90} className="full" />
        </Form.Item>
      </div>
      <Form.Item name="crs" label={w.crs} extra={w.crsHelp}>
        <Select placeholder={w.crsPick} options={CRS_NAMES.map((value) => ({ value, label: w.systems[value] }))} />
      </Form.Item>
      {doubt !== undefined && (
        <div ref={asks} className="gap-below">
          <Alert
            type="warning"
            role="alert"
            showIcon
            title={doubt}
            description={
              <Form.Item name="confirmMove" valuePropName="checked" noStyle>
                <Checkbox>{w.confirmMove}</Checkbox>
              </Form.Item>
            }
          />
        </div>
      )}
      <Form.Item name="approximate" valuePropName="checked">
        <Checkbox>{w.approximate}</Checkbox>
      </Form.Item>
    </>
  )
}
