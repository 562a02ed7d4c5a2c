import { Input } from 'antd'
import { writeTypicalCase } from '@fatong/contract/knowledge/library.ts'
import { useRef, useState } from 'react'
import { uuid } from '../../ui/uuid.ts'
import { SideSheet } from '../admin/side-sheet.tsx'
import { useSave } from '../admin/use-save.ts'
import { call } from '../api/call.ts'
import { ProblemError } from '../api/problem.ts'
import { words } from '../words/words.ts'

const w = words.library.cases
export interface CaseText {
  id: string
  title: string
  topic: string
  body: string
  result: string
}
const KEPT = 'fatong.typical-case'
const FIELDS = ['title', 'topic', 'body'] as const

/** A typical case in its writer's words. What was typed stays in this window until it is saved. */
export function WriteCase({ start, onClose }: { start: CaseText | null; onClose: () => void }) {
  const key = `${KEPT}.${start?.id ?? 'new'}`
  const id = useRef(start?.id ?? uuid())
  const [text, setText] = useState<Omit<CaseText, 'id'>>(() => ({
    title: start?.title ?? '',
    topic: start?.topic ?? '',
    body: start?.body ?? '',
    result: start?.result ?? '',
    ...kept(key),
  }))
  const [wrong, setWrong] = useState<Record<string, string>>({})
  const set = (change: Partial<typeof text>) => {
    const next = { ...text, ...change }
    setText(next)
    sessionStorage.setItem(key, JSON.stringify(next))
  }
  const save = useSave({
    run: () =>
      call(writeTypicalCase, {
        params: { id: id.current },
        body: {
          title: text.title.trim(),
          topic: text.topic.trim(),
          body: text.body.trim(),
          result: text.result.trim() === '' ? null : text.result.trim(),
        },
      }),
    refresh: 'typicalCases',
    says: w.saved,
    onDone: () => {
      sessionStorage.removeItem(key)
      onClose()
    },
    onError: (error) => {
      if (error instanceof ProblemError) setWrong(error.fields)
    },
  })
  const submit = () => {
    const missing = Object.fromEntries(
      FIELDS.filter((name) => text[name].trim() === '').map((name) => [name, w.needed[name] ?? '']),
    )
    setWrong(missing)
    if (Object.keys(missing).length === 0) save.mutate(undefined)
  }
  const says = (name: string) =>
    wrong[name] !== undefined && (
      <p className="wrong" role="alert">
        {wrong[name]}
      </p>
    )
  return (
    <SideSheet
      title={start ? w.edit(start.title) : w.write}
      open
      onClose={onClose}
      onSave={submit}
      saving={save.isPending}
      saveLabel={w.save}
    >
      <div className="stack">
        <div>
          <label htmlFor="case-title">{w.title}</label>
          <Input
            id="case-title"
            value={text.title}
            maxLength={80}
            onChange={({ target }) => set({ title: target.value })}
          />
          {says('title')}
        </div>
        <div>
          <label htmlFor="case-topic">{w.topic}</label>
          <Input
            id="case-topic"
            value={text.topic}
            maxLength={20}
            onChange={({ target }) => set({ topic: target.value })}
          />
          {says('topic')}
        </div>
        <div>
          <label htmlFor="case-body">{w.body}</label>
          <p className="soft">{w.bodyHelp}</p>
          <Input.TextArea
            id="case-body"
            rows={12}
            value={text.body}
            maxLength={20_000}
            onChange={({ target }) => set({ body: target.value })}
          />
          {says('body')}
        </div>
        <div>
          <label htmlFor="case-result">{w.resultLabel}</label>
          <Input
            id="case-result"
            value={text.result}
            maxLength={400}
            onChange={({ target }) => set({ result: target.value })}
          />
        </div>
      </div>
    </SideSheet>
  )
}

function kept(key: string): Partial<Omit<CaseText, 'id'>> {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<CaseText>
  } catch {
    return {}
  }
}
