import type { EditWish } from '@fatong/contract/network/coverage.ts'
import { useState } from 'react'

/** An edit with the words it is listed by. */
export interface Edit { wish: EditWish; text: string }
const KEPT = 'fatong.network.edits'

export function keptEdits(): Edit[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEPT) ?? '[]')
    return Array.isArray(kept) ? (kept as Edit[]) : []
  } catch {
    return []
  }
}
export const keepEdits = (edits: readonly Edit[]): void => { sessionStorage.setItem(KEPT, JSON.stringify(edits)) }

/** What is being tried; survives a reload of the window. */
export function useEdits(): [readonly Edit[], (edits: readonly Edit[]) => void] {
  const [edits, setEdits] = useState<readonly Edit[]>(keptEdits)
  return [edits, (next) => { keepEdits(next); setEdits(next) }]
}
