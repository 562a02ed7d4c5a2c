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

test('where nobody asks what a person earns, means are not among the reasons to refuse, and it is said why (法律援助法 32)', async () => {
  const one = caseOf('刘德福')
  const means = '家庭收入高于法律援助的经济困难标准'
  for (const width of [1440, 360]) {
    one.open.form!.facts = { matter: 'laborRemuneration', applicantRole: 'self', serviceIdentity: 'none' }
    const page = await visit.open('magq', `cases/${one.id}`, { width })
    const refuse = () => page.getByRole('button', { name: '决定不予' }).first().click()
    await refuse()
    await page.getByText(means).waitFor()
    one.open.form!.facts = { matter: 'domesticViolence', applicantRole: 'self' }
    await page.reload()
    await refuse()
    await page.getByText('不能以收入高为由不给援助。《法律援助法》第32条第4项').waitFor()
    expect(await page.getByText(means).count()).toBe(0)
    expect([await overflow(page), await violations(page)]).toEqual([0, []])
    await visit.keep(`refuse-without-means-${width}`)
  }
})
