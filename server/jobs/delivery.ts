import { instant, type Instant } from '@fatong/law/calendar/dates.ts'
import type { DeliveryFailure, OutboxStore, PendingMessage } from '../db/stores/outbox.ts'

/** Sends one message; throws when it did not arrive. It may be called again with the same message, by its id. */
export type Deliver = (message: PendingMessage) => Promise<void>

export interface DeliveryParts {
  outbox: OutboxStore
  deliver: Readonly<Record<string, Deliver>>
  now: () => Instant
  /** 0 to 1, to spread repeated attempts */
  random?: () => number
}

export const AT_ONCE = 100
/** After this long a message taken by a process that died is due again. */
export const LEASE_MS = 60_000
/** About two days with the growing waits. */
export const MOST_ATTEMPTS = 12
const FIRST_WAIT_MS = 5_000
const LONGEST_WAIT_MS = 6 * 3_600_000

/** Doubles with each attempt, up to six hours, and varies by half, so that what failed together does not come back together. */
export function waitAfter(attempts: number, random: number): number {
  const full = Math.min(FIRST_WAIT_MS * 2 ** (attempts - 1), LONGEST_WAIT_MS)
  return Math.round(full * (0.75 + random / 2))
}

/** Delivers what is due, no network inside a transaction. Answers how many messages were taken. */
export async function deliverDue({ outbox, deliver, now, random = Math.random }: DeliveryParts): Promise<number> {
  const start = now()
  const messages = await outbox.claim(start, instant(start + LEASE_MS), AT_ONCE)
  if (messages.length === 0) return 0
  const sent: number[] = []
  const failed: DeliveryFailure[] = []
  await Promise.all(
    messages.map(async (message) => {
      try {
        const send = Object.hasOwn(deliver, message.channel) ? deliver[message.channel] : undefined
        if (send === undefined) throw new Error(`no channel ${message.channel}`)
        await send(message)
        sent.push(message.id)
      } catch (error) {
        const last = message.attempts >= MOST_ATTEMPTS
        failed.push({
          id: message.id,
          error: error instanceof Error ? error.message : String(error),
          nextAt: last ? null : instant(now() + waitAfter(message.attempts, random())),
        })
      }
    }),
  )
  await outbox.settle(sent, failed, now())
  return messages.length
}
