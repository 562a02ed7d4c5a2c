/// <reference types="node" />
import AxeBuilder from '@axe-core/playwright'
import { chromium, type Browser, type Page } from 'playwright-core'

export const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS })

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
  return found.violations.map((one) => `${one.id}: ${one.nodes[0]?.html.slice(0, 160) ?? ''} ${one.nodes[0]?.failureSummary ?? ''}`)
}

/** Pixels by which the page is wider than the screen. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
