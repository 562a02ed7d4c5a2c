import type { CasePage } from '@fatong/contract/desk/cases.ts'
import type { DeskCommand } from '@fatong/contract/desk/commands.ts'

const STEP: Partial<Record<DeskCommand, string>> = { grantAid: 'decide', assignLawyer: 'assign' }

/** Whether the promise of the day this command would keep has already passed. */
export const isLate = (page: CasePage, command: DeskCommand): boolean =>
  page.clocks.some(
    (clock) => clock.kind === STEP[command] && clock.target !== undefined && clock.target.dueAt < Date.now(),
  )
