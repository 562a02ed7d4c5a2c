import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { looksRight, quiet, say } from './looking.ts'
import { CITIZEN, namesIn, pictureOf } from './pages/addresses.ts'
import { Sample, visitor, type Visitor } from './pages/sample.ts'

// Every page of the citizen's face on the sample district: it fits its screen, axe has nothing to say, no rule of its policy is
// broken, and a first visit stays light.

const LIMIT_KB = 150
/** A page that waits for a crowded machine is slow, not wrong; what comes after it must not find it half loaded. */
const PAGE_MS = 180_000,
  GOTO_MS = 120_000

let sample: Sample
let stranger: Visitor

beforeAll(async () => {
  sample = await Sample.open()
  stranger = await visitor(sample.browser)
}, 240_000)
afterAll(() => sample?.close())

it('every route has an address to look at', () => {
  expect(CITIZEN.routes.length).toBeGreaterThan(20)
  expect(CITIZEN.untold).toEqual([])
  for (const name of namesIn(CITIZEN.pages)) expect(sample.thing(name), name).toBeTruthy()
})

async function firstVisit({ page, complaints, scripts }: Visitor, path: string, picture: string): Promise<void> {
  complaints.length = scripts.length = 0
  await page.goto(sample.server.url + sample.address(path), { timeout: GOTO_MS })
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await quiet(page)
  const loaded = scripts.reduce((sum, size) => sum + size, 0) / 1024
  say(`${path}: ${loaded.toFixed(0)} KB of script`)
  expect.soft(scripts.length, 'scripts counted').toBeGreaterThan(0)
  expect.soft(loaded, `${path}: KB of script`).toBeLessThanOrEqual(LIMIT_KB)
  await looksRight(page, picture)
  expect(complaints).toEqual([])
}

describe('the citizen at 360 pixels, a first visit each', () => {
  it.each(CITIZEN.pages)('%s', (path) => firstVisit(sample.citizen, path, `every-web${pictureOf(path)}`), PAGE_MS)

  it.each(CITIZEN.pages.filter((path) => /^\/(me|case)\b/.test(path)))(
    '%s before saying who one is',
    (path) => firstVisit(stranger, path, `every-stranger${pictureOf(path)}`),
    PAGE_MS,
  )

  // A development build of the libraries is twice as heavy and as slow; it passed unseen once.
  it('the libraries are those for users', async () => {
    await stranger.page.goto(sample.server.url)
    const scripts = await stranger.page
      .locator('script[src]')
      .evaluateAll((all) => all.map((one) => (one as HTMLScriptElement).src))
    expect(scripts.length).toBeGreaterThan(0)
    for (const src of scripts) expect(await (await fetch(src)).text()).not.toContain('Download the React DevTools')
  })
})

describe('what the service sends names the files of the page that is opened', () => {
  const filesOf = async (path: string) => {
    const html = await (await fetch(sample.server.url + path)).text()
    return [...html.matchAll(/<link rel="(?:modulepreload|stylesheet)"[^>]* href="([^"]+)"/g)].map(
      ([, href]) => href ?? '',
    )
  }

  it.each(CITIZEN.pages.filter((path) => path !== '/'))('%s', async (path) => {
    const start = await filesOf('/'),
      own = (await filesOf(sample.address(path))).filter((href) => !start.includes(href))
    expect(own.length).toBeGreaterThan(0)
    for (const href of own) {
      const reply = await fetch(sample.server.url + href)
      expect([reply.status, reply.headers.get('content-type')?.split(';')[0]], href).toEqual([
        200,
        href.endsWith('.css') ? 'text/css' : 'application/javascript',
      ])
    }
  })
})

describe('what has no route of its own', () => {
  it.each(['/desk/', '/nowhere', '/api/'])(
    '%s',
    async (path) => {
      const { page, complaints } = stranger
      complaints.length = 0
      await page.goto(sample.server.url + path, { timeout: GOTO_MS })
      await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' })
      await looksRight(page, `every-other${pictureOf(path)}`)
      expect(complaints).toEqual([])
    },
    PAGE_MS,
  )
})
