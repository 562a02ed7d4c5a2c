import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { announce } from '../testing/mock-world.ts'
import { visitingDesk } from '../testing/visit.ts'

const visit = visitingDesk()
const TABS = 8
const streams = () => visit.api.world.listeners.size

async function tabs(first: Page, count: number, at = ''): Promise<Page[]> {
  const opened = [first]
  while (opened.length < count) {
    const page = await first.context().newPage()
    opened.push(page)
    await page.goto(`${visit.api.url}${at}`)
    await page
      .getByRole('link', { name: /马有财/ })
      .first()
      .waitFor()
  }
  return opened
}
/** Somebody at another desk accepts what 马有财 asked for. */
function accept() {
  const { world } = visit.api
  const one = world.cases.find(({ open }) => open.form?.applicant.name === '马有财')!
  const clerk = world.staff.get('chenxm')!.actor
  expect(one.act(clerk, { type: 'acceptApplication', documentNumber: '收1' }, world.now)).toBeNull()
  announce(world, one)
}
const accepted = (page: Page) =>
  page
    .getByRole('link', { name: /马有财.*已受理/ })
    .first()
    .waitFor()

test('eight tabs of the desk all load: one listens to changes and tells the others, the next one when it is closed', async () => {
  const first = await visit.open('chenxm', '?queue=all')
  const all = await tabs(first, TABS, '?queue=all')
  await expect.poll(streams).toBe(1)
  accept()
  await Promise.all(all.map(accepted))

  // The tab that was opened first is the one that listens: it moves away, and another takes over.
  await first.goto(`${visit.api.url}assets/nothing`)
  await expect.poll(streams).toBe(1)
  const one = visit.api.world.cases.find(({ open }) => open.form?.applicant.name === '张秀英')!
  const clerk = visit.api.world.staff.get('chenxm')!.actor
  one.act(clerk, { type: 'acceptApplication', documentNumber: '收2' }, visit.api.world.now)
  announce(visit.api.world, one)
  const others = all.slice(1)
  await Promise.all(
    others.map((page) =>
      page
        .getByRole('link', { name: /张秀英.*已受理/ })
        .first()
        .waitFor(),
    ),
  )
  for (const page of others) await page.close()
})

test('where tabs cannot agree, a tab that nobody looks at holds no line, and is fresh again when it is looked at', async () => {
  const page = await visit.open('chenxm', '?queue=all')
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'locks', { value: undefined, configurable: true })
    let seen = true
    Object.defineProperty(document, 'visibilityState', { get: () => (seen ? 'visible' : 'hidden') })
    Object.defineProperty(document, 'hidden', { get: () => !seen })
    addEventListener('look-away', () => {
      seen = !seen
      document.dispatchEvent(new Event('visibilitychange'))
    })
  })
  await page.reload()
  await expect.poll(streams).toBe(1)
  const turn = () => page.evaluate(() => dispatchEvent(new Event('look-away')))
  await turn()
  await expect.poll(streams).toBe(0)
  accept()
  await turn()
  await expect.poll(streams).toBe(1)
  await accepted(page)
})
