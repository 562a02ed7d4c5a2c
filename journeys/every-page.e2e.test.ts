import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openBrowser } from '../faces/testing/looks.ts'
import { Desk } from './desk.ts'
import { complaintsOf, looksRight, say } from './looking.ts'
import { JourneyServer } from './server.ts'

// Every page of both faces on the sample district: it fits its screen, axe has nothing to say, no rule of its policy is
// broken, and a citizen's first visit stays light. The addresses are those of the routers: a page that is added is looked
// at; one whose address has a part that nothing here fills in fails until it is told.

const LIMIT_KB = 150
/** A page that waits for a crowded machine is slow, not wrong; what comes after it must not find it half loaded. */
const PAGE_MS = 180_000, GOTO_MS = 120_000
const PHONE = { width: 360, height: 740 }, WIDE = { width: 1440, height: 900 }
const FOR_ADMINISTRATOR = /^\/(admin|network\/data)\b/
/** What is behind the question mark where a page shows nothing without it. */
const ASKED: Readonly<Record<string, string>> = { '/ask': '老板欠工资', '/find': '工资', '/search': '王' }
/** Pages whose parts have addresses of their own; the names are those of the page's PARTS. */
const PARTED: Readonly<Record<string, string>> = {
  '/quality/:section?': 'quality/quality-page.tsx', '/assignments/:section?': 'assignments/assignments-page.tsx', '/network/:section?': 'network/network-page.tsx',
  '/team/:section?': 'team/team-page.tsx', '/library/:section?': 'library/library-page.tsx', '/admin/:section?': 'admin/admin-page.tsx',
}
/** Which thing of the sample district stands for the parts of an address. */
const FILLED: Readonly<Record<string, string>> = {
  '/case/:number': '/case/{number}', '/me/questions/:id': '/me/questions/{question}', '/points/:id/book': '/points/{place}/book', '/cases/:id': '/cases/{told}',
  '/law/articles/:id': '/law/articles/{article}', '/law/:id': '/law/{law}', '/verify/:code': '/verify/{code}', '/guides/:topic/:name': '/guides/{guide}', '/calculate/:which': '/calculate/overtime',
}
const FILLED_AT_DESK: Readonly<Record<string, string>> = {
  '/queue/:name': '/queue/all', '/cases/:id': '/cases/{case}', '/questions/:id': '/questions/{question}', '/guides/:topic/:name': '/guides/{guide}', '/guides/:topic/:name/edit': '/guides/{guide}/edit',
}

const source = (file: string) => readFileSync(join(import.meta.dirname, '../faces', file), 'utf8')
const routesIn = (file: string) => [...source(file).matchAll(/<Route path="([^"]+)"/g)].map(([, path]) => path ?? '')
const partsIn = (page: string) => [...(/\bconst PARTS\b[^{]*\{([^}]*)\}/.exec(source(`desk/${page}`))?.[1] ?? '').matchAll(/(\w+):/g)].map(([, name]) => name ?? '')

/** The addresses of a route; none when nothing here says what its parts are. */
function addressesOf(route: string, filled: Readonly<Record<string, string>>): string[] {
  const page = PARTED[route]
  if (page) return partsIn(page).map((part) => route.replace(':section?', part))
  const path = filled[route] ?? route
  return path.includes(':') ? [] : [ASKED[path] ? `${path}?q=${encodeURIComponent(ASKED[path])}` : path]
}
const CITIZEN = routesIn('web/app/App.tsx'), DESK = routesIn('desk/app.tsx')
const CITIZEN_PAGES = CITIZEN.flatMap((route) => addressesOf(route, FILLED)), DESK_PAGES = DESK.flatMap((route) => addressesOf(route, FILLED_AT_DESK))

let server: JourneyServer
let browser: Browser
let admin: Desk
let director: Desk
let citizen: Phone
let stranger: Phone
const known: Record<string, string | undefined> = {}
const address = (path: string) => path.replace(/\{(\w+)\}/g, (_whole, name: string) => known[name] ?? `no-${name}`)
const pictureOf = (path: string) => decodeURIComponent(path).replace(/[^\p{L}\p{N}]+/gu, '-')

