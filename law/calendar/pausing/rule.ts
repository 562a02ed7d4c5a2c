/** AC-4, 10A-3: while corrections are awaited the review stands still. */
import { seenOnline, unchecked } from '../../citation.ts'
import type { Calculated, CalculationRule } from '../../rule.ts'
import type { Instant } from '../dates.ts'
import { suspendedPeriod } from '../suspension.ts'
import { parseInstant } from '../wording.ts'

const at = (text: string): Instant => {
  const instant = parseInstant(text)
  if (instant === undefined) throw new RangeError(`not an instant: ${text}`)
  return instant
}

export const rule: CalculationRule<{
  start: string
  days: number
  pauses: readonly { from: string; until?: string }[]
}> = {
  kind: 'calculation',
  id: 'pausing',
  title: '补正时停表',
  states: '等申请人补材料、等外地协查的时间，不算进审查的7天；补齐以后接着数剩下的天数。',
  covers: ['AC-4', '10A-3'],
  sources: [seenOnline('procedure', undefined, '旧版写明不计入'), unchecked('procedure', '新版条文待核')],
  calculate: (given, { calendar }): Calculated => {
    const period = suspendedPeriod({
      start: at(given.start),
      days: given.days,
      pauses: given.pauses.map(({ from, until }) => ({
        from: at(from),
        ...(until === undefined ? {} : { until: at(until) }),
      })),
      calendar,
    })
    return period.state === 'paused'
      ? { state: period.state, daysLeft: period.daysLeft }
      : { state: period.state, lastDay: period.end.lastDay, warnDay: period.end.unrolledDay }
  },
}
