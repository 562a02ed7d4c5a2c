import { ERRORS, type ErrorCode } from '@fatong/contract/errors.ts'

/** An expected refusal of the mock, told in the contract's words. */
export class Refused extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly fields: Record<string, string> = {},
  ) {
    super(ERRORS[code].says)
  }
}
