/// <reference types="node" />
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { overflow, violations } from '../testing/browser.ts'
import { visitingDesk } from '../testing/visit.ts'

const visit = visitingDesk()
const open = (at: string, width?: number) => visit.open('magq', at, width === undefined ? {} : { width })
const last = () => visit.api.world.saved.at(-1)?.body

it('shows a week with what is wrong in it, and has somebody covered for one day', async () => {
  const page = await open('team/roster?week=2026-11-23')
  await page.getByText('有 1 处要处理').waitFor()
  await page.getByText('开门但没人值班：1 段').waitFor()
  await visit.keep('roster-1440')
  await page.getByRole('button', { name: /^改这一天：魏红霞 11月24日/ }).click()
  await page.getByLabel('原因').fill('')
  await page.getByRole('button', { name: /保\s?存$/ }).click()
  await page.getByText('请写明原因').waitFor()
  const searched = page.waitForRequest((request) => request.url().includes(`q=${encodeURIComponent('何长')}`))
  await page.getByLabel('谁来顶班').fill('何长')
  expect(new URL((await searched).url()).searchParams.get('active')).toBe('yes')
  await page.locator('.ant-select-item-option').getByText('林书航').waitFor({ state: 'detached' })
  await visit.keep('picker-1440')
  await page.getByText('何长寿 中川镇公共法律服务工作站').last().click()
  await page.getByLabel('原因').fill('参加培训')
  await page.getByRole('button', { name: /保\s?存$/ }).click()
  await page.getByText('已改好，只改这一天。').waitFor()
  expect(last()).toMatchObject({ change: { reason: '参加培训', coverId: expect.any(String) as string } })
})

