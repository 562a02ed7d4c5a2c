import { expect, it } from 'vitest'
import { overflow, violations } from '../testing/browser.ts'
import { visitingDesk } from '../testing/visit.ts'

const visit = visitingDesk()
const open = (at: string, width?: number) => visit.open('magq', at, width === undefined ? {} : { width })

it('shows what was asked and what found nothing, and settles what was said to be wrong', async () => {
  const page = await open('quality')
  await page.getByText('皮影戏箱子被借走弄丢了').waitFor()
  await visit.keep('quality-1440')
  await page.getByText('没找到依据', { exact: true }).first().click()
  await page.getByText('老板（某公司）').waitFor({ state: 'detached' })
  await page.getByRole('link', { name: '被说有问题' }).click()
  // At the desk a guide stands also after it was taken down from the public.
  expect(await page.getByRole('link', { name: '用的办事指南' }).getAttribute('href')).toBe(
    '/desk/guides/wages/boss-will-not-pay',
  )
  expect(await page.getByRole('link', { name: '打开那一页' }).getAttribute('href')).toBe(
    '/desk/guides/tenancy/taken-down',
  )
  expect(await page.getByRole('link', { name: '《劳动合同法》第30条' }).getAttribute('href')).toMatch(
    /^\/law\/articles\/.+\.30$/,
  )
  await visit.keep('flags-1440')
  await page
    .getByRole('button', { name: '处理', exact: true })
    .or(page.getByRole('button', { name: /^处\s?理$/ }))
    .first()
    .click()
  await page.getByRole('button', { name: '记下处理结果' }).click()
  await page.getByText('请选处理结果。').waitFor()
  await page.getByLabel('没有错').check()
  await page.getByRole('button', { name: '记下处理结果' }).click()
  await page.getByText('请写明怎么处理的。').waitFor()
  await page.getByLabel('怎么处理的').fill('打电话核实过，地址没有变')
  await page.getByRole('button', { name: '记下处理结果' }).click()
  await page.getByText('没有等处理的').waitFor()
  expect(visit.api.world.saved.at(-1)?.body).toEqual({ outcome: 'right', note: '打电话核实过，地址没有变' })
})

it('keeps who is on duty and by when an answer is promised', async () => {
  const page = await open('quality/duty')
  await page.getByText('林书航').waitFor()
  await page.getByText(/^没有人管：.*家庭暴力.*通知中心的主任/).waitFor()
  expect(await page.getByText(/^没有人管：/).textContent()).not.toContain('工资')
  await page.getByRole('button', { name: '去掉林书航' }).click()
  await page.getByText('名单还是空的').waitFor()
  await page.getByRole('button', { name: /^保\s?存$/ }).click()
  await page.getByText('已保存。').waitFor()
  expect(visit.api.world.saved.at(-1)?.body).toEqual({ members: [] })
  await page.getByRole('link', { name: '承诺时间' }).click()
  await page.getByLabel('一般').fill('2')
  await page.getByRole('button', { name: '去掉家庭暴力' }).click()
  await page.getByRole('button', { name: /^保\s?存$/ }).click()
  await expect.poll(() => visit.api.world.saved.at(-1)?.body).toEqual({ usual: 2, byTopic: {}, why: '' })
})

it('fits a phone and passes the checks on every part', async () => {
  const page = await open('quality', 360)
  for (const [at, says] of [
    ['quality', '皮影戏'],
    ['quality/flags', '早搬了'],
    ['quality/duty', '林书航'],
    ['quality/pledges', '家庭暴力'],
  ] as const) {
    await page.goto(`${visit.api.url}${at}`)
    await page.getByText(says, { exact: false }).first().waitFor()
    expect(await overflow(page), at).toBeLessThanOrEqual(0)
    expect(await violations(page), at).toEqual([])
    await visit.keep(`${at.replace(/\W+/g, '-')}-360`)
  }
})
