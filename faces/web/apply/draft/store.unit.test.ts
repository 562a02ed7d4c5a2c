import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DraftStore } from './store.ts'

/** A draft server of twenty lines: enough to lose connections, conflict and forget. */
const server = { online: true, gone: false, version: 0, data: {} as Record<string, unknown>, starts: [] as string[] }
const shelf = new Map<string, string>()
const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status })

beforeEach(() => {
  vi.useFakeTimers()
  shelf.clear()
  Object.assign(server, { online: true, gone: false, version: 0, data: {}, starts: [] })
  vi.stubGlobal('localStorage', {
    getItem: (k: string) => shelf.get(k) ?? null,
    setItem: (k: string, v: string) => void shelf.set(k, v),
    removeItem: (k: string) => void shelf.delete(k),
  })
  vi.stubGlobal('addEventListener', () => undefined)
  vi.stubGlobal('removeEventListener', () => undefined)
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    if (!server.online) return Promise.reject(new TypeError('offline'))
    const body =
      typeof init.body === 'string'
        ? (JSON.parse(init.body) as { data: Record<string, unknown>; version: number })
        : null
    const draft = () => ({
      id: 'd1',
      version: server.version,
      data: server.data,
      materials: [],
      updatedAt: 0,
      expiresAt: 0,
    })
    if (init.method === 'POST') {
      server.starts.push(new Headers(init.headers).get('Idempotency-Key') ?? '')
      Object.assign(server, { version: 1, data: body?.data, gone: false })
      return Promise.resolve(json(200, { draft: draft(), secret: 's' }))
    }
    if (server.gone) return Promise.resolve(json(404, { code: 'notFound' }))
    if (init.method === 'GET') return Promise.resolve(json(200, draft()))
    if (init.method === 'PUT' && body?.version !== server.version)
      return Promise.resolve(json(412, { code: 'draftConflict' }))
    Object.assign(server, { version: server.version + 1, data: body?.data })
    return Promise.resolve(json(200, { version: server.version, updatedAt: 0 }))
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})
const pause = (ms: number) => vi.advanceTimersByTimeAsync(ms)

test('every change is on the phone at once and on the server a moment later', async () => {
  const store = new DraftStore('own')
  store.change({ matter: 'maintenance', story: '不给' })
  expect(JSON.parse(shelf.get('fatong.draft') ?? '{}')).toMatchObject({ form: { story: '不给' } })
  await pause(2000)
  expect(server.data).toMatchObject({ story: '不给' })
  expect(store.read().save).toBe('saved')
})
test('without network nothing typed is lost, and it is sent when the network is back', async () => {
  const store = new DraftStore('own')
  store.change({ matter: 'maintenance' })
  await pause(2000)
  server.online = false
  store.change({ story: '在山里写的' })
  await pause(5000)
  expect(store.read().save).toBe('phone')
  expect(new DraftStore('own').read().form.story).toBe('在山里写的')
  server.online = true
  await pause(40_000)
  expect(server.data).toMatchObject({ story: '在山里写的' })
  expect(store.read().save).toBe('saved')
})
test('a change made elsewhere is joined, not overwritten', async () => {
  const store = new DraftStore('own')
  store.change({ matter: 'maintenance', story: '开头' })
  await pause(2000)
  Object.assign(server, { version: 7, data: { ...server.data, claimYuan: '300' } })
  store.change({ story: '开头和后来' })
  await pause(5000)
  expect(server.data).toMatchObject({ story: '开头和后来', claimYuan: '300' })
  expect(store.read()).toMatchObject({ notice: 'merged', save: 'saved', form: { claimYuan: '300' } })
})
test('an expired draft begins anew with what was typed', async () => {
  const store = new DraftStore('own')
  store.change({ matter: 'maintenance', story: '一' })
  await pause(2000)
  server.gone = true
  store.change({ story: '二' })
  await pause(5000)
  expect(server.starts).toHaveLength(2)
  expect(new Set(server.starts).size).toBe(2)
  expect(server.data).toMatchObject({ story: '二' })
})
test('a start whose answer was lost is asked again under the same key', async () => {
  const store = new DraftStore('own')
  server.online = false
  store.change({ matter: 'maintenance' })
  await pause(2000)
  const key = (JSON.parse(shelf.get('fatong.draft') ?? '{}') as { startKey: string }).startKey
  server.online = true
  await pause(40_000)
  expect(server.starts).toEqual([key])
})
