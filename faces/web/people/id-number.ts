/** 居民身份证号码 (GB 11643). The same check as the contract's; written here so that a phone need not load its schemas. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

export type IdState = 'empty' | 'typing' | 'wrong' | 'good'

export const tidyId = (typed: string): string => typed.replace(/\s/g, '').toUpperCase()

/** What to tell while the number is typed: nothing before it is complete, unless something cannot be right. */
export function idState(typed: string): IdState {
  const id = tidyId(typed)
  if (id === '') return 'empty'
  if (!/^\d{0,17}$|^\d{17}[\dX]$/.test(id)) return 'wrong'
  if (id.length < 18) return 'typing'
  if (!isBirthday(Number(id.slice(6, 10)), Number(id.slice(10, 12)), Number(id.slice(12, 14)))) return 'wrong'
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(id[index]), 0)
  return '10X98765432'[sum % 11] === id[17] ? 'good' : 'wrong'
}

/** A day of the calendar on which somebody who lives may have been born; 30 February is none. */
const isBirthday = (year: number, month: number, day: number): boolean =>
  year >= 1900 && month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()

/** The birthday in a valid number, 'YYYY-MM-DD'. */
export function birthDateOf(typed: string): string | undefined {
  const id = tidyId(typed)
  return idState(id) === 'good' ? `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}` : undefined
}

/** Years of age on a day 'YYYY-MM-DD'. */
export const ageAt = (birth: string, day: string): number =>
  Number(day.slice(0, 4)) - Number(birth.slice(0, 4)) - (day.slice(5) < birth.slice(5) ? 1 : 0)
