import type { CasePage } from '@fatong/contract/desk/cases.ts'
import type { DeskCommand, DeskCommandBody } from '@fatong/contract/desk/commands.ts'
import type { ComponentType } from 'react'

export interface FieldsProps<C extends DeskCommand> {
  page: CasePage
  /** the promise of the day has passed, or the server asked for the reason */
  late: boolean
  command: C
}

/** The fields of one command; names are the contract's, so that the server's hints find them. */
export interface CommandForm<C extends DeskCommand> {
  Fields: ComponentType<FieldsProps<C>>
  /** values at the opening; a form may add fields of its own that `toBody` reads */
  initial?: (page: CasePage) => Partial<DeskCommandBody<C>> & Record<string, unknown>
  /** from what was typed to what is sent, where they differ */
  toBody?: (typed: Record<string, unknown>) => Record<string, unknown>
  /** one sentence above the fields */
  hint?: string
  /** wide panel */
  wide?: boolean
}
