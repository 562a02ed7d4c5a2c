import { expect, test } from 'vitest'
import { A_PHOTO } from '../testing/photo.ts'
import { askSupplement, assign, newCase } from '../testing/sample-case.ts'
import { visiting } from '../testing/visit.ts'

const visit = visiting()
const NUMBER = 'LX202600001'

/** One's own case, on the page of somebody who is signed in. */
async function atCase(change: (one: ReturnType<typeof newCase>) => void) {
  const { api, context, go } = visit()
  const one = newCase(NUMBER, '王建国', '请求支付劳动报酬', Date.now())
  change(one)
  api.world.cases.set(NUMBER, one)
  api.world.sessions.set('mine', '13812345678')
  await context.addCookies([{ name: 'session', value: 'mine', url: api.url }])
  await go(`/case/${NUMBER}`)
  return one
}

test('photos uploaded for a correction wait through a reload, and count only once they are handed over', async () => {
  const { page, looksRight } = visit()
  await page.route(/\/materials\/[^/?]+$/, (route) =>
    route.request().method() === 'GET' ? route.fulfill({ contentType: 'image/png', body: A_PHOTO }) : route.continue(),
  )
  const one = await atCase((asked) => askSupplement(asked, Date.now()))
  const shots = page.locator('.shot')
  const choose = (name: string, buffer: Buffer) =>
    page.getByLabel(/从手机里选：欠薪/).setInputFiles({ name, mimeType: 'image/png', buffer })
  await choose('工资条.png', A_PHOTO)
  await page.getByText('传好了 1 份，还没有交').waitFor()
  await choose('转账.png', A_PHOTO)
  await page.getByText('传好了 2 份，还没有交').waitFor()
  await looksRight('supply-uploaded')

  await page.reload()
  await page.getByText('传好了 2 份，还没有交').waitFor()
  expect(await shots.count()).toBe(2)
  expect([one.materials, one.notHandedIn.length]).toEqual([[], 2])
  await page
    .getByRole('button', { name: /^看 ?：/ })
    .first()
    .click()
  await page.getByRole('img', { name: /欠薪/ }).first().waitFor()
  await looksRight('supply-after-reload')

  page.once('dialog', (dialog) => void dialog.accept())
  await page.getByRole('button', { name: /^删掉/ }).first().click()
  await page.getByText('传好了 1 份，还没有交').waitFor()
  await page.reload()
  await page.getByText('传好了 1 份，还没有交').waitFor()

  await page.getByRole('button', { name: '补齐了，交给工作人员' }).click()
  await page.getByText('工作人员正在看您补的材料').first().waitFor()
  expect([one.materials.length, one.notHandedIn]).toEqual([1, []])
  await page.reload()
  await page.getByText('工作人员正在看您补的材料').first().waitFor()
  expect(await page.getByText(/还没有交/).count()).toBe(0)
})

test('what is half written outlives a session that ran out, and is gone once it is sent or somebody signs out', async () => {
  const { page, api, context, looksRight, heading, go } = visit()
  await atCase((one) => assign(one, Date.now()))
  await page.getByText('对决定不服，提出异议').click()
  await page.getByLabel('为什么不服').fill('金额不对，少算了两个月')
  await page.getByLabel('想说什么').fill('上午可以')

  api.world.sessions.clear()
  await page.evaluate(() => dispatchEvent(new Event('focus')))
  await page.getByText('您写了一半的内容还在，登录后接着写。').waitFor()
  expect(await page.getByLabel('为什么不服').count()).toBe(0)
  await looksRight('case-session-over')
  await page.getByRole('link', { name: '去登录' }).click()

  // Signed in again: the same tab, the same case.
  api.world.sessions.set('again', '13812345678')
  await context.addCookies([{ name: 'session', value: 'again', url: api.url }])
  await go(`/case/${NUMBER}`)
  expect(await page.getByLabel('为什么不服').inputValue()).toBe('金额不对，少算了两个月')
  expect(await page.getByLabel('为什么不服').isVisible()).toBe(true)
  expect(await page.getByLabel('想说什么').inputValue()).toBe('上午可以')
  await looksRight('case-typed-again')

  // The session runs out while it is sent: the same.
  api.world.sessions.clear()
  await page.getByRole('button', { name: '提出异议' }).click()
  await page.getByText('您写了一半的内容还在，登录后接着写。').waitFor()
  api.world.sessions.set('again', '13812345678')
  await go(`/case/${NUMBER}`)
  await page.getByRole('button', { name: '提出异议' }).click()
  await page.getByText('异议已提交。').waitFor()
  await page.reload()
  expect(await page.getByLabel('想说什么').inputValue()).toBe('上午可以')
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('金额')

  await go('/me')
  await page.getByRole('button', { name: '退出登录' }).click()
  await heading(/./)
  await page.waitForFunction(() => !JSON.stringify({ ...sessionStorage }).includes('上午'))
})
