/// <reference types="node" />
import AxeBuilder from '@axe-core/playwright'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { PASSWORD } from './mock-people.ts'
import type { MockApi } from './mock-api.ts'

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: FLAGS })

/** Waits until colours have stopped changing: a button caught between disabled and enabled has neither one's contrast. */
const settled = async (): Promise<void> => {
  // An opening panel begins to fade in a frame or two after it is there.
  for (let still = 0; still < 3; ) {
    await new Promise((resolve) => { requestAnimationFrame(resolve) })
    const passing = document.getAnimations().filter((one) => one.playState === 'running' && one.effect?.getComputedTiming().iterations !== Infinity)
    still = passing.length === 0 ? still + 1 : 0
    await Promise.allSettled(passing.map((one) => one.finished))
  }
}

/** Rule and first element of each accessibility violation; empty when there is none. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(settled)
  const found = await new AxeBuilder({ page }).analyze()
  return found.violations.map((one) => `${one.id}: ${one.nodes[0]?.html.slice(0, 200) ?? ''} ${one.nodes[0]?.failureSummary ?? ''}`)
}

/** Pixels by which the page is wider than the screen. */
export const overflow = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

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
