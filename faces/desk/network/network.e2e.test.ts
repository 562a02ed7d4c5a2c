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
  await signIn(desk, 'admin')
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
const last = () => api.world.saved.at(-1)?.body

it('shows the week by the half-hour: at noon nobody is served; the slider and the list say the same', async () => {
  const page = await open('network')
  await page.getByText('90.0%').first().waitFor()
  await page.getByText(/周一 09:30 动身：90.0% 的人/).waitFor()
  await page.getByText('1 个村、', { exact: false }).waitFor()
  await keep('network-1440')
  const slider = page.getByRole('slider', { name: '看哪个时候' })
  await slider.focus()
  for (let i = 0; i < 6; i += 1) await page.keyboard.press('ArrowRight')
  await page.getByText(/周一 12:30 动身：0.0% 的人/).waitFor()
  expect(await slider.getAttribute('aria-valuetext')).toBe('周一 12:30')
  await page.getByText('10 个村、', { exact: false }).waitFor()
  await page.getByText('路上时间', { exact: true }).click()
  await page.getByText('30 分钟以上').waitFor()
  await page.getByRole('button', { name: '放大' }).click()
  await page.getByRole('button', { name: '右移' }).click()
  await page.getByRole('button', { name: '看全部' }).click()
  await page.getByRole('button', { name: '史喇口村' }).click()
  expect(await page.locator('tr[aria-selected="true"]').innerText()).toContain('史喇口村')
  await page.getByText('分级别').first().click()
  await page.getByRole('rowheader', { name: '工作站' }).waitFor()
  await page.goto(`${api.url}network?week=2027-10-01`)
  await page.getByText('还没公布放假安排').waitFor()
})

it('tries longer hours, keeps what is tried over a reload, and says which change cannot be made', async () => {
  const page = await open('network')
  await page.getByRole('button', { name: '加一条' }).click()
  await page.getByText('请先选一个点').waitFor()
  await page.getByLabel('哪个点').click()
  await page.locator('.ant-select-item-option').getByText('中川镇公共法律服务工作站').click()
  await page.getByRole('button', { name: '加一条' }).click()
  await page.getByText('中川镇公共法律服务工作站：工作日延到 20:00').waitFor()
  await page.reload()
  await page.getByText('中川镇公共法律服务工作站：工作日延到 20:00').waitFor()
  await page.getByRole('button', { name: '算一算' }).click()
  await page.getByText('多 4.0 个百分点').waitFor()
  await page.getByText('变化最大的村').waitFor()
  await keep('what-if-1440')
  expect(last()).toMatchObject({ edits: [{ kind: 'hours', weekly: expect.arrayContaining([[{ open: 510, close: 720 }, { open: 840, close: 1200 }]]) as unknown }] })
  await page.getByLabel('加一条').first().click()
  await page.locator('.ant-select-item-option').getByText('关一个点').click()
  await page.getByLabel('哪个点').click()
  await page.locator('.ant-select-item-option').getByText('兰州新区公共法律服务中心').click()
  await page.getByRole('button', { name: '加一条' }).click()
  await page.getByRole('button', { name: '算一算' }).click()
  await page.getByText('没有这个服务点，可能已经撤销').first().waitFor()
  await page.getByRole('button', { name: '去掉：关掉 兰州新区公共法律服务中心' }).click()
  await page.getByRole('button', { name: '全部去掉' }).click()
  await page.getByText('还没有改动').waitFor()
})

