import type { Listener } from './changes.ts'

/** Keeps a stream of changes open until the signal; `missed`: there may have been changes before it. */
export type Stream = (listener: Listener, signal: AbortSignal, missed: boolean) => Promise<void>
/** What tabs of one browser have in common. */
export interface Between {
  locks: Pick<LockManager, 'request'>
  channel: Pick<BroadcastChannel, 'postMessage' | 'close' | 'addEventListener'>
  /** the page of this tab */
  page: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>
}

type Said =
  | { [What in keyof Listener]: { what: What; with: Parameters<Listener[What]> } }[keyof Listener]
  | { what: 'whoListens' }
  | { what: 'iListen' }

/** `never`: this browser gives no locks after all */
type Led = 'done' | 'not' | 'never'
const whyNot = (error: unknown): Led => (error instanceof Error && error.name === 'AbortError' ? 'not' : 'never')
/** Ends when the other one ends, or earlier. */
function endingWith(other: AbortSignal): AbortController {
  const own = new AbortController()
  if (other.aborted) own.abort()
  else other.addEventListener('abort', () => own.abort(), { once: true })
  return own
}

const LOCK = 'fatong.desk.changes'
const ANSWER_MS = 2_000

/**
 * One tab listens and tells the others: a browser opens six connections to a host, so with a stream in every tab the
 * seventh would never load. Whoever holds the lock listens; the next one takes over when that tab is closed. A tab that
 * was put to sleep keeps its lock and says nothing, so whoever is looked at asks, and takes the lock when nobody answers.
 */
export function shareStream(listener: Listener, stream: Stream, { locks, channel, page }: Between): () => void {
  const stop = new AbortController()
  let leading: AbortController | null = null
  let queueing: AbortController | null = null
  let connection: Parameters<Listener['onConnection']> | null = null
  let answered = true

  const say = (said: Said) => {
    if (!stop.signal.aborted) channel.postMessage(said)
  }
  const tell = (said: Said) => {
    hear(said)
    say(said)
  }
  const hear = (said: Said) => {
    if (said.what === 'whoListens') {
      if (leading) say(connection ? { what: 'onConnection', with: connection } : { what: 'iListen' })
      return
    }
    answered = true
    switch (said.what) {
      case 'onCase':
        return listener.onCase(...said.with)
      case 'onConnection':
        return listener.onConnection(...said.with)
      case 'onGap':
        return listener.onGap()
      case 'iListen':
        return
      default:
        return said satisfies never
    }
  }
  const toAll: Listener = {
    onCase: (...what) => tell({ what: 'onCase', with: what }),
    onConnection: (...what) => {
      connection = what
      tell({ what: 'onConnection', with: what })
    },
    onGap: () => tell({ what: 'onGap', with: [] }),
  }

  /** Listens while it has the lock, and waits for its turn where another tab has it. */
  const want = async (options: LockOptions, missed: boolean): Promise<void> => {
    let mine: AbortController | null = null
    const lead = async (lock: Lock | null): Promise<Led> => {
      if (!lock || stop.signal.aborted) return 'not'
      leading = mine = endingWith(stop.signal)
      connection = null
      await stream(toAll, mine.signal, missed)
      return 'done'
    }
    // Rejected when another tab took the lock from this one, or when this one no longer waits for it.
    const led = await locks.request(LOCK, options, lead).catch(whyNot)
    end(mine)
    if (led === 'done' || stop.signal.aborted || options.signal?.aborted) return
    if (led === 'never') return stream(listener, stop.signal, true)
    ask()
    queueing = endingWith(stop.signal)
    // What happened between that tab and this one may be missed.
    return want({ signal: queueing.signal }, true)
  }
  const end = (lead: AbortController | null) => {
    lead?.abort()
    if (leading === lead) leading = null
  }
  /** Is there somebody who listens? */
  const ask = () => {
    answered = false
    say({ what: 'whoListens' })
    setTimeout(() => {
      if (answered || leading || stop.signal.aborted || page.visibilityState !== 'visible') return
      queueing?.abort()
      void want({ steal: true }, true)
    }, ANSWER_MS)
  }
  const looked = () => {
    if (page.visibilityState === 'visible' && !leading) ask()
  }
  channel.addEventListener('message', ({ data }) => hear(data as Said))
  page.addEventListener('visibilitychange', looked)
  void want({ ifAvailable: true }, false)
  return () => {
    stop.abort()
    page.removeEventListener('visibilitychange', looked)
    channel.close()
  }
}

/** Where tabs cannot agree (a page without https has no locks): a tab listens only while it is looked at. */
export function streamWhileSeen(listener: Listener, stream: Stream, page: Between['page']): () => void {
  let open: AbortController | null = null
  let missed = false
  const looked = () => {
    if (page.visibilityState === 'visible') {
      if (open) return
      open = new AbortController()
      void stream(listener, open.signal, missed)
      missed = true
    } else {
      open?.abort()
      open = null
    }
  }
  page.addEventListener('visibilitychange', looked)
  looked()
  return () => {
    page.removeEventListener('visibilitychange', looked)
    open?.abort()
  }
}
