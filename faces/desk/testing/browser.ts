/// <reference types="node" />
import { type Browser, type BrowserContext, type Page } from 'playwright-core'
import { PASSWORD } from './mock-people.ts'
import type { MockApi } from './mock-api.ts'

export { openBrowser, overflow, violations } from '../../testing/looks.ts'

export interface Desk { page: Page; context: BrowserContext; /** scripts that broke and rules of the page's policy that were broken */ complaints: string[] }

/** A window on the sign-in page, at the time of the mock. */
export async function openDesk(browser: Browser, api: MockApi, width = 1440): Promise<Desk> {
  const context = await browser.newContext({ viewport: { width, height: width < 700 ? 740 : 900 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', acceptDownloads: true })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => { if (/Content Security Policy|unique "?key|not recognized|Warning: \[antd/.test(message.text())) complaints.push(message.text()) })
  await page.clock.setFixedTime(api.world.now)
  await page.goto(api.url)
  return { page, context, complaints }
}

export async function signIn({ page }: Desk, login: string, password = PASSWORD, totp?: string): Promise<void> {
  await page.getByLabel('账号').fill(login)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  if (totp === undefined) return
  await page.getByLabel('动态验证码').fill(totp)
  await page.getByRole('button', { name: '继续' }).click()
}
