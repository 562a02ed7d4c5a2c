/// <reference types="node" />
import { mkdirSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { openBrowser, overflow, violations } from './browser.ts'
import { buildPages } from './built.ts'
import { startMockApi, type Assess, type MockApi } from './mock-api.ts'

const SHOTS = process.env.SHOTS

/** A phone of 360 px on the built pages and the API in memory, new for each test; complaints of the browser fail it. */
export interface Visit {
  page: Page
  api: MockApi
  context: BrowserContext
  go(path: string): Promise<unknown>
  heading(name: string | RegExp): Promise<void>
  /** Fits 360 px, and axe has nothing to say; with SHOTS=folder it is also kept as a picture. */
  looksRight(name: string): Promise<void>
}

export function visiting(assess: Assess = () => ({})): () => Visit {
  let browser: Browser, visit: Visit, complaints: string[]
  const folder = buildPages()
  beforeAll(async () => {
    browser = await openBrowser()
    if (SHOTS) mkdirSync(SHOTS, { recursive: true })
  })
  afterAll(() => browser.close())
  beforeEach(async () => {
    const api = await startMockApi(folder, assess)
    const context = await browser.newContext({
      viewport: { width: 360, height: 740 },
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      hasTouch: true,
    })
    const page = await context.newPage()
    complaints = []
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('console', (message) => {
      if (/Content Security|hydrat/i.test(message.text())) complaints.push(message.text())
    })
    visit = {
      page,
      api,
      context,
      go: (path) => page.goto(api.url + path),
      heading: (name) => page.getByRole('heading', { level: 1, name }).waitFor(),
      async looksRight(name) {
        if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true })
        expect(await overflow(page), `${name} is wider than the screen`).toBe(0)
        expect(await violations(page), name).toEqual([])
      },
    }
  })
  afterEach(async () => {
    await visit.context.close()
    await visit.api.close()
    expect(complaints).toEqual([])
  })
  return () => visit
}
