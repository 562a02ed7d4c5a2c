import { useSyncExternalStore } from 'react'

// The same width as in case-list.module.css: rows have more lines there.
const NARROW = '(max-width: 700px)'
const watch = (changed: () => void) => {
  const query = window.matchMedia(NARROW)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

/** Whether the window is as narrow as a phone; follows when it is turned or resized. */
export const useNarrow = (): boolean => useSyncExternalStore(watch, () => window.matchMedia(NARROW).matches)
