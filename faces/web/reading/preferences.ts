import { useSyncExternalStore } from 'react'

/** How a person wants to read: large type (长辈版) and high contrast; kept on this phone. */
export interface Reading {
  large: boolean
  contrast: boolean
}

const KEY = 'fatong.reading'
const plain: Reading = { large: false, contrast: false }
let current: Reading = plain
const listeners = new Set<() => void>()

function stored(): Reading {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    const { large, contrast } = found as Partial<Reading>
    return { large: large === true, contrast: contrast === true }
  } catch {
    return plain
  }
}

function show(reading: Reading): void {
  const page = document.documentElement
  if (reading.large) page.dataset.type = 'large'
  else delete page.dataset.type
  if (reading.contrast) page.dataset.contrast = 'more'
  else delete page.dataset.contrast
}

/** Called once before the first drawing. */
export function startReading(): void {
  current = stored()
  show(current)
}

export function setReading(change: Partial<Reading>): void {
  current = { ...current, ...change }
  show(current)
  try {
    localStorage.setItem(KEY, JSON.stringify(current))
  } catch {
    // private browsing: the choice holds until the page is closed
  }
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
export const useReading = (): Reading =>
  useSyncExternalStore(
    subscribe,
    () => current,
    () => plain,
  )
