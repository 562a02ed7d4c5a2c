/// <reference types="node" />
import { expect, it } from 'vitest'
import { overflow, violations } from '../testing/browser.ts'
import { visitingDesk } from '../testing/visit.ts'

const visit = visitingDesk()
const open = (at: string, width?: number) => visit.open('magq', at, width === undefined ? {} : { width })
const last = () => visit.api.world.saved.at(-1)?.body

it('counts and shows first whom nobody receives, whatever week is looked at, and moves the visit to another time', async () => {
  const page = await open('team/appointments?day=2026-11-23')
  await page.getByRole('heading', { name: '没人接待：1 个' }).waitFor()
  await page.getByText('没人接待：那时没人值班').waitFor()
  const names = await page.locator('li.card b:not(.num)').allTextContents()
  expect(names.indexOf('张桂花')).toBeGreaterThanOrEqual(0)
  expect(names.indexOf('张桂花')).toBeLessThan(names.indexOf('马永福'))
  await visit.keep('unmet-1440')
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: '张桂花：改时间' }).click()
  await page.getByText('这里十四天里没有空的时间').waitFor()
  await page.getByLabel('改到哪里').click()
  await page.locator('.ant-select-item-option').getByText('中川镇公共法律服务工作站').click()
  await page.getByRole('button', { name: '改好并告知' }).click()
  await page.getByText('请选哪天、几点').waitFor()
  const choose = async (label: string, option: string) => {
    await page.getByLabel(label).click()
    await page.locator('.ant-select-item-option').getByText(option).last().click()
  }
  await choose('哪天', '11月26日（周四）')
  await choose('几点', '09:00–09:30（还能约 1 人）')
  await page.getByLabel('为什么改').fill('村里的人病了')
  await visit.keep('unmet-move-1440')
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: '改好并告知' }).click()
  await page.locator('form').getByText('这个时间刚被别人约走了').waitFor()
  await choose('几点', '09:30–10:00（还能约 1 人）')
  await page.getByRole('button', { name: '改好并告知' }).click()
  await page.getByText('已改好，已发消息告诉约的人。').waitFor()
  expect(last()).toMatchObject({ day: '2026-11-26', from: 570, reason: '村里的人病了' })
  await page.getByRole('heading', { name: '没人接待：1 个' }).waitFor({ state: 'detached' })
})

it('on a narrow screen by the keyboard: from the visit to the roster of that place and day', async () => {
  const page = await open('team/appointments?day=2026-01-01', 360)
  await page.getByRole('heading', { name: '没人接待：1 个' }).waitFor()
  await page.getByText('这几天没有人预约').waitFor()
  await page.getByRole('button', { name: '张桂花：改时间' }).press('Enter')
  await page.getByText('这里十四天里没有空的时间').waitFor()
  await visit.keep('unmet-360')
  expect(await overflow(page)).toBe(0)
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: '张桂花：去值班表安排人' }).press('Enter')
  await page.waitForURL(/team\/roster\?week=2026-12-01&place=/)
})

it('whoever enters a leave reads how many visitors lose their person, until they have seen it', async () => {
  const page = await open('team/people')
  await page.getByRole('button', { name: '魏红霞 请假' }).click()
  await page.getByLabel('原因').fill('生病住院')
  await page.getByRole('button', { name: /保\s?存$/ }).click()
  const said = page.getByRole('dialog').filter({ hasText: '有 2 个约好的来访没人接待了' })
  await said.waitFor()
  await visit.keep('lost-1440')
  expect(await violations(page)).toEqual([])
  await said.getByRole('button', { name: '知道了' }).click()
  await said.waitFor({ state: 'detached' })
})
