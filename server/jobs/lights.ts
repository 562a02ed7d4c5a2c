import { instant, localDateOf, type Instant } from '@fatong/law/calendar/dates.ts'
import { DEADLINE } from '../actions/casework/told-of-deadline.ts'
import type { Light } from '../db/rows.ts'
import type { AgeingCase, UpkeepStore } from '../db/stores/upkeep.ts'

/** The light of a case at this moment, by the clocks of casework. */
export type LightOf = (one: AgeingCase, now: Instant) => Promise<Light>

const AT_ONCE = 200
const HOUR_MS = 3_600_000
/** Lights turn amber some days before a legal limit. */
const LOOK_AHEAD_MS = 8 * 24 * HOUR_MS
const NAMES: Readonly<Record<Light, number>> = { off: 0, green: 1, amber: 2, red: 3 }

/** Which cases are judged: all that may turn with the day, or those whose promise runs out about now. */
export type Turning = 'day' | 'hour'

/**
 * An untouched light turns at midnight, where limits of law are counted in days, or in the last hour of a promise
 * (casework/application/clocks.ts; a test there holds this). So all open cases are judged once a day, and in between only
 * what is due within an hour: a few rows of an index, however many cases are open.
 */
export function turningNow(now: Instant, lastWhole: Instant | undefined): Turning {
  return lastWhole === undefined || localDateOf(lastWhole) !== localDateOf(now) ? 'day' : 'hour'
}

const windowOf = (turning: Turning, now: Instant) =>
  turning === 'day'
    ? { until: instant(now + LOOK_AHEAD_MS) }
    : { from: instant(now - HOUR_MS), until: instant(now + HOUR_MS), light: 'green' as const }

/**
 * Sets the light of cases that grew old untouched, and tells of each that got worse on the channel `deadline`.
 * Answers how many lights changed.
 */
export async function refreshLights(
  upkeep: Pick<UpkeepStore, 'ageing' | 'relight' | 'tell'>,
  lightOf: LightOf,
  now: Instant,
  turning: Turning = 'day',
): Promise<number> {
  let changed = 0
  for (let after: string | undefined; ; ) {
    const cases = await upkeep.ageing(windowOf(turning, now), after, AT_ONCE)
    const judged = await Promise.all(
      cases.map(async (one) => ({ ...one, was: one.light, light: await lightOf(one, now) })),
    )
    const different = judged.filter(({ was, light }) => was !== light)
    const relit = new Set(
      different.length > 0
        ? await upkeep.relight(different.map(({ id, version, light }) => ({ id, version, light })))
        : [],
    )
    changed += relit.size
    await tellOfWorse(
      upkeep,
      different.filter(({ id }) => relit.has(id)),
      now,
    )
    if (cases.length < AT_ONCE) return changed
    after = cases[cases.length - 1]?.id
  }
}

/** One message each for lights that turned amber or red; who hears of it is asked when it is delivered. */
export async function tellOfWorse(
  upkeep: Pick<UpkeepStore, 'tell'>,
  turned: readonly { id: string; was: Light; light: Light }[],
  now: Instant,
): Promise<void> {
  const worse = turned.filter(({ was, light }) => NAMES[light] > NAMES[was] && NAMES[light] >= NAMES.amber)
  if (worse.length > 0)
    await upkeep.tell(
      worse.map(({ id, light }) => ({ channel: DEADLINE, caseId: id, payload: { light } })),
      now,
    )
}
