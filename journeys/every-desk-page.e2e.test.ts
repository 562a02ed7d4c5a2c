import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { looksRight } from './looking.ts'
import { DESK, namesIn, pictureOf } from './pages/addresses.ts'
import { PHONE, Sample } from './pages/sample.ts'

// Every page of the desk on the sample district, at a wide screen and at a phone's: it fits, axe has nothing to say, and no rule of
// its policy is broken.

/** A page that waits for a crowded machine is slow, not wrong; what comes after it must not find it half loaded. */
const PAGE_MS = 180_000,
  GOTO_MS = 120_000
const WIDE = { width: 1440, height: 900 }
const FOR_ADMINISTRATOR = /^\/(admin|network\/data)\b/

let sample: Sample

beforeAll(async () => {
  sample = await Sample.open()
}, 240_000)
afterAll(() => sample?.close())

it('every route has an address to look at', () => {
  expect(DESK.routes.length).toBeGreaterThan(15)
  expect(DESK.untold).toEqual([])
  for (const name of namesIn(DESK.pages)) expect(sample.thing(name), name).toBeTruthy()
})

describe('the desk at 1440 and at 360 pixels', () => {
  it.each([...DESK.pages, '/nowhere'])(
    '%s',
    async (path) => {
      const { page, complaints } = FOR_ADMINISTRATOR.test(path) ? sample.admin : sample.director
      complaints.length = 0
      await page.setViewportSize(WIDE)
      await page.goto(`${sample.server.url}/desk${sample.address(path)}`, { timeout: GOTO_MS })
      await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' })
      await page.locator('.ant-skeleton').first().waitFor({ state: 'detached' })
      await looksRight(page, `every-desk${pictureOf(path)}`, { fullPage: false })
      await page.setViewportSize(PHONE)
      await looksRight(page, `every-desk-360${pictureOf(path)}`, { fullPage: false })
      expect(complaints).toEqual([])
    },
    PAGE_MS,
  )
})
