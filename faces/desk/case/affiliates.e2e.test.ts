import { expect, it } from 'vitest'
import { overflow, violations } from '../testing/browser.ts'
import { visitingDesk } from '../testing/visit.ts'

const visit = visitingDesk()

it.each([1440, 360])(
  'a clerk puts down companies of the opponent at %i px, and reads them beside it',
  async (width) => {
    const page = await visit.open('chenxm', '', { width })
    const one = visit.api.world.cases[0]
    const company = one?.open.form?.opponents[0]
    if (!one || company?.kind !== 'organisation') throw new Error('the first case is against a company')
    await page.goto(`${visit.api.url}cases/${one.id}`)
    await page.getByRole('button', { name: '记关联公司' }).click()
    await page.getByText('只能加，不能去掉', { exact: false }).waitFor()
    expect(await page.getByRole('radio', { name: company.name }).isChecked()).toBe(true)
    await page.getByRole('button', { name: '确认记关联公司' }).click()
    await page.getByText('请写关联公司的名称').waitFor()
    expect(one.open.form?.opponents[0]?.affiliates).toBeUndefined()
    await page.getByRole('textbox', { name: /^关联公司/ }).fill('鼎盛（样例）集团、鼎盛（样例）建材公司')
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(await violations(page)).toEqual([])
    await visit.keep(`affiliates-form-${width}`)
    await page.getByRole('button', { name: '确认记关联公司' }).click()
    const people = page.locator('#part-people')
    await people.getByText('关联公司：鼎盛（样例）集团、鼎盛（样例）建材公司').waitFor()
    await people.scrollIntoViewIfNeeded()
    await visit.keep(`affiliates-people-${width}`)
    expect(await violations(page)).toEqual([])
    expect(visit.api.world.carriedOut).toEqual(['nameAffiliates'])
  },
)
