/** Days and instants of the district, for screens. */
export { addDays, instant, localDateOf, minutesOfDay, parseDate, partsOf, weekday } from '@fatong/law/calendar/dates.ts'
export { formatDate, formatMinutes } from '@fatong/law/calendar/wording.ts'