it.each([1440, 360])(
  'a worked Saturday at %i px says which offices have nobody, and puts somebody on for that day only',
  async (width) => {
    const page = await open('team/roster?week=2026-11-23', width)
    await page.getByText('11月28日（周六）调休上班，照常开门').waitFor()
    await page.getByText('2 个工作室这天没有排人').waitFor()
    // Of the two only one is the reader's to keep.
    expect(await page.getByRole('button', { name: /^排这一天：/ }).count()).toBe(1)
    expect(await violations(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await visit.keep(`roster-worked-${width}`)
    await page.getByRole('button', { name: '排这一天：芦井水村公共法律服务工作室 11月28日（周六）' }).press('Enter')
    await page.getByText('只排11月28日（周六）这一天').waitFor()
    await page.getByLabel('谁', { exact: true }).click()
    await page.getByText('魏红霞 中川镇公共法律服务工作站').last().click()
    await page.waitForTimeout(300)
    expect(await violations(page)).toEqual([])
    await visit.keep(`roster-put-on-${width}`, { height: 900 })
    await page.getByRole('button', { name: /保\s?存$/ }).click()
    await page.getByText('已排好。').waitFor()
    expect(last()).toMatchObject({ weekday: 6, validFrom: '2026-11-28', validTo: '2026-11-28', kind: 'duty' })
  },
)

it('adds a line of the pattern, and says where the person is already', async () => {
  const page = await open('team/roster?week=2026-11-30')
  await page.getByText('这一周没有排班').waitFor()
  await page.getByRole('button', { name: '加固定值班' }).click()
  await page.getByRole('button', { name: /保\s?存$/ }).click()
  await page.getByText('请选人').last().waitFor()
  await page.getByLabel('谁', { exact: true }).click()
  await page.getByText('魏红霞 中川镇公共法律服务工作站').last().click()
  await page.getByLabel('星期').click()
  await page.locator('.ant-select-item-option').getByText('周三', { exact: true }).click()
  await page.getByRole('button', { name: /保\s?存$/ }).click()
  await page.getByText('同一时间已经排在中川镇公共法律服务工作站').waitFor()
  await page.getByLabel('星期').click()
  await page.locator('.ant-select-item-option').getByText('周四', { exact: true }).click()
  await page.getByRole('button', { name: /保\s?存$/ }).click()
  await page.getByText('已排好。').waitFor()
  expect(last()).toMatchObject({ weekday: 4, from: 540, to: 690, kind: 'duty', services: ['consultation'] })
})

it('keeps the team: finds by name, shows what runs out, registers somebody, and never shows a phone', async () => {
  const page = await open('team/people')
  await page.getByText('律师执业证快到期（2026年12月10日）').waitFor()
  await visit.keep('people-1440')
  await page.getByLabel('找姓名、地方、语言、专长').fill('没有的人')
  await page.getByText('没有符合的人').waitFor()
  await page.getByRole('button', { name: '登记人员' }).click()
  await page.getByRole('button', { name: /保\s?存$/ }).click()
  await page.getByText('请填姓名').waitFor()
  await page.getByLabel('姓名', { exact: true }).fill('新来的')
  await page.getByLabel('在哪个点').click()
  await page.locator('.ant-select-item-option').first().click()
  await page.getByLabel(/手机号/).fill('13900001234')
  await page.getByRole('button', { name: '加一个证书' }).click()
  await page.getByLabel('证书名称 1').fill('法律明白人证')
  await page.getByRole('button', { name: /保\s?存$/ }).click()
  await page.getByText('已保存。').waitFor()
  expect(last()).toMatchObject({
    name: '新来的',
    phone: '13900001234',
    qualifications: [{ name: '法律明白人证', until: null }],
  })
  expect(await page.content()).not.toContain('13900001234')
})

it('shows who comes, and tells somebody why their visit is off', async () => {
  const page = await open('team/appointments?day=2026-11-23')
  await page.getByText('马永福').waitFor()
  await visit.keep('appointments-1440')
  await page.getByRole('button', { name: '马永福：取消' }).click()
  await page.getByRole('button', { name: '取消并告知' }).click()
  await page.getByText('请写明为什么取消').waitFor()
  await page.getByLabel('为什么取消').fill('工作人员外出')
  await page.getByRole('button', { name: '取消并告知' }).click()
  await page.getByText('已取消', { exact: true }).waitFor()
  expect(last()).toEqual({ state: 'cancelled', reason: '工作人员外出' })
})

it('takes up a matter from a village, does it, and sends one of its own; what was typed survives closing', async () => {
  const page = await open('team/handovers')
  await page.getByText('过时限没接').waitFor()
  await visit.keep('handovers-1440')
  expect(await page.getByRole('link', { name: '案件 兰新法援〔2026〕民字第1号' }).getAttribute('href')).toMatch(
    /\/cases\/.+/,
  )
  await page.getByRole('button', { name: /^接\s?收$/ }).click()
  await page.getByLabel('多久办完').click()
  await page.locator('.ant-select-item-option').getByText('3 个工作日', { exact: true }).click()
  await visit.keep('handovers-take-1440')
  expect(await violations(page)).toEqual([])
  await page
    .locator('form')
    .getByRole('button', { name: /^接\s?收$/ })
    .click()
  await page.getByText('办理中').waitFor()
  expect(last()).toEqual({ note: '', version: 1, finishDays: 3 })
  await page.getByText('请在 11月27日', { exact: false }).waitFor()
  await page.getByRole('button', { name: /^办\s?结$/ }).click()
  await page.getByLabel('怎么办的').fill('上门收齐了材料')
  await page
    .locator('form')
    .getByRole('button', { name: /^办\s?结$/ })
    .click()
  await page.getByText('没有等您接的事').waitFor()
  await page.getByText('办完的', { exact: true }).click()
  await page.getByText('上门收齐了材料').waitFor()
  await page.getByRole('button', { name: '转一件事' }).click()
  await page.getByLabel('事由（一句话）').fill('请派调解员')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '转一件事' }).click()
  expect(await page.getByLabel('事由（一句话）').inputValue()).toBe('请派调解员')
  await page.getByLabel('转给哪里').click()
  await page.locator('.ant-select-item-option').first().click()
  await page.getByLabel('具体情况').fill('两家因为地界吵架')
  await page.getByRole('button', { name: /^转\s?出$/ }).click()
  await page.getByText('已转出，对方会收到通知。').waitFor()
  expect(last()).toMatchObject({
    title: '请派调解员',
    kind: 'intake',
    within: { unit: 'day', amount: 1 },
    caseId: null,
    videoUrl: null,
    meetAt: null,
  })
})

