import type { Form } from '../form/form.ts'

/** One submission on its way: the same key is sent until a definite answer came, and the same text as long as none came at all. */
export interface Sending {
  key: string
  body: string
  /** The server answered that it could not (5xx). What was corrected since may be what it could not take, so it goes out now. */
  failed?: true
}
export interface Kept {
  form: Form
  /** what the server had when we last agreed, for merging */
  base: unknown
  server: { id: string; secret: string; version: number } | null
  sending: Sending | null
  /** key of the call that starts the server's draft, so that a lost answer does not start two */
  startKey: string
}
/** A citizen's own draft and one filled in at a desk are kept apart. */
export type Shelf = 'own' | 'assist'
const KEYS: Record<Shelf, string> = { own: 'fatong.draft', assist: 'fatong.draft.assist' }

export function readKept(shelf: Shelf): Partial<Kept> | null {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEYS[shelf]) ?? 'null')
    return typeof found === 'object' && found !== null ? found : null
  } catch {
    return null
  }
}

/** False when the phone refuses to keep it (private browsing, storage full). */
export function writeKept(shelf: Shelf, kept: Kept): boolean {
  try {
    localStorage.setItem(KEYS[shelf], JSON.stringify(kept))
    return true
  } catch {
    return false
  }
}

export function forgetKept(shelf: Shelf): void {
  try {
    localStorage.removeItem(KEYS[shelf])
  } catch {
    // nothing was kept then
  }
}

export const hasStartedDraft = (): boolean => Boolean(readKept('own')?.form?.matter)
