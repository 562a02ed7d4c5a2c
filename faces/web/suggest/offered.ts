import { useCallback, useEffect, useRef, useState } from 'react'
import type { Suggestion } from '@fatong/contract/consultation/shapes.ts'
import { api } from '../api/citizen.ts'

/** Asked for once the fingers rest; longer text is no beginning of anything. */
const REST_MS = 180,
  MOST_TYPED = 40
const NONE: readonly Suggestion[] = []

/** Suggestions for what was typed last. Late answers are dropped; no line, no list. */
export function useOffered(): { items: readonly Suggestion[]; typed: (text: string) => void; close: () => void } {
  const [items, setItems] = useState<readonly Suggestion[]>(NONE)
  const timer = useRef<number>(undefined)
  const asking = useRef<AbortController>(undefined)
  const stop = useCallback(() => {
    window.clearTimeout(timer.current)
    asking.current?.abort()
  }, [])
  const close = useCallback(() => {
    stop()
    setItems(NONE)
  }, [stop])
  const typed = useCallback(
    (text: string) => {
      stop()
      const q = text.trim()
      if (q === '' || q.length > MOST_TYPED || !navigator.onLine) return setItems(NONE)
      timer.current = window.setTimeout(() => {
        const mine = new AbortController()
        asking.current = mine
        void api.suggestions({ query: { q }, signal: mine.signal }).then((result) => {
          if (!mine.signal.aborted) setItems(result.ok ? result.value.items : NONE)
        })
      }, REST_MS)
    },
    [stop],
  )
  useEffect(() => stop, [stop])
  return { items, typed, close }
}
