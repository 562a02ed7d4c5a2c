import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { overflow, violations } from '../testing/browser.ts'
import { choose } from '../testing/choose.ts'
import { PLACE_NAMES, CENTRE, FIRM, STATION } from '../testing/mock-people.ts'
import { visitingDesk } from '../testing/visit.ts'

const visit = visitingDesk()
const name = (id: string) => PLACE_NAMES[id] ?? ''
const sheet = (page: Page) => page.getByRole('dialog')
const saved = () => visit.api.world.saved.filter(({ route }) => route === 'PUT /desk/admin/places/:id')
async function edit(id: string, width?: number): Promise<Page> {
  const page = await visit.open('admin', 'admin/places', width === undefined ? {} : { width })
  await page.getByRole('button', { name: `修改 ${name(id)}` }).click()
  await sheet(page).waitFor()
  return page
}
const keep = (page: Page) => sheet(page).getByRole('button', { name: '保存', exact: true }).click()
const gone = (page: Page) => sheet(page).waitFor({ state: 'detached' })

describe.each([1440, 360])('the position of a place at %i px', (width) => {
  it('names its system from a list; swapped degrees and a doubtful move are told, and a real move confirmed', async () => {
    const page = await edit(STATION, width)
    await choose(page, '坐标系', '高德、腾讯地图（GCJ-02）')
    await page.getByLabel('经度').fill('36.52')
    await page.getByLabel('纬度').fill('103.61')
    await page.getByLabel('纬度').press('Tab')
    await keep(page)
    await sheet(page).getByText('请把两个对调').waitFor()
    await page.getByLabel('经度').fill('103.61')
    await page.getByLabel('纬度').fill('36.02')
    await keep(page)
    const asked = sheet(page).getByRole('alert').filter({ hasText: '离原来的位置有 56 公里' })
    await asked.waitFor()
    const confirm = page.getByRole('checkbox', { name: '我核对过了，就按这个位置保存' })
    // The keyboard stands where the question is.
    await expect.poll(() => confirm.evaluate((box) => box === document.activeElement)).toBe(true)
    await page.waitForTimeout(300)
    expect(await violations(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
    await visit.keep(`place-doubt-${width}`, { height: 900 })
    // Other numbers are another question.
    await page.keyboard.press('Space')
    await page.getByLabel('纬度').fill('36.01')
    await page.getByLabel('纬度').fill('36.02')
    await asked.waitFor({ state: 'detached' })
    await keep(page)
    await asked.waitFor()
    expect(await confirm.isChecked()).toBe(false)
    await confirm.press('Space')
    await keep(page)
    await gone(page)
    expect(saved().map(({ body }) => body)).toMatchObject([
      { lon: 103.61, lat: 36.02, crs: 'GCJ02', confirmMove: true },
    ])
  })

  it('says what it changes when somebody else manages it', async () => {
    const page = await edit(STATION, width)
    await page.getByText('比如树屏镇的上级在永登').waitFor()
    await page.getByLabel('管理单位（和上级不是一家时才选）').fill(name(FIRM).slice(0, 4))
    await page.keyboard.press('Enter')
    await page.getByText(new RegExp(`保存以后，${name(FIRM)}和它上面各级的人`)).waitFor()
    await page.getByLabel('管理单位（和上级不是一家时才选）').scrollIntoViewIfNeeded()
    await page.waitForTimeout(300)
    expect(await violations(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
    await visit.keep(`place-managed-${width}`, { height: 900 })
    await keep(page)
    await gone(page)
    expect(saved().map(({ body }) => body)).toMatchObject([{ managedBy: FIRM, parentId: CENTRE }])
  })
})

it('a new place has no system until somebody says which', async () => {
  const page = await visit.open('admin', 'admin/places')
  await page.getByRole('button', { name: '新增服务点' }).click()
  await sheet(page).getByText('请选从哪里查来的').waitFor()
  await page.getByLabel('名称').fill('新村工作室')
  await page.getByLabel('代码').fill('620171101299')
  await keep(page)
  await gone(page)
  expect(saved().map(({ body }) => body)).toMatchObject([{ name: '新村工作室', lon: null, crs: null, managedBy: null }])
})
