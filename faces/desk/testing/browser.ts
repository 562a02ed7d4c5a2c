/// <reference types="node" />
import { randomUUID } from 'node:crypto'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { PASSWORD } from './mock-people.ts'
import type { MockApi } from './mock-api.ts'

export { openBrowser, overflow, violations } from '../../testing/looks.ts'

export interface Desk {
  page: Page
  context: BrowserContext /** scripts that broke and rules of the page's policy that were broken */
  complaints: string[]
}

/** Without motion: half of a test would be waiting for panels to come to rest. Journeys go with it. */
export const newContext = (browser: Browser, width: number): Promise<BrowserContext> =>
  browser.newContext({
    viewport: { width, height: width < 700 ? 740 : 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    acceptDownloads: true,
    reducedMotion: 'reduce',
  })

/** A window with nothing in it yet, at the time of the mock. */
export async function newWindow(context: BrowserContext, api: MockApi): Promise<Desk> {
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (/Content Security Policy|unique "?key|not recognized|Warning: \[antd/.test(message.text()))
      complaints.push(message.text())
  })
  await page.clock.setFixedTime(api.world.now)
  return { page, context, complaints }
}

/** Signs in by the form, as people do. */
export async function signIn({ page }: Desk, login: string, password = PASSWORD, totp?: string): Promise<void> {
  await page.getByLabel('账号').fill(login)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  if (totp === undefined) return
  await page.getByLabel('动态验证码').fill(totp)
  await page.getByRole('button', { name: '继续' }).click()
}

/** Signs in without the form: for tests of what comes after it. */
export async function beSignedIn({ context }: Desk, api: MockApi, login: string): Promise<void> {
  const totp = api.world.staff.get(login)?.totp
  const reply = await context.request.post(new URL('/api/desk/session', api.url).href, {
    data: { login, password: PASSWORD, ...(totp ? { totp } : {}) },
    headers: { 'x-fatong': '1', 'idempotency-key': randomUUID() },
  })
  if (!reply.ok()) throw new Error(`${login} cannot sign in: ${await reply.text()}`)
}
