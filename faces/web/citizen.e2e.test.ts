import { assess } from '@fatong/law/legal-aid/eligibility.ts'
import { localDate } from '@fatong/law/calendar/dates.ts'
import { KNOWN_CALENDAR } from '@fatong/law/calendar/tables/known.ts'
import { GANSU_PARAMETERS } from '@fatong/law/parameters/gansu.ts'
import { mkdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openBrowser, overflow, violations } from './testing/browser.ts'
import { buildPages } from './testing/built.ts'
import { startMockApi, type MockApi } from './testing/mock-api.ts'
import { CODE } from './testing/mock-world.ts'
import { newCase, askSupplement, assign } from './testing/sample-case.ts'
import { A_PHOTO } from './testing/photo.ts'

const SHOTS = process.env.SHOTS
let api: MockApi, browser: Browser, context: BrowserContext, page: Page, complaints: string[]
const folder = buildPages()

beforeAll(async () => {
  browser = await openBrowser()
  if (SHOTS) mkdirSync(SHOTS, { recursive: true })
})
afterAll(() => browser.close())
beforeEach(async () => {
  api = await startMockApi(folder, (facts) => assess(facts, localDate('2026-11-23'), GANSU_PARAMETERS, KNOWN_CALENDAR))
  context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    hasTouch: true,
  })
  page = await context.newPage()
  complaints = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    if (/Content Security|hydrat/i.test(message.text())) complaints.push(message.text())
  })
})
afterEach(async () => {
  await context.close()
  await api.close()
  expect(complaints).toEqual([])
})

const go = (path: string) => page.goto(api.url + path)
const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click()
const pick = (label: string | RegExp) => page.getByRole('radio', { name: label }).first().check()
const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
const saved = () => page.getByText('已保存', { exact: true }).waitFor()

/** A screen is right when it fits 360 px and axe has nothing to say; with SHOTS=folder it is also kept as a picture. */
async function looksRight(name: string): Promise<void> {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true })
  expect(await overflow(page), `${name} is wider than the screen`).toBe(0)
  expect(await violations(page), name).toEqual([])
}
async function toPerson(): Promise<void> {
  await go('/apply')
  await pick(/老板欠工资/)
  await press('下一步')
  await heading('谁来申请？')
  await pick(/我给自己申请/)
  await press('下一步')
  await heading('您的身份')
}
async function fillPerson(): Promise<void> {
  await page.getByLabel('姓名').fill('王建国')
  await page.getByLabel('身份证号').fill('11010519491231002x')
  await page.getByText('号码核对无误').waitFor()
  await page.getByLabel('手机号').fill('13812345678')
  await press('下一步')
  await heading('对方是谁？')
}
async function fillOpponent(): Promise<void> {
  await pick(/单位（公司/)
  await page.getByLabel('单位名称').fill('兰新建筑劳务公司')
  await page.getByLabel(/^同一个老板的其他公司/).fill('兰新集团，兰新建材公司')
  await looksRight('apply-opponent-company')
  await press('下一步')
  await heading('事情是怎么回事？')
}
async function answerMeans(): Promise<void> {
  const question = page.getByRole('group').first()
  const answers: [RegExp, string][] = [
    [/想要什么/, '把工资要回来'],
    [/农村户口/, '是'],
    [/哪里干/, '在兰州新区'],
    [/在办/, '还没有'],
    [/请了律师/, '不是'],
    [/发生在哪里/, '在兰州新区'],
    [/公司/, '在兰州新区'],
  ]
  for (let round = 0; round < 12; round++) {
    if (await page.getByText('该问的都问完了').isVisible()) break
    const legend = (await question.locator('legend').textContent()) ?? ''
    const answer = answers.find(([asks]) => asks.test(legend))?.[1]
    if (answer) {
      await page.getByRole('radio', { name: answer, exact: false }).first().check()
      await press('下一个')
    } else await press('不清楚')
    await page.waitForFunction((before) => document.querySelector('legend')?.textContent !== before, legend)
    await page.getByText('正在打开').waitFor({ state: 'hidden' })
  }
  await press('下一步')
}
async function sign(): Promise<void> {
  const box = await page.getByRole('img', { name: /签名框/ }).boundingBox()
  if (!box) throw new Error('no sheet to sign on')
  await page.mouse.move(box.x + 40, box.y + 60)
  await page.mouse.down()
  for (let i = 0; i < 20; i++) await page.mouse.move(box.x + 40 + i * 9, box.y + 80 + 30 * Math.sin(i))
  await page.mouse.up()
  await press('用这个签名')
  await page.getByText('已签好').first().waitFor()
}
async function consent(): Promise<void> {
  await heading('告知与同意')
  await page.getByRole('checkbox', { name: /已经看过/ }).check()
  await page.getByRole('checkbox', { name: /我单独同意/ }).check()
  await press('下一步')
}

