import { describe, expect, it } from 'vitest'
import { localDate } from '@fatong/law/calendar/dates.ts'
import { GANSU_PARAMETERS } from '@fatong/law/parameters/gansu.ts'
import { parameterAt, validateParameters, type DatedParameter } from '@fatong/law/parameters/parameters.ts'
import { personalDataCrypto } from '../../identity/crypto/personal-data.ts'
import { instant } from '@fatong/law/calendar/dates.ts'
import { changedSet, trialHolds, trialToken } from './parameter-change.ts'
import { withReleased, wrongValue } from './released-parameters.ts'

const urban = (value: number, from: string): DatedParameter => ({
  key: 'dibao.urban',
  value,
  from: localDate(from),
  source: '兰新民发〔2026〕1号',
  level: '网',
})
const on = (set: readonly DatedParameter[], day: string) => parameterAt(set, 'dibao.urban', localDate(day))

describe('released figures', () => {
  it('hold from their day; what came before keeps the old one', () => {
    const set = withReleased(GANSU_PARAMETERS, [urban(950, '2026-07-01')])
    expect([on(set, '2026-06-30'), on(set, '2026-07-01'), on(set, '2030-01-01')]).toEqual([900, 950, 950])
    expect(validateParameters(set)).toEqual([])
  })
  it('released out of order still end where the next begins', () => {
    const set = withReleased(GANSU_PARAMETERS, [urban(1000, '2027-01-01'), urban(950, '2026-07-01')])
    expect([on(set, '2026-12-31'), on(set, '2027-01-01')]).toEqual([950, 1000])
    expect(validateParameters(set)).toEqual([])
  })
  it('for the same day correct each other, the last one wins', () => {
    const set = withReleased(GANSU_PARAMETERS, [urban(950, '2026-07-01'), urban(960, '2026-07-01')])
    expect(on(set, '2026-07-01')).toBe(960)
    expect(set.filter(({ key }) => key === 'dibao.urban')).toHaveLength(2)
  })
})

describe('a change', () => {
  const change = { key: 'dibao.urban', value: 950, from: '2026-07-01', source: '兰新民发〔2026〕1号', level: '网' }
  it.each([
    ['an unknown figure', { key: 'no.such' }],
    ['text for a number', { value: '950' }],
    ['a negative number', { value: -1 }],
    ['a day that is none', { from: '2026-02-30' }],
    ['no source', { source: ' ' }],
    ['an unknown level', { level: 'sure' }],
  ])('with %s is not accepted', (_name, wrong) => {
    expect(changedSet(GANSU_PARAMETERS, { ...change, ...wrong })).toMatchObject({ ok: false })
  })
  it('of a choice takes only its choices', () => {
    expect(wrongValue('threshold.base', 'dibao')).toBeUndefined()
    expect(wrongValue('threshold.base', 'wealth')).toContain('dibao')
    expect(wrongValue('threshold.inclusive', 'yes')).toBeDefined()
  })
  it('is released only with the proof of its own trial, on the same figures, within an hour', () => {
    const parts = { crypto: personalDataCrypto(new Uint8Array(32).fill(1)) }
    const now = instant(1_795_000_000_000)
    const token = trialToken(parts, GANSU_PARAMETERS, change, now)
    const holds = (more: Partial<typeof change> = {}, set = GANSU_PARAMETERS, at = now, given = token) =>
      trialHolds(parts, set, { ...change, ...more }, given, at)
    expect(holds()).toBe(true)
    expect(holds({ value: 951 })).toBe(false)
    expect(holds({}, withReleased(GANSU_PARAMETERS, [urban(1, '2026-01-01')]))).toBe(false)
    expect(holds({}, GANSU_PARAMETERS, instant(now + 3_600_001))).toBe(false)
    expect(holds({}, GANSU_PARAMETERS, now, `${now}.forged`)).toBe(false)
    expect(holds({}, GANSU_PARAMETERS, now, '')).toBe(false)
  })
})
