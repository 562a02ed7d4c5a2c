import cookie from '@fastify/cookie'
import { fastify, type FastifyInstance } from 'fastify'
import { randomUUID } from 'node:crypto'
import type { Parts } from '../actions/parts.ts'
import { guardCrossSite } from './cross-site.ts'
import { serveFaces, type FaceFolders } from './faces.ts'
import { limitRates } from './limits.ts'
import { describeApi } from './openapi.ts'
import { problem } from './problems.ts'
import { register, type Bound, type HttpSettings } from './register.ts'
import { sendProblem } from './replies.ts'
import { setSecurityHeaders } from './security-headers.ts'

export interface AppSettings extends HttpSettings {
  trustProxy: boolean
  rateLimitFactor: number
  publicOrigin: string
  faces: FaceFolders
}

/** The HTTP face of the actions: parse -> action -> reply. */
export async function buildApp(
  parts: Parts,
  bound: Bound[],
  settings: AppSettings,
  besides: (app: FastifyInstance) => void,
): Promise<FastifyInstance> {
  const app = fastify({
    logger: false,
    trustProxy: settings.trustProxy,
    genReqId: () => randomUUID(),
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 200 },
    requestTimeout: 120_000,
    exposeHeadRoutes: false,
    // Addresses that cannot be decoded reach no hook and no handler.
    frameworkErrors: (_error, _request, reply) => {
      sendProblem(reply, problem('malformed'))
    },
  })
  await app.register(cookie)
  // Uploads stay streams: the action counts and sniffs while they arrive.
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => {
    done(null, payload)
  })
  setSecurityHeaders(app, settings)
  guardCrossSite(app, settings.publicOrigin)
  limitRates(app, settings.rateLimitFactor)
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return sendProblem(reply, problem('fileTooLarge'))
    if (error.statusCode !== undefined && error.statusCode < 500) return sendProblem(reply, problem('malformed'))
    parts.log.error(
      { requestId: request.id, url: request.routeOptions.url, error: error.stack ?? String(error) },
      'request failed',
    )
    return sendProblem(reply, problem(isDatabaseAway(error) ? 'unavailable' : 'unexpected'))
  })
  for (const one of bound) register(app, parts, one, settings)
  besides(app)
  describeApi(app)
  await serveFaces(app, settings.faces)
  return app
}

/** Connection failures and a server that is starting or shutting down (SQLSTATE classes 08 and 57P). */
function isDatabaseAway(error: { code?: string }): boolean {
  return /^(08|57P|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE)/.test(error.code ?? '')
}
