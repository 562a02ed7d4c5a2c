import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { openBrowser, openDesk, overflow, signIn, violations, type Desk } from '../testing/browser.ts'
import { buildDesk } from '../testing/built.ts'
import { startMockApi, type MockApi } from '../testing/mock-api.ts'

let browser: Browser, dist: string, api: MockApi, desk: Desk
beforeAll(async () => { dist = buildDesk(); browser = await openBrowser() })
afterAll(() => browser.close())
beforeEach(async () => { api = await startMockApi(dist) })
afterEach(async () => {
  expect(desk.complaints).toEqual([])
  await desk.context.close()
  await api.close()
})
const open = async (login: string, width?: number, totp?: string) => {
  desk = await openDesk(browser, api, width)
  await signIn(desk, login, undefined, totp)
  await desk.page.getByRole('navigation').first().waitFor()
  await desk.page.goto(`${api.url}assignments`)
  return desk.page
}
const keep = async (name: string) => {
  const to = process.env['SCREENSHOTS']
  if (to === undefined) return
  mkdirSync(to, { recursive: true })
  await desk.page.screenshot({ path: join(to, `${name}.png`), fullPage: true })
}

it('spreads the waiting cases, compares the ways of doing it, wants a reason for another choice, and assigns', async () => {
  const page = await open('magq', undefined, '123456')
  await page.getByRole('button', { name: '排一排' }).click()
  await page.getByText('马永福').waitFor()
  await page.getByText('1660').waitFor()
  await page.getByText('排不了：刑事辩护只能由律师担任').waitFor()
  await keep('assignments-1440')
  expect(await violations(page)).toEqual([])
  await page.getByText('均衡', { exact: true }).first().click()
  await page.getByRole('row', { name: /均衡 现在看的/ }).waitFor()
  await page.getByLabel('LX202600102 改派给谁').click()
  await page.locator('.ant-select-item-option').getByText('沈若兰').click()
  await page.getByRole('button', { name: '指派选中的 2 件' }).click()
  await page.getByText('改派给别人要写理由').waitFor()
  await page.getByLabel('LX202600102 的理由').fill('受援人要女律师')
  await page.getByRole('button', { name: '指派选中的 2 件' }).click()
  await page.getByText('马永福').waitFor({ state: 'detached' })
  expect(api.world.saved.find(({ route }) => route === 'POST /desk/assignments')?.body).toMatchObject({ policy: 'fair', items: [{ reason: '' }, { reason: '受援人要女律师', advised: [{ name: '林书航' }, { name: '沈若兰' }, {}] }] })
  await page.getByText('近三个月的记录').click()
  await page.getByText('2 次指派，1 次照建议办。').waitFor()
})

it('fits a phone; a broken line; not for a clerk', async () => {
  const page = await open('magq', 360, '123456')
  await page.getByRole('button', { name: '排一排' }).click()
  await page.getByText('马永福').waitFor()
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  expect(await violations(page)).toEqual([])
  await keep('assignments-360')
  await page.route('**/api/desk/assignments/plan', (route) => route.abort())
  await page.getByRole('button', { name: '重新排' }).first().click()
  await page.getByRole('alert').first().waitFor()
  await desk.context.close()
  const clerk = await open('chenxm')
  await clerk.getByText('批量指派由指派员或主任办理').waitFor()
})
