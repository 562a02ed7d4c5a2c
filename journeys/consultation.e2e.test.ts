import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../faces/web/testing/browser.ts'
import { buildFaces } from '../scripts/setup/faces.mjs'
import { Desk } from './desk.ts'
import { say } from './looking.ts'
import { Phone } from './phone.ts'
import { JourneyServer } from './server.ts'

// Texts of law are imported at the desk; ten people ask in everyday words; a question without a source goes to a lawyer and comes back answered.

const ARCHIVE = join(
  process.env.FATONG_SHARED ?? join(import.meta.dirname, '../../shared'),
  'laws/national-2025-04.tar.xz',
)
const ASKED: readonly [string, string, RegExp][] = [
  ['boss', '老板不给工钱，干了三个月一分没拿到', /工资|工钱/],
  ['scaffold', '我在工地从架子上摔下来，老板说他不管', /工伤|摔|受伤/],
  ['husband', '我男人打我', /110/],
  ['wall', '邻居砌墙把我家窗户挡住了', /邻/],
  ['loan', '借给朋友两万块钱，他赖着不还', /借|欠/],
  ['fertiliser', '买了假化肥，庄稼都没长', /假|赔/],
  ['child', '离婚了前夫不让我看娃', /看孩子|探望|孩子/],
  ['pension', '我爸死了，他的养老金我们能领吗', /养老|社保/],
  ['brother', '我弟弟被派出所抓走了，家里人怎么办', /被抓|拘留|律师/],
  ['land', '村上把我家地占了，没给钱', /地|征收/],
]
const CASE = '瓦工三个月工钱要回来了'
/** About something that no guide speaks of. */
const STRANGE = '黄河里能不能下网打鱼'
const LAWYER = 'lvshi1',
  asker = '13919204518',
  ANSWER = '要先到县渔政办捕捞许可证。黄河每年有禁渔期，那时谁都不能打。'

