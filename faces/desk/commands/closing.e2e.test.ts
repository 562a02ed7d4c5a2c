import { expect, test } from 'vitest'
import { overflow, violations } from '../testing/browser.ts'
import { visitingDesk } from '../testing/visit.ts'

const visit = visitingDesk()
const caseOf = (name: string) => visit.api.world.cases.find(({ open }) => open.form?.applicant.name === name)!

test('the lawyer says how the case was closed, and whether anything was taken from the recipient', async () => {
  const page = await visit.open('linsh', `cases/${caseOf('丁海龙').id}`)
  await page.getByRole('heading', { name: /丁海龙/ }).waitFor()
  const press = (name: string) => page.getByRole('button', { name }).first().click()
  const radio = (name: string) => page.getByRole('radio', { name, exact: true })
  await press('办结')
  await page.getByRole('textbox', { name: '结案依据' }).fill('收到（2026）示例劳人仲字第1号调解书')
  await page.getByRole('textbox', { name: '办理结果' }).fill('拿回全部工资')
  await press('确认办结')
  await page.getByText('请选择结案方式').waitFor()
  await radio('调解').check()
  expect([await overflow(page), await violations(page)]).toEqual([0, []])
  await visit.keep('conclude')
  await press('确认办结')
  await page.getByText('已办结').first().waitFor()
  expect(caseOf('丁海龙').open.conclusion).toMatchObject({ closedBy: 'mediation' })

  await press('交卷')
  await page.getByRole('textbox', { name: '结案报告' }).fill('约见一次，参加调解一次。')
  await press('下一步：看文书')
  await page.getByText('请如实写明有没有收受援人的财物').waitFor()
  await page.getByText('没有', { exact: true }).click()
  expect([await overflow(page), await violations(page)]).toEqual([0, []])
  await visit.keep('hand-in')
  await press('下一步：看文书')
  await press('确认交卷')
  await page.getByText('审卷中').first().waitFor()
  expect(caseOf('丁海龙').open.file).toMatchObject({ propertyTaken: false })
})

test('whoever assigns a defender is asked which body handles the case; other matters are not asked', async () => {
  const one = caseOf('何长生')
  const page = await visit.open('magq', `cases/${one.id}`)
  await page.getByRole('button', { name: /^指派/ }).first().click()
  await page.getByText('派给谁').first().waitFor()
  expect(await page.getByRole('textbox', { name: /办案机关/ }).count()).toBe(0)
  one.open.form!.serviceForm = 'criminalDefense'
  await page.reload()
  await page.getByRole('button', { name: /^指派/ }).first().click()
  await page.getByRole('textbox', { name: /办案机关/ }).fill('某区公安分局')
  expect([await overflow(page), await violations(page)]).toEqual([0, []])
  await visit.keep('authority')
})