it('a point is moved by dragging, by a tap on the drawing, or by naming a village', async () => {
  const page = await open('network')
  const svg = page.getByRole('img', { name: '村和服务点的示意图' })
  const station = svg.locator('path', { has: page.locator('title', { hasText: '中川镇公共法律服务工作站' }) })
  await station.scrollIntoViewIfNeeded()
  const box = (await station.boundingBox())!
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + 90, box.y - 60, { steps: 4 })
  await page.mouse.up()
  await page.getByText('中川镇公共法律服务工作站 搬到 图上选的位置').waitFor()
  await page.getByRole('button', { name: '全部去掉' }).click()
  await page.getByLabel('加一条').first().click()
  await page.locator('.ant-select-item-option').getByText('加一个点').click()
  await page.getByRole('button', { name: '在图上选' }).click()
  await page.getByText('请在图上点一下新位置').waitFor()
  await svg.click({ position: { x: 200, y: 200 } })
  await page.getByLabel('新点叫什么').fill('新站')
  await page.getByRole('button', { name: '加一条' }).click()
  await page.getByText('在 图上选的位置 新设 新站').waitFor()
  await page.getByLabel('加一条').first().click()
  await page.locator('.ant-select-item-option').getByText('加上门服务日').click()
  await page.getByLabel('哪个村').click()
  await page.locator('.ant-select-item-option').getByText('平岘村 中川镇').click()
  await page.getByRole('button', { name: '加一条' }).click()
  await page.getByText('平岘村 每周六上午 9:00–12:00上门服务').waitFor()
})

it('proposes one more point with its gain, and puts it into what is tried', async () => {
  const page = await open('network/siting')
  await page.getByRole('button', { name: '开始算' }).click()
  await page.getByText('已证明没有更好的办法。').waitFor()
  await page.getByText('多照顾 1,029 人').waitFor()
  await keep('siting-1440')
  await page.getByRole('button', { name: '放进“如果这样改”' }).click()
  await page.getByRole('link', { name: '半小时圈' }).click()
  await page.getByText('在 史喇口村 新设 史喇口村工作站').waitFor()
  await page.getByRole('link', { name: '再设点设在哪' }).click()
  await page.getByLabel('路上不超过').fill('6')
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: '开始算' }).click()
  await page.getByText('怎么设都到不了的村：史喇口村').waitFor()
})

it('explains a wrong table line by line, takes a right one on the second word, and roads', async () => {
  const page = await open('network/data')
  await page.getByTestId('table').setInputFiles({ name: '村.csv', mimeType: 'text/csv', buffer: Buffer.from('编码\n坏\n') })
  await page.getByText('有 2 处不对，一条都没有导入').waitFor()
  await page.getByText('经度和纬度写反了').waitFor()
  await keep('data-1440')
  await page.getByTestId('table').setInputFiles({ name: '村.csv', mimeType: 'text/csv', buffer: Buffer.from('编码\n好\n') })
  await page.getByText('会新增 1 个、修改 1 个').waitFor()
  await page.getByRole('button', { name: '确认导入' }).click()
  await page.getByText('已导入：新增 1 个，修改 1 个。').waitFor()
  await page.getByTestId('roads').setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from('{}') })
  await page.getByText('里面没有道路').waitFor()
  await page.getByTestId('roads').setInputFiles({ name: 'b.json', mimeType: 'application/json', buffer: Buffer.from('{"highway":1}') })
  await page.getByText('已导入 12,345 条道路').waitFor()
  await page.getByRole('button', { name: '不用这份道路' }).click()
  await page.getByText('还没有道路').waitFor()
})

it('fits a phone and passes the checks; an empty district says what to do; a broken line', async () => {
  const page = await open('network', 360)
  for (const [at, says] of [['network', '各村情况'], ['network/siting', '开始算'], ['network/data', '下载模板']] as const) {
    await page.goto(`${api.url}${at}`)
    await page.getByText(says, { exact: false }).first().waitFor()
    expect(await overflow(page), at).toBeLessThanOrEqual(0)
    expect(await violations(page), at).toEqual([])
    await keep(`${at.replace(/\W+/g, '-')}-360`)
  }
  Object.assign(api.world, { noVillages: true })
  await page.goto(`${api.url}network`)
  await page.getByText('还没有录入村和人口').waitFor()
  expect(await violations(page)).toEqual([])
  await page.route('**/api/desk/network/coverage**', (route) => route.abort())
  await page.goto(`${api.url}network`)
  await page.getByRole('button', { name: /再试|重试/ }).waitFor()
})
it('has nothing to complain about at full width either', async () => {
  const page = await open('network')
  await page.getByText('各村情况').waitFor()
  expect(await violations(page)).toEqual([])
})
