import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto'
import { turns } from '../turns/turns.ts'

/** 2^15 · 8 · 1: 32 MB and about a tenth of a second a guess. Kept with each hash, so that it can be raised later. */
const COST = { N: 2 ** 15, r: 8, p: 1 }
const BYTES = 32
/** One hash at a time leaves a processor and the event loop to everybody else; a flood of guesses is turned away, not queued. */
const AT_ONCE = 1
const WAITING = 24
const hashing = turns(AT_ONCE, WAITING)

const derive = (password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, BYTES, { ...options, maxmem: 256 * 1024 * 1024 }, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })

/** `scrypt$N$r$p$salt$hash`. 'busy' when too many wait already. */
export async function hashPassword(password: string, cost = COST): Promise<string | 'busy'> {
  const salt = randomBytes(16)
  const key = await hashing.run(() => derive(password, salt, cost))
  return key === 'full'
    ? 'busy'
    : ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64'), key.toString('base64')].join('$')
}

/** A hash nothing matches, of the usual cost: who asks for an unknown account waits as long as for a known one. */
const NOBODY = [
  'scrypt',
  COST.N,
  COST.r,
  COST.p,
  Buffer.alloc(16).toString('base64'),
  Buffer.alloc(BYTES).toString('base64'),
].join('$')

/** Compares in time that tells nothing. Without a stored hash it works as long and says no. */
export async function passwordMatches(password: string, stored: string | undefined): Promise<boolean | 'busy'> {
  const [scheme, N, r, p, salt = '', hash = ''] = (stored ?? NOBODY).split('$')
  const wanted = Buffer.from(hash, 'base64')
  if (scheme !== 'scrypt' || wanted.length !== BYTES) throw new Error('a stored password hash has an unknown form')
  const key = await hashing.run(() =>
    derive(password, Buffer.from(salt, 'base64'), { N: Number(N), r: Number(r), p: Number(p) }),
  )
  return key === 'full' ? 'busy' : timingSafeEqual(key, wanted) && stored !== undefined
}
