import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, daysBetween, localDate } from '../calendar/dates.ts'
import type { LocalDate } from '../calendar/dates.ts'
import { KNOWN_CALENDAR } from '../calendar/tables/known.ts'
import { annualDays, annualLeavePay, unusedDays } from './annual-leave/rule.ts'
import type { AnnualLeaveInput } from './annual-leave/rule.ts'
import type { Calculation } from './calculation.ts'
import { NOTE } from './calculation.ts'
import { disabilityBenefit, GRADES } from './disability-benefit/rule.ts'
import { doublePay } from './double-pay/rule.ts'
import { doublePayWindow, stretchesOwed } from './double-pay/window.ts'
import { exact, floored, over, rounded } from './exact.ts'
import { limitation, limitationRun } from './limitation/rule.ts'
import { fenOf, plainYuan, yuan } from './money.ts'
import { overtimePay } from './overtime/rule.ts'
import { ENDINGS } from './severance/endings.ts'
import type { EndingKind } from './severance/endings.ts'
import { severancePay } from './severance/rule.ts'
import { halfMonthsOf, serviceOf } from './severance/service.ts'
import { unpaidWages } from './unpaid-wages/rule.ts'

const context = { asOf: localDate('2026-11-23'), parameters: [], calendar: KNOWN_CALENDAR }
/** Up to 100,000 元 in 分. */
const wage = fc.integer({ min: 0, max: 10_000_000 })
const hours = fc
  .integer({ min: 0, max: 2000 })
  .map((tenths) => (tenths % 10 === 0 ? `${tenths / 10}` : `${Math.floor(tenths / 10)}.${tenths % 10}`))
const day = fc.integer({ min: 0, max: 9000 }).map((days) => addDays(localDate('2002-01-01'), days))
const stretch = fc
  .tuple(day, fc.integer({ min: 0, max: 9000 }))
  .map(([from, days]): [LocalDate, LocalDate] => [from, addDays(from, days)])
const ending = fc.constantFrom(...(Object.keys(ENDINGS) as EndingKind[]))
const totalOf = ({ total = 0 }: Calculation): number => total

/** What every answer must carry, whatever was put in (rule book 5). */
function complete(answer: Calculation): void {
  expect(answer.note).toBe(NOTE)
  expect(totalOf(answer)).toBeGreaterThanOrEqual(0)
  expect(Number.isSafeInteger(totalOf(answer))).toBe(true)
  expect(answer.explains.length).toBeGreaterThan(0)
  for (const line of answer.lines) {
    expect(line.formula).not.toBe('')
    expect(line.filled).not.toBe('')
    expect(line.citations.length).toBeGreaterThan(0)
  }
  for (const { says, citations } of answer.doubts) {
    expect(says).toContain('待核')
    expect(citations.every(({ level }) => level !== '法')).toBe(true)
  }
}

describe('exact numbers', () => {
  it('round a half up and a third down, and keep every digit before that', () => {
    expect(rounded(over(exact(1), exact(2)))).toBe(1)
    expect(rounded(over(exact(1), exact(3)))).toBe(0)
    expect(floored(exact('-0.5'))).toBe(-1)
    expect(rounded(exact('90071992547409.505'))).toBe(90071992547410)
    expect(() => exact('1e3')).toThrow(RangeError)
    expect(() => over(exact(1), exact(0))).toThrow(RangeError)
  })
  it('read and write every sum of money as it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e13 }), (fen) => {
        expect(fenOf(plainYuan(fen))).toBe(fen)
        expect(yuan(fen).replaceAll(',', '')).toBe(plainYuan(fen))
      }),
    )
    expect([yuan(123456789), yuan(5), yuan(-150)]).toEqual(['1,234,567.89', '0.05', '-1.50'])
  })
})

