import { expect, test } from 'vitest'
import { spokenNumber } from './spoken-number.ts'

// Three digits a second were drawn once: two of a thousand matters sent in one breath had the same number, and one was lost.
test('numbers drawn in one breath differ, and none has a sign that is mistaken for another', () => {
  const drawn = Array.from({ length: 20_000 }, () => spokenNumber('LD'))
  expect(new Set(drawn).size).toBe(drawn.length)
  for (const number of drawn) expect(number).toMatch(/^LD[2-9A-HJKMNP-RT-Y]{8}$/)
})
