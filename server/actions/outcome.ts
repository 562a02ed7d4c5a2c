import type { Refusal } from '@fatong/casework/vocabulary.ts'
import type { ErrorCode } from '@fatong/contract/errors.ts'

/** A cookie to set (value) or to remove (null). The HTTP layer adds HttpOnly, SameSite, Secure and Path. */
export interface CookieChange {
  name: 'ft_staff' | 'ft_citizen'
  value: string | null
  maxAgeSeconds: number
}

export interface Done<T> {
  ok: true
  value: T
  etag?: string
  cookies?: CookieChange[]
}

export interface Failed {
  ok: false
  error: Exclude<ErrorCode, 'refused'>
  /** field path -> what to do */
  fields?: Record<string, string>
  data?: unknown
  retryAfterSeconds?: number
}

/** A refusal of casework: the case is in a state in which this cannot be done. */
export interface Refused {
  ok: false
  error: 'refused'
  refusal: Refusal
  data?: unknown
}

/** What an action ends in. Only bugs are thrown. */
export type Outcome<T> = Done<T> | Failed | Refused

export const done = <T>(value: T, more: Omit<Done<T>, 'ok' | 'value'> = {}): Done<T> => ({ ok: true, value, ...more })

export const failed = (error: Failed['error'], more: Omit<Failed, 'ok' | 'error'> = {}): Failed => ({
  ok: false,
  error,
  ...more,
})

export const refused = (refusal: Refusal, data?: unknown): Refused => ({
  ok: false,
  error: 'refused',
  refusal,
  ...(data === undefined ? {} : { data }),
})
