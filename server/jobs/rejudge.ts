import type { Instant } from '@fatong/law/calendar/dates.ts'
import type { LightsFrom } from '../db/stores/ask-for-lights.ts'
import type { AgeingCase, Rejudged, UpkeepStore } from '../db/stores/upkeep.ts'
import type { Deliver } from './delivery.ts'
import { tellOfWorse } from './lights.ts'

/** What is due of a case and its light at this moment. */
export type Judge = (
  one: AgeingCase,
  now: Instant,
) => Promise<Pick<Rejudged, 'dueTarget' | 'dueStatutory' | 'nextDue' | 'light'>>
export interface RejudgeParts {
  upkeep: Pick<UpkeepStore, 'open' | 'rejudge' | 'goOn' | 'tell'>
  judge: Judge
  now: () => Instant
  /** Forgets the calendar this process may still hold. */
  refresh: () => void
  /** for tests: how many cases are read at once, and how many one message covers */
  atOnce?: number
  most?: number
}

const AT_ONCE = 200
/** One message is short work, so that others are not kept waiting; the rest follows in the next one. */
const MOST = 2_000

/**
 * A changed holiday table or changed office hours reach the lights of all open cases, red ones too. Each message covers a
 * stretch of them and leaves the next one behind before it is done: whoever dies in the middle repeats one stretch at most.
 */
export function rejudgeLights({ upkeep, judge, now, refresh, atOnce = AT_ONCE, most = MOST }: RejudgeParts): Deliver {
  return async ({ payload }) => {
    refresh()
    let { after } = payload as LightsFrom
    for (let done = 0; done < most; done += atOnce) {
      const at = now()
      const cases = await upkeep.open(after, atOnce)
      if (cases.length > 0) {
        const judged = await Promise.all(
          cases.map(async (one) => ({ id: one.id, version: one.version, was: one.light, ...(await judge(one, at)) })),
        )
        const changed = new Set(await upkeep.rejudge(judged))
        await tellOfWorse(
          upkeep,
          judged.filter(({ id }) => changed.has(id)),
          at,
        )
      }
      if (cases.length < atOnce) return
      after = cases.at(-1)?.id
    }
    await upkeep.goOn(after === undefined ? {} : { after }, now())
  }
}
