/**
 * Days and instants of the district. A day (LocalDate) is what a law counts; an instant is what a clock shows.
 * They are different types so that one is never compared with the other.
 * Asia/Shanghai has had no summer time since 1991, so the offset is a constant and is stated only here.
 */
declare const localDateBrand: unique symbol
declare const instantBrand: unique symbol

/** A day in the district's calendar, 'YYYY-MM-DD'. Sorts as text. */
export type LocalDate = string & { readonly [localDateBrand]: true }
/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number & { readonly [instantBrand]: true }

export const TIME_ZONE = 'Asia/Shanghai'
const OFFSET_MINUTES = 8 * 60
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** Days since 1970-01-01 of a date of the Gregorian calendar (Hinnant's days_from_civil). */
function dayNumberOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

function dateOfDayNumber(dayNumber: number): LocalDate {
  const z = dayNumber + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1
  const month = shifted + (shifted < 10 ? 3 : -9)
  return compose(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
}

const digits = (value: number, width: number): string => String(value).padStart(width, '0')
const compose = (year: number, month: number, day: number): LocalDate =>
  `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}` as LocalDate

export interface DateParts {
  year: number
  month: number
  day: number
}

export const partsOf = (date: LocalDate): DateParts => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10)),
})

const dayNumber = (date: LocalDate): number => {
  const { year, month, day } = partsOf(date)
  return dayNumberOf(year, month, day)
}

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Reads 'YYYY-MM-DD'; undefined when it is not a real day. */
export function parseDate(text: string): LocalDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined
  return compose(year, month, day)
}

/** A day written in code or stored by us; throws when it is none, because that is a bug. */
export function localDate(text: string): LocalDate {
  const date = parseDate(text)
  if (date === undefined) throw new RangeError(`not a day: ${text}`)
  return date
}

export const instant = (epochMilliseconds: number): Instant => epochMilliseconds as Instant

export const addDays = (date: LocalDate, days: number): LocalDate => dateOfDayNumber(dayNumber(date) + days)

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => dayNumber(to) - dayNumber(from)

/** The same day of another month, or that month's last day where there is none (民法典 202). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const { year, month, day } = partsOf(date)
  const index = year * 12 + (month - 1) + months
  const targetYear = Math.floor(index / 12)
  const targetMonth = index - targetYear * 12 + 1
  return compose(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth)))
}

export const lastDayOfMonth = (date: LocalDate): LocalDate => {
  const { year, month } = partsOf(date)
  return compose(year, month, daysInMonth(year, month))
}

/** 1 Monday to 7 Sunday (ISO 8601). */
export const weekday = (date: LocalDate): 1 | 2 | 3 | 4 | 5 | 6 | 7 => {
  const index = (((dayNumber(date) + 3) % 7) + 7) % 7
  return (index + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7
}

export const earlier = (a: LocalDate, b: LocalDate): LocalDate => (a <= b ? a : b)
export const later = (a: LocalDate, b: LocalDate): LocalDate => (a >= b ? a : b)

/** Completed years of life on a day; a person born on 29 February comes of age on 1 March of other years. */
export function ageOn(birth: LocalDate, day: LocalDate): number {
  const years = partsOf(day).year - partsOf(birth).year
  return day.slice(5) < birth.slice(5) ? years - 1 : years
}

const localMilliseconds = (at: Instant): number => at + OFFSET_MINUTES * MINUTE

/** The district's day at an instant. */
export const localDateOf = (at: Instant): LocalDate => dateOfDayNumber(Math.floor(localMilliseconds(at) / DAY))

/** Whole minutes since local midnight, 0 to 1439. */
export function minutesOfDay(at: Instant): number {
  const local = localMilliseconds(at)
  return Math.floor((local - Math.floor(local / DAY) * DAY) / MINUTE)
}

/** The instant at so many minutes after local midnight; 1440 is the end of the day. */
export const instantAt = (date: LocalDate, minutes: number): Instant =>
  instant(dayNumber(date) * DAY + (minutes - OFFSET_MINUTES) * MINUTE)

export const addMinutes = (at: Instant, minutes: number): Instant => instant(at + minutes * MINUTE)
