import { instant, type Instant } from '@fatong/law/calendar/dates.ts'
import type { CaseState } from '@fatong/casework/application/state.ts'
import { clocksOf } from '@fatong/casework/application/clocks.ts'
import { RETENTION_SETTING, readRetention } from '../actions/administration/retention.ts'
import { dueRow, rowLight } from '../actions/casework/case-row.ts'
import { identitySweeps } from '../actions/administration/sweeps.ts'
import { escalateHandovers } from '../actions/network/handover-limits.ts'
import { watchVisits } from '../actions/network/watch-visits.ts'
import { warnOfLicences } from '../actions/network/warn-of-licences.ts'
import type { Parts } from '../actions/parts.ts'
import type { UpkeepStore } from '../db/stores/upkeep.ts'
import type { Timers } from '../db/timers.ts'
import { LIGHTS } from '../db/writeset.ts'
import { deliveries } from './deliveries.ts'
import { rejudgeLights } from './rejudge.ts'
import { startJobs, type Jobs } from './start-jobs.ts'

/** Longer than a collection is read before the first text is written. */
const IMPORT_MS = 300_000

/** Starts what runs by itself: delivery of messages, lights of ageing cases, the nightly cleaning. */
export async function startServiceJobs(
  parts: Parts,
  { upkeep, timers }: { upkeep: UpkeepStore; timers: Timers },
): Promise<Jobs> {
  const { database, stores, clock, config } = parts
  const log = (message: string) => {
    parts.log.info({}, message)
  }
  const clocksNow = async (state: unknown, now: Instant) => {
    const folded = state as CaseState
    const [calendar, office] = await Promise.all([parts.law.calendar(), parts.law.office(folded.agencyId)])
    return clocksOf(folded, now, { calendar, office })
  }
  const lights = rejudgeLights({
    upkeep,
    judge: async ({ state }, now) => dueRow(await clocksNow(state, now)),
    now: () => clock.now(),
    refresh: () => {
      parts.law.refresh()
    },
  })
  return startJobs({
    database,
    outbox: stores.outbox,
    upkeep,
    timers,
    clock,
    deliver: { ...deliveries(parts), [LIGHTS]: lights },
    log,
    retention: async () => readRetention(config, await stores.lawSettings.setting(RETENTION_SETTING)),
    lightOf: async ({ state }, now) => rowLight(await clocksNow(state, now)),
    everyMinute: [
      () => escalateHandovers(parts),
      () => stores.library.abandonImports(clock.now(), instant(clock.now() - IMPORT_MS)),
      () => watchVisits(parts),
    ],
    everyNight: [() => warnOfLicences(parts)],
    sweeps: identitySweeps(parts),
  })
}
