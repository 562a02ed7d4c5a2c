import { useCallback, useEffect, useRef, useState } from 'react'
import type { Failure, Result } from '../../ui/api/result.ts'

export type Loaded<T> =
  | { state: 'loading' }
  | { state: 'ready'; value: T; stale: Failure | null }
  | { state: 'failed'; failure: Failure }

/**
 * Reads something and keeps it. With `everyMs` it is read again in that rhythm while the page is looked at, and when the
 * person comes back to it; a failed refresh keeps what was shown and says so in `stale`.
 */
export function useLoad<T>(
  read: () => Promise<Result<T>>,
  key: string,
  everyMs?: number,
): [Loaded<T>, () => Promise<void>] {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' })
  const reading = useRef(read)
  reading.current = read
  const alive = useRef('')

  const reload = useCallback(async () => {
    const result = await reading.current()
    if (alive.current !== key) return
    setLoaded((before) => {
      if (result.ok) return { state: 'ready', value: result.value, stale: null }
      const keeps = before.state === 'ready' && (result.failure.code === 'offline' || result.failure.status >= 500)
      return keeps ? { ...before, stale: result.failure } : { state: 'failed', failure: result.failure }
    })
  }, [key])

  useEffect(() => {
    alive.current = key
    void reload()
    const look = () => {
      if (document.visibilityState === 'visible') void reload()
    }
    const timer = everyMs === undefined ? undefined : window.setInterval(look, everyMs)
    if (everyMs !== undefined) for (const event of ['focus', 'online']) addEventListener(event, look)
    return () => {
      alive.current = ''
      window.clearInterval(timer)
      for (const event of ['focus', 'online']) removeEventListener(event, look)
    }
  }, [key, everyMs, reload])
  return [loaded, reload]
}
