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
const last = () => api.world.saved.at(-1)?.body

it('shows a week with what is wrong in it, and has somebody covered for one day', async () => {
  const page = await open('team/roster?week=2026-11-23')
  await page.getByText('有 1 处要处理').waitFor()
  await page.getByText('开门但没人值班：1 段').waitFor()
  await keep('roster-1440')
  await page.getByRole('button', { name: /^改 魏红霞 11月24日/ }).click()
  await page.getByLabel('原因').fill('')
  await page.getByRole('button', { name: /^保\s?存$/ }).click()
  await page.getByText('请写明原因').waitFor()
  await page.getByLabel('谁来顶班').click()
  await page.getByText('何长寿 中川镇公共法律服务工作站').last().click()
  await page.getByLabel('原因').fill('参加培训')
  await page.getByRole('button', { name: /^保\s?存$/ }).click()
  await page.getByText('已改好，只改这一天。').waitFor()
  expect(last()).toMatchObject({ change: { reason: '参加培训', coverId: expect.any(String) as string } })
})

it('adds a line of the pattern, and says where the person is already', async () => {
  const page = await open('team/roster?week=2026-11-30')
  await page.getByText('这一周没有排班').waitFor()
  await page.getByRole('button', { name: '加固定值班' }).click()
  await page.getByRole('button', { name: /^保\s?存$/ }).click()
  await page.getByText('请选人').last().waitFor()
  await page.getByLabel('谁', { exact: true }).click()
  await page.getByText('魏红霞 中川镇公共法律服务工作站').last().click()
  await page.getByLabel('星期').click()
  await page.locator('.ant-select-item-option').getByText('周三', { exact: true }).click()
  await page.getByRole('button', { name: /^保\s?存$/ }).click()
  await page.getByText('同一时间已经排在中川镇公共法律服务工作站').waitFor()
  await page.getByLabel('星期').click()
  await page.locator('.ant-select-item-option').getByText('周四', { exact: true }).click()
  await page.getByRole('button', { name: /^保\s?存$/ }).click()
  await page.getByText('已排好。').waitFor()
  expect(last()).toMatchObject({ weekday: 4, from: 540, to: 690, kind: 'duty', services: ['consultation'] })
})

it('keeps the team: finds by name, shows what runs out, registers somebody, and never shows a phone', async () => {
  const page = await open('team/people')
  await page.getByText('律师执业证快到期（2026-12-10）').waitFor()
  await keep('people-1440')
  await page.getByLabel('找姓名、地方、语言、专长').fill('没有的人')
  await page.getByText('没有符合的人').waitFor()
  await page.getByRole('button', { name: '登记人员' }).click()
  await page.getByRole('button', { name: /^保\s?存$/ }).click()
  await page.getByText('请填姓名').waitFor()
  await page.getByLabel('姓名', { exact: true }).fill('新来的')
  await page.getByLabel('在哪个点').click()
  await page.locator('.ant-select-item-option').first().click()
  await page.getByLabel(/手机号/).fill('13900001234')
  await page.getByRole('button', { name: '加一个证书' }).click()
  await page.getByLabel('证书名称 1').fill('法律明白人证')
  await page.getByRole('button', { name: /^保\s?存$/ }).click()
  await page.getByText('已保存。').waitFor()
  expect(last()).toMatchObject({ name: '新来的', phone: '13900001234', qualifications: [{ name: '法律明白人证', until: null }] })
  expect(await page.content()).not.toContain('13900001234')
})

it('shows who comes, and tells somebody why their visit is off', async () => {
  const page = await open('team/appointments?day=2026-11-23')
  await page.getByText('马永福').waitFor()
  await keep('appointments-1440')
  await page.getByRole('button', { name: '马永福：取消' }).click()
  await page.getByRole('button', { name: '取消并告知' }).click()
  await page.getByText('请写明为什么取消').waitFor()
  await page.getByLabel('为什么取消').fill('工作人员外出')
  await page.getByRole('button', { name: '取消并告知' }).click()
  await page.getByText('已取消', { exact: true }).waitFor()
  expect(last()).toEqual({ state: 'cancelled', reason: '工作人员外出' })
})

it('takes up a matter from a village, does it, and sends one of its own; what was typed survives closing', async () => {
  const page = await open('team/handovers')
  await page.getByText('过时限没接').waitFor()
  await keep('handovers-1440')
  await page.getByRole('button', { name: /^接\s?收$/ }).click()
  await page.getByText('办理中').waitFor()
  await page.getByRole('button', { name: /^办\s?结$/ }).click()
  await page.getByLabel('怎么办的').fill('上门收齐了材料')
  await page.locator('form').getByRole('button', { name: /^办\s?结$/ }).click()
  await page.getByText('没有等您接的事').waitFor()
  await page.getByText('办完的', { exact: true }).click()
  await page.getByText('上门收齐了材料').waitFor()
  await page.getByRole('button', { name: '转一件事' }).click()
  await page.getByLabel('事由（一句话）').fill('请派调解员')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '转一件事' }).click()
  expect(await page.getByLabel('事由（一句话）').inputValue()).toBe('请派调解员')
  await page.getByLabel('转给哪里').click()
  await page.locator('.ant-select-item-option').first().click()
  await page.getByLabel('具体情况').fill('两家因为地界吵架')
  await page.getByRole('button', { name: /^转\s?出$/ }).click()
  await page.getByText('已转出，对方会收到通知。').waitFor()
  expect(last()).toMatchObject({ title: '请派调解员', kind: 'intake', hours: 24, videoUrl: null })
})

it('fits a phone and passes the checks on every part; says so when the line is broken', async () => {
  const page = await open('team/roster?week=2026-11-23', 360)
  for (const [at, says] of [['team/roster?week=2026-11-23', '何长寿'], ['team/roster?week=2026-11-30', '这一周没有排班'], ['team/people', '魏红霞'], ['team/appointments?day=2026-11-23', '马永福'], ['team/appointments?day=2026-01-01', '没有人预约'], ['team/handovers', '老人行动不便'], ['team/handovers?show=out', '没有转出去'], ['team/activity', '31']] as const) {
    await page.goto(`${api.url}${at}`)
    await page.getByText(says, { exact: false }).first().waitFor()
    expect(await overflow(page), at).toBeLessThanOrEqual(0)
    expect(await violations(page), at).toEqual([])
    await keep(`${at.replace(/\W+/g, '-')}-360`)
  }
  await page.route('**/api/desk/handovers**', (route) => route.abort())
  await page.goto(`${api.url}team/handovers`)
  await page.getByRole('button', { name: /再试|重试/ }).waitFor()
  expect(await violations(page)).toEqual([])
})