it('a month of each point, on the page and as a table to take along', async () => {
  const page = await open('team/activity')
  await page.getByRole('columnheader', { name: '服务次数' }).waitFor()
  const row = page.getByRole('row', { name: /兰州新区公共法律服务中心/ })
  expect(await row.getByRole('cell').allInnerTexts()).toHaveLength(await page.getByRole('columnheader').count())
  await visit.keep('activity-1440')
  expect(await violations(page)).toEqual([])
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /下\s?载/ }).click(),
  ])
  const lines = readFileSync(await file.path(), 'utf8')
    .trim()
    .split(/\r?\n/)
  expect(lines[0]).toContain('服务次数')
  expect(lines[1]?.split(',').slice(6, 11)).toEqual(['18', '240', '26', '7', '2'])
})

it('what is open below is read and not touched; a case that is not for the reader is said to be there', async () => {
  const page = await open('team/handovers')
  await page.getByText('下级的 1', { exact: true }).click()
  await page.getByText('请派人来讲宅基地').waitFor()
  await page.getByText('其中 1 件过了时限').waitFor()
  await page.getByText('附有一个案件，您这里无权打开', { exact: false }).waitFor()
  expect(await page.getByRole('button', { name: /^(接\s?收|办\s?结|退\s?回)$/ }).count()).toBe(0)
  await visit.keep('handovers-below-1440')
  expect(await violations(page)).toEqual([])
})

it('from the page of a case something about it goes to another place, and the screen says beforehand who may open it there', async () => {
  const page = await visit.open('chenxm')
  await page.getByRole('link', { name: /马有财/ }).click()
  await page.getByRole('button', { name: '转给别处' }).waitFor()
  await visit.keep('case-hand-on-1440')
  await page.getByRole('button', { name: '转给别处' }).click()
  await page.getByText('案件还归原来的单位办', { exact: false }).waitFor()
  await page.getByLabel('转给哪里').click()
  await page.locator('.ant-select-item-option').getByText('中川镇公共法律服务工作站').click()
  await page.getByText('对方有权打开这个案件', { exact: false }).waitFor()
  await page.getByLabel('转给哪里').click()
  await page.locator('.ant-select-item-option').getByText('芦井水村公共法律服务工作室').click()
  await page.getByText('对方无权打开这个案件', { exact: false }).waitFor()
  await page.getByLabel('事由（一句话）').fill('请上门收一份材料')
  await page.getByLabel('具体情况').fill('请到村里收考勤照片原件')
  await visit.keep('case-hand-on-sheet-1440')
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: /^转\s?出$/ }).click()
  await page.getByText('已转出，对方会收到通知。').waitFor()
  expect(last()).toMatchObject({ caseId: visit.api.world.cases[0]?.id, kind: 'other', title: '请上门收一份材料' })
})

it('the same on a phone', async () => {
  const page = await visit.open('chenxm', `cases/${visit.api.world.cases[0]?.id ?? ''}`, { width: 360 })
  const hands = page.getByRole('button', { name: '转给别处' })
  await hands.scrollIntoViewIfNeeded()
  await visit.keep('case-hand-on-360')
  await hands.click()
  await page.getByLabel('转给哪里').waitFor()
  await visit.keep('case-hand-on-sheet-360', { height: 780 })
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  expect(await violations(page)).toEqual([])
})

