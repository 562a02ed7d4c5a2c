import type { BodyOf, ParamsOf, ReplyOf, Route } from '@fatong/contract/route.ts'
import { isAttended } from './attended.ts'
import { offline, problemOf } from './problem.ts'

/** What a caller may leave out (a field with a default) may be left out here too. */
type QueryIn<R extends Route> = R['query']['_zod']['input']
type BodyIn<R extends Route> = BodyOf<R> | R['body']['_zod']['input']

export interface Given<R extends Route> {
  params?: ParamsOf<R>
  query?: QueryIn<R>
  body?: BodyIn<R> | Blob
  /** Idempotency-Key; one for each opening of a panel, so that a second click cannot act twice */
  key?: string
  /** version the reader saw; sent as If-Match */
  version?: number
  signal?: AbortSignal
}

/** `/desk/cases/:id` with its parameters and query filled in, under /api. */
export function addressOf(path: string, params: object = {}, query: object = {}): string {
  const filled = Object.entries(params).reduce(
    (p, [name, value]) => p.replace(`:${name}`, encodeURIComponent(String(value))),
    path,
  )
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '') search.set(name, String(value))
  return `/api${filled}${search.size > 0 ? `?${search}` : ''}`
}

/** Sends one request. Throws ProblemError for every reply that is not a success. */
export async function send<R extends Route>(route: R, given: Given<R> = {}): Promise<Response> {
  const headers: Record<string, string> = { 'X-Fatong': '1' }
  if (!isAttended()) headers['X-Fatong-Unattended'] = '1'
  if (given.key !== undefined) headers['Idempotency-Key'] = given.key
  if (given.version !== undefined) headers['If-Match'] = `"${given.version}"`
  const body =
    given.body instanceof Blob ? given.body : given.body === undefined ? undefined : JSON.stringify(given.body)
  if (body !== undefined) headers['Content-Type'] = route.consumes ?? 'application/json'
  const request: RequestInit = {
    method: route.method,
    headers,
    body,
    credentials: 'same-origin',
    signal: given.signal ?? null,
  }
  const response = await fetch(addressOf(route.path, given.params as object, given.query as object), request).catch(
    (error: unknown) => {
      throw error instanceof DOMException && error.name === 'AbortError' ? error : offline()
    },
  )
  if (!response.ok) throw await problemOf(response)
  return response
}

/** Sends one request and reads its JSON reply. */
export async function call<R extends Route>(route: R, given: Given<R> = {}): Promise<ReplyOf<R>> {
  const response = await send(route, given)
  return (response.status === 204 ? {} : await response.json()) as ReplyOf<R>
}
