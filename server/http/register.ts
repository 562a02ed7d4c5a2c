import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Audience, Route } from '@fatong/contract/route.ts'
import { isRestricted, type Caller, type CitizenCaller, type StaffCaller } from '../actions/caller.ts'
import type { Input, UploadOf } from '../actions/input.ts'
import type { Outcome } from '../actions/outcome.ts'
import type { Parts } from '../actions/parts.ts'
import { fieldsOf, problem } from './problems.ts'
import { sendOutcome, sendProblem } from './replies.ts'

export type Action<P, Q, B, R, A extends Audience = Audience> = (
  parts: Parts,
  caller: CallerOf<A>,
  input: Input<P, Q, B>,
) => Promise<Outcome<R>>
/** Who comes to an action: nobody is let through to it whom its route does not name (`admission`). */
export type CallerOf<A extends Audience> = {
  anyone: Caller
  draft: Caller
  citizen: CitizenCaller
  staff: StaffCaller
  citizenOrStaff: CitizenCaller | StaffCaller
}[A]
export interface Bound {
  route: Route
  action: Action<never, never, never, unknown, never>
}

/** Ties a route of the contract to the action behind it; the types of both must agree, and so must who may call. */
export function bind<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
  A extends Audience,
>(route: Route<P, Q, B, R, A>, action: Action<z.infer<P>, z.infer<Q>, z.infer<B>, unknown, A>): Bound {
  return { route: route as Route, action: action as Bound['action'] }
}

/** The same for a route whose body is a file: the action gets the raw stream. */
export function bindUpload<P extends z.ZodType, Q extends z.ZodType, R extends z.ZodType, A extends Audience>(
  route: Route<P, Q, z.ZodType, R, A>,
  action: (parts: Parts, caller: CallerOf<A>, input: UploadOf<Route<P, Q, z.ZodType, R>>) => Promise<Outcome<unknown>>,
): Bound {
  return { route: route as Route, action: action as Bound['action'] }
}

export interface HttpSettings {
  secureCookies: boolean
  /** `attended` is what the request says of itself, unless it is given. */
  identify(request: FastifyRequest, audience: Audience, attended?: boolean): Promise<Caller>
}

const keyPattern = /^[\w-]{8,80}$/

export function register(app: FastifyInstance, parts: Parts, bound: Bound, settings: HttpSettings): void {
  const { route, action } = bound
  app.route({
    method: route.method,
    url: `/api${route.path}`,
    bodyLimit: route.consumes ? parts.config.uploadMaxBytes + 1 : 256 * 1024,
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      const caller = await settings.identify(request, route.audience)
      const shut = admission(route, caller)
      if (shut) return sendProblem(reply, problem(shut))
      const input = readInput(route, request)
      if ('problem' in input) return sendProblem(reply, input.problem)
      const outcome = await action(parts, caller as never, input.value as never)
      return sendOutcome(reply, outcome, settings.secureCookies)
    },
  })
}

function admission(route: Route, caller: Caller): 'signInNeeded' | 'secondFactorNeeded' | 'forbidden' | null {
  switch (route.audience) {
    case 'anyone':
    case 'draft':
      return null
    case 'citizen':
      return caller.kind === 'citizen' ? null : 'signInNeeded'
    case 'citizenOrStaff':
      return caller.kind === 'anonymous' ? 'signInNeeded' : null
    case 'staff': {
      if (caller.kind !== 'staff') return 'signInNeeded'
      // Until the second factor and a password of one's own exist, only the session pages answer.
      const sessionPage = /^\/desk\/(me|session|password|totp)/.test(route.path)
      return sessionPage || !isRestricted(caller) ? null : 'secondFactorNeeded'
    }
    default:
      return route.audience satisfies never
  }
}

function readInput(route: Route, request: FastifyRequest): { value: Input } | { problem: ReturnType<typeof problem> } {
  const params = route.params.safeParse(request.params)
  const query = route.query.safeParse(request.query)
  const upload = route.consumes !== undefined
  const body = upload ? { success: true as const, data: undefined } : route.body.safeParse(request.body ?? {})
  const fields: Record<string, string> = {}
  for (const part of [params, query, body]) if (!part.success) Object.assign(fields, fieldsOf(part.error))
  if (!params.success || !query.success || !body.success) return { problem: problem('malformed', { fields }) }
  // JSON sent as a file was taken apart before it came here.
  if (upload && !(request.body instanceof Readable)) return { problem: problem('fileNotAccepted') }

  const idempotencyKey = header(request, 'idempotency-key')
  if (route.idempotent && !(idempotencyKey && keyPattern.test(idempotencyKey))) return { problem: problem('keyNeeded') }
  const match = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header(request, 'if-match') ?? '')
  if (route.ifMatch && !match) return { problem: problem('versionNeeded') }
  const length = Number(header(request, 'content-length'))
  return {
    value: {
      params: params.data,
      query: query.data,
      body: upload ? request.body : body.data,
      idempotencyKey,
      expectedVersion: match ? Number(match[1]) : undefined,
      draftSecret: header(request, 'x-draft-secret'),
      ...(upload
        ? {
            contentType: header(request, 'x-file-type') ?? header(request, 'content-type'),
            contentLength: Number.isFinite(length) ? length : undefined,
            fileSha256: header(request, 'x-file-sha256'),
          }
        : {}),
    },
  }
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name]
  return typeof value === 'string' ? value : undefined
}
