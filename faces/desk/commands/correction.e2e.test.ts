import type { Command } from '@fatong/casework/application/commands.ts'
import type { Actor } from '@fatong/casework/application/types.ts'
import { instantAt, localDate } from '@fatong/law/calendar/dates.ts'
import { expect, test } from 'vitest'
import { overflow, violations } from '../testing/browser.ts'
import type { MockCase } from '../testing/mock-cases.ts'
import { pngSheet } from '../testing/files.ts'
import { visitingDesk } from '../testing/visit.ts'

const visit = visitingDesk()
const caseOf = (name: string): MockCase => visit.api.world.cases.find(({ open }) => open.form?.applicant.name === name)!
const clerk = (): Actor => visit.api.world.staff.get('chenxm')!.actor
const ask = (deadline: string): Command => ({
  type: 'requestSupplement',
  items: [{ code: 'identity', wording: '身份证正反面' }],
  deadline: localDate(deadline),
  documentNumber: '新法援补〔2026〕9号',
})
const picture = (name: string) => ({ name, mimeType: 'image/png', buffer: pngSheet() })
const widths = [1440, 360]

test.each(widths)(
  'who cannot make it in time gets a later day, with the reason, and both are read afterwards (%i px)',
  async (width) => {
    const one = caseOf('王建军')
    const page = await visit.open('chenxm', `cases/${one.id}`, { width })
    const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click()
    await press('延长补正期限')
    const form = page.getByRole('dialog')
    await form.getByText('现在的期限是11月30日').waitFor()
    await page.getByRole('textbox', { name: '为什么延长' }).waitFor()
    // Without a reason nothing is sent.
    await press('确认延长补正期限')
    await form.getByText('延长的原因').first().waitFor()
    expect(one.open.supplement?.extensions).toBeUndefined()
    await page.getByLabel('延长到哪天').fill('2026-12-12')
    await page.getByRole('textbox', { name: '为什么延长' }).fill('身份证正在补办')
    expect([await overflow(page), await violations(page)]).toEqual([0, []])
    await visit.keep(`extend-supplement-${width}`)
    await press('确认延长补正期限')
    await page.getByText('原来是11月30日（周一），陈晓梅延长：身份证正在补办').waitFor()
    await page.getByText('12月14日（周一）前补来').first().waitFor()
    expect(one.open.supplement).toMatchObject({ deadline: '2026-12-14', chosen: '2026-12-12' })
    expect([await overflow(page), await violations(page)]).toEqual([0, []])
    await visit.keep(`supplement-extended-${width}`)
  },
)

test.each(widths)(
  'a review that was late before papers were asked for stays red, and says so (%i px)',
  async (width) => {
    const { world } = visit.api
    world.now = instantAt(localDate('2026-12-01'), 9 * 60)
    const one = caseOf('马有财')
    expect(one.act(clerk(), ask('2026-12-18'), world.now)).toBeNull()
    const page = await visit.open('chenxm', `cases/${one.id}`, { width })
    const strip = page.getByRole('list', { name: '期限' })
    await strip.getByText('超法定期限').waitFor()
    await strip.getByText('停表：等当事人补材料').waitFor()
    await strip.getByText('停表前就过了法定期限，最后一天是11月30日').waitFor()
    expect([await overflow(page), await violations(page)]).toEqual([0, []])
    await visit.keep(`late-and-stopped-${width}`)
  },
)

test.each(widths)('papers brought to the counter are put down: the clock goes on (%i px)', async (width) => {
  const one = caseOf('王建军')
  const page = await visit.open('chenxm', `cases/${one.id}`, { width })
  const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click()
  await press('登记补交的材料')
  const form = page.getByRole('dialog')
  await form.getByText('请补欠条、工资条、转账记录中的任一种').waitFor()
  // What the file holds already cannot be brought again.
  expect(await form.getByText('考勤本.png').count()).toBe(0)
  await press('确认登记补交的材料')
  await form.getByText('请先上传材料。').waitFor()
  expect(one.open.supplement?.suppliedAt).toBeUndefined()
  await form.getByLabel('从电脑上传').setInputFiles(picture('欠条.png'))
  await form.getByRole('checkbox', { name: /欠条\.png/ }).waitFor()
  expect(await form.getByRole('checkbox', { name: /欠条\.png/ }).isChecked()).toBe(true)
  await page.getByRole('textbox', { name: /当事人的说明/ }).fill('欠条原件看过，退回本人')
  expect([await overflow(page), await violations(page)]).toEqual([0, []])
  await visit.keep(`supply-at-counter-${width}`)
  await press('确认登记补交的材料')
  await page.getByText('已补正，等您看').first().waitFor()
  expect(one.open.supplement?.suppliedAt).toBe(visit.api.world.now)
  expect(one.events.at(-1)).toMatchObject({ type: 'materialsSupplied', data: { note: '欠条原件看过，退回本人' } })
  expect([await overflow(page), await violations(page)]).toEqual([0, []])
  await visit.keep(`supplied-at-counter-${width}`)
})

test.each(widths)('an objection in writing or by word of mouth is put down for the bureau (%i px)', async (width) => {
  const { world } = visit.api
  const one = caseOf('陈志明')
  const head = world.staff.get('magq')!.actor
  const refuse: Command = {
    type: 'refuseAid',
    reasons: ['matterOutOfScope'],
    explanation: '不在范围',
    documentNumber: '新法援不〔2026〕1号',
  }
  expect(one.act(head, refuse, world.now)).toBeNull()
  const page = await visit.open('chenxm', `cases/${one.id}`, { width })
  const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click()
  await press('登记异议')
  const statement = page.getByRole('textbox', { name: '异议的内容和理由' })
  await press('确认登记异议')
  await page.getByText('请填写异议的内容').waitFor()
  await statement.fill('我讨的是工资，属于援助范围。')
  await page.getByRole('dialog').getByLabel('从电脑上传').setInputFiles(picture('异议申请.png'))
  await page.getByRole('checkbox', { name: /异议申请\.png/ }).waitFor()
  expect([await overflow(page), await violations(page)]).toEqual([0, []])
  await visit.keep(`objection-at-counter-${width}`)
  await press('确认登记异议')
  await page.getByText('我讨的是工资，属于援助范围。').first().waitFor()
  expect(one.open.objection).toMatchObject({ statement: '我讨的是工资，属于援助范围。', against: 'refused' })
  expect([await overflow(page), await violations(page)]).toEqual([0, []])
  await visit.keep(`objection-put-down-${width}`)
})
