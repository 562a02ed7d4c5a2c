import { Button, Input } from 'antd'
import { PhoneOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { deskCallbacks, settleCallback } from '@fatong/contract/network/callbacks.ts'
import type { ReplyOf } from '@fatong/contract/route.ts'
import { useState } from 'react'
import { useSave } from '../admin/use-save.ts'
import { call } from '../api/call.ts'
import { Mark } from '../shell/mark.tsx'
import { momentText } from '../time/format.ts'
import { words } from '../words/words.ts'
import css from './team.module.css'

const w = words.team
type Line = ReplyOf<typeof deskCallbacks>['items'][number]

/** Who waits to be called back; nothing where nobody does. */
export function Callbacks() {
  const found = useQuery({
    queryKey: ['admin', 'callbacks'],
    queryFn: () => call(deskCallbacks, { query: { show: 'open' } }),
  })
  const items = found.data?.items ?? []
  if (items.length === 0) return null
  return (
    <section aria-label={w.callbacks} className="gap-below">
      <h2 className={css['day-name']}>{w.callbacksOf(items.length)}</h2>
      <ul className={css.list}>
        {items.map((one) => (
          <li key={one.id} className="card padded">
            <One one={one} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function One({ one: { id, caller, callerPhone, member, placeName, text, askedAt, late, colleague } }: { one: Line }) {
  const [note, setNote] = useState('')
  const save = useSave({
    run: () => call(settleCallback, { params: { id }, body: { note: note.trim() } }),
    refresh: 'callbacks',
    says: w.callbackDone,
  })
  return (
    <>
      <p className="row">
        <b>{caller}</b>
        <Mark tone={late ? 'late' : 'action'}>
          {late ? w.callbackLate : colleague ? w.callbackWord : w.callbackWaits}
        </Mark>
      </p>
      <p className={css.facts}>
        <span>
          {placeName}
          {member !== null && ` ${member}`}
        </span>
        <span>{momentText(askedAt)}</span>
      </p>
      <p className={css.text}>{text}</p>
      <div className={css.acts}>
        {callerPhone !== null && (
          <Button href={`tel:${callerPhone}`} icon={<PhoneOutlined />}>
            {w.call(callerPhone)}
          </Button>
        )}
        <Input
          className={css.grow}
          aria-label={w.callbackNote(caller)}
          placeholder={w.callbackNotePlaceholder}
          value={note}
          maxLength={200}
          onChange={({ target }) => setNote(target.value)}
        />
        <Button
          type="primary"
          aria-label={w.settle(caller, w.callbackSettle)}
          loading={save.isPending}
          onClick={() => save.mutate(undefined)}
        >
          {w.callbackSettle}
        </Button>
      </div>
    </>
  )
}
