import { expect, it } from 'vitest'
import { overflow, violations } from '../testing/browser.ts'
import { visitingDesk } from '../testing/visit.ts'
import { guidesOf } from '../testing/mock-guides.ts'

const visit = visitingDesk()
/** magq reviews, chenxm writes and wrote what waits, sunlq only reads. */
const open = (login: string, at: string, width?: number) => visit.open(login, at, width === undefined ? {} : { width })
const TALL = { height: 1_800 }
const WAGES = 'guides/wages/boss-will-not-pay'
const drafted = () => {
  const one = guidesOf(visit.api.world).get('wages/boss-will-not-pay')?.versions.at(-1)
  if (!one) throw new Error('no draft')
  return one
}

it('shows what waits against what people see with the words that differ, and publishes by keyboard alone', async () => {
  const page = await open('magq', 'guides')
  await page.getByText(/等审核 1/).waitFor()
  await visit.keep('guides-1440', TALL)
  const line = page.getByRole('link', { name: /老板拖着工资不给怎么办/ })
  await line.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('deletion').filter({ hasText: '十五日' }).waitFor()
  expect(await page.getByRole('insertion').filter({ hasText: '三十日' }).locator('b').nth(1).innerText()).toBe('三十')
  await page.getByText('法律库里没有').first().waitFor()
  await visit.keep('guide-review-1440', TALL)
  expect(await violations(page)).toEqual([])
  await page.getByLabel('审核意见').focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByText('已发布，群众可以看到了。').waitFor()
  expect(visit.api.world.saved.at(-1)?.body).toEqual({ note: '', seen: Date.parse('2026-11-20T10:00:00+08:00') })
  await page.getByRole('button', { name: '要求撤下' }).click()
  await page.getByRole('button', { name: '交去审核（撤下）' }).click()
  await page.getByText('请写明为什么撤下。').waitFor()
  await page.getByLabel('为什么撤下').fill('法律改了')
  await page.keyboard.press('Enter')
  await page.getByText('要求把这一篇撤下').waitFor()
  await page.getByText('这是您自己写的，要请另一位同事审核。').waitFor()
})

it('gives back only with a reason; the writer goes on from what was given back and sees why', async () => {
  const page = await open('magq', WAGES)
  await page.getByRole('button', { name: '退回修改' }).click()
  await page.getByText('请写明要改哪里').waitFor()
  await page.getByLabel('审核意见').fill('期限请再核对')
  await page.getByRole('button', { name: '退回修改' }).click()
  await page.getByText('已退回，写的人会看到您的意见。').waitFor()
  await page.getByRole('alert').filter({ hasText: '期限请再核对' }).waitFor()
  const writer = await open('chenxm', 'guides?show=returned')
  await writer.getByText('审核意见：期限请再核对').waitFor()
  await visit.keep('guides-returned-1440', TALL)
  await writer.getByRole('link', { name: /老板拖着工资不给怎么办/ }).click()
  await writer
    .getByRole('button', { name: '接着改' })
    .or(writer.getByRole('link', { name: '接着改' }))
    .first()
    .click()
  await writer.getByRole('alert').filter({ hasText: '期限请再核对' }).waitFor()
  expect(await writer.getByLabel('怎么办 第 2 条', { exact: true }).inputValue()).toContain('三十日')
  await writer.getByLabel('怎么办 第 2 条', { exact: true }).fill('再打 12333 投诉，六十日内会有回音。')
  await writer.getByLabel('改了什么').fill('核对了期限')
  await visit.keep('guide-edit-1440', TALL)
  expect(await violations(writer)).toEqual([])
  await writer.getByRole('button', { name: '交去审核' }).click()
  await writer.getByText('已交去审核').waitFor()
  expect(visit.api.world.saved.at(-1)?.body).toMatchObject({
    base: 2,
    note: '核对了期限',
    body: {
      steps: [
        {},
        { text: '再打 12333 投诉，六十日内会有回音。' },
        { cites: ['劳动争议调解仲裁法#5', '样例工资条例#30'] },
      ],
    },
  })
})