interface Phone { page: Page; complaints: string[]; /** bytes of each script that the page asked for */ scripts: number[] }
/** A phone that counts scripts as the service sends them, also those that it kept from an earlier page: to a first visitor they all come. */
async function openPhone(): Promise<Phone> {
  const context = await browser.newContext({ viewport: PHONE, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', hasTouch: true, isMobile: true })
  const page = await context.newPage()
  const scripts: number[] = []
  page.on('response', (reply) => { if (reply.request().resourceType() === 'script') scripts.push(Number(reply.headers()['content-length'])) })
  return { page, complaints: complaintsOf(page), scripts }
}

/** What a page of ours would send, in the name of whoever is signed in there. */
async function send<T>(context: BrowserContext, method: 'GET' | 'POST' | 'PUT', path: string, data?: object | Buffer): Promise<T> {
  const headers = { 'x-fatong': '1', 'idempotency-key': randomUUID(), ...(Buffer.isBuffer(data) ? { 'content-type': 'application/octet-stream' } : {}) }
  const reply = await context.request.fetch(`${server.url}/api${path}`, { method, headers, ...(data === undefined ? {} : { data }) })
  if (!reply.ok()) throw new Error(`${method} ${path}: ${reply.status()} ${await reply.text()}`)
  return (await reply.body()).length > 0 ? (await reply.json()) as T : (undefined as T)
}

beforeAll(async () => {
  server = await JourneyServer.open()
  browser = await openBrowser()
  admin = await Desk.signIn(browser, server, 'admin')
  director = await Desk.signIn(browser, server, 'zhuren')
  citizen = await openPhone()
  stranger = await openPhone()
  await prepare()
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

/** Something of each kind, so that no page is looked at empty. */
async function prepare(): Promise<void> {
  const staff = director.page.context(), office = admin.page.context(), phoneOf = citizen.page.context()
  interface Line { id: string; number: string; status: string }
  const { items } = await send<{ items: Line[] }>(staff, 'GET', '/desk/queue?queue=all&limit=100')
  const line = items.find(({ status }) => status === 'assigned' || status === 'inProgress') ?? items[0]
  if (!line) throw new Error('no sample case')
  const page = await send<{ people: { personId: string; part: string; name: string }[] }>(staff, 'GET', `/desk/cases/${line.id}`)
  const person = page.people.find(({ part }) => part === 'applicant')
  const { phone } = await send<{ phone: string }>(staff, 'POST', `/desk/cases/${line.id}/reveal`, { personId: person?.personId, why: '核对电话' })
  await send(phoneOf, 'POST', '/citizen/code', { phone })
  const { items: texts } = await send<{ items: { text: string }[] }>(office, 'GET', '/desk/simulated-sms')
  const code = texts.map(({ text }) => /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0]).find(Boolean)
  await send(phoneOf, 'POST', '/citizen/session', { phone, code, name: person?.name })
  const { id: question } = await send<{ id: string }>(phoneOf, 'POST', '/questions', { question: '我家的皮影箱子被剧团借去弄丢了，按道具折旧赔我，行吗？' })
  const { items: places } = await send<{ items: { id: string }[] }>(phoneOf, 'GET', '/service-points')
  const { items: guides } = await send<{ items: { slug: string }[] }>(phoneOf, 'GET', '/guides')
  Object.assign(known, { case: line.id, number: line.number, question, place: places[0]?.id, guide: guides.find(({ slug }) => slug.startsWith('wages/'))?.slug ?? guides[0]?.slug })

  const text = '样例借用物品规定\n（2020年5月1日公布 自2020年6月1日起施行）\n第一条　为了让借东西的人爱惜东西，制定本规定。\n第二条　借用的物品弄丢的，借用人应当照价赔偿。\n第三条　借用人应当按时归还。\n'
  await send(office, 'POST', `/desk/library/import?name=${encodeURIComponent('样例借用物品规定.txt')}`, Buffer.from(text))
  const law = await vi.waitFor(async () => {
    const [first] = (await send<{ items: { id: string }[] }>(phoneOf, 'GET', '/laws')).items
    if (!first) throw new Error('the text is not in the library yet')
    return first.id
  }, { timeout: 60_000, interval: 500 })
  const { articles } = await send<{ articles: { id: string }[] }>(phoneOf, 'GET', `/laws/${law}`)
  const told = randomUUID()
  await send(office, 'PUT', `/desk/typical-cases/${told}`, { title: '借的东西丢了', topic: '借东西', body: '## 经过\n借了皮影箱子，弄丢了。\n\n## 结果\n照价赔偿。', result: '照价赔偿' })
  await send(staff, 'POST', `/desk/typical-cases/${told}/state`, { state: 'published' })
  Object.assign(known, { law, article: articles[1]?.id, told, code: 'AAAABBBBCCCC' })
}

it('every route of both faces has an address to look at', () => {
  expect(CITIZEN.length).toBeGreaterThan(20)
  expect(DESK.length).toBeGreaterThan(15)
  expect(CITIZEN.filter((route) => addressesOf(route, FILLED).length === 0)).toEqual([])
  expect(DESK.filter((route) => addressesOf(route, FILLED_AT_DESK).length === 0)).toEqual([])
  for (const [, name] of [...CITIZEN_PAGES, ...DESK_PAGES].flatMap((path) => [...path.matchAll(/\{(\w+)\}/g)])) expect(known[name ?? ''], name).toBeTruthy()
})

async function firstVisit({ page, complaints, scripts }: Phone, path: string, picture: string): Promise<void> {
  complaints.length = scripts.length = 0
  await page.goto(server.url + address(path), { waitUntil: 'networkidle', timeout: GOTO_MS })
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  const loaded = scripts.reduce((sum, size) => sum + size, 0) / 1024
  say(`${path}: ${loaded.toFixed(0)} KB of script`)
  expect.soft(scripts.length, 'scripts counted').toBeGreaterThan(0)
  expect.soft(loaded, `${path}: KB of script`).toBeLessThanOrEqual(LIMIT_KB)
  await looksRight(page, picture)
  expect(complaints).toEqual([])
}

describe('the citizen at 360 pixels, a first visit each', () => {
  it.each(CITIZEN_PAGES)('%s', (path) => firstVisit(citizen, path, `every-web${pictureOf(path)}`), PAGE_MS)

  it.each(CITIZEN_PAGES.filter((path) => /^\/(me|case)\b/.test(path)))('%s before saying who one is', (path) => firstVisit(stranger, path, `every-stranger${pictureOf(path)}`), PAGE_MS)

  // A development build of the libraries is twice as heavy and as slow; it passed unseen once.
  it('the libraries are those for users', async () => {
    await stranger.page.goto(server.url)
    const scripts = await stranger.page.locator('script[src]').evaluateAll((all) => all.map((one) => (one as HTMLScriptElement).src))
    expect(scripts.length).toBeGreaterThan(0)
    for (const src of scripts) expect(await (await fetch(src)).text()).not.toContain('Download the React DevTools')
  })
})

describe('the desk at 1440 and at 360 pixels', () => {
  it.each(DESK_PAGES)('%s', async (path) => {
    const { page, complaints } = FOR_ADMINISTRATOR.test(path) ? admin : director
    complaints.length = 0
    await page.setViewportSize(WIDE)
    await page.goto(`${server.url}/desk${address(path)}`, { timeout: GOTO_MS })
    await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' })
    await page.locator('.ant-skeleton').first().waitFor({ state: 'detached' })
    await looksRight(page, `every-desk${pictureOf(path)}`, { fullPage: false })
    await page.setViewportSize(PHONE)
    await looksRight(page, `every-desk-360${pictureOf(path)}`, { fullPage: false, quiet: true })
    expect(complaints).toEqual([])
  }, PAGE_MS)
})

describe('what has no route of its own', () => {
  it.each(['/desk/', '/nowhere', '/api/'])('%s', async (path) => {
    const { page, complaints } = stranger
    complaints.length = 0
    await page.goto(server.url + path, { timeout: GOTO_MS })
    await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' })
    await looksRight(page, `every-other${pictureOf(path)}`)
    expect(complaints).toEqual([])
  }, PAGE_MS)

  it('an unknown address at the desk', async () => {
    const { page, complaints } = director
    complaints.length = 0
    await page.goto(`${server.url}/desk/nowhere`, { timeout: GOTO_MS })
    await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' })
    await looksRight(page, 'every-desk-nowhere', { fullPage: false })
    expect(complaints).toEqual([])
  }, PAGE_MS)
})
