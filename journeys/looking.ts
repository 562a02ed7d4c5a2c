import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { overflow, violations } from '../faces/web/testing/browser.ts'

const SHOTS = process.env.SHOTS
/** A console line that only says that the service is away or refused something is the journey's own doing. */
const expected = /Failed to load resource: (net::ERR_|the server responded with a status of (401|409|422|503))/

/** Collects what a page complains about: broken scripts, console errors, refused content. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(`${page.url()} ${String(error)}`))
  page.on('console', (message) => {
    const text = message.text()
    if ((message.type() === 'error' && !expected.test(text)) || /Content.Security/i.test(text)) complaints.push(`${page.url()} ${text}`)
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

/** The page fits its screen and axe has nothing to say; with SHOTS=folder it is also kept as a picture. `quiet`: nothing is being loaded any more. */
export async function looksRight(page: Page, name: string, { fullPage = true, quiet = false } = {}): Promise<void> {
  // an open stream of changes keeps the desk's network busy for ever
  if (!quiet) await page.waitForLoadState('networkidle', { timeout: 1_000 }).catch(() => undefined)
  if (SHOTS) {
    mkdirSync(SHOTS, { recursive: true })
    await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage })
  }
  expect.soft(await overflow(page), `${name} is wider than the screen`).toBe(0)
  expect.soft(await violations(page), `axe: ${name}`).toEqual([])
}
