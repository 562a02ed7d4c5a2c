import type { BodyOf, Method, ParamsOf, QueryOf, ReplyOf } from '@fatong/contract/route.ts'
import { failureOf, offline, type Result } from './result.ts'

type Part<Name extends string, Value> =
  Record<string, never> extends Value ? { [K in Name]?: Value } : { [K in Name]: Value }
export type CallOf<T> = Part<'params', ParamsOf<T>> & Part<'query', QueryOf<T>> & Part<'body', BodyOf<T>> & Extras
interface Extras {
  headers?: Record<string, string>
  /** the key of a command: the same key again gives the first answer again */
  idempotencyKey?: string
  ifMatch?: string
  /** a raw file as the body */
  file?: Blob
  signal?: AbortSignal
}
export interface Endpoint<T> {
  (call: CallOf<T>): Promise<Result<ReplyOf<T>>>
  readonly id: string
}

const ANSWER_WITHIN_MS = 25_000
const FILE_WITHIN_MS = 120_000

/** Fills a template such as `/drafts/:id` and adds the query. */
export function addressOf(
  path: string,
  params: Record<string, unknown> = {},
  query: Record<string, unknown> = {},
): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name] ?? '')))
  const asked = Object.entries(query).filter(([, value]) => value !== undefined)
  const search = new URLSearchParams(asked.map(([name, value]) => [name, String(value)])).toString()
  return `/api${filled}${search === '' ? '' : `?${search}`}`
}

/** A typed call of one route of the contract. Never throws: no answer is the failure `offline`. */
export function endpoint<T>(method: Method, path: string): Endpoint<T> {
  const call = async (given: CallOf<T>): Promise<Result<ReplyOf<T>>> => {
    const { params, query, body, headers, idempotencyKey, ifMatch, file, signal } = given as Extras &
      Record<'params' | 'query', Record<string, unknown> | undefined> & { body?: unknown }
    const sent: Record<string, string> = { 'X-Fatong': '1', Accept: 'application/json', ...headers }
    if (file) sent['Content-Type'] = 'application/octet-stream'
    else if (body !== undefined) sent['Content-Type'] = 'application/json'
    if (idempotencyKey) sent['Idempotency-Key'] = idempotencyKey
    if (ifMatch) sent['If-Match'] = ifMatch
    const patience = new AbortController()
    const timer = setTimeout(() => patience.abort(), file ? FILE_WITHIN_MS : ANSWER_WITHIN_MS)
    signal?.addEventListener('abort', () => patience.abort())
    try {
      const payload = file ?? (body === undefined ? null : JSON.stringify(body))
      const reply = await fetch(addressOf(path, params, query), {
        method,
        headers: sent,
        body: payload,
        credentials: 'same-origin',
        signal: patience.signal,
      })
      const text = await reply.text()
      const parsed: unknown = readJson(text)
      if (!reply.ok) return { ok: false, failure: failureOf(reply.status, parsed) }
      return { ok: true, value: parsed as ReplyOf<T>, etag: reply.headers.get('ETag') }
    } catch {
      return { ok: false, failure: offline }
    } finally {
      clearTimeout(timer)
    }
  }
  return Object.assign(call, { id: `${method} ${path}` })
}

function readJson(text: string): unknown {
  try {
    return text === '' ? {} : JSON.parse(text)
  } catch {
    return undefined
  }
}
