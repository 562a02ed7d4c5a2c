import { Button, Input } from 'antd'
import { changeShift, endLine, type Shift } from '@fatong/contract/network/roster.ts'
import { useState } from 'react'
import { SideSheet } from '../admin/side-sheet.tsx'
import { useSave } from '../admin/use-save.ts'
import { call } from '../api/call.ts'
import { ProblemError } from '../api/problem.ts'
import { dayText } from '../time/format.ts'
import { words } from '../words/words.ts'
import { clock } from './clock.ts'
import { MemberPicker } from './member-picker.tsx'

const w = words.team

/** One day of somebody's duty: away, covered, as before; or the pattern ends. */
export function ChangeDay({ shift, onClose }: { shift: Shift; onClose: () => void }) {
  const { lineId, day, member, memberId, placeId, placeName, from, to, away, coverId, cover: coverName } = shift
  const [cover, setCover] = useState(coverId ?? '')
  const [reason, setReason] = useState(shift.reason)
  const [wrong, setWrong] = useState('')
  const [lastDay, setLastDay] = useState(day)
  const failed = (error: unknown) => {
    if (error instanceof ProblemError) setWrong(Object.values(error.fields)[0] ?? error.message)
  }
  const params = { id: lineId, day }
  const save = useSave({
    run: () =>
      call(changeShift, { params, body: { change: { coverId: cover === '' ? null : cover, reason: reason.trim() } } }),
    refresh: 'roster',
    says: w.changed,
    onDone: onClose,
    onError: failed,
  })
  const restore = useSave({
    run: () => call(changeShift, { params, body: { change: null } }),
    refresh: 'roster',
    says: w.restored,
    onDone: onClose,
    onError: failed,
  })
  const end = useSave({
    run: () => call(endLine, { params: { id: lineId }, body: { lastDay } }),
    refresh: 'roster',
    says: w.ended,
    onDone: onClose,
    onError: failed,
  })
  const submit = () => {
    const says = reason.trim() === '' ? w.reasonNeeded : ''
    setWrong(says)
    if (says === '') save.mutate(undefined)
  }
  return (
    <SideSheet title={w.changeTitle} open onClose={onClose} onSave={submit} saving={save.isPending}>
      <div className="stack">
        <p>
          <b>{member}</b> {dayText(day)} {clock(from)}–{clock(to)} {placeName}
        </p>
        <label htmlFor="cover">{w.cover}</label>
        <MemberPicker
          id="cover"
          label={w.cover}
          value={cover}
          near={placeId}
          known={coverId !== null && coverName !== null ? { id: coverId, name: coverName } : undefined}
          nobody={w.nobody}
          except={memberId}
          onChange={setCover}
        />
        <label htmlFor="reason">{w.reason}</label>
        <Input id="reason" value={reason} maxLength={100} onChange={({ target }) => setReason(target.value)} />
        {wrong !== '' && (
          <p className="wrong" role="alert">
            {wrong}
          </p>
        )}
        {away && (
          <p>
            <Button loading={restore.isPending} onClick={() => restore.mutate(undefined)}>
              {w.restore}
            </Button>
          </p>
        )}
        <fieldset className="plain-fieldset gap-above">
          <legend>{w.endTitle}</legend>
          <p className="row">
            <Input
              type="date"
              aria-label={w.lastDay}
              value={lastDay}
              onChange={({ target }) => setLastDay(target.value)}
            />
            <Button danger loading={end.isPending} onClick={() => end.mutate(undefined)}>
              {w.end}
            </Button>
          </p>
        </fieldset>
      </div>
    </SideSheet>
  )
}
