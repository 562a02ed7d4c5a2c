import { Segmented } from 'antd'
import type { CasePage } from '@fatong/contract/desk/cases.ts'
import { COMMAND_LABELS, type DeskCommand } from '@fatong/contract/desk/commands.ts'

const DECISIONS: DeskCommand[] = ['grantAid', 'refuseAid']
const ANSWERS: DeskCommand[] = ['acceptAssignment', 'declineAssignment']

/** Two sides of one decision stand beside each other; a press changes the side. */
export function OtherDecision({
  page,
  command,
  onSwitch,
}: {
  page: CasePage
  command: DeskCommand
  onSwitch: (command: DeskCommand) => void
}) {
  const pair = [DECISIONS, ANSWERS].find((p) => p.includes(command))
  const open = pair?.filter((c) => page.commands.some((x) => x.command === c && x.allowed)) ?? []
  if (open.length < 2) return null
  return (
    <Segmented
      block
      className="gap-below"
      value={command}
      onChange={onSwitch}
      options={open.map((value) => ({ value, label: COMMAND_LABELS[value] }))}
    />
  )
}
