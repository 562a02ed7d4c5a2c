import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../faces/web/testing/browser.ts'
import { buildFaces } from '../scripts/setup/faces.mjs'
import { Desk } from './desk.ts'
import { say } from './looking.ts'
import { Phone } from './phone.ts'
import { JourneyServer } from './server.ts'

// The district looks at its half-hour circle, an office's hours change, a further station is proposed, waiting cases are spread,
// and a villager finds the nearest point and books a time that the station sees.

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

const asker = '13919204519'

test('the circle by the hour, longer hours, one more station, a batch, and a villager with an appointment', { timeout: 300_000 }, async () => {
  say('the director looks at the circle of the sample district')
  const director = await Desk.signIn(browser, server, 'zhuren')
  await director.page.goto(`${server.url}/desk/network?service=intake`)
  await director.page.getByText('再看 83 个').waitFor() // 103 villages, 20 shown
  const effective = async (): Promise<number> => {
    await director.page.goto(`${server.url}/desk/network?service=intake`)
    await director.page.getByText('有效覆盖', { exact: true }).first().waitFor()
    return Number(/([\d.]+)%/.exec(await director.page.locator('dt', { hasText: '有效覆盖' }).locator('xpath=..').innerText())?.[1])
  }
  const before = await effective()
  await director.looks('circle')
  const slider = director.page.getByRole('slider', { name: '看哪个时候' })
  await slider.focus()
  for (let i = 0; i < 6; i += 1) await director.page.keyboard.press('ArrowRight')
  await director.page.getByText(/周一 12:30 动身/).waitFor()
  await director.looks('circle-noon')

  say('one station stays open till eight, and the effective figure moves')
  const admin = await Desk.signIn(browser, server, 'admin')
  const changed = await admin.page.evaluate(async () => {
    const { items } = await (await fetch('/api/desk/admin/places')).json() as { items: { id: string; code: string; hours: unknown }[] }
    const { id, ...place } = items.find(({ code }) => code === '620171103')!
    const hours = Array.from({ length: 7 }, (_, day) => (day < 5 ? [{ open: 510, close: 720 }, { open: 840, close: 1200 }] : []))
    return (await fetch(`/api/desk/admin/places/${id}`, { method: 'PUT', headers: { 'content-type': 'application/json', 'x-fatong': '1' }, body: JSON.stringify({ ...place, hours }) })).status
  })
  expect(changed).toBe(200)
  await expect.poll(effective, { timeout: 20_000, interval: 1_500 }).toBeGreaterThan(before)
  await director.looks('circle-later')

  say('the best place for one more station, with what it gains')
  await director.page.goto(`${server.url}/desk/network/siting`)
  await director.page.getByLabel('怎么去').click()
  await director.page.locator('.ant-select-item-option').getByText('步行').click()
  await director.page.getByRole('button', { name: '开始算' }).click()
  await director.page.getByText('建议设在').waitFor({ timeout: 30_000 })
  await director.page.getByText(/多照顾 [\d,]+ 人/).waitFor()
  await director.looks('siting')

  say('the waiting cases are spread, by what fits and in turn')
  await director.page.goto(`${server.url}/desk/assignments`)
  await director.page.getByRole('button', { name: '排一排' }).click()
  await director.page.getByRole('row', { name: /轮派/ }).waitFor()
  await director.looks('assignments')

  say('a villager finds the nearest point and books')
  await phone.page.goto(`${server.url}/points?q=${encodeURIComponent('芦井水村')}`)
  await phone.page.getByText('从芦井水村出发').waitFor()
  await phone.looks('nearest')
  await phone.page.getByText('示意图', { exact: true }).click()
  await phone.page.getByText('这是示意图', { exact: false }).first().waitFor()
  await phone.looks('nearest-drawing')
  await phone.page.getByText('列表', { exact: true }).click()
  await phone.page.getByText('申请法律援助', { exact: true }).click()
  await phone.page.getByRole('link', { name: /站约个时间/ }).first().click()
  await phone.page.getByText('哪天去').waitFor()
  await phone.page.getByRole('group', { name: '哪天去' }).locator('label').nth(1).click()
  await phone.page.getByRole('group', { name: '几点' }).locator('label').first().click()
  await phone.page.getByRole('button', { name: '约好' }).click()
  await phone.heading('留个手机号，好提醒您')
  await phone.page.getByLabel('手机号').fill(asker)
  await phone.page.getByRole('button', { name: '发验证码' }).click()
  await phone.page.getByLabel('短信里的 6 位数字').fill(await admin.readCode(asker))
  await phone.page.getByRole('button', { name: '登录并约好' }).click()
  await phone.heading('约好了')
  await phone.looks('booked')

  say('the station sees who comes')
  const station = await Desk.signIn(browser, server, 'zhongchuan')
  await station.page.goto(`${server.url}/desk/team/appointments`)
  await station.page.getByText(asker).first().or(station.page.getByText('下一周').first()).waitFor()
  await station.looks('visitors')
  expect([...director.complaints, ...admin.complaints, ...station.complaints, ...phone.complaints]).toEqual([])
  expect(server.verifyHistory().code).toBe(0)
})
