import { randomUUID } from 'node:crypto'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { vi } from 'vitest'
import { openBrowser } from '../../faces/testing/looks.ts'
import { Desk } from '../desk.ts'
import { complaintsOf } from '../looking.ts'
import { JourneyServer } from '../server.ts'

export const PHONE = { width: 360, height: 740 }

export interface Visitor {
  page: Page
  complaints: string[] /** bytes of each script that the page asked for */
  scripts: number[]
}

/** A service with the sample district and something of each kind in it, so that no page is looked at empty; and who looks. */
export class Sample {
  private readonly known: Record<string, string | undefined> = {}

  private constructor(
    readonly server: JourneyServer,
    readonly browser: Browser,
    readonly admin: Desk,
    readonly director: Desk,
    readonly citizen: Visitor,
  ) {}

  static async open(): Promise<Sample> {
    const server = await JourneyServer.open(),
      browser = await openBrowser()
    const sample = new Sample(
      server,
      browser,
      await Desk.signIn(browser, server, 'admin'),
      await Desk.signIn(browser, server, 'zhuren'),
      await visitor(browser),
    )
    await sample.prepare()
    return sample
  }

  async close(): Promise<void> {
    await this.browser.close()
    await this.server.close()
  }

  /** What a name in braces stands for. */
  thing = (name: string): string | undefined => this.known[name]
  address = (path: string): string =>
    path.replace(/\{(\w+)\}/g, (_whole, name: string) => this.known[name] ?? `no-${name}`)

  private async prepare(): Promise<void> {
    const staff = this.director.page.context(),
      office = this.admin.page.context(),
      phoneOf = this.citizen.page.context()
    interface Line {
      id: string
      number: string
      status: string
    }
    const { items } = await this.send<{ items: Line[] }>(staff, 'GET', '/desk/queue?queue=all&limit=100')
    const line = items.find(({ status }) => status === 'assigned' || status === 'inProgress') ?? items[0]
    if (!line) throw new Error('no sample case')
    const page = await this.send<{ people: { personId: string; part: string; name: string }[] }>(
      staff,
      'GET',
      `/desk/cases/${line.id}`,
    )
    const person = page.people.find(({ part }) => part === 'applicant')
    const { phone } = await this.send<{ phone: string }>(staff, 'POST', `/desk/cases/${line.id}/reveal`, {
      personId: person?.personId,
      why: '核对电话',
    })
    await this.send(phoneOf, 'POST', '/citizen/code', { phone })
    const { items: texts } = await this.send<{ items: { text: string }[] }>(office, 'GET', '/desk/simulated-sms')
    const code = texts.map(({ text }) => /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0]).find(Boolean)
    await this.send(phoneOf, 'POST', '/citizen/session', { phone, code, name: person?.name })
    const { id: question } = await this.send<{ id: string }>(phoneOf, 'POST', '/questions', {
      question: '我家的皮影箱子被剧团借去弄丢了，按道具折旧赔我，行吗？',
    })
    const { items: places } = await this.send<{ items: { id: string }[] }>(phoneOf, 'GET', '/service-points')
    const { items: guides } = await this.send<{ items: { slug: string }[] }>(phoneOf, 'GET', '/guides')
    Object.assign(this.known, {
      case: line.id,
      number: line.number,
      question,
      place: places[0]?.id,
      guide: guides.find(({ slug }) => slug.startsWith('wages/'))?.slug ?? guides[0]?.slug,
    })

    const text =
      '样例借用物品规定\n（2020年5月1日公布 自2020年6月1日起施行）\n第一条　为了让借东西的人爱惜东西，制定本规定。\n第二条　借用的物品弄丢的，借用人应当照价赔偿。\n第三条　借用人应当按时归还。\n'
    await this.send(
      office,
      'POST',
      `/desk/library/import?name=${encodeURIComponent('样例借用物品规定.txt')}`,
      Buffer.from(text),
    )
    const law = await vi.waitFor(
      async () => {
        const [first] = (await this.send<{ items: { id: string }[] }>(phoneOf, 'GET', '/laws')).items
        if (!first) throw new Error('the text is not in the library yet')
        return first.id
      },
      { timeout: 60_000, interval: 500 },
    )
    const { articles } = await this.send<{ articles: { id: string }[] }>(phoneOf, 'GET', `/laws/${law}`)
    const told = randomUUID()
    await this.send(office, 'PUT', `/desk/typical-cases/${told}`, {
      title: '借的东西丢了',
      topic: '借东西',
      body: '## 经过\n借了皮影箱子，弄丢了。\n\n## 结果\n照价赔偿。',
      result: '照价赔偿',
    })
    await this.send(staff, 'POST', `/desk/typical-cases/${told}/state`, { state: 'published', version: 1 })
    Object.assign(this.known, { law, article: articles[1]?.id, told, code: 'AAAABBBBCCCC' })
  }

  /** What a page of ours would send, in the name of whoever is signed in there. */
  private async send<T>(
    context: BrowserContext,
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    data?: object | Buffer,
  ): Promise<T> {
    const headers = {
      'x-fatong': '1',
      'idempotency-key': randomUUID(),
      ...(Buffer.isBuffer(data) ? { 'content-type': 'application/octet-stream' } : {}),
    }
    const reply = await context.request.fetch(`${this.server.url}/api${path}`, {
      method,
      headers,
      ...(data === undefined ? {} : { data }),
    })
    if (!reply.ok()) throw new Error(`${method} ${path}: ${reply.status()} ${await reply.text()}`)
    return (await reply.body()).length > 0 ? ((await reply.json()) as T) : (undefined as T)
  }
}

/** A phone that counts scripts as the service sends them, also those that it kept from an earlier page: to a first visitor they all come. */
export async function visitor(browser: Browser): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: PHONE,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    hasTouch: true,
    isMobile: true,
  })
  const page = await context.newPage()
  const scripts: number[] = []
  page.on('response', (reply) => {
    if (reply.request().resourceType() === 'script') scripts.push(Number(reply.headers()['content-length']))
  })
  return { page, complaints: complaintsOf(page), scripts }
}
