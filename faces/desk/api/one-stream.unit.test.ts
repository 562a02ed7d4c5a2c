import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Listener } from './changes.ts'
import { shareStream, streamWhileSeen, type Between } from './one-stream.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})
const settle = () => vi.advanceTimersByTimeAsync(10)
const change = { id: '1', number: 'LX1', status: 'submitted', version: 2 }

/** One lock between tabs, as browsers give it: a queue, with `ifAvailable`, `steal` and `signal`. */
class OneLock {
  private holder: { reject: (why: Error) => void } | null = null
  private readonly queue: (() => void)[] = []
  request = ((_name: string, options: LockOptions, run: (lock: Lock | null) => Promise<unknown>): Promise<unknown> =>
    new Promise<unknown>((resolve, reject) => {
      const aborted = () => reject(new DOMException('no longer wanted', 'AbortError'))
      const take = () => {
        const me = (this.holder = { reject })
        void run({} as Lock).then((done) => {
          resolve(done)
          if (this.holder !== me) return
          this.holder = null
          this.queue.shift()?.()
        })
      }
      if (options.steal) {
        this.holder?.reject(new DOMException('stolen', 'AbortError'))
        take()
      } else if (!this.holder) take()
      else if (options.ifAvailable) void run(null).then(resolve)
      else {
        this.queue.push(take)
        options.signal?.addEventListener('abort', () => {
          const at = this.queue.indexOf(take)
          if (at >= 0) this.queue.splice(at, 1)
          aborted()
        })
      }
    })) as unknown as LockManager['request']
}
type Hears = (message: { data: unknown }) => void
class Room {
  readonly tabs = new Set<{ hears: Hears; asleep: () => boolean }>()
}

/** A browser with its tabs: how many streams are open, and what each tab heard. */
function browser() {
  const lock = new OneLock(),
    room = new Room(),
    open = new Set<Listener>()
  const stream = (listener: Listener, signal: AbortSignal, missed: boolean) =>
    new Promise<void>((resolve) => {
      open.add(listener)
      listener.onConnection('open')
      if (missed) listener.onGap()
      signal.addEventListener('abort', () => {
        open.delete(listener)
        resolve()
      })
    })
  const tab = () => {
    const heard: string[] = []
    let asleep = false,
      look: () => void = () => undefined
    const page = {
      visibilityState: 'visible' as DocumentVisibilityState,
      addEventListener: (_: string, call: () => void) => void (look = call),
      removeEventListener: () => undefined,
    }
    let me: { hears: Hears; asleep: () => boolean } | undefined
    const channel = {
      postMessage: (data: unknown) => {
        for (const other of room.tabs) if (other !== me && !other.asleep()) other.hears({ data })
      },
      addEventListener: (_: string, hears: Hears) => void room.tabs.add((me = { hears, asleep: () => asleep })),
      close: () => void (me && room.tabs.delete(me)),
    }
    const listener: Listener = {
      onCase: ({ number }) => heard.push(number),
      onConnection: (state) => heard.push(state),
      onGap: () => heard.push('gap'),
    }
    const between = { locks: lock, channel, page } as unknown as Between
    return {
      heard,
      close: shareStream(listener, stream, between),
      sleep: () => void (asleep = true),
      wake: () => void (asleep = false),
      look: () => look(),
    }
  }
  const happens = () => {
    for (const listener of open) listener.onCase(change)
  }
  return { tab, open, happens }
}

describe('tabs of one browser', () => {
  it('share one stream: each hears a change once, and of the line', async () => {
    const { tab, open, happens } = browser()
    const tabs = [tab(), tab(), tab()]
    await settle()
    happens()
    expect(open.size).toBe(1)
    expect(tabs.map(({ heard }) => heard.filter((what) => what === 'LX1'))).toEqual([['LX1'], ['LX1'], ['LX1']])
    for (const { heard } of tabs) expect(heard).toContain('open')
    // nobody took over: nothing was missed
    for (const { heard } of tabs) expect(heard).not.toContain('gap')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(open.size).toBe(1)
  })
  it('when the tab that listens is closed the next one does, and all read again what they may have missed', async () => {
    const { tab, open, happens } = browser()
    const [first, second, third] = [tab(), tab(), tab()]
    await settle()
    first.close()
    await settle()
    expect(open.size).toBe(1)
    expect([second.heard, third.heard].map((heard) => heard.at(-1))).toEqual(['gap', 'gap'])
    happens()
    expect([second.heard.at(-1), third.heard.at(-1)]).toEqual(['LX1', 'LX1'])
    second.close()
    third.close()
    await settle()
    expect(open.size).toBe(0)
  })
  it('a tab put to sleep keeps the lock; whoever is looked at asks in vain and takes it, and it waits when it wakes', async () => {
    const { tab, open, happens } = browser()
    const [first, second] = [tab(), tab()]
    await vi.advanceTimersByTimeAsync(5_000)
    second.look()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(second.heard).not.toContain('gap')
    first.sleep()
    second.look()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(second.heard.at(-1)).toBe('gap')
    expect(open.size).toBe(1)
    first.wake()
    happens()
    expect([first.heard.at(-1), second.heard.at(-1)]).toEqual(['LX1', 'LX1'])
    second.close()
    await settle()
    expect(open.size).toBe(1)
  })
  it('a browser that refuses locks listens in each tab, and asks no more', async () => {
    const heard: string[] = []
    let opened = 0
    const request = vi.fn(() => Promise.reject(new DOMException('opaque origin', 'SecurityError')))
    const nothing = { postMessage: () => undefined, addEventListener: () => undefined, close: () => undefined }
    shareStream(
      { onCase: ({ number }) => heard.push(number), onConnection: () => undefined, onGap: () => undefined },
      (listener) => {
        opened += 1
        listener.onCase(change)
        return new Promise(() => undefined)
      },
      { locks: { request }, channel: nothing, page: nothing } as unknown as Between,
    )
    await settle()
    expect([opened, request.mock.calls.length, heard]).toEqual([1, 1, ['LX1']])
  })
})

it('without locks a tab listens while it is looked at, and reads again what it may have missed', () => {
  let look: () => void = () => undefined
  const page = {
    visibilityState: 'visible' as DocumentVisibilityState,
    addEventListener: (_: string, call: () => void) => void (look = call),
    removeEventListener: () => undefined,
  }
  const opened: { signal: AbortSignal; missed: boolean }[] = []
  const nobody: Listener = { onCase: () => undefined, onConnection: () => undefined, onGap: () => undefined }
  const stop = streamWhileSeen(
    nobody,
    (_, signal, missed) => {
      opened.push({ signal, missed })
      return Promise.resolve()
    },
    page as unknown as Between['page'],
  )
  const turn = (to: DocumentVisibilityState) => {
    page.visibilityState = to
    look()
  }
  expect(opened.map(({ missed }) => missed)).toEqual([false])
  turn('hidden')
  expect(opened[0]?.signal.aborted).toBe(true)
  turn('visible')
  turn('visible')
  expect(opened.map(({ missed }) => missed)).toEqual([false, true])
  stop()
  expect(opened[1]?.signal.aborted).toBe(true)
})
