import { expect, it } from 'vitest'
import { overflow, violations } from '../testing/browser.ts'
import { noticesOf } from '../testing/mock-notices.ts'
import { announce } from '../testing/mock-world.ts'
import { visitingDesk } from '../testing/visit.ts'

const visit = visitingDesk()
const open = (login: string, width?: number) => visit.open(login, undefined, width === undefined ? {} : { width })
const bell = (says: string | RegExp) => visit.desk.page.getByRole('banner').getByRole('link', { name: says })
const lines = () => visit.desk.page.getByRole('list', { name: '消息列表' }).getByRole('listitem')

it('the bell counts, leads to the list, and the list to what it speaks of', async () => {
  const page = await open('linsh')
  await bell(/^消息\s*3\s*条没看$/).press('Enter')
  await page.getByRole('heading', { level: 1, name: '消息 3 条没看' }).waitFor()
  await lines().nth(4).waitFor()
  expect(await lines().count()).toBe(5)
  expect(await lines().filter({ hasText: '没看' }).count()).toBe(3)
  await lines().nth(0).getByText('今天 ').waitFor()
  expect(await violations(page)).toEqual([])
  await visit.keep('notices-1440')

  // The button goes away when it is pressed; the keyboard stays with the line.
  await lines()
    .nth(1)
    .getByRole('button', { name: /^设为看过/ })
    .press('Enter')
  await bell(/^消息\s*2\s*条没看$/).waitFor()
  expect(
    await lines()
      .nth(1)
      .evaluate((line) => line === document.activeElement),
  ).toBe(true)
  expect(await lines().nth(4).getByRole('link').count()).toBe(0)
  await lines()
    .nth(2)
    .getByRole('link', { name: /^去看预约来访/ })
    .click()
  await page.waitForURL(/\/team\/appointments$/)
  await bell(/^消息\s*1\s*条没看$/).click()
  await lines()
    .nth(0)
    .getByRole('link', { name: /^看案件/ })
    .click()
  await page.waitForURL(new RegExp(`/cases/${visit.api.world.cases[0]?.id}$`))
  await bell(/^消息$/).waitFor()
  expect(noticesOf(visit.api.world, 'linsh').every(({ readAt }) => readAt !== null)).toBe(true)
})

it('what comes in is counted and shown without a reload; all of it is marked at once', async () => {
  const page = await open('linsh')
  await bell(/3/).click()
  await lines().nth(4).waitFor()
  const [first] = noticesOf(visit.api.world, 'linsh')
  if (!first) throw new Error('no notice')
  noticesOf(visit.api.world, 'linsh').unshift({
    ...first,
    id: crypto.randomUUID(),
    text: '一份结案卷宗被退回补正，请登录查看。',
    at: first.at + 1,
  })
  const [changed] = visit.api.world.cases
  if (changed) announce(visit.api.world, changed)
  await lines().filter({ hasText: '退回补正' }).waitFor()
  await bell(/^消息\s*4\s*条没看$/).waitFor()
  await page.getByRole('button', { name: '全部设为看过' }).click()
  await page.getByRole('heading', { level: 1, name: '消息', exact: true }).waitFor()
  await page.getByText('都设为看过了。').waitFor()
  expect(await page.getByRole('heading', { level: 1 }).evaluate((heading) => heading === document.activeElement)).toBe(
    true,
  )
  expect(await page.getByRole('button', { name: /设为看过/ }).count()).toBe(0)
})

it('says why it is empty, that the line is broken, and what was not saved', async () => {
  const page = await open('chenxm')
  await bell(/^消息$/).click()
  await page.getByText('还没有消息').waitFor()
  expect(await violations(page)).toEqual([])

  const lawyers = await open('linsh')
  await lawyers.route('**/api/desk/notices', (route) => route.abort())
  await bell(/3/).click()
  await lawyers.getByRole('status').filter({ hasText: '正在' }).first().waitFor()
  await lawyers.getByRole('alert').getByRole('button').waitFor({ timeout: 30_000 })
  expect(await violations(lawyers)).toEqual([])
  await visit.keep('notices-offline')
  await lawyers.unroute('**/api/desk/notices')
  await lawyers.getByRole('alert').getByRole('button').click()
  await lines().nth(4).waitFor()
  await visit.desk.context.setOffline(true)
  await lawyers
    .getByRole('button', { name: /^设为看过/ })
    .first()
    .click()
  await lawyers
    .getByText(/没有连上服务器|没有收到/)
    .first()
    .waitFor()
  expect(await lines().filter({ hasText: '没看' }).count()).toBe(3)
  await visit.desk.context.setOffline(false)
})

it('fits a phone, the bell with the largest number too', async () => {
  const page = await open('linsh', 360)
  const [first] = noticesOf(visit.api.world, 'linsh')
  if (!first) throw new Error('no notice')
  for (let n = 0; n < 120; n += 1)
    noticesOf(visit.api.world, 'linsh').push({ ...first, id: crypto.randomUUID(), at: first.at - n })
  await page.goto(`${visit.api.url}notices`)
  await bell(/^消息\s*99\+\s*条没看$/).waitFor()
  await lines().nth(49).waitFor()
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  expect(await violations(page)).toEqual([])
  await page.evaluate(() => window.scrollTo(0, 0))
  await visit.keep('notices-360')
  await page.getByRole('button', { name: '再看一些' }).click()
  await lines().nth(99).waitFor()
})
