import { expect, it } from 'vitest'
import { overflow, violations } from '../testing/browser.ts'
import { uuidOf } from '../testing/mock-ids.ts'
import { visitingDesk } from '../testing/visit.ts'

const visit = visitingDesk()
const open = (at: string, width?: number) => visit.open('linsh', at, width === undefined ? {} : { width })

it('takes a question, finds the article, loses nothing on reload, and answers once', async () => {
  const page = await open('questions')
  await page.getByText('1 个已超过承诺时间').waitFor()
  await visit.keep('questions-1440')
  expect(await violations(page)).toEqual([])
  await page.getByRole('link', { name: /粪坑挖在我家水井旁边/ }).click()
  await page.getByText('先前和系统的问答').waitFor()
  await page.getByText('· 坑离井有多远？ 不到十米').waitFor()
  await page.getByRole('button', { name: '我来答' }).click()
  await page.getByRole('textbox', { name: '答复' }).waitFor()
  await page.getByRole('button', { name: '发出答复' }).click()
  await page.getByText('请写答复。').waitFor()
  await page.getByRole('textbox', { name: '答复' }).fill('粪坑离水井太近是不行的，先找村委会调解。')
  await page.getByRole('search', { name: '找法条' }).getByRole('button').click()
  await page.getByRole('button', { name: '加上《样例相邻法》第9条' }).click()
  await page.reload()
  expect(await page.getByRole('textbox', { name: '答复' }).inputValue()).toContain('粪坑离水井太近')
  await page.getByRole('button', { name: '去掉《样例相邻法》第9条' }).waitFor()
  await visit.keep('question-1440')
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: '发出答复' }).dblclick()
  await page.getByText('答复已发出，已通知提问的人。').first().waitFor()
  await page.getByRole('link', { name: '《样例相邻法》第9条' }).waitFor()
  expect(visit.api.world.saved.filter(({ route }) => route.endsWith('/answer'))).toHaveLength(1)
  await page.getByRole('button', { name: '做成草稿' }).click()
  await page.getByText('请写标题。').waitFor()
  await page.getByLabel('指南标题').fill('邻居的粪坑离水井太近')
  await page.getByLabel('网址里的名字').fill('pit-near-well')
  await page.getByRole('button', { name: '做成草稿' }).click()
  await page.getByText('草稿已做好，等别人审核。').waitFor()
})

it('gives a question back with a reason, and says so when somebody changed it or the line is broken', async () => {
  const page = await open('questions')
  await page.getByRole('link', { name: /占了我家麦场/ }).click()
  await page.getByRole('button', { name: '我来答' }).click()
  await page.getByRole('textbox', { name: '答复' }).fill('先看看征收公告。')
  const find = async (what: string) => {
    await page.getByRole('textbox', { name: '找法条' }).fill(what)
    await page.getByRole('textbox', { name: '找法条' }).press('Enter')
  }
  await find('刚导入的条例')
  await page.getByText('新导入的法条正在排进检索').waitFor()
  await find('没有这样的法')
  await page.getByText('没有找到。换个说法').waitFor()
  await visit.desk.context.setOffline(true)
  await page.getByRole('button', { name: '发出答复' }).click()
  await page
    .getByText(/没有连上服务器|没有收到/)
    .first()
    .waitFor()
  await visit.desk.context.setOffline(false)
  await page.getByRole('button', { name: '放回去' }).click()
  await page.getByRole('button', { name: '确认放回' }).click()
  await page.getByText('请写明原因').waitFor()
  await page.getByLabel('为什么放回去').fill('不熟悉征地')
  await page.getByRole('button', { name: '确认放回' }).click()
  await page.getByText('不熟悉征地').waitFor()
  await page.getByRole('button', { name: '我来答' }).waitFor()
})

it('fits a phone, shows what was answered with its rating, and says why a list is empty', async () => {
  const page = await open('questions?show=mine', 360)
  await page.getByText('您手上没有问题').waitFor()
  for (const [at, says] of [
    ['questions', '粪坑'],
    ['questions?show=answered', '评价 5 星'],
    [`questions/${await idOfFirst()}`, '请帮帮我。'],
  ] as const) {
    await page.goto(`${visit.api.url}${at}`)
    await page.getByText(says, { exact: false }).first().waitFor()
    expect(await overflow(page), at).toBeLessThanOrEqual(0)
    expect(await violations(page), at).toEqual([])
    await visit.keep(`${at.replace(/\W+/g, '-').slice(0, 20)}-360`)
  }
})
const idOfFirst = async () => {
  await visit.desk.page.goto(`${visit.api.url}questions`)
  return (await visit.desk.page.getByRole('link', { name: /粪坑/ }).getAttribute('href'))?.split('/').at(-1) ?? ''
}

it('whoever looks after the answers reads an answered question that was called wrong, and goes back to the flags', async () => {
  visit.api.world.staff.get('magq')!.me.roles = visit.api.world.staff
    .get('magq')!
    .me.roles.filter(({ role }) => role === 'approver')
  for (const width of [1440, 360]) {
    const page = await visit.open('magq', `questions/${uuidOf('question 3')}`, { width })
    await page.getByText('老板让签自愿放弃社保').first().waitFor()
    expect(await page.getByRole('main').getByRole('link', { name: '答复质量' }).getAttribute('href')).toBe(
      '/desk/quality/flags',
    )
    expect(await page.getByRole('button', { name: '我来答' }).count()).toBe(0)
    expect([await overflow(page), await violations(page)]).toEqual([0, []])
    await visit.keep(`question-flagged-${width}`)
  }
})
