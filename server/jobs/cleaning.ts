import { instant, type Instant } from '@fatong/law/calendar/dates.ts'
import type { OutboxStore } from '../db/stores/outbox.ts'
import type { UpkeepStore } from '../db/stores/upkeep.ts'

/** How long things are kept, days. */
export interface Retention {
  auditDays: number
  smsDays: number
}

/** What is not needed any more: removes things until a moment and answers how many. */
export type Sweep = (now: Instant) => Promise<number>

const DAY = 24 * 3_600_000
const AT_ONCE = 5_000
/** Longer than any browser repeats a request. */
const REPLIES_DAYS = 7
const SENT_DAYS = 30
const READ_NOTICES_DAYS = 730

const before = (now: Instant, days: number) => instant(now - days * DAY)

/** Everything of this service that ends by itself. Sweeps of drafts, sessions, codes and files come from outside. */
export function sweeps(upkeep: UpkeepStore, outbox: OutboxStore, retention: Retention): Record<string, Sweep> {
  return {
    replies: (now) => upkeep.sweepReplies(before(now, REPLIES_DAYS)),
    sentMessages: (now) => untilDone(() => outbox.sweep(before(now, SENT_DAYS), AT_ONCE)),
    simulatedSms: (now) => upkeep.sweepSimulatedSms(before(now, retention.smsDays)),
    readNotices: (now) => upkeep.sweepNotices(before(now, READ_NOTICES_DAYS)),
    accessLog: (now) => untilDone(() => upkeep.sweepAudit(before(now, retention.auditDays), AT_ONCE)),
  }
}

async function untilDone(some: () => Promise<number>): Promise<number> {
  for (let all = 0; ; ) {
    const gone = await some()
    all += gone
    if (gone < AT_ONCE) return all
  }
}

/** Runs each sweep; one that fails does not stop the others. Answers how many things went, by name. */
export async function clean(
  all: Readonly<Record<string, Sweep>>,
  now: Instant,
  log: (message: string) => void,
): Promise<Record<string, number>> {
  const gone: Record<string, number> = {}
  for (const [name, sweep] of Object.entries(all)) {
    try {
      gone[name] = await sweep(now)
    } catch (error) {
      log(`cleaning ${name} failed: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return gone
}
