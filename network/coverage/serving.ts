import type { CoverageQuestion, ServicePlace } from './question.ts'
import type { Service } from './vocabulary.ts'
import { common, openInWeek } from './week.ts'

/** Whether somebody is there at a minute of the week who does a service, or any of those offered. */
export function servesAt({ hours, services, staffed }: ServicePlace, minute: number, { monday, calendar }: Pick<CoverageQuestion, 'monday' | 'calendar'>, service?: Service): boolean {
  const { spans } = openInWeek(hours, monday, calendar)
  return services.filter((one) => service === undefined || one === service).some((one) => {
    const there = staffed?.[one]
    return (there === undefined ? spans : common(spans, there)).some(({ open, close }) => open <= minute && minute < close)
  })
}
