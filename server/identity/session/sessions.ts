import { randomBytes } from 'node:crypto'
import type { Instant } from '@fatong/law/calendar/dates.ts'
import type { Config } from '../../config.ts'
import type { CitizenSession, SessionStore, StaffSession } from '../../db/stores/sessions.ts'
import { tokenHash } from '../crypto/personal-data.ts'

/** How long a session lives without requests, and altogether. Milliseconds. */
export interface SessionTimes {
  staff: { idleMs: number; maxMs: number }
  citizen: { idleMs: number; maxMs: number }
}

/** From the settings, which are in minutes. */
export function sessionTimes(
  config: Pick<
    Config,
    'sessionStaffIdleMinutes' | 'sessionStaffMaxMinutes' | 'sessionCitizenIdleMinutes' | 'sessionCitizenMaxMinutes'
  >,
): SessionTimes {
  const minutes = (count: number) => count * 60_000
  return {
    staff: { idleMs: minutes(config.sessionStaffIdleMinutes), maxMs: minutes(config.sessionStaffMaxMinutes) },
    citizen: { idleMs: minutes(config.sessionCitizenIdleMinutes), maxMs: minutes(config.sessionCitizenMaxMinutes) },
  }
}

/** A revoked session of another process still works this long at most. */
const CACHED_MS = 1_500
/** Last use is written down at most this often. */
const TOUCH_MS = 60_000
const MOST = 20_000

/** 256 random bits; only its SHA-256 is stored. */
export const newToken = (): string => randomBytes(32).toString('base64url')

export interface Sessions {
  /** `attended` is false for what a page asks by itself with nobody at it: it is answered, and does not keep the session alive. */
  staff(token: string, attended?: boolean): Promise<(StaffSession & { sessionId: string }) | undefined>
  citizen(token: string, attended?: boolean): Promise<(CitizenSession & { sessionId: string }) | undefined>
  /** Forgets what is cached: of one session, or all of it. */
  forget(sessionId?: string): void
  times: SessionTimes
}
type Found = { kind: 'staff'; session: StaffSession } | { kind: 'citizen'; session: CitizenSession } | undefined
interface Cached {
  at: number
  found: Promise<Found>
}

/** Sessions by token. The database is asked once in a second and a half, however many requests come. */
export function sessions(
  store: SessionStore,
  times: SessionTimes,
  now: () => Instant,
  onProblem: (error: unknown) => void,
): Sessions {
  const cache = new Map<string, Cached>()

  function look(kind: 'staff' | 'citizen', id: Buffer, key: string): Promise<Found> {
    const at = now()
    const held = cache.get(key)
    if (held && at - held.at < CACHED_MS && at >= held.at) return held.found
    const found: Promise<Found> =
      kind === 'staff'
        ? store.ofStaff(id, at).then((session) => session && { kind, session })
        : store.ofCitizen(id, at).then((session) => session && { kind, session })
    cache.delete(key)
    cache.set(key, { at, found })
    found.catch(() => cache.delete(key))
    if (cache.size > MOST) cache.delete(cache.keys().next().value ?? '')
    return found
  }

  async function use<K extends 'staff' | 'citizen'>(
    kind: K,
    token: string,
    attended: boolean,
  ): Promise<(Extract<Found, { kind: K }> & { sessionId: string }) | undefined> {
    if (!/^[\w-]{43}$/.test(token)) return undefined
    const id = tokenHash(token)
    const sessionId = id.toString('hex')
    const found = await look(kind, id, `${kind}:${sessionId}`)
    if (!found) return undefined
    const at = now()
    const { session } = found
    if (at >= session.expiresAt || at - session.lastSeenAt > times[kind].idleMs) return undefined
    if (attended && at - session.lastSeenAt > Math.min(TOUCH_MS, times[kind].idleMs / 2)) {
      session.lastSeenAt = at
      // Waited for: were it to lag behind the next look at the database, a busy session could seem idle.
      await store.touch(id, at).catch(onProblem)
    }
    return { ...found, sessionId } as Extract<Found, { kind: K }> & { sessionId: string }
  }

  return {
    times,
    async staff(token, attended = true) {
      const found = await use('staff', token, attended)
      return found && { ...found.session, sessionId: found.sessionId }
    },
    async citizen(token, attended = true) {
      const found = await use('citizen', token, attended)
      return found && { ...found.session, sessionId: found.sessionId }
    },
    forget(sessionId) {
      if (sessionId === undefined) cache.clear()
      else for (const kind of ['staff', 'citizen']) cache.delete(`${kind}:${sessionId}`)
    },
  }
}