it('writes a guide with articles as people say them; nothing is lost on reload or when the line breaks; what is missing is said where it is missing', async () => {
  const page = await open('magq', 'guides/new')
  await page.getByRole('button', { name: '交去审核' }).click()
  await page.getByText(/有 \d+ 处没有填好/).waitFor()
  await page.getByText('请选一个主题').waitFor()
  await visit.keep('guide-new-missing-1440', TALL)
  expect(await violations(page)).toEqual([])
  await page.getByRole('combobox', { name: '主题' }).click()
  await page.locator('.ant-select-item-option').first().click()
  expect(await page.getByText('请选一个主题').count()).toBe(0)
  await page.getByLabel('网址里的名字').fill('boss-will-not-pay')
  await page.getByLabel('标题', { exact: true }).fill('新的一篇')
  await page.getByLabel('群众会怎么问').fill('怎么问\n另一种问法')
  await page.getByLabel('什么情况适用').fill('这种情况')
  await page.getByLabel('答案 第 1 条', { exact: true }).fill('单位应当按月发工资。')
  await page.getByLabel('答案 第 1 条的法条').fill('看这里')
  await page.keyboard.press('Enter')
  await page.getByText('看不懂“看这里”').first().waitFor()
  await page.getByLabel('怎么办 第 1 条', { exact: true }).fill('先留好证据。')
  await page.getByLabel('到哪里办').fill('劳动监察大队')
  await page.getByLabel('要花多少钱').fill('不收费')
  await page.getByRole('combobox', { name: '页面上给的帮助' }).click()
  await page.locator('.ant-select-item-option').filter({ hasText: '算一算' }).click()
  await page.getByRole('combobox', { name: '算一算，算哪样' }).click()
  await page.locator('.ant-select-item-option').filter({ hasText: '加班费' }).click()
  await page.keyboard.press('Escape')
  await page.getByLabel('改了什么').fill('新写')
  await page.reload()
  await page.getByText('已接着您上次写到一半的内容').waitFor()
  expect(await page.getByLabel('标题', { exact: true }).inputValue()).toBe('新的一篇')
  await page.getByRole('button', { name: '交去审核' }).click()
  await page.getByText('已经有一篇用了这个网址名字').waitFor()
  await page.getByLabel('网址里的名字').fill('a-new-guide')
  await page.getByLabel('答案 第 1 条的法条').press('Backspace')
  await page.getByLabel('答案 第 1 条的法条').fill('《样例工资条例》第三十条')
  await page.keyboard.press('Enter')
  await page.getByText('分包单位对所招用的人工资', { exact: false }).waitFor()
  expect(await page.getByText('看不懂“看这里”').count()).toBe(0)
  await page.getByRole('button', { name: '加一条（怎么办）' }).click()
  await page.getByLabel('怎么办 第 2 条', { exact: true }).fill('本来是第一步。')
  await page.getByRole('button', { name: '怎么办 第 2 条往上移' }).click()
  await visit.keep('guide-new-1440', TALL)
  await visit.desk.context.setOffline(true)
  await page.getByRole('button', { name: '交去审核' }).click()
  await page.getByText('没有连上服务器', { exact: false }).first().waitFor()
  await visit.desk.context.setOffline(false)
  expect(await page.getByLabel('标题', { exact: true }).inputValue()).toBe('新的一篇')
  await page.getByRole('button', { name: '交去审核' }).click()
  await page.getByText('已交去审核').waitFor()
  expect(visit.api.world.saved.at(-1)?.body).toMatchObject({
    base: 0,
    body: {
      answer: [{ text: '单位应当按月发工资。', cites: ['样例工资条例#30'] }],
      asked: ['怎么问', '另一种问法'],
      steps: [{ text: '本来是第一步。' }, { text: '先留好证据。' }],
      offers: ['hotline12348', 'calculator'],
      calculators: ['overtime'],
    },
  })
  await page.getByText('这是您自己写的，要请另一位同事审核。').waitFor()
})

