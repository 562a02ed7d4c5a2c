/** What a call to the API comes back with: a value, or a failure that can be shown to a person. */
export interface Failure {
  /** a code of contract/errors.ts, or `offline` when no answer arrived */
  code: string
  /** HTTP status; 0 when no answer arrived */
  status: number
  /** plain sentence from the server; empty when no answer arrived */
  detail: string
  /** field path -> what to do */
  fields: Readonly<Record<string, string>>
  refusal?: string
  data?: unknown
  retryAfterSeconds?: number
}
export type Result<T> = { ok: true; value: T; etag: string | null } | { ok: false; failure: Failure }

export const offline: Failure = { code: 'offline', status: 0, detail: '', fields: {} }

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Reads problem+json (RFC 9457); anything else, such as a proxy's page, becomes `unavailable`. */
export function failureOf(status: number, body: unknown): Failure {
  const problem = record(body)
  const fields = Object.fromEntries(Object.entries(record(problem.fields)).map(([path, says]) => [path, textOf(says)]))
  const failure: Failure = {
    code: textOf(problem.code) || (status === 404 ? 'notFound' : 'unavailable'),
    status,
    detail: textOf(problem.detail),
    fields,
  }
  if (typeof problem.refusal === 'string') failure.refusal = problem.refusal
  if (typeof problem.retryAfterSeconds === 'number') failure.retryAfterSeconds = problem.retryAfterSeconds
  if (problem.data !== undefined) failure.data = problem.data
  return failure
}

/** True when trying again later may help and nothing is known to have happened. */
export const mayHaveHappened = (failure: Failure): boolean => failure.status === 0 || failure.status >= 500
