/// <reference types="node" />
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { AxeResults } from 'axe-core'
import { chromium, type Browser, type Page } from 'playwright-core'

export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const SETTLED_MS = 5_000
/** As a page of its own would load it: half of what the library hands out as text. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: FLAGS })

/** Waits until colours have stopped changing: a button caught between disabled and enabled has neither one's contrast. */
const settled = async (): Promise<void> => {
  // An opening panel begins to fade in a frame or two after it is there.
  for (let still = 0; still < 3; ) {
    await new Promise((resolve) => {
      requestAnimationFrame(resolve)
    })
    const passing = document
      .getAnimations()
      .filter((one) => one.playState === 'running' && one.effect?.getComputedTiming().iterations !== Infinity)
    still = passing.length === 0 ? still + 1 : 0
    await Promise.allSettled(passing.map((one) => one.finished))
  }
}

/** All rules on the whole page; only what is violated is described, which is several times quicker than describing all. */
const judged = (): Promise<AxeResults['violations']> =>
  (window as unknown as { axe: typeof axe }).axe
    .run(document, { resultTypes: ['violations'], iframes: false, elementRef: false })
    .then(({ violations }) => violations)

/**
 * Rule and first element of each accessibility violation; empty when there is none. axe runs in the page itself: no page of ours
 * has frames, and the wrapper for pages that have some took six times as long.
 */
export async function violations(page: Page): Promise<string[]> {
  // A page that is still being fetched has no heading yet; one that never gets one is told by axe.
  await page
    .locator('h1')
    .first()
    .waitFor({ timeout: SETTLED_MS })
    .catch(() => undefined)
  // A frame that never comes, or an animation taken over by another one, must not hold a test up for ever; axe then judges what is there.
  await Promise.race([
    page.evaluate(settled),
    new Promise((resolve) => {
      setTimeout(resolve, SETTLED_MS)
    }),
  ])
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE)
  const found = await page.evaluate(judged)
  return found.map(
    (one) => `${one.id}: ${one.nodes[0]?.html.slice(0, 200) ?? ''} ${one.nodes[0]?.failureSummary ?? ''}`,
  )
}

/** Pixels by which the page is wider than the screen. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
