import type { FastifyInstance } from 'fastify'
import { problem } from './problems.ts'
import { sendProblem } from './replies.ts'

/**
 * A page of another site can make a browser send our cookies, but it can neither set a header of its own without
 * CORS (which we never grant) nor hide where it comes from.
 */
export function guardCrossSite(app: FastifyInstance, publicOrigin: string): void {
  const own = new Set([publicOrigin])
  app.addHook('onRequest', (request, reply, done) => {
    if (request.method === 'GET' || request.method === 'HEAD') {
      done()
      return
    }
    const { origin, host } = request.headers
    const site = request.headers['sec-fetch-site']
    const foreign =
      (typeof origin === 'string' && !own.has(origin) && hostOf(origin) !== host) ||
      (typeof site === 'string' && site !== 'same-origin' && site !== 'none')
    if (foreign || request.headers['x-fatong'] !== '1') {
      sendProblem(reply, problem('crossSite'))
      return
    }
    done()
  })
}

/** `null` and anything that is no address come from nowhere of ours. */
const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null)
