/// <reference types="node" />
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { openBrowser, openDesk, signIn, type Desk } from './browser.ts'
import { buildDesk } from './built.ts'
import { startMockApi, type MockApi } from './mock-api.ts'

/** Somebody at the built desk with the API in memory, new for each test; complaints of the browser fail it. */
export interface DeskVisit {
  api: MockApi
  desk: Desk
  /** Signs in and goes to a page, else stays on the first one. `totp`: the digits of an account that has a second factor. */
  open(login: string, at?: string, wish?: { width?: number; totp?: string }): Promise<Page>
  /** Kept where SCREENSHOTS names a folder, to be looked at. */
  keep(name: string): Promise<void>
}

export function visitingDesk(): DeskVisit {
  let browser: Browser
  const dist = buildDesk()
  const visit = {
    async open(login, at, { width, totp } = {}) {
      visit.desk = await openDesk(browser, visit.api, width)
      const { page } = visit.desk
      await signIn(visit.desk, login, undefined, totp)
      await page.getByRole('banner').waitFor()
      if (at !== undefined) await page.goto(`${visit.api.url}${at}`)
      return page
    },
    async keep(name) {
      const to = process.env['SCREENSHOTS']
      if (to === undefined) return
      mkdirSync(to, { recursive: true })
      await visit.desk.page.screenshot({ path: join(to, `${name}.png`), fullPage: true })
    },
  } as DeskVisit
  beforeAll(async () => { browser = await openBrowser() })
  afterAll(() => browser.close())
  beforeEach(async () => { visit.api = await startMockApi(dist) })
  afterEach(async () => {
    const { complaints, context } = visit.desk
    await context.close()
    await visit.api.close()
    expect(complaints).toEqual([])
  })
  return visit
}
