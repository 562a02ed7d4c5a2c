import { describe, expect, it } from 'vitest'
import { hashPassword, passwordMatches } from './hash.ts'
import { initialPassword, isStrong } from './strength.ts'

const cheap = { N: 2 ** 10, r: 8, p: 1 }

describe('a stored password', () => {
  it('matches itself and nothing else, and never looks the same twice', async () => {
    const hash = await hashPassword('Lanshan-2026', cheap)
    expect(await passwordMatches('Lanshan-2026', hash)).toBe(true)
    expect(await passwordMatches('Lanshan-2027', hash)).toBe(false)
    expect(await hashPassword('Lanshan-2026', cheap)).not.toBe(hash)
    expect(hash).not.toContain('Lanshan')
  })
  it('is hashed with N = 2^15 unless told otherwise', async () => {
    expect(await hashPassword('x')).toMatch(/^scrypt\$32768\$8\$1\$/)
  })
  it('of an account that does not exist never matches, not even nothing', async () => {
    expect(await passwordMatches('', undefined)).toBe(false)
  })
  it('typed with a full-width keyboard is the same', async () => {
    expect(await passwordMatches('Ｌanshan-２026', await hashPassword('Lanshan-2026', cheap))).toBe(true)
  })
})

it('guesses beyond a short queue are turned away, not worked off', async () => {
  const hash = await hashPassword('Lanshan-2026', cheap)
  const answers = await Promise.all(Array.from({ length: 60 }, () => passwordMatches('wrong', hash)))
  expect(answers.filter((answer) => answer === false)).toHaveLength(25)
  expect(answers.filter((answer) => answer === 'busy')).toHaveLength(35)
})

describe('a new password', () => {
  it.each(['short1a', 'onlyletters', '1234567890', 'aaaaaaaaa1', 'password123', 'Admin12345', 'shouli-shouli1'])(
    '%s is too weak',
    (password) => {
      expect(isStrong(password, 'shouli')).toBe(false)
    },
  )
  it.each(['Lanshan-2026', '秦王川的春天2026年', 'mxq7-akz3-pwe9'])('%s will do', (password) => {
    expect(isStrong(password, 'shouli')).toBe(true)
  })
  it('made by us is strong and always another', () => {
    const made = Array.from({ length: 50 }, initialPassword)
    expect(new Set(made).size).toBe(50)
    expect(made.every((password) => isStrong(password, 'shouli'))).toBe(true)
  })
})
