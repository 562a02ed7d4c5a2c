import type { Instant } from '@fatong/law/calendar/dates.ts'
import type { Database } from '../db/database.ts'
import type { OutboxStore } from '../db/stores/outbox.ts'
import type { UpkeepStore } from '../db/stores/upkeep.ts'
import type { Timers } from '../db/timers.ts'
import { clean, sweeps } from './cleaning.ts'
import type { Retention, Sweep } from './cleaning.ts'
import { startDeliveryLoop } from './delivery-loop.ts'
import type { Deliver } from './delivery.ts'
import { refreshLights, turningNow } from './lights.ts'
import type { LightOf } from './lights.ts'

export interface JobParts {
  database: Pick<Database, 'onOutbox'>
  outbox: OutboxStore
  upkeep: UpkeepStore
  timers: Timers
  clock: { now(): Instant }
  /** how to deliver a message, by channel */
  deliver: Readonly<Record<string, Deliver>>
  lightOf: LightOf
  /** asked before every cleaning: the desk changes it while the service runs */
  retention: () => Promise<Retention>
  /** other timed work, once a minute in the installation */
  everyMinute?: readonly (() => Promise<unknown>)[]
  /** other timed work, once a night in the installation, after the cleaning */
  everyNight?: readonly (() => Promise<unknown>)[]
  /** further sweeps: drafts, sessions, codes, files */
  sweeps?: Readonly<Record<string, Sweep>>
  log: (message: string) => void
}
export interface Jobs {
  stop(): Promise<void>
}

/** Delivery runs in every process; timed work runs once in the installation. */
export async function startJobs(parts: JobParts): Promise<Jobs> {
  const { database, outbox, upkeep, timers, clock, deliver, log } = parts
  const loop = startDeliveryLoop({ outbox, deliver, now: () => clock.now() }, log)
  const forget = database.onOutbox(() => loop.wake())
  let judgedAll: Instant | undefined
  await timers.every('lights', '* * * * *', async () => {
    const now = clock.now()
    const turning = turningNow(now, judgedAll)
    await refreshLights(upkeep, parts.lightOf, now, turning)
    if (turning === 'day') judgedAll = now
    for (const work of parts.everyMinute ?? []) await work()
  })
  await timers.every('cleaning', '10 3 * * *', async () => {
    const gone = await clean({ ...sweeps(upkeep, outbox, await parts.retention()), ...parts.sweeps }, clock.now(), log)
    log(
      `cleaned: ${Object.entries(gone)
        .map(([what, n]) => `${what} ${n}`)
        .join(', ')}`,
    )
    for (const work of parts.everyNight ?? []) await work()
  })
  return {
    async stop() {
      forget()
      await Promise.all([loop.stop(), timers.stop()])
    },
  }
}
