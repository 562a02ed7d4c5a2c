import { expect, it } from 'vitest'
import { daysUntil, lookOf } from './light.ts'

it('keeps a missed promise amber; red is only for a limit of law', () => {
  expect(lookOf('amber', 1_000, 2_000)).toEqual({ tone: 'due', word: '过了当天目标' })
  expect(lookOf('amber', 3_000, 2_000)).toEqual({ tone: 'due', word: '快到点' })
  expect(lookOf('red', null, 2_000).tone).toBe('late')
})

it('counts days over the end of a month', () => {
  expect([daysUntil('2026-11-28', '2026-12-01'), daysUntil('2026-11-28', '2026-11-27')]).toEqual([3, -1])
})
