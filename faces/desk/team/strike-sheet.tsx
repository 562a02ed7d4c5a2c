import { Input } from 'antd'
import { SERVICE_WORK, strikeService, type ServiceView } from '@fatong/contract/network/service-log.ts'
import { useState } from 'react'
import { SideSheet } from '../admin/side-sheet.tsx'
import { useSave } from '../admin/use-save.ts'
import { call } from '../api/call.ts'
import { dayText } from '../time/format.ts'
import { words } from '../words/words.ts'

const w = words.service

/** A line that was wrong: struck out with a reason, never gone. */
export function StrikeSheet({ entry, onClose }: { entry: ServiceView; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState('')
  const save = useSave({
    run: () => call(strikeService, { params: { id: entry.id }, body: { reason: reason.trim() } }),
    refresh: 'service',
    says: w.strikeDone,
    onDone: onClose,
  })
  const submit = () => {
    if (reason.trim() === '') setWrong(w.strikeNeeded)
    else save.mutate(undefined)
  }
  return (
    <SideSheet
      title={w.strikeTitle}
      open
      onClose={onClose}
      onSave={submit}
      saving={save.isPending}
      saveLabel={w.strike}
    >
      <div className="stack">
        <p>
          <b>
            {dayText(entry.day)} {entry.member}
          </b>{' '}
          {SERVICE_WORK[entry.work]} · {entry.matter}
        </p>
        <p className="soft">{w.strikeHelp}</p>
        <label htmlFor="strike-reason">{w.strikeReason}</label>
        <Input id="strike-reason" value={reason} maxLength={100} onChange={({ target }) => setReason(target.value)} />
        {wrong !== '' && (
          <p className="wrong" role="alert">
            {wrong}
          </p>
        )}
      </div>
    </SideSheet>
  )
}
