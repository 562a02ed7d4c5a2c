import type { FastifyInstance } from 'fastify'
import { problem } from './problems.ts'
import { sendProblem } from './replies.ts'

interface Bucket {
  count: number
  resetAt: number
}
/** requests a minute and address; sign-in and codes have limits per account and phone of their own besides. */
const LIMITS = { signIn: 20, upload: 60, write: 240, read: 900 }
type Kind = keyof typeof LIMITS

function kindOf(method: string, url: string): Kind {
  if (/\/(session|code|totp|password)(\/|$|\?)/.test(url) && method === 'POST') return 'signIn'
  if (method === 'POST' && /\/materials(\?|$)/.test(url)) return 'upload'
  return method === 'GET' ? 'read' : 'write'
}

/**
 * Fixed windows of a minute per address, in memory of this process: a brake on floods, not a quota. Village offices
 * share one address, so the numbers are generous.
 */
export function limitRates(app: FastifyInstance, factor: number): void {
  if (factor === 0) return
  const buckets = new Map<string, Bucket>()
  const sweep = setInterval(() => {
    const now = Date.now()
    for (const [key, bucket] of buckets) if (bucket.resetAt <= now) buckets.delete(key)
  }, 30_000)
  sweep.unref()
  app.addHook('onClose', (_app, done) => {
    clearInterval(sweep)
    done()
  })
  app.addHook('onRequest', (request, reply, done) => {
    if (!request.url.startsWith('/api/')) {
      done()
      return
    }
    const kind = kindOf(request.method, request.url)
    const key = `${kind} ${request.ip}`
    const now = Date.now()
    let bucket = buckets.get(key)
    if (!bucket || bucket.resetAt <= now) buckets.set(key, (bucket = { count: 0, resetAt: now + 60_000 }))
    if (++bucket.count > LIMITS[kind] * factor) {
      sendProblem(reply, problem('tooManyRequests', { retryAfterSeconds: Math.ceil((bucket.resetAt - now) / 1000) }))
      return
    }
    done()
  })
}
