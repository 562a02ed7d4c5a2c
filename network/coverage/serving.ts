import type { CoverageQuestion, ServicePlace } from './question.ts'
import { helps, type Service } from './vocabulary.ts'
import { common, openInWeek } from './week.ts'

/** Whether a service can be had at a minute of the week, or somebody helps with any of those offered. */
export function servesAt(
  { tier, hours, services, staffed }: ServicePlace,
  minute: number,
  { monday, calendar }: Pick<CoverageQuestion, 'monday' | 'calendar'>,
  service?: Service,
): boolean {
  const { spans } = openInWeek(hours, monday, calendar)
  return services
    .filter((one) => (service === undefined ? helps(tier, one) : one === service))
    .some((one) => {
      const there = staffed?.[one]
      return (there === undefined ? spans : common(spans, there)).some(
        ({ open, close }) => open <= minute && minute < close,
      )
    })
}
