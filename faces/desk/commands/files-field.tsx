import { Button, Checkbox, Form, Select } from 'antd'
import { UploadOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { uploadCaseMaterial, type CasePage } from '@fatong/contract/desk/cases.ts'
import { useRef, useState } from 'react'
import { call } from '../api/call.ts'
import { wordingOf } from '../api/problem.ts'
import { MATERIAL_KINDS, type MaterialKind } from '../vocabulary.ts'
import { words } from '../words/words.ts'

interface Uploaded {
  id: string
  label: string
}
interface ControlProps {
  value?: string[]
  onChange?: (ids: string[]) => void
  page: CasePage
  kind: MaterialKind
  labelId: string
  onlyNew: boolean
}
const w = words.commands

/** Papers that go with a command: those of the case, and new ones from the computer; new ones alone where something is handed in. */
export function FilesField({
  page,
  kind = 'other',
  label = w.files,
  onlyNew = false,
}: {
  page: CasePage
  kind?: MaterialKind
  label?: string
  onlyNew?: boolean
}) {
  return (
    <Form.Item name="materialIds" label={<span id="files-label">{label}</span>} htmlFor="">
      <Files page={page} kind={kind} labelId="files-label" onlyNew={onlyNew} />
    </Form.Item>
  )
}

function Files({ value = [], onChange, page, kind, labelId, onlyNew }: ControlProps) {
  const input = useRef<HTMLInputElement>(null)
  const client = useQueryClient()
  const [added, setAdded] = useState<Uploaded[]>([])
  const [as, setAs] = useState<MaterialKind>(kind)
  const upload = useMutation({
    mutationFn: (file: File) =>
      call(uploadCaseMaterial, {
        params: { id: page.id },
        query: { kind: as, name: file.name.slice(0, 200) },
        body: file,
      }),
    onSuccess: ({ id }, file) => {
      setAdded((before) => [...before, { id, label: `${MATERIAL_KINDS[as]} · ${file.name}` }])
      onChange?.([...value, id])
      void client.invalidateQueries({ queryKey: ['case', page.id] })
    },
  })
  const known = page.state.materials.map((m) => ({
    id: m.id as string,
    label: `${MATERIAL_KINDS[m.kind]} · ${m.name}`,
  }))
  const all = onlyNew ? added : [...known, ...added.filter(({ id }) => known.every((k) => k.id !== id))]
  return (
    <div role="group" aria-labelledby={labelId}>
      {all.length === 0 && <p className="soft">{onlyNew ? w.filesNew : w.filesNone}</p>}
      <Checkbox.Group
        className="vertical-options"
        value={value}
        onChange={(ids) => onChange?.(ids)}
        options={all.map(({ id, label }) => ({ value: id, label }))}
      />
      <div className="row gap-above">
        <Select
          aria-label={w.uploadKind}
          value={as}
          onChange={setAs}
          popupMatchSelectWidth={false}
          options={Object.entries(MATERIAL_KINDS).map(([code, text]) => ({ value: code as MaterialKind, label: text }))}
        />
        <Button icon={<UploadOutlined />} loading={upload.isPending} onClick={() => input.current?.click()}>
          {w.filesUpload}
        </Button>
      </div>
      {upload.error && (
        <p role="alert" className="wrong">
          {wordingOf(upload.error)}
        </p>
      )}
      {/* Hidden from around it: the form's own style shows every field for files. */}
      <div hidden>
        <input
          ref={input}
          type="file"
          aria-label={w.filesUpload}
          accept="image/jpeg,image/png,application/pdf"
          onChange={(event) => {
            const file = event.target.files?.[0]
            event.target.value = ''
            if (file) upload.mutate(file)
          }}
        />
      </div>
    </div>
  )
}
