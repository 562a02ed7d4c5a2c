import { afterEach, expect, it, vi } from 'vitest'
import { unreadNotices } from '@fatong/contract/desk/notices.ts'
import { isAttended, onTouch, RESTING_MS, watchAttention } from './attended.ts'
import { call } from './call.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('says of requests that nobody is at the page, until somebody touches it again', async () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  const sent: Headers[] = []
  vi.stubGlobal('fetch', (_: string, { headers }: RequestInit) => {
    sent.push(new Headers(headers))
    return Promise.resolve(Response.json({ unread: 0 }))
  })
  const page = new EventTarget()
  watchAttention(page)
  page.dispatchEvent(new Event('pointerdown'))
  await call(unreadNotices)
  vi.advanceTimersByTime(RESTING_MS - 1)
  await call(unreadNotices)
  vi.advanceTimersByTime(1)
  await call(unreadNotices)
  page.dispatchEvent(new Event('keydown'))
  await call(unreadNotices)
  expect(sent.map((headers) => headers.get('X-Fatong-Unattended'))).toEqual([null, null, '1', null])
})

it('tells who waits for it that somebody is back, until they have heard enough', () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  const page = new EventTarget()
  watchAttention(page)
  page.dispatchEvent(new Event('pointerdown'))
  const told: boolean[] = []
  const end = onTouch(() => told.push(isAttended()))
  vi.advanceTimersByTime(RESTING_MS)
  expect([isAttended(), told]).toEqual([false, []])
  page.dispatchEvent(new Event('wheel'))
  end()
  page.dispatchEvent(new Event('wheel'))
  expect(told).toEqual([true])
})
