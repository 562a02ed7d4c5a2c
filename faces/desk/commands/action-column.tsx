import type { CasePage } from '@fatong/contract/desk/cases.ts'
import type { DeskCommand } from '@fatong/contract/desk/commands.ts'
import { useRef } from 'react'
import { words } from '../words/words.ts'
import { ActionList } from './action-list.tsx'
import css from './action-column.module.css'
import { CommandPanel } from './command-panel.tsx'

interface Props {
  page: CasePage
  command: DeskCommand | null
  onCommand: (command: DeskCommand | null) => void
  onIssued: (documents: CasePage['documents']) => void
}

/** Right of the case: what can be done, or the one thing that is being done. */
export function ActionColumn({ page, command, onCommand, onIssued }: Props) {
  const opener = useRef<Element | null>(null)
  const open = (next: DeskCommand) => {
    opener.current = document.activeElement
    onCommand(next)
  }
  const close = () => {
    onCommand(null)
    requestAnimationFrame(() => {
      if (opener.current instanceof HTMLElement) opener.current.focus()
    })
  }
  return (
    <aside className={`${css.column} ${command ? css.busy : ''}`} aria-label={words.actions.title}>
      <div hidden={command !== null}>
        <ActionList page={page} onOpen={open} />
      </div>
      {command && (
        <CommandPanel
          key={command}
          page={page}
          command={command}
          onClose={close}
          onSwitch={onCommand}
          onIssued={onIssued}
        />
      )}
    </aside>
  )
}
