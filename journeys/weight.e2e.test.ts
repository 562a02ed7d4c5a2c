import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from '../faces/web/testing/browser.ts'
import { JourneyServer } from './server.ts'

const LIMIT_KB = 150
const PAGES = ['/', '/entitled', '/apply', '/track', '/points', '/me', '/privacy', '/verify', '/calculate', '/calculate/overtime']

let server: JourneyServer
let browser: Browser
beforeAll(async () => {
  server = await JourneyServer.open()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

it.each(PAGES)(`the first visit of %s loads at most ${LIMIT_KB} KB of script, as served`, async (path) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
  try {
    const page = await context.newPage()
    const sizes: Promise<number>[] = []
    page.on('requestfinished', (request) => { if (request.resourceType() === 'script') sizes.push(request.sizes().then((s) => s.responseBodySize)) })
    await page.goto(server.url + path, { waitUntil: 'networkidle' })
    const loaded = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1024
    expect(sizes.length).toBeGreaterThan(0)
    expect(loaded).toBeLessThanOrEqual(LIMIT_KB)
    // A development build of the libraries is twice as heavy and as slow; it passed unseen once.
    const bodies = await Promise.all(sizes.length === 0 ? [] : (await page.locator('script[src]').evaluateAll((all) => all.map((one) => (one as HTMLScriptElement).src))).map(async (src) => (await fetch(src)).text()))
    expect(bodies.join('')).not.toContain('Download the React DevTools')
  } finally {
    await context.close()
  }
})