let server: JourneyServer, browser: Browser, phone: Phone
beforeAll(async () => {
  await buildFaces()
  server = await JourneyServer.open()
  browser = await openBrowser()
  phone = await Phone.open(browser, server.url)
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

// Skipped where FATONG_SHARED holds no archive of laws: what is imported here is the whole of it.
test.skipIf(!existsSync(ARCHIVE))(
  'a library is imported at the desk, people ask on a phone, and a lawyer answers what has no source',
  { timeout: 600_000 },
  async () => {
    say('the archive of national law is imported at the desk')
    const admin = await Desk.signIn(browser, server, 'admin')
    await admin.page.goto(`${server.url}/desk/library`)
    await admin.page.getByText('法律库还是空的').waitFor()
    await admin.page.getByLabel('选文件并导入').setInputFiles(ARCHIVE)
    const report = admin.page.getByRole('article').first()
    await report.getByText('读了', { exact: false }).waitFor({ timeout: 240_000 })
    await admin.looks('library-imported')
    await report.scrollIntoViewIfNeeded()
    await admin.looks('library-report')
    say(`report: ${(await report.getByText('读了', { exact: false }).textContent()) ?? ''}`)
    const read = Number(/、(\d+) 条/.exec((await report.textContent()) ?? '')?.[1])
    expect(read).toBeGreaterThan(60_000)

    say('a case is written at the desk, and published by somebody else')
    await admin.page.goto(`${server.url}/desk/library/cases`)
    await admin.page.getByRole('button', { name: '写一个案例' }).click()
    await admin.page.getByLabel('标题', { exact: true }).fill(CASE)
    await admin.page.getByLabel(/^类别/).fill('劳动')
    await admin.page
      .getByLabel('案例正文')
      .fill(
        '瓦工老李在工地干了三个月，老板一分工钱没给。他到中心申请法律援助，当天指派了律师，仲裁以后拿到了拖欠的工资。依照《劳动合同法》第三十条，单位应当足额支付劳动报酬。',
      )
    await admin.page.getByRole('button', { name: '存为待审' }).click()
    await admin.page.getByText('已存为待审').waitFor()
    const approver = await Desk.signIn(browser, server, 'shenpi')
    await approver.page.goto(`${server.url}/desk/library/cases`)
    await approver.page.getByRole('button', { name: `看全文：《${CASE}》` }).click()
    await approver.page
      .getByRole('dialog')
      .getByRole('button', { name: /^发\s?布$/ })
      .click()
    await approver.page.getByText('已发布，群众可以看到了。').waitFor()

    say('the desk says that it is on its way into the search, and when it is there')
    await admin.page.goto(`${server.url}/desk/library`)
    await admin.page.getByRole('article').first().waitFor()
    await admin.page.getByText('新内容正在排进检索').waitFor({ state: 'detached', timeout: 240_000 })

    say('ten people ask in everyday words')
    for (const [name, question, says] of ASKED) {
      await phone.page.goto(`${server.url}/ask?q=${encodeURIComponent(question)}`)
      const turn = phone.page.getByRole('region', { name: question.slice(0, 40), exact: true })
      await turn.locator('.answer-card').waitFor({ timeout: 60_000 })
      const card = (await turn.locator('.answer-card').textContent()) ?? ''
      say(`${question}: ${card.slice(0, 60)}`)
      expect.soft(card, question).toMatch(says)
      if (name === 'boss') {
        await turn.getByText('类似的案例').click()
        await phone.page.getByRole('link', { name: CASE }).waitFor()
      }
      await phone.looks(`asked-${name}`)
    }

    say('a question without a source, another matter than those before, goes to a person')
    await phone.page.getByRole('button', { name: '换件事问' }).click()
    await phone.page.goto(`${server.url}/ask?q=${encodeURIComponent(STRANGE)}`)
    await phone.page.getByText('没有找到可靠的依据', { exact: false }).first().waitFor()
    await phone.looks('no-source')
    await phone.page.goto(`${server.url}/ask/person?q=${encodeURIComponent(STRANGE)}`)
    await phone.page.getByLabel('手机号').fill(asker)
    await phone.page.getByRole('button', { name: '发验证码' }).click()
    await phone.page.getByText('验证码发到您手机上了').waitFor()
    await phone.page.getByLabel('短信验证码').fill(await admin.readCode(asker))
    await phone.page.getByRole('button', { name: '把问题交给律师' }).click()
    await phone.heading('问题交上去了')
    await phone.looks('left-with-a-lawyer')

    say('a lawyer takes it, picks an article and answers')
    const lawyer = await Desk.signIn(browser, server, LAWYER)
    await lawyer.page.goto(`${server.url}/desk/questions`)
    await lawyer.page.getByRole('link', { name: /下网打鱼/ }).click()
    await lawyer.page.getByRole('button', { name: '我来答' }).click()
    await lawyer.page.getByRole('textbox', { name: '答复' }).fill(ANSWER)
    await lawyer.page.getByRole('search', { name: '找法条' }).getByRole('textbox').fill('禁渔期 捕捞许可证')
    await lawyer.page.getByRole('search', { name: '找法条' }).getByRole('button').click()
    await lawyer.page.getByRole('button', { name: /^加上/ }).first().click()
    await lawyer.looks('answering')
    await lawyer.page.getByRole('button', { name: '发出答复' }).click()
    await lawyer.page.getByText('答复已发出，已通知提问的人。').first().waitFor()
    await lawyer.looks('answered')

    say('the asker is told, reads it and says that it helped')
    await phone.page.goto(`${server.url}/me/questions`)
    await phone.page.getByRole('link', { name: /下网打鱼/ }).click()
    await phone.page.getByText(ANSWER).waitFor()
    expect(await phone.page.getByRole('link', { name: /^《.+》第.+条$/ }).count()).toBeGreaterThan(0)
    await phone.looks('answer-came-back')
    await phone.page.getByRole('button', { name: '帮了大忙' }).click()
    await phone.page.getByText('您说：帮了大忙').waitFor()
    await admin.page.goto(`${server.url}/desk/sms`)
    await admin.page
      .locator('li')
      .filter({ hasText: asker.slice(-4) })
      .filter({ hasText: /答复/ })
      .first()
      .waitFor()
    expect([...phone.complaints, ...admin.complaints, ...lawyer.complaints]).toEqual([])
    expect(server.verifyHistory().code).toBe(0)
  },
)
