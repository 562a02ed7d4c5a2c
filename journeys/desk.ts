import type { Browser, Page } from 'playwright-core'
import { complaintsOf, looksRight } from './looking.ts'
import { PASSWORD, type JourneyServer } from './server.ts'

/** One member of staff at a wide screen. */
export class Desk {
  private constructor(
    readonly page: Page,
    private readonly url: string,
    private readonly login: string,
    readonly complaints: string[],
  ) {}

  /** Signs in by the form, with the second factor where the account has one. */
  static async signIn(browser: Browser, server: JourneyServer, login: string): Promise<Desk> {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    })
    if (Math.abs(server.now() - Date.now()) > 60_000) await context.clock.install({ time: server.now() })
    const page = await context.newPage()
    const desk = new Desk(page, `${server.url}/desk`, login, complaintsOf(page))
    await page.goto(`${desk.url}/`)
    await page.getByLabel('账号').fill(login)
    await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: /^登\s?录$/ }).click()
    const digits = server.secondFactor(login)
    if (digits !== undefined) {
      await page.getByLabel('动态验证码').fill(digits)
      await page.getByRole('button', { name: /^继\s?续$/ }).click()
    }
    await page.getByRole('button', { name: /账号菜单/ }).waitFor()
    return desk
  }

  looks = (name: string): Promise<void> => looksRight(this.page, `desk-${this.login}-${name}`, { fullPage: false })
  private button = (name: string | RegExp) => this.page.getByRole('button', { name })
  private panel = () => this.page.getByRole('dialog')

  /** The code in the newest simulated text message to a phone. */
  async readCode(phone: string): Promise<string> {
    await this.page.goto(`${this.url}/sms`)
    const message = this.page
      .locator('li')
      .filter({ hasText: phone.slice(-4) })
      .filter({ hasText: '验证码' })
      .first()
    await message.waitFor()
    await this.looks('sms')
    const code = /(?<!\d)\d{6}(?!\d)/.exec((await message.locator('.pre').textContent()) ?? '')?.[0]
    if (!code) throw new Error('no code in the message')
    return code
  }

  /** Opens a case from the queue. */
  async openCase(number: string): Promise<void> {
    await this.page.goto(`${this.url}/`)
    const row = this.page.getByRole('link').filter({ hasText: number }).first()
    await row.waitFor()
    await this.looks('queue')
    await row.click()
    await this.page.getByRole('heading', { name: '现在能做什么' }).waitFor()
    await this.looks('case')
  }

  /** What the list beside an open case says about it. */
  lineOf = (number: string): Promise<string | null> =>
    this.page.getByRole('link').filter({ hasText: number }).first().textContent()

  /** Reads a material in the viewer. */
  async lookAtMaterial(name: string): Promise<void> {
    await this.button(new RegExp(`看 .*${name}`))
      .first()
      .click()
    await this.page.getByRole('dialog').locator('canvas, img').first().waitFor()
    await this.looks('material')
    await this.closeViewer()
  }

  async askForCorrection(item: RegExp): Promise<void> {
    await this.press('通知补正')
    await this.panel().getByRole('checkbox', { name: item }).check()
    await this.looks('correction')
    await this.issue('通知补正')
  }

  async accept(opinion: string): Promise<void> {
    await this.press('受理')
    await this.panel()
      .getByRole('checkbox', { name: /一起填审查意见/ })
      .check()
    await this.panel().getByText('建议给予').click()
    await this.panel().getByLabel('审查意见', { exact: true }).fill(opinion)
    await this.looks('accept')
    await this.issue('受理')
  }

  /** Opens the decision and writes the note; nothing is sent yet. */
  async beginDecision(note: string): Promise<void> {
    await this.press('决定给予')
    await this.decisionNote().fill(note)
    await this.looks('decide')
  }

  decisionNote = () => this.panel().getByLabel(/决定意见/)
  decide = (): Promise<void> => this.issue('决定给予')

  /** Assigns whoever is recommended; resolves to the name. */
  async assign(): Promise<string> {
    await this.press('指派')
    const first = this.panel().getByRole('radio').first()
    await first.check()
    await this.looks('assign')
    const name =
      (await this.panel()
        .locator('label')
        .filter({ has: this.page.locator('input:checked') })
        .locator('b')
        .first()
        .textContent()) ?? ''
    await this.issue('指派')
    return name
  }

  async acceptAssignment(): Promise<void> {
    await this.press('接受指派')
    await this.looks('accept-assignment')
    await this.button('确认接受指派').click()
    await this.page.getByText('接受指派：办好了').waitFor()
    await this.looks('accepted-assignment')
  }

  /** Opens the decision in the viewer; the share of dark points on what the browser drew. */
  async lookAtDecision(): Promise<number> {
    await this.button(/给予法律援助决定书/)
      .first()
      .click()
    const sheet = this.page.getByRole('dialog').locator('canvas').first()
    await sheet.waitFor()
    const ink = () =>
      sheet.evaluate((canvas: HTMLCanvasElement) => {
        const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {
          data: [] as ArrayLike<number>,
        }
        let dark = 0
        for (let at = 0; at < data.length; at += 4) if ((data[at + 3] ?? 0) > 0 && (data[at] ?? 255) < 128) dark += 1
        return dark / Math.max(1, data.length / 4)
      })
    let share = await ink()
    for (let waited = 0; share < 0.005 && waited < 10_000; waited += 200) {
      await this.page.waitForTimeout(200)
      share = await ink()
    }
    await this.looks('decision')
    await this.closeViewer()
    return share
  }

  async board(): Promise<void> {
    await this.page.goto(`${this.url}/board`)
    await this.page.getByRole('heading', { level: 1 }).waitFor()
    await this.looks('board')
  }

  /** A main action of the case; its key may stand behind its name. */
  private press = (label: string): Promise<void> =>
    this.page
      .getByRole('complementary', { name: '现在能做什么' })
      .getByRole('button', { name: new RegExp(`^${label.split('').join('\\s?')}(\\s?[A-Z])?$`) })
      .click()

  /** Looks at the document that would go out, and sends it. */
  private async issue(label: string): Promise<void> {
    await this.button('下一步：看文书').click()
    await this.page.getByRole('heading', { name: '将要发出的文书' }).waitFor()
    await this.panel().locator('canvas').first().waitFor()
    await this.looks(`preview-${label}`)
    await this.button(`确认${label}`).click()
    await this.page.getByText(`${label}：办好了`).waitFor()
    await this.closeViewer()
  }

  private async closeViewer(): Promise<void> {
    await this.page.locator('dialog[open]').waitFor()
    await this.page.keyboard.press('Escape')
    await this.page.locator('dialog[open]').waitFor({ state: 'detached' })
  }
}
