import { Button, Input } from 'antd'
import { ticketToGuide } from '@fatong/contract/consultation/tickets.ts'
import { useState } from 'react'
import { call } from '../api/call.ts'
import { words } from '../words/words.ts'
import { useQuestionChange } from './question-change.ts'

const w = words.questions
const NAME = /^[a-z0-9-]{2,60}$/

/** A good exchange as a draft of a guide, which somebody else reviews. */
export function MakeGuide({ id }: { id: string }) {
  const [title, setTitle] = useState('')
  const [name, setName] = useState('')
  const [wrong, setWrong] = useState<{ title?: string; name?: string }>({})
  const make = useQuestionChange(
    () => call(ticketToGuide, { params: { id }, body: { name, title: title.trim() } }),
    w.guideMade,
  )
  const submit = () => {
    const found = {
      ...(title.trim() === '' ? { title: w.guideNeeded } : {}),
      ...(NAME.test(name) ? {} : { name: w.guideNameNeeded }),
    }
    setWrong(found)
    if (Object.keys(found).length === 0) make.mutate(undefined)
  }
  return (
    <form
      className="card padded stack"
      aria-labelledby="make-guide"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
      noValidate
    >
      <h2 id="make-guide">{w.guide}</h2>
      <p className="soft">{w.guideHelp}</p>
      <label htmlFor="guide-title">
        {w.guideTitle}
        <Input id="guide-title" value={title} maxLength={60} onChange={({ target }) => setTitle(target.value)} />
      </label>
      {wrong.title !== undefined && (
        <p className="wrong" role="alert">
          {wrong.title}
        </p>
      )}
      <label htmlFor="guide-name">
        {w.guideName}
        <Input
          id="guide-name"
          value={name}
          maxLength={60}
          placeholder={w.guideNameHelp}
          onChange={({ target }) => setName(target.value)}
        />
      </label>
      {wrong.name !== undefined && (
        <p className="wrong" role="alert">
          {wrong.name}
        </p>
      )}
      <p>
        <Button htmlType="submit" loading={make.isPending}>
          {w.makeGuide}
        </Button>
      </p>
    </form>
  )
}
