import { type Day } from './law-text.ts'

const DATE = /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/g
const dayOf = (year: string, month: string, day: string): Day | undefined => {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31 ? text : undefined
}

/** 劳动合同法(2012-12-28).md -> 2012-12-28. */
export function dateInName(name: string): Day | undefined {
  const found = /[(（](\d{4})-(\d{2})-(\d{2})[)）]/.exec(name)
  return found ? dayOf(found[1] as string, found[2] as string, found[3] as string) : undefined
}

/** The lines above the text tell when it was adopted, amended and put in force. */
export function datesOfPreamble(lines: readonly string[]): { version?: Day; inForce?: Day } {
  let version: Day | undefined, inForce: Day | undefined
  for (const line of lines) {
    for (const [, year = '', month = '', day = ''] of line.matchAll(DATE)) {
      const date = dayOf(year, month, day)
      if (date === undefined) continue
      if (/施行/.test(line)) inForce = date
      if (!/施行/.test(line) || /通过|公布|修正|修订|发布/.test(line)) version = date
    }
  }
  return { ...(version === undefined ? {} : { version }), ...(inForce === undefined ? {} : { inForce }) }
}

/** 本法自2008年1月1日起施行。 An article of that kind stands at the end. */
export function dateOfCommencement(text: string): Day | undefined {
  const found = /自\s*(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日\s*起?\s*(?:施行|实施|生效|执行)/.exec(text)
  return found ? dayOf(found[1] as string, found[2] as string, found[3] as string) : undefined
}
