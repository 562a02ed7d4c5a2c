/** A place in the week asked about: who leaves when is served there. */
import { serviceAt } from './layers.ts'
import type { CoverageQuestion, TimedPlace } from './question.ts'
import { helps, SERVICES } from './vocabulary.ts'
import type { Service } from './vocabulary.ts'
import { common, HALF_HOURS, openInWeek, WEEK_MINUTES, WEEK_WORDS } from './week.ts'
import type { WeekSpans } from './week.ts'

export interface OpenPlace extends TimedPlace {
  /** False when a day of the week lies in a year without holiday notice. */
  certain: boolean
  /** The same for places of one tier that serve the same at the same times. */
  kind: string
  /** Services offered, as numbers of layers.ts; the last is any. */
  offers: readonly number[]
  /**
   * One bit a half-hour: whoever leaves then and travels so many whole minutes is served. `service` is an entry of `offers`.
   * A way of 7.2 minutes counts as 8.
   */
  servedFrom: (service: number, minutes: number) => Uint32Array
}

type Week = Pick<CoverageQuestion, 'monday' | 'calendar' | 'limitMinutes'>

export function openPlace({ place, times }: TimedPlace, { monday, calendar, limitMinutes }: Week): OpenPlace {
  const { spans, certain } = openInWeek(place.hours, monday, calendar)
  const startable = new Map<number, Uint8Array>()
  const kind: string[] = []
  const any = new Uint8Array(WEEK_MINUTES + limitMinutes)
  for (const service of new Set(place.services)) {
    const staffed = place.staffed?.[service]
    const served = staffed === undefined ? spans : common(spans, staffed)
    kind.push(`${service} ${served.map(({ open, close }) => `${open}-${close}`).join()}`)
    const minutes = startMinutes(served, service, limitMinutes)
    startable.set(serviceAt(service), minutes)
    if (!helps(place.tier, service)) continue
    startable.set(serviceAt('any'), any)
    minutes.forEach((served, minute) => (any[minute]! |= served))
  }
  // Made when asked for: most places are met from few different distances.
  const made = new Map<number, Uint32Array>()
  const servedFrom = (service: number, minutes: number): Uint32Array => {
    const key = service * (limitMinutes + 1) + minutes
    let bits = made.get(key)
    if (bits === undefined) made.set(key, (bits = bitsOf(startable.get(service)!, minutes)))
    return bits
  }
  return {
    place,
    times,
    certain,
    kind: [place.tier, ...kind.sort()].join('|'),
    offers: [...startable.keys()],
    servedFrom,
  }
}

/** One entry a minute: 1 where a service begun then can be ended before closing. */
function startMinutes(spans: WeekSpans, service: Service, limitMinutes: number): Uint8Array {
  const minutes = new Uint8Array(WEEK_MINUTES + limitMinutes)
  for (const { open, close } of spans)
    minutes.fill(1, open, Math.max(open, close - SERVICES[service].minimumMinutes + 1))
  return minutes
}

function bitsOf(startable: Uint8Array, minutes: number): Uint32Array {
  const bits = new Uint32Array(WEEK_WORDS)
  for (let half = 0; half < HALF_HOURS; half += 1) {
    if (startable[half * 30 + minutes] === 1) bits[half >> 5]! |= 1 << (half & 31)
  }
  return bits
}
