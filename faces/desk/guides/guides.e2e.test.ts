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
const open = async (at: string, width?: number) => {
  desk = await openDesk(browser, api, width)
  await signIn(desk, 'magq', undefined, '123456')
  await desk.page.getByRole('navigation').first().waitFor()
  await desk.page.goto(`${api.url}${at}`)
  return desk.page
}
const keep = async (name: string) => {
  const to = process.env['SCREENSHOTS']
  if (to === undefined) return
  mkdirSync(to, { recursive: true })
  await desk.page.screenshot({ path: join(to, `${name}.png`), fullPage: true })
}

it('shows what waits for review against what people see, returns it only with a reason, and publishes', async () => {
  const page = await open('guides')
  await page.getByText(/等审核 1/).waitFor()
  await keep('guides-1440')
  await page.getByRole('link', { name: /老板拖着工资不给怎么办/ }).click()
  await page.getByText('投诉没用就申请劳动仲裁。').first().waitFor()
  await page.getByText('加上', { exact: true }).first().waitFor()
  await keep('guide-review-1440')
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: '退回修改' }).click()
  await page.getByText('请写明要改哪里').waitFor()
  await page.getByRole('button', { name: '通过并发布' }).click()
  await page.getByText('已发布，群众可以看到了。').waitFor()
  await page.getByText('已发布', { exact: true }).waitFor()
  await page.getByRole('button', { name: '要求撤下' }).click()
  await page.getByRole('button', { name: '交去审核（撤下）' }).click()
  await page.getByText('请写明为什么撤下。').waitFor()
})

it('writes a guide with articles as people say them; nothing is lost on reload; what is missing is said where it is missing', async () => {
  const page = await open('guides/new')
  await page.getByRole('button', { name: '交去审核' }).click()
  await page.getByText(/有 \d+ 处没有填好/).waitFor()
  await page.getByText('请选一个主题').waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByLabel('主题', { exact: true }).click()
  await page.locator('.ant-select-item-option').first().click()
  await page.getByLabel('网址里的名字').fill('a-new-guide')
  await page.getByLabel('标题', { exact: true }).fill('新的一篇')
  await page.getByLabel('群众会怎么问').fill('怎么问\n另一种问法')
  await page.getByLabel('什么情况适用').fill('这种情况')
  await page.getByLabel('答案 第 1 条', { exact: true }).fill('单位应当按月发工资。')
  await page.getByLabel('答案 第 1 条的法条').fill('看这里')
  await page.keyboard.press('Enter')
  await page.getByLabel('怎么办 第 1 条', { exact: true }).fill('先留好证据。')
  await page.getByLabel('到哪里办').fill('劳动监察大队')
  await page.getByLabel('要花多少钱').fill('不收费')
  await page.getByLabel('改了什么').fill('新写')
  await page.reload()
  await page.getByText('已接着您上次写到一半的内容').waitFor()
  expect(await page.getByLabel('标题', { exact: true }).inputValue()).toBe('新的一篇')
  await page.getByRole('button', { name: '交去审核' }).click()
  await page.getByText('看不懂“看这里”').waitFor()
  await page.getByLabel('答案 第 1 条的法条').press('Backspace')
  await page.getByLabel('答案 第 1 条的法条').fill('《劳动合同法》第三十条')
  await page.keyboard.press('Enter')
  await keep('guide-edit-1440')
  await page.getByRole('button', { name: '交去审核' }).click()
  await page.getByText('已交去审核').waitFor()
  const sent = api.world.saved.at(-1)?.body as { body: { answer: unknown; asked: unknown } }
  expect(sent.body.answer).toEqual([{ text: '单位应当按月发工资。', cites: ['劳动合同法#30'] }])
  expect(sent.body.asked).toEqual(['怎么问', '另一种问法'])
  await page.getByText('这是您自己写的，要请另一位同事审核。').waitFor()
})

it('fits a phone, says why a list is empty, and says so when the line is broken', async () => {
  const page = await open('guides', 360)
  for (const [at, says] of [['guides', '老板拖着工资'], ['guides?show=withdrawn', '旧的一篇'], ['guides/wages/boss-will-not-pay', '等审核的改动'], ['guides/new', '写一篇新指南']] as const) {
    await page.goto(`${api.url}${at}`)
    await page.getByText(says, { exact: false }).first().waitFor()
    expect(await overflow(page), at).toBeLessThanOrEqual(0)
    expect(await violations(page), at).toEqual([])
    await keep(`${at.replace(/\W+/g, '-')}-360`)
  }
  await page.goto(`${api.url}guides?show=inUse`)
  await page.getByLabel('在标题里找').fill('没有的')
  await page.getByText('没有符合的指南').waitFor()
  await page.route('**/api/desk/guides**', (route) => route.abort())
  await page.goto(`${api.url}guides`)
  await page.getByRole('button', { name: /再试|重试/ }).waitFor()
})
