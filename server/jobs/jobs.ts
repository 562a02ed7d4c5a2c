import { instant } from '@fatong/law/calendar/dates.ts'
import type { CaseState } from '@fatong/casework/application/state.ts'
import { clocksOf } from '@fatong/casework/application/clocks.ts'
import { RETENTION_SETTING, readRetention } from '../actions/administration/retention.ts'
import { rowLight } from '../actions/casework/case-row.ts'
import { identitySweeps } from '../actions/administration/sweeps.ts'
import { escalateHandovers } from '../actions/network/handovers.ts'
import { warnOfLicences } from '../actions/network/warn-of-licences.ts'
import type { Parts } from '../actions/parts.ts'
import type { UpkeepStore } from '../db/stores/upkeep.ts'
import type { Timers } from '../db/timers.ts'
import { deliveries } from './deliveries.ts'
import { startJobs, type Jobs } from './start-jobs.ts'

/** Longer than a collection is read before the first text is written. */
const IMPORT_MS = 300_000

/** Starts what runs by itself: delivery of messages, lights of ageing cases, the nightly cleaning. */
export async function startServiceJobs(parts: Parts, { upkeep, timers }: { upkeep: UpkeepStore; timers: Timers }): Promise<Jobs> {
  const { database, stores, clock, config } = parts
  const log = (message: string) => { parts.log.info({}, message) }
  return startJobs({
    database, outbox: stores.outbox, upkeep, timers, clock, deliver: deliveries(parts), log,
    retention: async () => readRetention(config, await stores.lawSettings.setting(RETENTION_SETTING)),
    async lightOf({ state }, now) {
      const folded = state as CaseState
      const [calendar, office] = await Promise.all([parts.law.calendar(), parts.law.office(folded.placeId)])
      return rowLight(clocksOf(folded, now, { calendar, office }))
    },
    everyMinute: [() => escalateHandovers(parts), () => stores.library.abandonImports(clock.now(), instant(clock.now() - IMPORT_MS))],
    everyNight: [() => warnOfLicences(parts)],
    sweeps: identitySweeps(parts),
  })
}
