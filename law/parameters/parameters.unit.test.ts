import { describe, expect, it } from 'vitest'
import { localDate } from '../calendar/dates.ts'
import { GANSU_PARAMETERS } from './gansu.ts'
import type { DatedParameter } from './parameters.ts'
import { parameterAt, supersede, validateParameters } from './parameters.ts'

const figure = (from: string, value: number, to?: string): DatedParameter => ({
  key: 'dibao.urban',
  value,
  from: localDate(from),
  ...(to === undefined ? {} : { to: localDate(to) }),
  source: '民政公告',
  level: '网',
})

describe('dated figures', () => {
  const set = [figure('2025-01-01', 800, '2025-12-31'), figure('2026-01-01', 900)]

  it('are those of the day asked for, and unknown before the first', () => {
    expect(parameterAt(set, 'dibao.urban', localDate('2025-12-31'))).toBe(800)
    expect(parameterAt(set, 'dibao.urban', localDate('2026-01-01'))).toBe(900)
    expect(parameterAt(set, 'dibao.urban', localDate('2024-12-31'))).toBe('unknown')
    expect(parameterAt(set, 'dibao.rural', localDate('2026-01-01'))).toBe('unknown')
  })

  it('keep a switch that is off apart from one that is unknown', () => {
    expect(parameterAt(GANSU_PARAMETERS, 'exempt.gansuSocialInsurance', localDate('2026-11-23'))).toBe(false)
    expect(parameterAt([], 'exempt.gansuSocialInsurance', localDate('2026-11-23'))).toBe('unknown')
  })

  it('end the day before their successor begins', () => {
    const next = supersede([figure('2025-01-01', 800)], figure('2026-07-01', 950))
    expect(parameterAt(next, 'dibao.urban', localDate('2026-06-30'))).toBe(800)
    expect(parameterAt(next, 'dibao.urban', localDate('2026-07-01'))).toBe(950)
    expect(validateParameters(next)).toEqual([])
  })

  it.each([
    ['overlap', [figure('2025-01-01', 800), figure('2026-01-01', 900)]],
    ['overlap', [figure('2026-01-01', 900, '2026-03-01'), figure('2026-03-01', 950)]],
    ['endsBeforeStart', [figure('2026-01-01', 900, '2025-12-31')]],
    ['outOfRange', [figure('2026-01-01', 0)]],
    ['outOfRange', [figure('2026-01-01', Number.NaN)]],
    ['noSource', [{ ...figure('2026-01-01', 900), source: ' ' }]],
  ])('report %s', (problem, wrong) => {
    expect(validateParameters(wrong).map((one) => one.problem)).toEqual([problem])
  })
})

describe('the Gansu set', () => {
  it('is free of problems', () => {
    expect(validateParameters(GANSU_PARAMETERS)).toEqual([])
  })

  it('marks every invented figure as a sample of level 设计', () => {
    const invented = GANSU_PARAMETERS.filter((entry) => entry.source.includes('样例'))
    expect(invented.map((entry) => entry.key)).toEqual(
      expect.arrayContaining(['dibao.urban', 'dibao.rural', 'threshold.multiplier']),
    )
    for (const entry of invented) expect([entry.level, entry.sample]).toEqual(['设计', true])
  })
})
