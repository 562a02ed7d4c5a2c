import type { Browser, BrowserContext, Page } from 'playwright-core'
import { complaintsOf, looksRight } from './looking.ts'
import type { Photo } from './photos.ts'

export interface Worker {
  name: string
  idNumber: string
  phone: string
  employer: string
}

/** What the rules ask about unpaid wages, and what this worker says. */
const ANSWERS: readonly [RegExp, string | RegExp][] = [
  [/想要什么/, '把工资要回来'],
  [/农村户口/, '是'],
  [/哪里干|发生在哪里|公司.*哪里/, '在兰州新区'],
  [/在办/, '还没有'],
  [/请了律师/, '不是'],
]

/** A worker's phone: 360 by 740 pixels, a finger, the citizen's face. */
export class Phone {
  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly url: string,
    readonly complaints: string[],
  ) {}

  /** `now`: what its clock says, where it is not today. */
  static async open(browser: Browser, url: string, now?: number): Promise<Phone> {
    const context = await browser.newContext({
      viewport: { width: 360, height: 740 },
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      hasTouch: true,
      isMobile: true,
    })
    if (now !== undefined) await context.clock.install({ time: now })
    const page = await context.newPage()
    return new Phone(page, context, url, complaintsOf(page))
  }

  heading = (name: string | RegExp): Promise<void> => this.page.getByRole('heading', { level: 1, name }).waitFor()
  looks = (name: string): Promise<void> => looksRight(this.page, `phone-${name}`)
  saved = (): Promise<void> => this.page.getByText('已保存', { exact: true }).waitFor()
  private press = (name: string | RegExp): Promise<void> => this.page.getByRole('button', { name }).first().click()
  private pick = (name: string | RegExp): Promise<void> => this.page.getByRole('radio', { name }).first().check()

  /** From the home page to the form. */
  async begin(): Promise<void> {
    await this.page.goto(this.url)
    await this.heading(/律师/)
    await this.looks('home')
    await this.page.goto(`${this.url}/apply`)
    await this.heading('您遇到了什么事？')
    await this.looks('matter')
    await this.pick(/老板欠工资/)
    await this.press('下一步')
    await this.heading('谁来申请？')
    await this.looks('who')
    await this.pick(/我给自己申请/)
    await this.press('下一步')
  }

  async tellWho(worker: Worker): Promise<void> {
    await this.heading('您的身份')
    await this.page.getByLabel('姓名').fill(worker.name)
    await this.page.getByLabel('身份证号').fill(worker.idNumber)
    await this.page.getByText('号码核对无误').waitFor()
    await this.page.getByLabel('手机号').fill(worker.phone)
    await this.page.getByLabel('现在住哪里').fill('中川镇工地宿舍')
    await this.looks('person')
    await this.press('下一步')
    await this.heading('对方是谁？')
    await this.pick(/单位（公司/)
    await this.page.getByLabel('单位名称').fill(worker.employer)
    await this.looks('opponent')
    await this.press('下一步')
    await this.heading('事情是怎么回事？')
  }

  story = () => this.page.getByLabel('说说经过')

  async tellClaim(yuan: string): Promise<void> {
    await this.page.getByLabel('想要回多少钱').fill(yuan)
    await this.saved()
    await this.looks('story')
    await this.press('下一步')
  }

  /** Answers what the rules still ask, until they have nothing left. */
  async answerQuestions(): Promise<void> {
    await this.heading('还有几个问题')
    const done = this.page.getByText('该问的都问完了')
    const legend = this.page.locator('legend').first()
    for (let round = 0; round < 20; round++) {
      await done.or(legend).first().waitFor()
      if (await done.isVisible()) break
      const asked = (await legend.textContent()) ?? ''
      if (round === 0) await this.looks('question')
      const answer = ANSWERS.find(([asks]) => asks.test(asked))?.[1]
      if (answer === undefined) await this.press('不清楚')
      else {
        await this.pick(answer)
        await this.press('下一个')
      }
      await this.page.waitForFunction(`document.querySelector('legend')?.textContent !== ${JSON.stringify(asked)}`)
      await this.page.getByText('正在打开').waitFor({ state: 'hidden' })
    }
    await this.looks('answered')
    await this.press('下一步')
  }

  async addPhotos(photos: readonly Photo[]): Promise<void> {
    await this.heading('拍下材料')
    for (const [index, photo] of photos.entries()) {
      await this.page.getByLabel(/从手机里选：欠薪的凭据/).setInputFiles(photo)
      await this.page.getByText(`共 ${index + 1} 份材料`).waitFor()
    }
    await this.looks('photos')
    await this.press('下一步')
  }

  async consentAndSign(): Promise<void> {
    await this.heading('告知与同意')
    await this.page.getByRole('checkbox', { name: /已经看过/ }).check()
    await this.page.getByRole('checkbox', { name: /我单独同意/ }).check()
    await this.looks('consent')
    await this.press('下一步')
    await this.heading('签名')
    const sheet = this.page.getByRole('img', { name: /签名框/ })
    await sheet.scrollIntoViewIfNeeded()
    const box = await sheet.boundingBox()
    if (!box) throw new Error('no sheet to sign on')
    await this.page.mouse.move(box.x + 40, box.y + 60)
    await this.page.mouse.down()
    for (let i = 0; i < 24; i++) await this.page.mouse.move(box.x + 40 + i * 9, box.y + 70 + 30 * Math.sin(i))
    await this.page.mouse.up()
    await this.looks('signature')
    await this.press('用这个签名')
    await this.page.getByText('已签好').first().waitFor()
    await this.press('下一步')
  }

  async review(): Promise<void> {
    await this.heading('核对一遍')
    await this.page.getByRole('checkbox', { name: /都是真实的/ }).check()
    await this.looks('review')
    await this.press('都对，去提交')
    await this.heading('用手机号确认，就提交')
  }

  /** Hands the application in with the code from the text message; resolves to the case number. */
  async submit(readCode: () => Promise<string>): Promise<string> {
    await this.press('发验证码')
    await this.page.getByText('验证码已发到').waitFor()
    await this.looks('code')
    await this.page.getByLabel('短信里的 6 位数字').fill(await readCode())
    await this.press('提交申请')
    await this.heading('申请已经提交')
    await this.looks('receipt')
    const number = (await this.page.locator('.receipt-number').textContent())?.trim() ?? ''
    await this.page.getByRole('link', { name: '看进度' }).click()
    await this.page.locator('.stations').waitFor()
    return number
  }

  refresh = (): Promise<void> => this.press('刷新')

  /** Supplies what was asked for. */
  async supply(photo: Photo): Promise<void> {
    await this.refresh()
    await this.page.getByText('时间暂停了').waitFor()
    await this.looks('supplement-asked')
    await this.page.getByLabel(/从手机里选：身份证（头像/).setInputFiles(photo)
    await this.page.getByText('已传好').first().waitFor()
    await this.press('补齐了，交给工作人员')
    await this.page.getByText('时间暂停了').waitFor({ state: 'hidden' })
    await this.looks('supplied')
  }

  message = () => this.page.getByLabel('想说什么')

  /** The states of the four stations, in order. */
  async stations(): Promise<string[]> {
    const classes = await Promise.all(
      (await this.page.locator('.station').all()).map((one) => one.getAttribute('class')),
    )
    return classes.map((one) => (one ?? '').replace('station', '').trim())
  }

  /** The promise that stands on the page now: the station it is for and until when. */
  async promise(): Promise<{ step: string; dueAt: number } | undefined> {
    const { steps } = await this.caseNow()
    const now = steps.find(({ state, dueAt }) => state === 'current' && dueAt !== null)
    return now && { step: now.step, dueAt: now.dueAt as number }
  }

  /** When each station was done, by the service's own clock. */
  async doneAt(): Promise<Record<string, number>> {
    const { steps } = await this.caseNow()
    return Object.fromEntries(steps.flatMap(({ step, at }) => (at === null ? [] : [[step, at]])))
  }

  private async caseNow(): Promise<{
    steps: { step: string; state: string; at: number | null; dueAt: number | null }[]
  }> {
    const number = new URL(this.page.url()).pathname.split('/').at(-1) ?? ''
    const reply = await this.context.request.get(`${this.url}/api/citizen/cases/${number}`)
    if (!reply.ok()) throw new Error(`case ${number}: ${reply.status()}`)
    return (await reply.json()) as Awaited<ReturnType<Phone['caseNow']>>
  }

  /** What happened, the newest first, as the page tells it. */
  history = (): Promise<string[]> => this.page.locator('.past li').allTextContents()

  /** Opens a document as the citizen's own link does; the bytes of its PDF. */
  async openDocument(title: RegExp): Promise<Buffer> {
    const href = await this.page.getByRole('link', { name: title }).first().getAttribute('href')
    const reply = await this.context.request.get(new URL(href ?? '', this.url).href)
    if (!reply.ok()) throw new Error(`document: ${reply.status()}`)
    return reply.body()
  }
}