test('the home page is readable before any script runs', async () => {
  const still = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
  const plain = await still.newPage()
  await plain.goto(api.url)
  expect(await plain.getByRole('link', { name: /欠薪/ }).isVisible()).toBe(true)
  expect(await plain.getByRole('link', { name: /12348/ }).first().getAttribute('href')).toBe('tel:12348')
  await still.close()
})

test('am I entitled: question by question, an answer changed, the result with its article', async () => {
  await go('/')
  await looksRight('home')
  await page.getByRole('link', { name: /欠薪/ }).click()
  await heading('遇到了什么事？')
  expect(await page.getByRole('radio').count()).toBe(2)
  await looksRight('entitled-first')
  await press('下一个')
  await page.getByText('请选一项').waitFor()
  await pick(/老板欠工资/)
  await press('下一个')
  await page.getByText('第 2 个问题').waitFor()
  await page.reload()
  await page.getByText('第 2 个问题').waitFor()
  await press(/^改/)
  await heading('遇到了什么事？')
  await pick(/老板欠工资/)
  await press('下一个')
  const answers: [RegExp, string][] = [
    [/想要什么/, '把工资要回来'],
    [/替谁/, '我自己（我已满18岁'],
    [/农村户口/, '是'],
    [/身份/, '都没有'],
    [/哪里干/, '在兰州新区'],
    [/在办/, '还没有'],
  ]
  for (let round = 0; round < 10; round++) {
    await page.locator('.verdict, form h1').first().waitFor()
    if (await page.locator('.verdict').isVisible()) break
    const asked = (await page.locator('h1').textContent()) ?? ''
    const answer = answers.find(([asks]) => asks.test(asked))?.[1]
    if (answer) {
      await page.getByRole('radio', { name: answer }).first().check()
      await press('下一个')
    } else await press('不清楚')
    await page.waitForFunction((before) => document.querySelector('h1')?.textContent !== before, asked)
  }
  await heading('可以申请法律援助')
  await page
    .getByText(/依据：/)
    .first()
    .waitFor()
  await looksRight('entitled-result')
  await page.getByRole('link', { name: '现在申请' }).click()
  await heading('您遇到了什么事？')
  expect(await page.getByRole('radio', { name: /老板欠工资/ }).isChecked()).toBe(true)
})

