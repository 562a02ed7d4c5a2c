import { Button, Input } from 'antd'
import { addLeave, removeLeave, type MemberView } from '@fatong/contract/network/roster.ts'
import { useState } from 'react'
import { SideSheet } from '../admin/side-sheet.tsx'
import { useSave } from '../admin/use-save.ts'
import { call } from '../api/call.ts'
import { ProblemError } from '../api/problem.ts'
import { dayText, today } from '../time/format.ts'
import { words } from '../words/words.ts'
import css from './team.module.css'

const w = words.team

/** Days away: the shifts of these days wait for somebody to cover, and no case is given. */
export function LeaveSheet({ member, onClose }: { member: MemberView; onClose: () => void }) {
  const [days, setDays] = useState({ from: today(), to: today() })
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState('')
  const onError = (error: unknown) => {
    if (error instanceof ProblemError) setWrong(Object.values(error.fields)[0] ?? error.message)
  }
  const save = useSave({
    run: () => call(addLeave, { params: { id: member.id }, body: { ...days, reason: reason.trim() } }),
    refresh: 'team',
    says: w.leaveSaved,
    onDone: onClose,
    onError,
  })
  const back = useSave({
    run: (leave: string) => call(removeLeave, { params: { id: member.id, leave } }),
    refresh: 'team',
    says: w.leaveTaken,
    onDone: onClose,
    onError,
  })
  const submit = () => {
    const says = days.to < days.from ? w.leaveDays : reason.trim() === '' ? w.reasonNeeded : ''
    setWrong(says)
    if (says === '') save.mutate(undefined)
  }
  return (
    <SideSheet title={w.leaveOf(member.name)} open onClose={onClose} onSave={submit} saving={save.isPending}>
      <div className="stack">
        {member.leave.length > 0 && (
          <ul className={css.list}>
            {member.leave.map((one) => (
              <li key={one.id} className="row">
                <span>
                  {dayText(one.from)} – {dayText(one.to)} {one.reason}
                </span>
                <Button
                  size="small"
                  aria-label={w.leaveBackOf(one.from)}
                  loading={back.isPending}
                  onClick={() => back.mutate(one.id)}
                >
                  {w.leaveBack}
                </Button>
              </li>
            ))}
          </ul>
        )}
        <p className="soft">{w.leaveHelp}</p>
        <div className={css.line}>
          <div>
            <label htmlFor="leave-from">{w.leaveFrom}</label>
            <Input
              id="leave-from"
              type="date"
              value={days.from}
              onChange={({ target }) =>
                setDays({ from: target.value, to: target.value > days.to ? target.value : days.to })
              }
            />
          </div>
          <div>
            <label htmlFor="leave-to">{w.leaveTo}</label>
            <Input
              id="leave-to"
              type="date"
              min={days.from}
              value={days.to}
              onChange={({ target }) => setDays({ ...days, to: target.value })}
            />
          </div>
        </div>
        <label htmlFor="leave-reason">{w.reason}</label>
        <Input id="leave-reason" value={reason} maxLength={100} onChange={({ target }) => setReason(target.value)} />
        {wrong !== '' && (
          <p className="wrong" role="alert">
            {wrong}
          </p>
        )}
      </div>
    </SideSheet>
  )
}
