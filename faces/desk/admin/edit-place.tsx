import { Button, Checkbox, Form, Input, Select } from 'antd'
import { type Place, savePlace } from '@fatong/contract/desk/administration.ts'
import type { BodyOf } from '@fatong/contract/route.ts'
import { useState } from 'react'
import { call } from '../api/call.ts'
import { isProblem } from '../api/problem.ts'
import { useSchemaForm } from '../forms/use-schema-form.ts'
import { PLACE_KINDS, SERVICES } from '../vocabulary.ts'
import { words } from '../words/words.ts'
import css from './admin.module.css'
import { ExceptionsField } from './exceptions-field.tsx'
import { ALL_DAY } from './hours.ts'
import { HoursField } from './hours-field.tsx'
import { PlacePosition } from './place-position.tsx'
import { SideSheet } from './side-sheet.tsx'
import { useSave } from './use-save.ts'

type OnePlace = (typeof Place)['_zod']['output']
const w = words.admin.places

export function EditPlace({ place, all, onClose }: { place: OnePlace; all: OnePlace[]; onClose: () => void }) {
  const { id, ...rest } = place
  const [doubt, setDoubt] = useState<string>()
  const save = useSave({
    run: (body: BodyOf<typeof savePlace>) => call(savePlace, { params: { id }, body }),
    refresh: 'places',
    onDone: onClose,
    onError: (error) => {
      setDoubt(isProblem(error) ? error.fields['confirmMove'] : undefined)
      onError(error)
    },
  })
  const { form, submit, onError } = useSchemaForm(savePlace.body, save.mutate)
  const others = all.filter((one) => one.id !== id).map((one) => ({ value: one.id, label: one.name }))
  const managedBy = Form.useWatch<string | null | undefined>('managedBy', form)
  const manager = others.find(({ value }) => value === managedBy)?.label
  const orNull = (name: string) => (value: unknown) => {
    if (value === undefined || value === '') form.setFieldValue(name, null)
  }
  // What somebody said of other numbers says nothing of these.
  const moved = (changed: Record<string, unknown>) => {
    if (!['lon', 'lat', 'crs'].some((name) => name in changed)) return
    setDoubt(undefined)
    form.setFieldValue('confirmMove', undefined)
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
          crs: (form.getFieldValue('crs') as string | null) ?? null,
        })
      }
      saving={save.isPending}
    >
      <Form
        form={form}
        name="edit-place"
        layout="vertical"
        requiredMark={false}
        initialValues={rest}
        onValuesChange={moved}
      >
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
            options={others}
          />
        </Form.Item>
        <Form.Item
          name="managedBy"
          label={w.managedBy}
          extra={manager === undefined ? w.managedByHelp : w.managedByEffect(manager)}
        >
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            onChange={orNull('managedBy')}
            options={others}
          />
        </Form.Item>
        <Form.Item name="address" label={w.address}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="phone" label={w.phone}>
          <Input maxLength={30} inputMode="tel" />
        </Form.Item>
        <PlacePosition doubt={doubt} />
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
