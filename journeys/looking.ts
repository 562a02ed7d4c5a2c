import { mkdirSync } from 'node:fs'
import type { Page, Request } from 'playwright-core'
import { expect } from 'vitest'
import { overflow, violations } from '../faces/web/testing/browser.ts'

const SHOTS = process.env.SHOTS
const QUIET_TURN_MS = 40,
  QUIET_TURNS = 3,
  QUIET_WITHIN_MS = 2_000
/** A console line that only says that the service is away or refused something is the journey's own doing. */
const expected = /Failed to load resource: (net::ERR_|the server responded with a status of (401|409|422|503))/

const STREAM = '/api/desk/changes'
/** What each page is still waiting for. The desk's stream of changes never ends and is not waited for. */
const waiting = new WeakMap<Page, Set<Request>>()

/** Collects what a page complains about: broken scripts, console errors, refused content; and follows what it asks for (`quiet`). */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  const open = new Set<Request>()
  waiting.set(page, open)
  page.on('request', (request) => {
    if (!request.url().endsWith(STREAM)) open.add(request)
  })
  page.on('requestfinished', (request) => open.delete(request))
  page.on('requestfailed', (request) => open.delete(request))
  page.on('pageerror', (error) => complaints.push(`${page.url()} ${String(error)}`))
  page.on('console', (message) => {
    const text = message.text()
    if ((message.type() === 'error' && !expected.test(text)) || /Content.Security/i.test(text))
      complaints.push(`${page.url()} ${text}`)
  })
  return complaints
}

/** Where a page stands when the journey breaks off; only with SHOTS=folder. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (!SHOTS) return
  mkdirSync(SHOTS, { recursive: true })
  await page.screenshot({ path: `${SHOTS}/${name}.png` }).catch(() => undefined)
}

/** Tells how far the journey is. */
export const say = (line: string): void => console.log(`  · ${line}`)

/** Waits until a page that `complaintsOf` follows has had everything it asked for, and asked for nothing more; two seconds at most. */
export async function quiet(page: Page): Promise<void> {
  const until = Date.now() + QUIET_WITHIN_MS
  for (let still = 0; still < QUIET_TURNS && Date.now() < until; ) {
    await page.waitForTimeout(QUIET_TURN_MS)
    still = waiting.get(page)?.size === 0 ? still + 1 : 0
  }
}

/** The page fits its screen and axe has nothing to say; with SHOTS=folder it is also kept as a picture. */
export async function looksRight(page: Page, name: string, { fullPage = true } = {}): Promise<void> {
  await quiet(page)
  if (SHOTS) {
    mkdirSync(SHOTS, { recursive: true })
    await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage })
  }
  expect.soft(await overflow(page), `${name} is wider than the screen`).toBe(0)
  expect.soft(await violations(page), `axe: ${name}`).toEqual([])
}
