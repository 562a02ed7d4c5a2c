import type { Instant } from '@fatong/law/calendar/dates.ts'
import { removeUnusedFiles } from '../files/remove-unused.ts'
import type { Parts } from '../parts.ts'

const DAY = 86_400_000
/** Ended sessions are kept a while, so that a person can still be told of them. */
const SESSION_DAYS = 30
/** Questions without personal data, for the quality of answers. */
const TURN_DAYS = 366
/** Answered questions of people: as long as a claim may usually still be brought (民法典 188). */
const TICKET_DAYS = 3 * 366

/** Timed work: what drafts, sign-ins and files leave behind. Each answers how many things went. */
export function identitySweeps(
  parts: Pick<Parts, 'stores' | 'files'>,
): Record<string, (now: Instant) => Promise<number>> {
  const { drafts, sessions, codes, attempts, consultations, consultationQuality, tickets } = parts.stores
  const ago = (now: Instant, days: number) => (now - days * DAY) as Instant
  return {
    drafts: (now) => drafts.sweep(now),
    sessions: (now) => sessions.sweep(ago(now, SESSION_DAYS)),
    codes: (now) => codes.sweep(ago(now, 1)),
    attempts: (now) => attempts.sweep(ago(now, 2)),
    consultations: (now) => consultations.sweep(now),
    askedQuestions: (now) => consultationQuality.sweep(ago(now, TURN_DAYS)),
    questionTickets: (now) => tickets.sweep(ago(now, TICKET_DAYS)),
    unusedFiles: () => removeUnusedFiles(parts),
    halfReceivedFiles: () => parts.files.sweep(),
  }
}
