/// <reference types="node" />
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { beSignedIn, newContext, newWindow, openBrowser, type Desk } from './browser.ts'
import { buildDesk } from './built.ts'
import { startMockApi, type MockApi } from './mock-api.ts'

/** Somebody at the built desk with the API in memory; complaints of the browser fail the test. */
export interface DeskVisit {
  readonly api: MockApi
  readonly desk: Desk
  /** Signed in on a page of the desk, the first one when none is named. */
  open(login: string, at?: string, wish?: { width?: number }): Promise<Page>
  /** The same before anybody has signed in. */
  openUnknown(wish?: { width?: number }): Promise<Page>
  /** Kept where SCREENSHOTS names a folder, to be looked at. `height`: of the screen, for pages that scroll inside. */
  keep(name: string, wish?: { height?: number }): Promise<void>
}

const WIDE = 1440

/**
 * The world is new for each test and so are window, cookies and what the page stored. The browser's cache is not: the
 * desk's scripts are fetched and compiled once for a file of tests, which took half of the time.
 */
export function visitingDesk(): DeskVisit {
  let browser: Browser, api: MockApi, desk: Desk | undefined
  const contexts = new Map<number, BrowserContext>()

  beforeAll(async () => {
    browser = await openBrowser()
    api = await startMockApi(buildDesk())
  })
  afterAll(async () => {
    await browser.close()
    await api.close()
  })
  beforeEach(() => {
    api.renew()
  })
  afterEach(() => leave())

  const seen = () => {
    if (!desk) throw new Error('nobody has opened the desk yet')
    return desk
  }
  const leave = async () => {
    const { complaints, page, context } = seen()
    desk = undefined
    await context.setOffline(false)
    await context.unrouteAll({ behavior: 'ignoreErrors' })
    await page.goto(`${api.url}assets/nothing`)
    await page.evaluate(() => {
      localStorage.clear()
      sessionStorage.clear()
    })
    await page.close()
    await context.clearCookies()
    expect(complaints).toEqual([])
  }
  const window = async (width = WIDE) => {
    if (desk) await leave()
    const context = contexts.get(width) ?? (await newContext(browser, width))
    contexts.set(width, context)
    return (desk = await newWindow(context, api))
  }
  return {
    get api() {
      return api
    },
    get desk() {
      return seen()
    },
    async open(login, at = '', { width } = {}) {
      const opened = await window(width)
      await beSignedIn(opened, api, login)
      await opened.page.goto(`${api.url}${at}`)
      await opened.page.getByRole('banner').waitFor()
      return opened.page
    },
    async openUnknown({ width } = {}) {
      const { page } = await window(width)
      await page.goto(api.url)
      return page
    },
    async keep(name, { height } = {}) {
      const to = process.env['SCREENSHOTS']
      if (to === undefined) return
      mkdirSync(to, { recursive: true })
      const { page } = seen(),
        size = page.viewportSize()
      if (height !== undefined && size) await page.setViewportSize({ ...size, height })
      await page.screenshot({ path: join(to, `${name}.png`), fullPage: height === undefined, animations: 'disabled' })
      if (height !== undefined && size) await page.setViewportSize(size)
    },
  }
}