test('a worker applies on a phone: reload in the middle, no network for a while, double click, receipt, timeline', async () => {
  await toPerson()
  await page.getByLabel('身份证号').fill('110105194912310021')
  await page.getByText('身份证号不对').first().waitFor()
  await looksRight('apply-person-wrong')
  await press('下一步')
  await page.getByRole('alert').filter({ hasText: '有几处要改一改' }).waitFor()
  await looksRight('apply-summary')
  await fillPerson()
  await looksRight('apply-opponent')
  await fillOpponent()
  await page.getByLabel('说说经过').fill('在工地干了三个月，')
  await saved()

  await context.setOffline(true)
  await page.getByLabel('说说经过').fill('在工地干了三个月，老板一直没发工资。')
  await page.getByText('已存在手机上').waitFor()
  await looksRight('apply-offline')
  await context.setOffline(false)
  await saved()
  await page.reload()
  await heading('事情是怎么回事？')
  expect(await page.getByLabel('说说经过').inputValue()).toBe('在工地干了三个月，老板一直没发工资。')
  await page.getByLabel('想要回多少钱').fill('12,345.6')
  await looksRight('apply-story')
  await press('下一步')

  await heading('还有几个问题')
  await looksRight('apply-means')
  await answerMeans()

  await heading('拍下材料')
  api.world.failUploads = 1
  await page
    .getByLabel(/从手机里选：身份证（头像/)
    .setInputFiles({ name: '身份证.png', mimeType: 'image/png', buffer: A_PHOTO })
  await page.getByText('照片还在手机里，没有丢。').waitFor()
  await looksRight('apply-photo-failed')
  api.world.failUploads = 1
  await press('重传')
  await page.getByText('照片还在手机里，没有丢。').waitFor()
  await page.reload()
  await page.getByText('共 1 份材料').waitFor()
  await page.getByText('已传好').waitFor()
  await page.getByLabel(/拍照：欠薪的凭据/).setInputFiles({ name: '欠条.png', mimeType: 'image/png', buffer: A_PHOTO })
  await page.getByText('共 2 份材料').waitFor()
  await page
    .getByLabel(/从手机里选：欠薪的凭据/)
    .setInputFiles({ name: '欠条.png', mimeType: 'image/png', buffer: A_PHOTO })
  await page.getByText('这张已经传过了，只算一份').waitFor()
  await looksRight('apply-photo-twice')
  expect(await page.getByText('共 2 份材料').count()).toBe(1)
  await press('知道了')
  await page.getByText('这张已经传过了').waitFor({ state: 'detached' })
  await looksRight('apply-photos')

  // after a reload the phone has no picture of what was sent: it is fetched when somebody wants to see it
  await page.reload()
  await page.getByText('共 2 份材料').waitFor()
  await page.route('**/api/drafts/*/materials/*', (asked) => asked.abort())
  await press(/^看\s*：身份证/)
  await page.getByText('照片已经传好，没有丢').waitFor()
  await page.unroute('**/api/drafts/*/materials/*')
  await page.route('**/api/drafts/*/materials/*', (asked) =>
    asked.request().headers()['x-draft-secret']
      ? asked.fulfill({ contentType: 'image/png', body: A_PHOTO })
      : asked.abort(),
  )
  await press(/^看\s*：身份证/)
  await page.getByRole('img', { name: /照片：身份证/ }).waitFor()
  expect(await page.getByRole('button', { name: /^看\s*：身份证/ }).count()).toBe(0)
  await page.getByText('照片已经传好，没有丢').waitFor({ state: 'detached' })
  await looksRight('apply-photo-seen')
  await page.unroute('**/api/drafts/*/materials/*')
  await press('下一步')

  await looksRight('apply-consent')
  await consent()
  await heading('签名')
  await looksRight('apply-signature')
  await sign()
  await looksRight('apply-signed')
  await press('下一步')

  await heading('核对一遍')
  await page.getByText('12,345.60 元').waitFor()
  await page.getByText('同一个老板的：兰新集团、兰新建材公司', { exact: false }).waitFor()
  await looksRight('apply-review')
  await press(/^改.*对方是谁/)
  await page.getByLabel('单位名称').fill('兰新建筑劳务有限公司')
  await press('改好了，回去核对')
  await heading('核对一遍')
  await page.getByRole('checkbox', { name: /都是真实的/ }).check()
  await press('都对，去提交')

  await heading('用手机号确认，就提交')
  await press('发验证码')
  await page.getByText('验证码已发到').waitFor()
  await page.getByLabel('短信里的 6 位数字').fill('000000')
  await press('提交申请')
  await page.getByText('验证码不对或已过期').waitFor()
  await looksRight('apply-code')
  await page.getByLabel('短信里的 6 位数字').fill(CODE)
  api.world.loseAnswer = true
  await page.getByRole('button', { name: '提交申请' }).dblclick()
  await page
    .getByText('还没有确认提交成功')
    .or(page.getByRole('heading', { name: '申请已经提交' }))
    .first()
    .waitFor()
  await page.reload()
  await heading('申请已经提交')
  expect(api.world.submitted).toHaveLength(1)
  expect(api.world.submitted[0]).toMatchObject({
    claimFen: 1_234_560,
    opponents: [{ name: '兰新建筑劳务有限公司', affiliates: ['兰新集团', '兰新建材公司'] }],
    applicant: { name: '王建国' },
  })
  expect(await page.evaluate(() => localStorage.getItem('fatong.draft'))).toBeNull()
  await looksRight('receipt')
  await page.reload()
  await heading('申请已经提交')

  await page.getByRole('link', { name: '看进度' }).click()
  await heading('请求支付劳动报酬')
  await looksRight('case-submitted')
  const one = [...api.world.cases.values()][0]
  if (!one) throw new Error('no case')
  askSupplement(one, Date.now())
  await press('刷新')
  await page.getByText('时间暂停了').waitFor()
  await page
    .getByLabel(/从手机里选：欠薪/)
    .setInputFiles({ name: '工资条.png', mimeType: 'image/png', buffer: A_PHOTO })
  await page.getByText('已传好').first().waitFor()
  await looksRight('case-supplement')
  await press('补齐了，交给工作人员')
  await page.getByText('已经交给工作人员。').or(page.getByText('工作人员正在看您补的材料')).first().waitFor()
  assign(one, Date.now())
  await page.evaluate(() => dispatchEvent(new Event('focus')))
  await page.getByText('马文（').waitFor()
  await page.getByRole('link', { name: /打开.*给予法律援助决定书/ }).waitFor()
  await page.getByLabel('想说什么').fill('上午可以')
  await press('发出')
  await page.locator('.talks .mine').waitFor()
  await page.getByText('对决定不服，提出异议').click()
  await page.getByLabel('为什么不服').fill('金额不对')
  await press('提出异议')
  await page.getByText('异议已提交。').waitFor()
  await looksRight('case-assigned')

  // the recipient's own way out (TM-6, TM-7): a kind and a reason, and then it is said that the centre decides
  await page.getByText('想结束法律援助').click()
  await press('请求结束援助')
  await page.getByText('请选一种情况').waitFor()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('end-ground')
  await looksRight('case-end-incomplete')
  await pick('我自己另请了律师或代理人')
  await press('请求结束援助')
  await page.getByText('请写上原因').waitFor()
  await page.getByLabel('说说原因').fill('家里请了律师')
  await press('请求结束援助')
  await page.getByText('已提交，等中心决定。').waitFor()
  await page.getByText(/请求结束援助，等中心决定。$/).waitFor()
  await page.getByText('结束援助的请求收到了（TM-6：家里请了律师）').waitFor()
  await looksRight('case-end-asked')
  Object.assign(one, { askedToEndAt: null, endDeclined: { at: Date.now(), reason: '下周就开庭，这时结束对您不利。' } })
  await page.evaluate(() => dispatchEvent(new Event('focus')))
  await page.getByText('没有同意，律师继续帮您。').waitFor()
  await page.getByText('理由：下周就开庭').waitFor()
  await looksRight('case-end-declined')
  // Nobody is promised a lawyer who has not taken the case yet.
  const { lawyer } = one
  Object.assign(one, { lawyer: null })
  await page.evaluate(() => dispatchEvent(new Event('focus')))
  await page.getByText('没有同意，援助继续。').waitFor()
  await looksRight('case-end-declined-no-lawyer')
  Object.assign(one, { lawyer })

  await go('/me')
  await page.getByText('请求支付劳动报酬').waitFor()
  await looksRight('me')
  const [file] = await Promise.all([page.waitForEvent('download'), press('下载我的个人信息')])
  expect(file.suggestedFilename()).toBe('我的个人信息.html')
  expect(readFileSync(await file.path(), 'utf8')).toContain('13812345678')

  // withdrawn: a reason first, then the way to apply again
  Object.assign(one, newCase(one.number, one.applicantName, one.matterText, Date.now()))
  await page.getByText('请求支付劳动报酬').click()
  await page.getByText('撤回申请').click()
  await press('确认撤回')
  await page.getByText('请写一句原因').waitFor()
  await page.getByLabel('为什么撤回').fill('老板把钱给了')
  await press('确认撤回')
  await page.getByRole('link', { name: '再申请一次' }).waitFor()
  await looksRight('case-withdrawn')
  await page.getByRole('link', { name: '再申请一次' }).click()
  await heading('您遇到了什么事？')
})

