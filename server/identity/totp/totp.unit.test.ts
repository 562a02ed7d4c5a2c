import { expect, it } from 'vitest'
import { instant } from '@fatong/law/calendar/dates.ts'
import { newTotpSecret, totpCode, totpStep, totpUri } from './totp.ts'

/** The key and codes of RFC 6238, appendix B, cut to six digits. */
const RFC = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

it.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_234_567_890, '005924'],
  [20_000_000_000, '353130'],
])('at second %i the code is %s', (second, code) => {
  expect(totpCode(RFC, instant(second * 1000))).toBe(code)
  expect(totpStep(RFC, code, instant(second * 1000))).toBe(Math.floor(second / 30))
})

it('forgives one step of drift, not two', () => {
  const code = totpCode(RFC, instant(3_000_000))
  expect(totpStep(RFC, code, instant(3_030_000))).toBe(100)
  expect(totpStep(RFC, code, instant(2_970_000))).toBe(100)
  expect(totpStep(RFC, code, instant(3_060_000))).toBeUndefined()
})

it('makes secrets of 160 bits and an address an app can read', () => {
  const secret = newTotpSecret()
  expect(secret).toMatch(/^[A-Z2-7]{32}$/)
  expect(newTotpSecret()).not.toBe(secret)
  expect(totpUri(secret, 'shenpi')).toContain(`secret=${secret}`)
})
