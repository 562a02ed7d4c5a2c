/** What a page asks by itself counts as somebody's use of it for this long after they touched it. */
export const RESTING_MS = 60_000
const TOUCHES = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const

let touchedAt = performance.now()
const waiting = new Set<() => void>()

/** Notes whenever somebody touches the page; called once at the start. */
export function watchAttention(page: Pick<EventTarget, 'addEventListener'>): void {
  const note = () => {
    touchedAt = performance.now()
    for (const one of [...waiting]) one()
  }
  for (const touch of TOUCHES) page.addEventListener(touch, note, { capture: true, passive: true })
}

/** False once nobody has touched the page for a minute: queues, bell and board go on asking, and that must not keep a session from ending. */
export const isAttended = (): boolean => performance.now() - touchedAt < RESTING_MS

/** Calls each time somebody touches the page, for what was on the screen while nobody was there; gives back what ends that. */
export function onTouch(call: () => void): () => void {
  waiting.add(call)
  return () => void waiting.delete(call)
}
