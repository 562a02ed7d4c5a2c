import type { CaseState } from '@fatong/casework/application/state.ts'
import { clocksOf } from '@fatong/casework/application/clocks.ts'
import { TIME_ZONE } from '@fatong/law/calendar/dates.ts'
import { RETENTION_SETTING, readRetention } from '../actions/administration/retention.ts'
import { rowLight } from '../actions/casework/case-row.ts'
import { removeUnusedFiles } from '../actions/files/remove-unused.ts'
import type { Parts } from '../actions/parts.ts'
import { upkeepStore } from '../db/stores/upkeep.ts'
import { openTimers } from '../db/timers.ts'
import { deliveries } from './deliveries.ts'
import { startJobs, type Jobs } from './start-jobs.ts'

/** Starts what runs by itself: delivery of messages, lights of ageing cases, the nightly cleaning. */
export async function startServiceJobs(parts: Parts): Promise<Jobs> {
  const { database, stores, clock, config } = parts
  const log = (message: string) => { parts.log.info({}, message) }
  const retention = readRetention(config, await stores.lawSettings.setting(RETENTION_SETTING))
  return startJobs({
    database, outbox: stores.outbox, upkeep: upkeepStore(database), timers: await openTimers(database.connection, TIME_ZONE, log), clock, deliver: deliveries(parts), retention, log,
    async lightOf({ state }, now) {
      const folded = state as CaseState
      const [calendar, office] = await Promise.all([parts.law.calendar(), parts.law.office(folded.placeId)])
      return rowLight(clocksOf(folded, now, { calendar, office }))
    },
    sweeps: {
      drafts: (now) => stores.drafts.sweep(now), sessions: (now) => stores.sessions.sweep(now), codes: (now) => stores.codes.sweep(now), attempts: (now) => stores.attempts.sweep(now),
      files: () => removeUnusedFiles(parts),
    },
  })
}