it('explains what others did meanwhile: to the reviewer, to the writer, and keeps what both wrote', async () => {
  const page = await open('magq', WAGES)
  await page.getByLabel('审核意见').fill('很好')
  drafted().writtenAt += 60_000
  await page.getByRole('button', { name: '通过并发布' }).click()
  await page.getByText('您打开以后别人动过这一篇', { exact: false }).waitFor()
  await page.getByRole('alert').filter({ hasText: '陈晓梅' }).filter({ hasText: '又改了一次' }).waitFor()
  expect(await page.getByLabel('审核意见').inputValue()).toBe('很好')
  await visit.keep('guide-newer-1440', TALL)
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: '看过了，接着审核' }).click()
  await page.getByRole('button', { name: '通过并发布' }).click()
  await page.getByText('已发布，群众可以看到了。').waitFor()
  await page.goto(`${visit.api.url}${WAGES}/edit`)
  await page.getByLabel('要花多少钱').fill('一分钱不收')
  await page.getByLabel('改了什么').fill('写清费用')
  guidesOf(visit.api.world)
    .get('wages/boss-will-not-pay')
    ?.versions.push({ ...drafted(), version: 3, state: 'published' })
  await page.getByRole('button', { name: '交去审核' }).click()
  await page.getByRole('alert').filter({ hasText: '您开始写以后' }).waitFor()
  await visit.keep('guide-older-1440', TALL)
  expect(await page.getByLabel('要花多少钱').inputValue()).toBe('一分钱不收')
  guidesOf(visit.api.world)
    .get('wages/boss-will-not-pay')
    ?.versions.push({ ...drafted(), version: 4, state: 'draft' })
  await page.getByRole('button', { name: '看过了，按我写的接着改' }).click()
  await page.getByRole('button', { name: '交去审核' }).click()
  await page.getByRole('alert').filter({ hasText: '陈晓梅 交来的改动还在等审核' }).waitFor()
  expect(await page.getByLabel('要花多少钱').inputValue()).toBe('一分钱不收')
  expect(await violations(page)).toEqual([])
})

it('is only read by those who may not write', async () => {
  const page = await open('sunlq', WAGES)
  await page.getByText('审核由审批人、主任或司法局人员办理。').waitFor()
  for (const name of ['通过并发布', '要求撤下', '修改'])
    expect(await page.getByRole('button', { name }).count()).toBe(0)
  await page.goto(`${visit.api.url}guides`)
  await page.getByText(/等审核 1/).waitFor()
  expect(await page.getByRole('button', { name: '写一篇新指南' }).count()).toBe(0)
  await page.goto(`${visit.api.url}guides/new`)
  await page.getByText('您的岗位不能写指南').waitFor()
})

it('fits a phone, says why a list is empty, and says so when the line is broken', async () => {
  const page = await open('chenxm', 'guides', 360)
  for (const [at, says] of [
    ['guides', '老板拖着工资'],
    ['guides?show=withdrawn', '旧的一篇'],
    ['guides?show=inUse', '超过一年了'],
    [WAGES, '等审核的改动'],
    [`${WAGES}/edit`, '和在用的比'],
    ['guides/new', '写一篇新指南'],
  ] as const) {
    await page.goto(`${visit.api.url}${at}`)
    await page.getByText(says, { exact: false }).first().waitFor()
    expect(await overflow(page), at).toBeLessThanOrEqual(0)
    expect(await violations(page), at).toEqual([])
    await visit.keep(`${at.replace(/\W+/g, '-')}-360`, TALL)
  }
  await page.goto(`${visit.api.url}guides?show=inUse`)
  await page.getByLabel('在标题和适用情况里找').fill('没有的')
  await page.getByText('没有符合的指南').waitFor()
  await page.route('**/api/desk/guides**', (route) => route.abort())
  await page.goto(`${visit.api.url}guides`)
  await page.getByRole('button', { name: /再试|重试/ }).waitFor()
})