describe('overtime', () => {
  it('is never below nought, and more wage or more hours never give less', () => {
    fc.assert(
      fc.property(wage, wage, hours, hours, hours, (monthly, more, workdayHours, restDayHours, holidayHours) => {
        const input = { scheme: 'standard' as const, monthly, workdayHours, restDayHours, holidayHours }
        const answer = overtimePay(input, context)
        complete(answer)
        expect(totalOf(overtimePay({ ...input, monthly: monthly + more }, context))).toBeGreaterThanOrEqual(
          totalOf(answer),
        )
        expect(
          totalOf(overtimePay({ ...input, holidayHours: `${Number(holidayHours) + 1}` }, context)),
        ).toBeGreaterThanOrEqual(totalOf(answer))
        expect(Math.abs(answer.lines.reduce((sum, { fen }) => sum + fen, 0) - totalOf(answer))).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('severance', () => {
  it('grows with wage and service, is capped only above three times the average, and two N is twice N since 2008', () => {
    fc.assert(
      fc.property(
        ending,
        stretch,
        wage,
        fc.integer({ min: 100_000, max: 2_000_000 }),
        (kind, [hiredOn, leftOn], average, localAverage) => {
          const input = { ending: kind, hiredOn, leftOn, average, localAverage }
          const answer = severancePay(input, context)
          complete(answer)
          if (ENDINGS[kind].pays === 'nothing') {
            expect(answer.total).toBeUndefined()
            return
          }
          const factor = ENDINGS[kind].pays === 'double' ? 2 : 1
          if (average > localAverage * 3) expect(totalOf(answer)).toBeLessThanOrEqual(localAverage * 3 * 12 * factor)
          else
            expect(answer).toMatchObject({
              total: totalOf(severancePay({ ...input, localAverage: undefined }, context)),
            })
          expect(totalOf(severancePay({ ...input, leftOn: addMonths(leftOn, 12) }, context))).toBeGreaterThanOrEqual(
            totalOf(answer),
          )
          // one 分 apart where half a month's wage is no whole 分
          const once = totalOf(severancePay({ ...input, ending: 'layoff' }, context)),
            twice = totalOf(severancePay({ ...input, ending: 'unlawful' }, context))
          if (hiredOn >= '2008-01-01') expect(Math.abs(twice - 2 * once)).toBeLessThanOrEqual(1)
          else expect(twice).toBeGreaterThanOrEqual(2 * once - 1)
        },
      ),
    )
  })
  it('counts half months of service that never shrink from one day to the next', () => {
    fc.assert(
      fc.property(stretch, ([from, to]) => {
        const half = halfMonthsOf(serviceOf(from, to)),
          next = halfMonthsOf(serviceOf(from, addDays(to, 1)))
        expect(half).toBeGreaterThanOrEqual(1)
        expect(next - half === 0 || next - half === 1).toBe(true)
        expect(half / 2).toBeGreaterThanOrEqual((daysBetween(from, to) + 1) / 366)
      }),
    )
  })
})

describe('double pay', () => {
  it('covers at most eleven months inside its window, and at most eleven wages', () => {
    fc.assert(
      fc.property(
        day,
        fc.option(day, { nil: undefined }),
        fc.option(day, { nil: undefined }),
        wage,
        (hiredOn, signedOn, leftOn, monthly) => {
          const { full, rest } = stretchesOwed({ hiredOn, signedOn, leftOn, asOf: context.asOf })
          const window = doublePayWindow(hiredOn)
          expect(full.length + (rest === undefined ? 0 : 1)).toBeLessThanOrEqual(11)
          for (const { from, to } of [...full, ...(rest === undefined ? [] : [rest])]) {
            expect(from <= to && window.from <= from && to <= window.to && to <= context.asOf).toBe(true)
            if (signedOn !== undefined) expect(to < signedOn).toBe(true)
            if (leftOn !== undefined) expect(to <= leftOn).toBe(true)
          }
          const answer = doublePay({ hiredOn, signedOn, leftOn, monthly }, context)
          complete(answer)
          expect(totalOf(answer)).toBeLessThanOrEqual(11 * monthly)
        },
      ),
    )
  })
  it('is eleven months exactly for whoever never signed', () => {
    fc.assert(
      fc.property(
        day.filter((hiredOn) => addMonths(hiredOn, 12) <= context.asOf),
        (hiredOn) => {
          expect(stretchesOwed({ hiredOn, asOf: context.asOf })).toMatchObject({ full: { length: 11 } })
          expect(stretchesOwed({ hiredOn, asOf: context.asOf }).rest).toBeUndefined()
        },
      ),
    )
  })
})

describe('annual leave', () => {
  it('leaves between nought and the days of a year, fewer when more were taken', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 45 }),
        stretch,
        fc.integer({ min: 2008, max: 2026 }),
        fc.integer({ min: 0, max: 15 }),
        wage,
        (serviceYears, [hiredOn, leftOn], year, taken, monthly) => {
          const input: AnnualLeaveInput = {
            year,
            serviceYears,
            hiredOn,
            leftOn,
            taken,
            monthly,
            twelveMonths: true,
            barred: false,
            waived: false,
          }
          const { days } = unusedDays(input)
          expect(days).toBeGreaterThanOrEqual(0)
          expect(days).toBeLessThanOrEqual(annualDays(serviceYears))
          expect(unusedDays({ ...input, taken: taken + 1 }).days).toBeLessThanOrEqual(days)
          complete(annualLeavePay(input, context))
        },
      ),
    )
  })
})

describe('unpaid wages', () => {
  it('grow with what is owed, shrink with what was paid, and never turn against the worker', () => {
    const period = fc.record({
      name: fc.constant('某月'),
      months: fc.integer({ min: 1, max: 36 }),
      owed: wage,
      paid: wage,
      lawful: fc.integer({ min: 0, max: 100_000 }),
      damages: wage,
    })
    fc.assert(
      fc.property(
        fc.array(period, { minLength: 1, maxLength: 12 }),
        fc.option(fc.integer({ min: 100_000, max: 300_000 }), { nil: undefined }),
        wage,
        (periods, minimumWage, more) => {
          const answer = unpaidWages({ periods, minimumWage }, context)
          complete(answer)
          const [first] = periods
          if (first === undefined) return
          const withFirst = (changed: Partial<typeof first>) =>
            totalOf(unpaidWages({ periods: [{ ...first, ...changed }, ...periods.slice(1)], minimumWage }, context))
          expect(withFirst({ owed: first.owed + more })).toBeGreaterThanOrEqual(totalOf(answer))
          expect(withFirst({ paid: first.paid + more })).toBeLessThanOrEqual(totalOf(answer))
          expect(withFirst({ damages: 0 })).toBeGreaterThanOrEqual(totalOf(answer))
        },
      ),
    )
  })
})

describe('limitation', () => {
  it('never ends earlier for an interruption, and ends a year after the last that counted', () => {
    fc.assert(
      fc.property(day, fc.array(day, { maxLength: 6 }), day, (from, interruptions, another) => {
        const run = limitationRun(from, interruptions, KNOWN_CALENDAR)
        expect(run.end.unrolledDay).toBe(addMonths(run.start, 12))
        expect([from, ...run.counted].at(-1)).toBe(run.start)
        expect(limitationRun(from, [...interruptions, another], KNOWN_CALENDAR).end.lastDay >= run.end.lastDay).toBe(
          true,
        )
        complete(limitation({ claim: 'severance', stillThere: false, from, interruptions }, context))
      }),
    )
  })
  it('shows no day to whoever still works there and is owed wages', () => {
    fc.assert(
      fc.property(day, fc.array(day), (from, interruptions) => {
        expect(limitation({ claim: 'wages', stillThere: true, from, interruptions }, context).days).toEqual([])
      }),
    )
  })
})

describe('disability benefit', () => {
  it('lies between 60 and 300 percent of the average, and a graver grade never gives less', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...GRADES),
        day,
        wage,
        fc.integer({ min: 100_000, max: 2_000_000 }),
        fc.boolean(),
        (grade, injuredOn, ownWage, localAverage, insured) => {
          const input = { injuredOn, ownWage, localAverage, insured }
          const answer = disabilityBenefit({ ...input, grade }, context)
          complete(answer)
          expect(totalOf(answer)).toBeGreaterThanOrEqual(Math.floor(localAverage * 0.6) * 7)
          expect(totalOf(answer)).toBeLessThanOrEqual(localAverage * 3 * 27)
          for (const graver of GRADES.filter((one) => one < grade))
            expect(totalOf(disabilityBenefit({ ...input, grade: graver }, context))).toBeGreaterThan(totalOf(answer))
        },
      ),
    )
  })
})
