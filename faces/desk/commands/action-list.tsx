import { Button } from 'antd'
import type { CasePage } from '@fatong/contract/desk/cases.ts'
import { DESK_COMMANDS, type DeskCommand } from '@fatong/contract/desk/commands.ts'
import { HANDOVER_ROLES } from '@fatong/contract/network/handover.ts'
import { REFUSAL_WORDING } from '@fatong/contract/refusals.ts'
import { useRef } from 'react'
import { useKeys } from '../keyboard/use-keys.ts'
import { useMe } from '../session/session-gate.tsx'
import { holds } from '../shell/places.tsx'
import { HandOnCase } from '../team/hand-on-case.tsx'
import { words } from '../words/words.ts'
import css from './action-column.module.css'
import { COMMAND_KEYS, SIDE_COMMANDS } from './forms.ts'

type Available = CasePage['commands'][number] & { command: DeskCommand }
const w = words.actions
/** Reasons that say no more than that nothing waits for it. */
const NOT_YET: readonly string[] = [REFUSAL_WORDING.wrongStatus, REFUSAL_WORDING.noTerminationReport]
const isDesk = (entry: CasePage['commands'][number]): entry is Available =>
  (DESK_COMMANDS as string[]).includes(entry.command)

/** Buttons for what can be done now, and the reasons for what cannot. */
export function ActionList({ page, onOpen }: { page: CasePage; onOpen: (command: DeskCommand) => void }) {
  const handsOver = holds(useMe(), HANDOVER_ROLES)
  const mine = page.commands.filter(isDesk)
  const open = mine.filter(({ allowed }) => allowed)
  const main = open.filter(({ command }) => !SIDE_COMMANDS.includes(command))
  const side = open.filter(({ command }) => SIDE_COMMANDS.includes(command))
  const blocked = mine.filter(({ allowed }) => !allowed)
  const notYet = blocked.filter(({ why }) => why !== null && NOT_YET.includes(why))
  const withReason = blocked.filter((entry) => !notYet.includes(entry))
  const decide = () => onOpen(open.some(({ command }) => command === 'grantAid') ? 'grantAid' : 'refuseAid')
  useKeys(
    Object.fromEntries(
      open.flatMap(({ command }) => {
        const key = COMMAND_KEYS[command]
        return key === undefined ? [] : [[key, key === 'd' ? decide : () => onOpen(command)]]
      }),
    ),
  )
  const first = main[0]
  const list = useRef<HTMLHeadingElement>(null)
  return (
    <div className={css.list}>
      <h2 ref={list} tabIndex={-1}>
        {w.title}
      </h2>
      {main.length === 0 && (
        <p className={css.none}>
          <b>{w.none}</b>
          <br />
          {w.noneHelp}
        </p>
      )}
      {main.map(({ command, label }, i) => (
        <Button
          key={command}
          size="large"
          block
          type={i === 0 ? 'primary' : 'default'}
          onClick={() => onOpen(command)}
          aria-keyshortcuts={COMMAND_KEYS[command]?.toUpperCase()}
        >
          <span className={css.label}>
            {label}
            {COMMAND_KEYS[command] !== undefined && <kbd aria-hidden>{COMMAND_KEYS[command]?.toUpperCase()}</kbd>}
          </span>
        </Button>
      ))}
      {(side.length > 0 || handsOver) && (
        <>
          <h3>{w.other}</h3>
          <div className={css.side}>
            {side.map(({ command, label }) => (
              <Button key={command} onClick={() => onOpen(command)}>
                {label}
              </Button>
            ))}
            {handsOver && <HandOnCase caseFile={{ id: page.id, number: page.state.number }} />}
          </div>
        </>
      )}
      {blocked.length > 0 && (
        <>
          <h3>{w.blocked}</h3>
          <ul className={css.blocked}>
            {withReason.map(({ command, label, why }) => (
              <li key={command}>
                <b>{label}</b>
                <span>{why}</span>
              </li>
            ))}
            {notYet.length > 0 && (
              <li>
                <b>{w.notYet}</b>
                <span>{notYet.map(({ label }) => label).join('、')}</span>
              </li>
            )}
          </ul>
        </>
      )}
      <div className={css.quick}>
        {first && (
          <Button type="primary" size="large" onClick={() => onOpen(first.command)}>
            {first.label}
          </Button>
        )}
        <Button
          size="large"
          onClick={() => {
            list.current?.scrollIntoView()
            list.current?.focus()
          }}
        >
          {w.title}
        </Button>
      </div>
    </div>
  )
}
