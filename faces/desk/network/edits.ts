import { EditWish } from '@fatong/contract/network/coverage.ts'
import { useState } from 'react'

/** An edit with the words it is listed by. */
export interface Edit {
  wish: EditWish
  text: string
}
const KEPT = 'fatong.network.edits'
/** As many as the server takes at once. */
export const MOST_EDITS = 50

/** What was kept in this window; what an earlier version kept and nobody understands any more is left out. */
export function keptEdits(): Edit[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEPT) ?? '[]')
    return Array.isArray(kept)
      ? kept.flatMap((one: { wish?: unknown; text?: unknown } | null) => {
          const wish = EditWish.safeParse(one?.wish)
          return wish.success && typeof one?.text === 'string' ? [{ wish: wish.data, text: one.text }] : []
        })
      : []
  } catch {
    return []
  }
}
export function keepEdits(edits: readonly Edit[]): void {
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(edits))
  } catch {
    /* a full or forbidden storage costs the draft a reload, nothing else */
  }
}

/** A place has one position and one set of hours, so the later word replaces the earlier; a closed place needs neither. */
export function withEdit(edits: readonly Edit[], edit: Edit): Edit[] {
  const { kind, id } = edit.wish
  return [
    ...edits.filter(({ wish }) => wish.id !== id || (kind !== 'close' && wish.kind !== kind && wish.kind !== 'close')),
    edit,
  ]
}

/** What is being tried, with a way back; survives a reload of the window. */
export function useEdits() {
  const [steps, setSteps] = useState<{ now: readonly Edit[]; past: readonly (readonly Edit[])[] }>(() => ({
    now: keptEdits(),
    past: [],
  }))
  const put = (now: readonly Edit[], past: readonly (readonly Edit[])[]) => {
    keepEdits(now)
    setSteps({ now, past })
  }
  return {
    edits: steps.now,
    full: steps.now.length >= MOST_EDITS,
    set: (next: readonly Edit[]) => put(next, [...steps.past, steps.now]),
    back: steps.past.length === 0 ? undefined : () => put(steps.past.at(-1) ?? [], steps.past.slice(0, -1)),
  }
}
