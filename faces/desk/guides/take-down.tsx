import { Button, Input } from 'antd'
import { writeGuide } from '@fatong/contract/knowledge/guides.ts'
import { useState } from 'react'
import { call } from '../api/call.ts'
import { words } from '../words/words.ts'
import type { Body } from './guide-parts.ts'
import { useGuideChange, type GuideAddress } from './use-guide.ts'

const w = words.guides

/** Asks for a guide to be taken down, with the reason; somebody else decides. */
export function TakeDown({ body, address, base }: { body: Body; address: GuideAddress; base: number }) {
  const [open, setOpen] = useState(false)
  const [why, setWhy] = useState('')
  const [wrong, setWrong] = useState('')
  const send = useGuideChange(
    () => call(writeGuide, { params: address, body: { body, note: why.trim(), takeDown: true, base } }),
    w.sentDown,
    () => setOpen(false),
  )
  if (!open)
    return (
      <p className="gap-above">
        <Button size="small" onClick={() => setOpen(true)}>
          {w.takeDown}
        </Button>
      </p>
    )
  const submit = () => {
    setWrong(why.trim() === '' ? w.takeDownNeeded : '')
    if (why.trim() !== '') send.mutate(undefined)
  }
  return (
    <form
      className="gap-above"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <label htmlFor="take-down">{w.takeDownWhy}</label>
      <Input
        id="take-down"
        autoFocus
        value={why}
        maxLength={300}
        onChange={({ target }) => {
          setWhy(target.value)
          setWrong('')
        }}
      />
      {wrong !== '' && (
        <p className="wrong" role="alert">
          {wrong}
        </p>
      )}
      <p className="row gap-above">
        <Button htmlType="submit" loading={send.isPending}>
          {w.takeDownSend}
        </Button>
        <Button type="text" onClick={() => setOpen(false)}>
          {words.forms.cancel}
        </Button>
      </p>
    </form>
  )
}
