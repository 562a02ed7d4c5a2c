import { AT_ONCE, deliverDue } from './delivery.ts'
import type { DeliveryParts } from './delivery.ts'

/** How often to look without being woken: for retries, and for messages of other processes. */
const LOOK_MS = 2_000
/** Many commits in a moment are delivered together. */
const GATHER_MS = 50

export interface DeliveryLoop {
  wake(): void
  /** Waits for deliveries under way. */
  stop(): Promise<void>
}

export function startDeliveryLoop(parts: DeliveryParts, log: (message: string) => void): DeliveryLoop {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let soon = false
  let running: Promise<void> = Promise.resolve()
  let busy = false

  const later = (ms: number) => {
    clearTimeout(timer)
    if (!stopped) timer = setTimeout(look, ms)
  }
  const look = () => {
    soon = false
    busy = true
    running = (async () => {
      let taken = 0
      try {
        taken = await deliverDue(parts)
      } catch (error) {
        log(`messages could not be delivered: ${error instanceof Error ? error.message : String(error)}`)
      }
      busy = false
      later(taken === AT_ONCE ? 0 : soon ? GATHER_MS : LOOK_MS)
    })()
  }
  later(0)
  return {
    wake() {
      if (soon || stopped) return
      soon = true
      if (!busy) later(GATHER_MS)
    },
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
