import { App, Input } from 'antd'
import { askMember } from '@fatong/contract/network/callbacks.ts'
import type { MemberView } from '@fatong/contract/network/roster.ts'
import { useState } from 'react'
import { SideSheet } from '../admin/side-sheet.tsx'
import { useSave } from '../admin/use-save.ts'
import { call } from '../api/call.ts'
import { words } from '../words/words.ts'

const w = words.team

/** Word for somebody of the team, whose number nobody sees. */
export function MessageSheet({ member, onClose }: { member: MemberView; onClose: () => void }) {
  const { message } = App.useApp()
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState('')
  const save = useSave({
    run: () => call(askMember, { params: { id: member.id }, body: { text: text.trim() } }),
    refresh: 'callbacks',
    says: '',
    onDone: ({ by }) => {
      void message.success(w.messageSent[by])
      onClose()
    },
  })
  const submit = () => {
    setWrong(text.trim() === '' ? w.messageNeeded : '')
    if (text.trim() !== '') save.mutate(undefined)
  }
  return (
    <SideSheet
      title={w.messageTo(member.name)}
      open
      onClose={onClose}
      onSave={submit}
      saving={save.isPending}
      saveLabel={w.messageSend}
    >
      <div className="stack">
        <p className="soft">{w.messageHelp}</p>
        <label htmlFor="member-message">{w.messageText}</label>
        <Input.TextArea
          id="member-message"
          rows={3}
          maxLength={200}
          showCount
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        {wrong !== '' && (
          <p className="wrong" role="alert">
            {wrong}
          </p>
        )}
      </div>
    </SideSheet>
  )
}
