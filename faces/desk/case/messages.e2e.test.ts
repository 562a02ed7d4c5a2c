import { expect, it } from 'vitest'
import { overflow, violations } from '../testing/browser.ts'
import { announce } from '../testing/mock-world.ts'
import { visitingDesk } from '../testing/visit.ts'

const visit = visitingDesk()

/** 马有财 writes to the centre twice. */
function written() {
  const { cases, now } = visit.api.world
  const one = cases[0]
  const actor = one?.events[0]?.actor
  if (!one || !actor) throw new Error('the mock has no first case')
  for (const text of ['工资条找到了，要不要拿来？', '星期五能不能去一趟？'])
    expect(one.act(actor, { type: 'leaveMessage', text, to: 'agency' }, now)).toBeNull()
  return one
}

it('marks a case with unread messages in the queue until they were on the screen', async () => {
  const page = await visit.open('chenxm', 'queue/all')
  const one = written()
  await page.reload()
  const row = page.getByRole('link').filter({ hasText: '马有财' })
  await row.getByText('未读留言 2').waitFor()
  expect(await violations(page)).toEqual([])
  await visit.keep('unread-queue-1440')
  await row.click()
  const part = page.getByRole('region', { name: '留言 2' })
  await part.getByText('未读 2').waitFor()
  // The case was opened; its messages, further down, were not looked at yet.
  expect(visit.api.world.seen.size).toBe(0)
  await part.scrollIntoViewIfNeeded()
  await part.getByText('星期五能不能去一趟？').waitFor()
  await expect.poll(() => visit.api.world.seen.get(one.id)).toBe(one.open.version)
  expect(await violations(page)).toEqual([])
  await visit.keep('unread-messages-1440')
  await page.goto(`${visit.api.url}queue/all`)
  await row.waitFor()
  expect(await page.getByText('未读留言').count()).toBe(0)
})

it('takes nothing as read while nobody is at the desk, nor before the last of it was on the screen', async () => {
  const page = await visit.open('chenxm', 'queue/all')
  const { seen, now } = visit.api.world
  const one = written()
  const actor = one.events[0]?.actor
  if (!actor) throw new Error('nobody applied')
  const writes = (text: string) => {
    expect(one.act(actor, { type: 'leaveMessage', text, to: 'agency' }, now)).toBeNull()
    announce(visit.api.world, one)
  }
  // More than a screen of them, so that the first is looked at long before the last.
  for (let n = 1; n <= 14; n++) writes(`第 ${n} 件事：${'工资条还没有拿到。'.repeat(12)}`)
  await page.clock.install()
  await page.reload()
  await page.getByRole('link').filter({ hasText: '马有财' }).click()
  const part = page.getByRole('region', { name: '留言 16' })
  await part.getByText('工资条找到了，要不要拿来？').scrollIntoViewIfNeeded()
  await visit.keep('unread-first-of-many-1440')
  await page.clock.runFor(500)
  expect(seen.has(one.id)).toBe(false)
  await part.getByText('第 14 件事', { exact: false }).scrollIntoViewIfNeeded()
  await expect.poll(() => seen.get(one.id)).toBe(one.open.version)
  // At night the page lies open at its end: what comes is shown there, and stays unread.
  const before = one.open.version
  await page.clock.fastForward(3_600_000)
  writes('半夜写的')
  await page.clock.runFor(2_000)
  await page.getByText('半夜写的').scrollIntoViewIfNeeded()
  await page.getByText('未读 17', { exact: true }).waitFor()
  await visit.keep('unread-at-night-1440')
  await page.clock.runFor(2_000)
  expect(seen.get(one.id)).toBe(before)
  // Somebody is back.
  await page.keyboard.press('Shift')
  await expect.poll(() => seen.get(one.id)).toBe(one.open.version)
})

it('keeps the mark when the service could not be told, and fits a phone', async () => {
  const page = await visit.open('chenxm', 'queue/all', { width: 360 })
  const one = written()
  await page.reload()
  const row = page.getByRole('link').filter({ hasText: '马有财' })
  await row.getByText('未读留言 2').waitFor()
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  expect(await violations(page)).toEqual([])
  await visit.keep('unread-queue-360')
  await page.route('**/messages/seen', (route) => route.fulfill({ status: 503, body: '{}' }))
  await row.click()
  const part = page.getByRole('region', { name: '留言 2' })
  const told = page.waitForResponse('**/messages/seen')
  await part.scrollIntoViewIfNeeded()
  await told
  await visit.keep('unread-messages-360')
  expect(visit.api.world.seen.has(one.id)).toBe(false)
  await page.unroute('**/messages/seen')
  await page.goto(`${visit.api.url}queue/all`)
  await row.getByText('未读留言 2').waitFor()
})
