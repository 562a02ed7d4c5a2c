import { expect, it } from 'vitest'
import { overflow, violations } from '../testing/browser.ts'
import { visitingDesk } from '../testing/visit.ts'
import { uuidOf } from '../testing/mock-ids.ts'

const visit = visitingDesk()
const open = (login: string, width?: number, at = 'assignments') =>
  visit.open(login, at, width === undefined ? {} : { width })

it('spreads the waiting cases, compares the ways of doing it, wants a reason for another choice, and assigns', async () => {
  const page = await open('magq')
  await page.getByRole('button', { name: '排一排' }).click()
  await page.getByText('马永福').waitFor()
  await page.getByText('1660').waitFor()
  await page.getByText('本区现行', { exact: false }).first().waitFor()
  await page.getByText('排不了：刑事辩护只能由律师担任').waitFor()
  await visit.keep('assignments-1440')
  expect(await violations(page)).toEqual([])
  await page.getByText('均衡', { exact: true }).first().click()
  await page.getByRole('row', { name: /均衡 现在看的/ }).waitFor()
  await page.getByLabel('LX202600102 改派给谁').click()
  await page.locator('.ant-select-item-option').getByText('沈若兰').click()
  await page.getByRole('button', { name: '指派选中的 2 件' }).click()
  await page.getByText('改派给别人要写理由').waitFor()
  await page.getByLabel('LX202600102 的理由').fill('受援人要女律师')
  await page.getByRole('button', { name: '指派选中的 2 件' }).click()
  await page.getByText('马永福').waitFor({ state: 'detached' })
  expect(visit.api.world.saved.find(({ route }) => route === 'POST /desk/assignments')?.body).toMatchObject({
    policy: 'fair',
    items: [
      { reason: '' },
      { reason: '受援人要女律师', staffId: uuidOf('staff 沈若兰'), proposed: uuidOf('staff 林书航') },
    ],
  })
  await page.getByText('近三个月的记录').click()
  await page.getByText('2 次指派，1 次照建议办。').waitFor()
})

it('fits a phone; a broken line; not for a clerk', async () => {
  const page = await open('magq', 360)
  await page.getByRole('button', { name: '排一排' }).click()
  await page.getByText('马永福').waitFor()
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  expect(await violations(page)).toEqual([])
  await visit.keep('assignments-360')
  await page.route('**/api/desk/assignments/plan', (route) => route.abort())
  await page.getByRole('button', { name: '重新排' }).first().click()
  await page.getByRole('alert').first().waitFor()
  const clerk = await open('chenxm')
  await clerk.getByText('批量指派由指派员或主任办理').waitFor()
})

it('somebody cannot go on: who takes which case and why, what else moves, a reason, and each case handed over', async () => {
  const page = await open('magq', undefined, 'assignments/handings')
  await page.getByLabel('谁不能办案').click()
  await page.locator('.ant-select-item-option').getByText('林书航').click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '看谁来接' }).click()
  await page.getByText('林书航不能办理，由沈若兰接办', { exact: false }).waitFor()
  await page.getByText('有 1 件是别人腾位置才能排开的，已标出。', { exact: false }).waitFor()
  await page.getByText('刑事辩护只能由律师担任', { exact: false }).waitFor()
  await visit.keep('handings-1440')
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: '确认更换 3 件' }).click()
  await page.getByText('请写明为什么更换').waitFor()
  await page.getByText('有利益冲突提示，请写明说明').waitFor()
  await page.getByLabel('为什么更换（写进决定和通知）').fill('承办人住院')
  await page.getByLabel('LX202600202 的说明').fill('对方已书面同意')
  await page.getByRole('button', { name: '确认更换 3 件' }).click()
  await page.getByText('已更换 2 件，1 件没有办成、仍由原承办人办', { exact: false }).waitFor()
  await page.getByText('案件刚刚有变动，请刷新看看').waitFor()
  expect(visit.api.world.saved.find(({ route }) => route === 'POST /desk/assignments/handings')?.body).toMatchObject({
    reason: '承办人住院',
    leave: { from: expect.any(String) as string },
    moves: [{ note: '', proposed: uuidOf('staff 沈若兰') }, { note: '对方已书面同意' }, {}],
  })
})

it('another way of assigning, beside what was done: figures, a picture, and to take along', async () => {
  const page = await open('magq', undefined, 'assignments/replay')
  await page.getByRole('row', { name: /实际办理 610/ }).waitFor()
  await page.getByRole('row', { name: /精准指派 本区现行 240/ }).waitFor()
  await visit.keep('replay-1440')
  expect(await violations(page)).toEqual([])
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'CSV' }).click()])
  expect(file.suggestedFilename()).toMatch(/^换一种派法-.*\.csv$/)
  await page.getByLabel('从', { exact: true }).fill('2026-01-01')
  await page.getByText('这段时间没有派出去的案件').waitFor()
})

it('handings and replay fit a phone; nothing runs over the edge', async () => {
  const page = await open('magq', 360, 'assignments/handings')
  await page.getByLabel('谁不能办案').click()
  await page.locator('.ant-select-item-option').getByText('林书航').click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '看谁来接' }).click()
  await page.getByText('确认更换 3 件').waitFor()
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  expect(await violations(page)).toEqual([])
  await visit.keep('handings-360')
  await page.goto(`${visit.api.url}assignments/replay`)
  await page.getByText('各人分到几件').waitFor()
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  expect(await violations(page)).toEqual([])
  await visit.keep('replay-360')
})

it('the case page tells every list that was shown, whole, and whom somebody chose against it', async () => {
  const page = await open('magq', undefined, 'board')
  await page.goto(`${visit.api.url}cases/${visit.api.world.cases[0]!.id}`)
  await page.getByText('看历次推荐的完整名单').click()
  await page.getByText('没有照推荐，派给第 2 位 沈若兰').waitFor()
  await page.getByText('理由：申请人希望女律师').waitFor()
  await page.getByText('设置第 3 版', { exact: false }).waitFor()
  await page.getByText('当时不能派的 1 位').click()
  await page.getByText('利益冲突：代理过与受援人对立的一方', { exact: false }).waitFor()
  await page.getByText('看历次推荐的完整名单').scrollIntoViewIfNeeded()
  await visit.keep('case-advice-1440')
  expect(await violations(page)).toEqual([])
})
