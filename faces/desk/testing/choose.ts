/// <reference types="node" />
import type { Page } from 'playwright-core'

const TRIES = 3

/** Chooses in a list that drops down, and goes on when the field shows it: under load a list can move away from under the pointer. */
export async function choose(page: Page, field: string, option: string): Promise<void> {
  const at = page.getByLabel(field, { exact: true }),
    shown = page.locator('.ant-select').filter({ has: at }).getByText(option, { exact: true })
  for (let left = TRIES; ; left -= 1) {
    await at.click()
    await page
      .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
      .getByText(option, { exact: true })
      .click()
    const taken = await shown.waitFor({ timeout: 5_000 }).then(
      () => true,
      () => false,
    )
    if (taken) return
    if (left === 1) throw new Error(`${field} does not show ${option} after it was chosen`)
    await page.keyboard.press('Escape')
  }
}
