import { useEffect, useRef } from 'react'
import { layerIsOpen } from './layers.ts'

export type Keys = Partial<Record<string, () => void>>

const PREFIX = 'g',
  PREFIX_MS = 1_200
let prefixedAt = -Infinity

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, textarea, select, [role="combobox"]') !== null)

/** The name a key map uses: lower case letters as they are, `g q` for Q shortly after G. */
export function nameOf(event: KeyboardEvent): string | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return null
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  return event.timeStamp - prefixedAt < PREFIX_MS && key !== PREFIX ? `${PREFIX} ${key}` : key
}

/** Single-letter keys of a page. They sleep while somebody types, and while a layer is open unless it asks for them. */
export function useKeys(keys: Keys, options: { inLayer?: boolean; enabled?: boolean } = {}): void {
  const latest = useRef(keys)
  latest.current = keys
  const { inLayer = false, enabled = true } = options
  useEffect(() => {
    if (!enabled) return
    const onKey = (event: KeyboardEvent) => {
      const name = nameOf(event)
      if (
        name === null ||
        event.defaultPrevented ||
        (isTyping(event.target) && name !== 'Escape') ||
        (layerIsOpen() && !inLayer)
      )
        return
      const act = latest.current[name]
      if (name === PREFIX) prefixedAt = event.timeStamp
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [inLayer, enabled])
}
