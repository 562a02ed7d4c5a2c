import { randomInt } from 'node:crypto'

/** None that is mistaken for another when it is read out or written by hand. */
const SIGNS = '23456789ABCDEFGHJKMNPQRTUVWXY'
const LENGTH = 8

/**
 * A number to be said on the telephone: YY7KQ2M4XD. Half a million millions of them a prefix, so that two drawn alike are not to be
 * expected in the life of a district; one that can be guessed would tell how much is going on.
 */
export const spokenNumber = (prefix: 'YY' | 'LD' | 'HD'): string =>
  prefix + Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('')