it('fits a phone and passes the checks on every part; says so when the line is broken', async () => {
  const page = await open('team/roster?week=2026-11-23', 360)
  for (const [at, says] of [
    ['team/roster?week=2026-11-23', '何长寿'],
    ['team/roster?week=2026-11-30', '这一周没有排班'],
    ['team/people', '魏红霞'],
    ['team/appointments?day=2026-11-23', '马永福'],
    ['team/appointments?day=2026-01-01', '没有人预约'],
    ['team/handovers', '老人行动不便'],
    ['team/handovers?show=out', '没有转出去'],
    ['team/handovers?show=below', '请派人来讲'],
    ['team/activity', '31'],
    ['team/service', '林书航'],
  ] as const) {
    await page.goto(`${visit.api.url}${at}`)
    await page.getByText(says, { exact: false }).first().waitFor()
    expect(await overflow(page), at).toBeLessThanOrEqual(0)
    expect(await violations(page), at).toEqual([])
    await visit.keep(`${at.replace(/\W+/g, '-')}-360`)
  }
  await page.route('**/api/desk/handovers**', (route) => route.abort())
  await page.goto(`${visit.api.url}team/handovers`)
  await page.getByRole('button', { name: /再试|重试/ }).waitFor()
  expect(await violations(page)).toEqual([])
})

it('a service is put down, a wrong one struck out, a table taken in; what is missing is told when the month is over', async () => {
  const page = await open('team/service?')
  await page.getByText('这个月还没过完', { exact: false }).waitFor()
  await visit.keep('service-1440')
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: '记一次服务' }).click()
  await page.getByRole('button', { name: /保\s?存$/ }).click()
  await page.getByText('请选谁做的', { exact: true }).last().waitFor()
  await page.getByLabel('谁做的').click()
  await page.locator('.ant-select-item-option').getByText('何长寿').click()
  await page.getByLabel('在哪里做的').fill('王家院子')
  await page.getByLabel('什么事').fill('宅基地界线')
  await visit.keep('service-sheet-1440')
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: /保\s?存$/ }).click()
  await page.getByText('宅基地界线').waitFor()
  expect(last()).toMatchObject({ at: '王家院子', matter: '宅基地界线', work: 'consultation', minutes: 30, people: 1 })
  await page.getByRole('button', { name: /划掉 何长寿 2026-11-03/ }).click()
  await page.getByLabel('为什么划掉').fill('记到别人头上了')
  await page
    .locator('.ant-drawer-footer')
    .getByRole('button', { name: /^划\s?掉$/ })
    .click()
  await page.getByText('记到别人头上了').waitFor()
  await page.getByRole('button', { name: /导\s?入/ }).click()
  await page
    .getByTestId('service-table')
    .setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('日期\n唱歌') })
  await page.getByText('不认识“唱歌”', { exact: false }).waitFor()
  await page
    .getByTestId('service-table')
    .setInputFiles({ name: 'b.csv', mimeType: 'text/csv', buffer: Buffer.from('日期\n') })
  await page.getByText('2 条可以导入').waitFor()
  await page.getByRole('button', { name: '确认导入' }).click()
  await page.getByText('已导入 2 条。').waitFor()
})

it('leave, and a remote visitor who needs an address', async () => {
  const page = await open('team/people')
  await page.getByText('请假 11-26 到 11-27').waitFor()
  await page.getByRole('button', { name: '魏红霞 请假' }).click()
  await page.getByLabel('原因').fill('探亲')
  await page.getByRole('button', { name: /保\s?存$/ }).click()
  await page.getByText('已登记请假。').waitFor()
  expect(last()).toMatchObject({ reason: '探亲' })
  await page.goto(`${visit.api.url}team/appointments?day=2026-11-23`)
  await page.getByText('祁兰英').waitFor()
  await page.getByText('填会议地址').click()
  await page.getByLabel('祁兰英 的会议地址').fill('https://meeting.example.com/2')
  await page.getByRole('button', { name: /保\s?存$/ }).click()
  await page.getByText('已保存，双方到时间都能看到。').waitFor()
  expect(last()).toEqual({ url: 'https://meeting.example.com/2' })
  await visit.keep('video-appointment-1440')
  await page.goto(`${visit.api.url}team/handovers`)
  expect(await page.getByRole('link', { name: '进视频' }).getAttribute('href')).toBe(
    'https://meeting.example.com/fatong-5f1c',
  )
  expect(await violations(page)).toEqual([])
})
