import { randomInt } from 'node:crypto'

const LEAST = 10
const MOST = 200
/** What people type first. Compared without case. */
const COMMON = [
  'password',
  'qwerty',
  'admin',
  'abcdef',
  '123456',
  '111111',
  '888888',
  '666666',
  'fatong',
  'lanzhou',
  'woaini',
  'iloveyou',
  '1q2w3e',
]

/** At least 10 characters with letters and digits, not the account's name, not one of the usual ones. */
export function isStrong(password: string, login: string): boolean {
  const plain = password.normalize('NFKC').toLowerCase()
  const characters = [...plain]
  if (characters.length < LEAST || password.length > MOST) return false
  if (!/\p{L}/u.test(plain) || !/\d/.test(plain)) return false
  if (new Set(characters).size < 5) return false
  return !plain.includes(login.toLowerCase()) && !COMMON.some((word) => plain.replaceAll(word, '').length < LEAST - 4)
}

/** No 0 and O, 1 and l: it is read aloud or copied from paper once. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz'
const DIGITS = '23456789'
const pick = (from: string) => from[randomInt(from.length)] ?? ''

/** A first password: four groups of letters and digits, 66 bits. */
export const initialPassword = (): string =>
  Array.from({ length: 4 }, () => pick(LETTERS) + pick(LETTERS) + pick(DIGITS) + pick(LETTERS)).join('-')
