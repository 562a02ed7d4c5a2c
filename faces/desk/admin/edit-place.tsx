import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { type Place, savePlace } from '@fatong/contract/desk/administration.ts'
import type { BodyOf } from '@fatong/contract/route.ts'
import { call } from '../api/call.ts'
import { useSchemaForm } from '../forms/use-schema-form.ts'
import { PLACE_KINDS, SERVICES } from '../vocabulary.ts'
import { words } from '../words/words.ts'
import css from './admin.module.css'
import { ExceptionsField } from './exceptions-field.tsx'
import { ALL_DAY } from './hours.ts'
import { HoursField } from './hours-field.tsx'
import { SideSheet } from './side-sheet.tsx'
import { useSave } from './use-save.ts'

type OnePlace = (typeof Place)['_zod']['output']
const w = words.admin.places

export function EditPlace({ place, all, onClose }: { place: OnePlace; all: OnePlace[]; onClose: () => void }) {
  const { id, ...rest } = place
  const save = useSave({
    run: (body: BodyOf<typeof savePlace>) => call(savePlace, { params: { id }, body }),
    refresh: 'places',
    onDone: onClose,
    onError: (error) => {
      onError(error)
    },
  })
  const { form, submit, onError } = useSchemaForm(savePlace.body, save.mutate)
  const orNull = (name: string) => (value: unknown) => {
    if (value === undefined || value === '') form.setFieldValue(name, null)
  }
  return (
    <SideSheet
      title={place.name === '' ? w.add : w.edit(place.name)}
      open
      onClose={onClose}
      onSave={() =>
        submit({
          phone: (form.getFieldValue('phone') as string | null) || null,
          address: (form.getFieldValue('address') as string | null) ?? '',
        })
      }
      saving={save.isPending}
    >
      <Form form={form} name="edit-place" layout="vertical" requiredMark={false} initialValues={rest}>
        <Form.Item name="name" label={w.name}>
          <Input maxLength={100} />
        </Form.Item>
        <div className={css.grid}>
          <Form.Item name="kind" label={w.kind}>
            <Select options={Object.entries(PLACE_KINDS).map(([value, label]) => ({ value, label }))} />
          </Form.Item>
          <Form.Item name="code" label={w.code}>
            <Input maxLength={40} />
          </Form.Item>
        </div>
        <Form.Item name="parentId" label={w.parent}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            onChange={orNull('parentId')}
            options={all.filter((p) => p.id !== id).map((p) => ({ value: p.id, label: p.name }))}
          />
        </Form.Item>
        <Form.Item name="address" label={w.address}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="phone" label={w.phone}>
          <Input maxLength={30} inputMode="tel" />
        </Form.Item>
        <div className={css.grid}>
          <Form.Item name="lon" label={w.lon}>
            <InputNumber min={-180} max={180} className="full" />
          </Form.Item>
          <Form.Item name="lat" label={w.lat}>
            <InputNumber min={-90} max={90} className="full" />
          </Form.Item>
          <Form.Item name="crs" label={w.crs}>
            <Input maxLength={20} />
          </Form.Item>
        </div>
        <Form.Item name="approximate" valuePropName="checked">
          <Checkbox>{w.approximate}</Checkbox>
        </Form.Item>
        <Form.Item name="public" valuePropName="checked">
          <Checkbox>{w.public}</Checkbox>
        </Form.Item>
        <Form.Item name="active" valuePropName="checked">
          <Checkbox>{w.active}</Checkbox>
        </Form.Item>
        <Form.Item name="services" label={w.services}>
          <Select
            mode="multiple"
            allowClear
            placeholder={w.usual}
            options={Object.entries(SERVICES).map(([value, { words: label }]) => ({ value, label }))}
            onChange={(value: string[]) => {
              if (value.length === 0) form.setFieldValue('services', null)
            }}
          />
        </Form.Item>
        <Form.Item name="equipment" label={w.equipment}>
          <Select mode="tags" open={false} suffixIcon={null} />
        </Form.Item>
        <fieldset className="plain-fieldset">
          <legend>{w.exceptions}</legend>
          <Form.Item name="exceptions" noStyle>
            <ExceptionsField />
          </Form.Item>
        </fieldset>
        <fieldset className="plain-fieldset">
          <legend>{w.hours}</legend>
          <Form.Item name="hours" noStyle>
            <HoursField optional />
          </Form.Item>
          <Form.Item name="openOnHolidays" valuePropName="checked" noStyle>
            <Checkbox>{w.openOnHolidays}</Checkbox>
          </Form.Item>
          <p className="gap-above">
            <Button size="small" onClick={() => form.setFieldsValue({ hours: ALL_DAY, openOnHolidays: true })}>
              {w.neverCloses}
            </Button>
          </p>
        </fieldset>
      </Form>
    </SideSheet>
  )
}
