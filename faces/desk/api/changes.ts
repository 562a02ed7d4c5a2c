import { changes } from '@fatong/contract/desk/cases.ts'
import { send } from './call.ts'

export interface CaseChanged {
  id: string
  number: string
  status: string
  version: number
}
export type Connection = 'open' | 'waiting'

interface Listener {
  onCase: (change: CaseChanged) => void
  onConnection: (state: Connection) => void
}

const FIRST_WAIT = 1_000,
  LONGEST_WAIT = 30_000

/** Splits a stream of server-sent events; the tail that is not complete yet is returned as `rest`. */
export function readEvents(text: string): { events: { event: string; data: string }[]; rest: string } {
  const blocks = text.replaceAll('\r\n', '\n').split('\n\n')
  const rest = blocks.pop() ?? ''
  const field = (block: string, name: string) =>
    block
      .split('\n')
      .filter((line) => line.startsWith(`${name}:`))
      .map((line) => line.slice(name.length + 1).trim())
      .join('\n')
  return {
    events: blocks.map((block) => ({ event: field(block, 'event') || 'message', data: field(block, 'data') })),
    rest,
  }
}

async function listenOnce(listener: Listener, signal: AbortSignal): Promise<void> {
  const response = await send(changes, { signal })
  listener.onConnection('open')
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  if (!reader) return
  for (let kept = ''; ; ) {
    const { done, value } = await reader.read()
    if (done) return
    const { events, rest } = readEvents(kept + value)
    kept = rest
    for (const { event, data } of events) if (event === 'case') listener.onCase(JSON.parse(data) as CaseChanged)
  }
}

/**
 * Listens to changes for as long as the desk is open and connects again when the line breaks, waiting longer each time.
 * fetch and not EventSource, because every request of the desk carries the header that keeps other sites out.
 */
export function listenToChanges(listener: Listener): () => void {
  const stop = new AbortController()
  void (async () => {
    for (let wait = FIRST_WAIT; !stop.signal.aborted; wait = Math.min(wait * 2, LONGEST_WAIT)) {
      const opened = performance.now()
      await listenOnce(listener, stop.signal).catch(() => undefined)
      if (stop.signal.aborted) return
      listener.onConnection('waiting')
      if (performance.now() - opened > LONGEST_WAIT) wait = FIRST_WAIT
      await new Promise((resolve) => setTimeout(resolve, wait))
    }
  })()
  return () => stop.abort()
}
