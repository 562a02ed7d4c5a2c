/** The day a paper counts as handed in. */
import { earlier } from './dates.ts'
import type { LocalDate } from './dates.ts'

/**
 * The day of the postmark when it was sent by post, else the day of receipt (民诉法 85, 刑诉法 105). A postmark later
 * than the receipt is a misprint and does not make anybody late.
 */
export const filedOn = ({ received, postmarked }: { received: LocalDate; postmarked?: LocalDate }): LocalDate =>
  postmarked === undefined ? received : earlier(postmarked, received)
