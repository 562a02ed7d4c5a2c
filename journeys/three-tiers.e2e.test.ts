import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../faces/web/testing/browser.ts'
import { buildFaces } from '../scripts/setup/faces.mjs'
import { Desk } from './desk.ts'
import { say } from './looking.ts'
import { Phone } from './phone.ts'
import { JourneyServer } from './server.ts'
import { casesThatWait } from './waiting-cases.ts'

// The district looks at its half-hour circle, an office's hours change, a further station is proposed, waiting cases are spread,
// and a villager finds the nearest point and books a time that the station sees.

let server: JourneyServer, browser: Browser, phone: Phone
beforeAll(async () => {
  await buildFaces()
  server = await JourneyServer.open({ begins: NOON })
  browser = await openBrowser()
  phone = await Phone.open(browser, server.url, server.now())
}, 400_000)
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

const asker = '13919204519'
/** Saturday, worked for the National Day break; at lunch. */
const NOON = '2026-10-10T12:30:00+08:00'
const STATION = '西岔镇公共法律服务工作站'

test('the circle by the hour, longer hours, one more station, a batch, and a villager with an appointment', {
  timeout: 1_200_000,
}, async () => {
  say('the director looks at the circle of the sample district')
  const director = await Desk.signIn(browser, server, 'zhuren')
  const open = async () => {
    await director.page.goto(`${server.url}/desk/network?service=intake&week=2026-10-12`)
    await director.page.getByText('再看 83 个').waitFor() // 103 villages, 20 shown
  }
  const figure = (name: RegExp) =>
    director.page.getByRole('group', { name: '图上显示哪一样' }).getByRole('button', { name })
  const effective = async (): Promise<number> => {
    await open()
    return Number(/([\d.]+)%/.exec(await figure(/有效覆盖/).innerText())?.[1])
  }
  const before = await effective()
  await director.looks('circle')
  const slider = director.page.getByRole('slider', { name: '看哪个时候' })
  await slider.focus()
  for (let i = 0; i < 6; i += 1) await director.page.keyboard.press('ArrowRight')
  await director.page.getByText(/周一 12:30 动身/).waitFor()
  await figure(/到了有人办/).click()
  await director.looks('circle-noon')
  const [report] = await Promise.all([
    director.page.waitForEvent('download'),
    director.page.getByRole('link', { name: '导出报表（Excel）' }).click(),
  ])
  expect(report.suggestedFilename()).toBe('半小时圈-2026-10-12.xlsx')

  say('what would be if one station stayed open till eight')
  await director.page.locator('.ant-segmented-item').filter({ hasText: '如果这样改' }).click()
  await director.page.getByLabel('哪个点', { exact: true }).click()
  await director.page.keyboard.type('西岔')
  await director.page.locator('.ant-select-item-option').filter({ hasText: STATION }).click()
  await director.page.getByRole('button', { name: '加一条' }).click()
  const promised = Number(
    /改了以后 ([\d.]+)%/.exec(
      await figure(/有效覆盖/)
        .filter({ hasText: '改了以后' })
        .innerText(),
    )?.[1],
  )
  expect(promised).toBeGreaterThan(before)
  await director.looks('what-if')

  say('the hours are entered by hand on the page of places, and the effective figure moves as far as was tried')
  const admin = await Desk.signIn(browser, server, 'admin')
  await admin.page.goto(`${server.url}/desk/admin/places`)
  await admin.page.getByRole('button', { name: `修改 ${STATION}` }).click()
  const sheet = admin.page.getByRole('dialog')
  await sheet.getByRole('button', { name: '填开门时间' }).click()
  await sheet.getByRole('button', { name: '周一 加一段' }).click()
  await sheet.getByRole('button', { name: '周一 加一段' }).click()
  await sheet.getByLabel('周一 关门 2').fill('20:00')
  await sheet.getByRole('button', { name: '周一到周五都一样' }).click()
  await admin.looks('hours')
  await sheet.getByRole('button', { name: /^保\s?存$/ }).click()
  await admin.page.getByText('周一至周五 08:30–12:00、14:00–20:00').waitFor()
  await expect.poll(effective, { timeout: 20_000, interval: 1_500 }).toBe(promised)
  await director.looks('circle-later')

  say('the best place for one more station, with what it gains')
  await director.page.goto(`${server.url}/desk/network/siting`)
  await director.page.getByLabel('怎么去').click()
  await director.page.locator('.ant-select-item-option').getByText('步行').click()
  await director.page.getByRole('button', { name: '开始算' }).click()
  await director.page.getByText('建议设在').waitFor({ timeout: 30_000 })
  await director.page.getByText(/多照顾 [\d,]+ 人/).waitFor()
  await director.looks('siting')

  say(
    'the stations may move, one of them stays: which are kept, which given up, and what it gains without one more point',
  )
  const standing = (of: string, how: string) =>
    director.page
      .getByRole('radiogroup', { name: `${of}怎么算` })
      .getByText(how, { exact: true })
      .click()
  const summary = director.page.getByText(/^固定 \d+ · 可换 \d+ · 不算 \d+$/)
  const points = async () => [...(await summary.innerText()).matchAll(/\d+/g)].map(Number)
  const [firm, , left] = await points()
  await standing('工作站', '可换')
  await director.page.getByText('单个点另外定').click()
  await director.page.getByRole('searchbox', { name: '找服务点' }).fill('西岔')
  await standing(STATION, '固定')
  expect(await points()).toEqual([2, firm! - 2, left])
  await director.page.getByLabel('比现在多几个点').fill('0')
  await director.page.keyboard.press('Tab')
  await director.page.getByRole('button', { name: '开始算' }).click()
  await director.page
    .getByText(new RegExp(`^点数：${firm} → ${firm}（固定 2，留着 \\d+，新设 [1-9]`))
    .waitFor({ timeout: 30_000 })
  await director.page.getByText(/可换的点里，可以撤掉的 [1-9]\d* 个/).waitFor()
  await director.page.getByText(/多照顾 [\d,]+ 人/).waitFor()
  await director.looks('siting-freed')
  await director.page.getByText(/^点数：/).scrollIntoViewIfNeeded()
  await director.looks('siting-freed-answer')

  say('forty cases wait: those of the sample and as many more, put down at the counter, accepted, granted')
  const clerk = await Desk.signIn(browser, server, 'shouli')
  const approver = await Desk.signIn(browser, server, 'shenpi')
  await director.page.goto(`${server.url}/desk/assignments`)
  await director.page.getByRole('button', { name: '排一排' }).click()
  const took = director.page.getByText(/^\d+ 件案、\d+ 个人/)
  const waiting = Number(/\d+/.exec(await took.innerText())?.[0])
  await casesThatWait({ clerk, approver }, server.url, 40 - waiting)
  const counts = async () => {
    await director.page.goto(`${server.url}/desk/queue/assign`)
    const tab = async (name: string) =>
      Number(
        /\d+/.exec(await director.page.getByRole('link', { name: new RegExp(`^${name}\\s*\\d+$`) }).innerText())?.[0],
      )
    return { assign: await tab('待指派'), handling: await tab('承办中') }
  }
  const before40 = await counts()

  say('they are spread by what fits, which costs less than in turn; one goes to somebody else, with a reason')
  await director.page.goto(`${server.url}/desk/assignments`)
  await director.page.getByText('精准', { exact: true }).first().click()
  await director.page.getByRole('button', { name: '排一排' }).click()
  await director.page.getByText(/^40 件案、/).waitFor()
  const figure40 = async (policy: string, column: number) =>
    Number(
      await director.page
        .getByRole('row', { name: new RegExp(`^${policy}`) })
        .getByRole('cell')
        .nth(column)
        .innerText(),
    )
  expect(await figure40('精准', 0)).toBeLessThan(await figure40('轮派', 0))
  expect(await figure40('均衡', 1)).toBeLessThanOrEqual(await figure40('精准', 1))
  await director.looks('assignments')
  const clear = director.page
    .getByRole('listitem')
    .filter({ has: director.page.getByText('扣', { exact: false }), hasNotText: '要说明利益冲突' })
    .first()
  const number = /LX\d+/.exec(await clear.innerText())![0]
  await director.page.getByLabel(`${number} 改派给谁`).click()
  const other = director.page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
    .nth(1)
  const chosen = (await other.innerText()).replace(/（.*/, '')
  await other.click()
  await director.page.getByLabel(`${number} 的理由`).fill('受援人认识这位律师，说好了由他办')
  // a conflict of interest is explained before anybody is assigned
  const explained = director.page.getByRole('listitem').filter({ hasText: '要说明利益冲突' })
  for (const one of await explained.all())
    await one.getByLabel(/ 的理由$/).fill('已向受援人说明，受援人书面同意由这位律师办')
  await director.looks('assignments-chosen')
  await director.page.getByRole('button', { name: '指派选中的 40 件' }).click()
  await director.page.getByText('已指派 40 件。').waitFor({ timeout: 180_000 })
  await director.page.getByText('没有等指派的案件').waitFor()
  await director.page.getByText('近三个月的记录').click()
  await director.page.getByText('40 次指派，39 次照建议办。').waitFor()
  await director.looks('assignments-done')

  say(
    'the queues show them: forty fewer wait for somebody, forty more are in hand, the one that was changed with whom was chosen',
  )
  expect(await counts()).toEqual({ assign: before40.assign - 40, handling: before40.handling + 40 })
  await director.page.getByRole('link', { name: /^承办中/ }).click()
  await director.page.getByText('承办：', { exact: false }).first().waitFor()
  await director.looks('queue-handling')
  await director.page
    .getByRole('combobox', { name: /查/ })
    .or(director.page.getByPlaceholder(/查姓名/))
    .first()
    .fill(number)
  await director.page.keyboard.press('Enter')
  await director.page.getByRole('link').filter({ hasText: number }).getByText(`承办：${chosen}`).waitFor()

  say('a villager finds the nearest point open at half past twelve on a worked Saturday: a terminal')
  await phone.page.goto(server.url)
  await phone.page
    .getByRole('link', { name: /服务点/ })
    .first()
    .click()
  await phone.page.getByLabel('您在哪个村').fill('芦井水村')
  await phone.page.keyboard.press('Enter')
  await phone.page.getByText('从芦井水村出发').waitFor()
  const nearest = phone.page.locator('.points > li').first()
  await nearest.getByText(/^现在能用，到 22:00/).waitFor()
  await nearest.getByText(/往.+走，直线/).waitFor()
  await phone.looks('nearest')
  await phone.page.getByText('示意图', { exact: true }).click()
  await phone.page.getByText('这是示意图', { exact: false }).first().waitFor()
  await phone.looks('nearest-drawing')
  await phone.page.getByText('列表', { exact: true }).click()

  say('wants a person, reads that the station opens at two on this Saturday, and books the first time')
  await phone.page.getByText('办什么：都可以 · 怎么去：骑电动车').click()
  await phone.page.getByText('申请法律援助', { exact: true }).click()
  await nearest.getByText('今天 14:00 有人').waitFor()
  await nearest.getByRole('heading', { name: /兰州新区公共法律服务中心/ }).waitFor()
  await nearest
    .getByRole('link', { name: /^电话|^打电话|\d{4}/ })
    .first()
    .waitFor()
  await phone.looks('nearest-person')
  await nearest.getByRole('link', { name: /约个时间/ }).click()
  await phone.page.getByText('哪天去').waitFor()
  await phone.page.getByRole('group', { name: '哪天去' }).getByText('10月10日（周六）').click()
  await phone.page.getByRole('group', { name: '几点' }).getByText('14:00–14:30').click()
  await phone.looks('slots')
  await phone.page.getByRole('button', { name: '约好' }).click()
  await phone.heading('留个手机号，好提醒您')
  await phone.page.getByLabel('手机号').fill(asker)
  await phone.page.getByRole('button', { name: '发验证码' }).click()
  await phone.page.getByLabel('短信里的 6 位数字').fill(await admin.readCode(asker))
  await phone.page.getByRole('button', { name: '登录并约好' }).click()
  await phone.heading('约好了')
  await phone.page.getByText('10月10日（周六）14:00–14:30').waitFor()
  await phone.looks('booked')

  say('the centre sees who comes today; the villager cancels, and the time is free again')
  await director.page.goto(`${server.url}/desk/team/appointments`)
  await director.page.getByText('14:00–14:30').first().waitFor()
  await director.looks('visitors')
  await phone.page.getByRole('link', { name: '看我的预约' }).click()
  await phone.page.getByRole('button', { name: '取消预约' }).click()
  await phone.page.getByRole('button', { name: '是，取消' }).click()
  await phone.page.getByText('已取消', { exact: true }).waitFor()
  await phone.looks('cancelled')
  expect([director, admin, clerk, approver, phone].flatMap(({ complaints }) => complaints)).toEqual([])
  expect(server.verifyHistory().code).toBe(0)
})
