import type { FastifyReply } from 'fastify'
import type { CookieChange, Outcome } from '../actions/outcome.ts'
import { problem, refusalProblem } from './problems.ts'

/** Bytes or a stream instead of JSON: files and documents. */
export interface FileReply {
  file: Buffer | NodeJS.ReadableStream
  mediaType: string
  headers?: Record<string, string>
}
const isFile = (value: unknown): value is FileReply =>
  typeof value === 'object' && value !== null && 'file' in value && 'mediaType' in value

/** The only place where an outcome becomes a status. */
export function sendOutcome(reply: FastifyReply, outcome: Outcome<unknown>, secure: boolean): unknown {
  if (outcome.ok) {
    if (outcome.etag !== undefined) reply.header('ETag', `"${outcome.etag}"`)
    for (const change of outcome.cookies ?? []) setCookie(reply, change, secure)
    if (isFile(outcome.value)) {
      reply.header('Content-Type', outcome.value.mediaType).header('Cache-Control', 'private, no-store')
      for (const [name, value] of Object.entries(outcome.value.headers ?? {})) reply.header(name, value)
      return reply.send(outcome.value.file)
    }
    return reply.header('Cache-Control', 'no-store').send(outcome.value ?? {})
  }
  if ('refusal' in outcome) return sendProblem(reply, refusalProblem(outcome.refusal, outcome.data))
  const { fields, data, retryAfterSeconds } = outcome
  return sendProblem(reply, problem(outcome.error, { fields, data, retryAfterSeconds }))
}

export function sendProblem(reply: FastifyReply, body: ReturnType<typeof problem>): unknown {
  if (body.retryAfterSeconds !== undefined) reply.header('Retry-After', String(body.retryAfterSeconds))
  return reply
    .status(body.status)
    .header('Content-Type', 'application/problem+json; charset=utf-8')
    .header('Cache-Control', 'no-store')
    .send(JSON.stringify({ ...body, requestId: reply.request.id }))
}

/** Strict for staff, lax for citizens: a link in a WeChat message must open their case signed in. */
function setCookie(reply: FastifyReply, change: CookieChange, secure: boolean): void {
  reply.setCookie(change.name, change.value ?? '', {
    path: '/',
    httpOnly: true,
    secure,
    sameSite: change.name === 'ft_staff' ? 'strict' : 'lax',
    maxAge: change.value === null ? 0 : change.maxAgeSeconds,
  })
}
