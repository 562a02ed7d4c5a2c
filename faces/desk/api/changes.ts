import { changes } from '@fatong/contract/desk/cases.ts'
import { send } from './call.ts'
import { shareStream, streamWhileSeen } from './one-stream.ts'

export interface CaseChanged {
  id: string
  number: string
  status: string
  version: number
}
export type Connection = 'open' | 'waiting'

export interface Listener {
  onCase: (change: CaseChanged) => void
  onConnection: (state: Connection) => void
  /** changes may have been missed, and are not sent again */
  onGap: () => void
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

/** Listens until the signal and connects again when the line breaks, waiting longer each time. `missed`: changes may have come before. */
async function keepListening(listener: Listener, signal: AbortSignal, missed: boolean): Promise<void> {
  let gap = missed
  const listening: Listener = {
    ...listener,
    onConnection: (state) => {
      listener.onConnection(state)
      if (state === 'open' && gap) listener.onGap()
      gap = true
    },
  }
  for (let wait = FIRST_WAIT; !signal.aborted; wait = Math.min(wait * 2, LONGEST_WAIT)) {
    const opened = performance.now()
    await listenOnce(listening, signal).catch(() => undefined)
    if (signal.aborted) return
    listening.onConnection('waiting')
    if (performance.now() - opened > LONGEST_WAIT) wait = FIRST_WAIT
    await pause(wait, signal)
  }
}
const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })

/**
 * Listens to changes for as long as the desk is open, with one stream for all tabs of the desk.
 * fetch and not EventSource, because every request of the desk carries the header that keeps other sites out.
 */
export function listenToChanges(listener: Listener): () => void {
  // not there on a page without https, whatever the types say
  const { locks } = navigator as Partial<Navigator>
  return locks
    ? shareStream(listener, keepListening, {
        locks,
        channel: new BroadcastChannel('fatong.desk.changes'),
        page: document,
      })
    : streamWhileSeen(listener, keepListening, document)
}
