import { Button, Input, Select } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { changeShift, endLine, team, type Shift } from '@fatong/contract/network/roster.ts'
import { useState } from 'react'
import { SideSheet } from '../admin/side-sheet.tsx'
import { useSave } from '../admin/use-save.ts'
import { call } from '../api/call.ts'
import { ProblemError } from '../api/problem.ts'
import { dayText } from '../time/format.ts'
import { words } from '../words/words.ts'
import { clock } from './clock.ts'

const w = words.team

/** One day of somebody's duty: away, covered, as before; or the pattern ends. */
export function ChangeDay({ shift, onClose }: { shift: Shift; onClose: () => void }) {
  const { lineId, day, member, memberId, placeName, from, to, away, coverId } = shift
  const [cover, setCover] = useState(coverId ?? '')
  const [reason, setReason] = useState(shift.reason)
  const [wrong, setWrong] = useState('')
  const [lastDay, setLastDay] = useState(day)
  const people = useQuery({ queryKey: ['admin', 'team', 'all'], queryFn: () => call(team, {}), staleTime: 60_000 })
  const failed = (error: unknown) => { if (error instanceof ProblemError) setWrong(Object.values(error.fields)[0] ?? error.message) }
  const params = { id: lineId, day }
  const save = useSave({ run: () => call(changeShift, { params, body: { change: { coverId: cover === '' ? null : cover, reason: reason.trim() } } }), refresh: 'roster', says: w.changed, onDone: onClose, onError: failed })
  const restore = useSave({ run: () => call(changeShift, { params, body: { change: null } }), refresh: 'roster', says: w.restored, onDone: onClose, onError: failed })
  const end = useSave({ run: () => call(endLine, { params: { id: lineId }, body: { lastDay } }), refresh: 'roster', says: w.ended, onDone: onClose, onError: failed })
  const submit = () => {
    const says = reason.trim() === '' ? w.reasonNeeded : ''
    setWrong(says)
    if (says === '') save.mutate(undefined)
  }
  const options = (people.data?.items ?? []).filter((one) => one.active && one.id !== memberId).map((one) => ({ value: one.id, label: `${one.name} ${one.placeName}` }))
  return (
    <SideSheet title={w.changeTitle} open onClose={onClose} onSave={submit} saving={save.isPending}>
      <div className="stack">
        <p><b>{member}</b> {dayText(day)} {clock(from)}–{clock(to)} {placeName}</p>
        <label htmlFor="cover">{w.cover}</label>
        <Select id="cover" aria-label={w.cover} className="full" showSearch optionFilterProp="label" loading={people.isPending} value={cover} options={[{ value: '', label: w.nobody }, ...options]} onChange={setCover} />
        <label htmlFor="reason">{w.reason}</label>
        <Input id="reason" value={reason} maxLength={100} onChange={({ target }) => setReason(target.value)} />
        {wrong !== '' && <p className="wrong" role="alert">{wrong}</p>}
        {away && <p><Button loading={restore.isPending} onClick={() => restore.mutate(undefined)}>{w.restore}</Button></p>}
        <fieldset className="plain-fieldset gap-above">
          <legend>{w.endTitle}</legend>
          <p className="row"><Input type="date" aria-label={w.lastDay} value={lastDay} onChange={({ target }) => setLastDay(target.value)} /><Button danger loading={end.isPending} onClick={() => end.mutate(undefined)}>{w.end}</Button></p>
        </fieldset>
      </div>
    </SideSheet>
  )
}