test('the whole form by keyboard alone, signing by typing', async () => {
  await go('/apply')
  const toEnd = async (name: string) => {
    for (let i = 0; i < 80; i++) {
      const at = await page.evaluate(() => document.activeElement?.textContent ?? '')
      if (at === name) return page.keyboard.press('Enter')
      await page.keyboard.press('Tab')
    }
    throw new Error(`never reached ${name}`)
  }
  const toField = async (id: string) => {
    for (let i = 0; i < 80; i++) {
      if ((await page.evaluate(() => document.activeElement?.id ?? '')) === id) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`never reached ${id}`)
  }
  await heading('您遇到了什么事？')
  await toField('matter')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await toEnd('下一步')
  await heading('谁来申请？')
  await toField('who')
  await page.keyboard.press('Space')
  await toEnd('下一步')
  await heading('您的身份')
  await toField('applicant.name')
  await page.keyboard.type('李秀英')
  await toField('applicant.idNumber')
  await page.keyboard.type('11010519491231002X')
  await toField('applicant.phone')
  await page.keyboard.type('13912345678')
  await toEnd('下一步')
  await heading('对方是谁？')
  await toField('opponents.0.kind')
  await page.keyboard.press('Space')
  await toField('opponents.0.name')
  await page.keyboard.type('某某公司')
  await toEnd('下一步')
  await heading('事情是怎么回事？')
  await toField('story')
  await page.keyboard.type('没发工资')
  await toEnd('下一步')
  await heading('还有几个问题')
  for (let i = 0; i < 12 && !(await page.getByText('该问的都问完了').isVisible()); i++) {
    const before = await page.locator('legend, .card label.field-label').first().textContent()
    await toEnd('不清楚，先跳过')
    await page.waitForFunction(
      (was) => document.querySelector('legend, .card label.field-label')?.textContent !== was,
      before,
    )
    await page.getByText('正在打开').waitFor({ state: 'hidden' })
  }
  await toEnd('下一步')
  await heading('拍下材料')
  await toEnd('下一步')
  await heading('告知与同意')
  await toField('consents.notice')
  await page.keyboard.press('Space')
  await toField('consents.sensitive')
  await page.keyboard.press('Space')
  await toEnd('下一步')
  await heading('签名')
  await toEnd('写不了？打字代替')
  await toField('typed-name')
  await page.keyboard.type('李秀英')
  await toField('typed-sure')
  await page.keyboard.press('Space')
  await toEnd('用这个签名')
  await page.getByText('已签好').first().waitFor()
  await toEnd('下一步')
  await heading('核对一遍')
  await toField('pledge')
  await page.keyboard.press('Space')
  await toEnd('都对，去提交')
  await heading('用手机号确认，就提交')
  await toEnd('发验证码')
  await page.getByText('验证码已发到').waitFor()
  await toField('code')
  await page.keyboard.type(CODE)
  await toEnd('提交申请')
  await heading('申请已经提交')
  expect(api.world.submitted[0]?.applicant.name).toBe('李秀英')
})

test('5,000 characters pasted into a name stay, are complained about and do not break the page', async () => {
  await toPerson()
  await page.getByLabel('姓名').fill('长'.repeat(5000))
  await press('下一步')
  await page.getByRole('link', { name: '姓名最多 50 个字，请写短一点' }).waitFor()
  expect(await page.getByLabel('姓名').inputValue()).toHaveLength(5000)
  await looksRight('apply-long-name')
})

test('the draft changed elsewhere is joined; deleting it asks once more and forgets everything', async () => {
  await toPerson()
  await page.getByLabel('姓名').fill('王建国')
  await saved()
  const draft = [...api.world.drafts.values()][0]
  if (!draft) throw new Error('no draft')
  Object.assign(draft, { version: draft.version + 5, data: { ...draft.data, story: '在窗口补写的' } })
  await page.getByLabel('手机号').fill('13812345678')
  await page.getByText('这份申请在别处也改过').waitFor()
  await saved()
  expect([...api.world.drafts.values()][0]?.data).toMatchObject({
    story: '在窗口补写的',
    applicant: { name: '王建国', phone: '13812345678' },
  })
  await press('不填了，删掉草稿')
  await page.getByText('真的要删吗').waitFor()
  await press('删掉')
  await heading('遇到难事，律师免费帮您')
  expect(api.world.drafts.size).toBe(0)
  expect(await page.evaluate(() => localStorage.getItem('fatong.draft'))).toBeNull()
})

test('staff who help fill in the same form without a phone code', async () => {
  await go('/assist')
  await page.getByText('还没有登录工作台').waitFor()
  await looksRight('assist-signed-out')
  api.world.staff = { name: '张站长' }
  await page.reload()
  await page.getByRole('link', { name: '开始代填' }).click()
  await page.getByText('由 张站长 协助填写').waitFor()
  await pick(/老板欠工资/)
  await press('下一步')
  await pick(/我给自己申请/)
  await press('下一步')
  await fillPerson()
  await fillOpponent()
  await page.getByLabel('说说经过').fill('没发工资')
  await press('下一步')
  await answerMeans()
  await press('下一步')
  await consent()
  await sign()
  await press('下一步')
  await page.getByRole('checkbox', { name: /都是真实的/ }).check()
  await press('都对，提交申请')
  await heading('申请已经提交')
  expect(api.world.submitted).toHaveLength(1)
})

test('the other pages, also in large type and high contrast', async () => {
  for (const [path, title] of [
    ['/points', '最近的、有人在的服务点'],
    ['/verify/GENUINE-CODE-1', '这份文书是真的'],
    ['/verify/ANYTHING-ELSE', '没有查到这份文书'],
    ['/verify', '核验文书真假'],
    ['/privacy', '个人信息处理告知'],
    ['/track', '查办理进度'],
    ['/me', '看我的案子'],
    ['/case/NONE-1', '案子 NONE-1'],
    ['/nowhere', '没有这一页'],
    ['/apply/done', '这里没有刚提交的申请'],
  ] as const) {
    await go(path)
    await heading(title)
    await page.waitForLoadState('networkidle')
    await looksRight(`page${path.replace(/\//g, '-')}`)
  }
  await press('长辈版')
  await press('高对比')
  await go('/')
  expect(await page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize))).toBeGreaterThanOrEqual(22)
  await looksRight('home-large')
  await toPerson()
  await looksRight('apply-person-large')
})

test('the first view costs at most 150 KB of JavaScript, compressed', async () => {
  const loaded: string[] = []
  page.on('response', (response) => {
    if (/\.js$/.test(new URL(response.url()).pathname)) loaded.push(new URL(response.url()).pathname)
  })
  await page.goto(api.url, { waitUntil: 'networkidle' })
  const bytes = loaded.map((path) => gzipSync(readFileSync(`${folder}${path}`)).length)
  expect(bytes.length).toBeGreaterThan(0)
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(150 * 1024)
})
