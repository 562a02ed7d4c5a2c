import { localDate } from '@fatong/law/calendar/dates.ts'
import { expect, test } from 'vitest'
import { overflow, violations } from '../testing/browser.ts'
import { visitingDesk } from '../testing/visit.ts'

const visit = visitingDesk()
const caseOf = (name: string) => visit.api.world.cases.find(({ open }) => open.form?.applicant.name === name)!

/** A case that is closed, its file handed in. */
function handedIn() {
  const one = caseOf('丁海龙')
  const { actor } = visit.api.world.staff.get('linsh')!
  const { now } = visit.api.world
  const concluded = one.act(
    actor,
    {
      type: 'concludeCase',
      concludedOn: localDate('2026-11-23'),
      closedBy: 'mediation',
      basis: '调解书',
      outcome: '拿回工资',
      materials: [],
    },
    now,
  )
  const filed = one.act(
    actor,
    {
      type: 'submitFile',
      propertyTaken: false,
      materials: [],
      report: '办理经过',
      documentNumber: '新法援结〔2026〕1号',
    },
    now,
  )
  expect([concluded, filed]).toEqual([null, null])
  return one
}

test.each([1440, 360])('papers of the file stand apart from those issued, and open (%i)', async (width) => {
  const page = await visit.open('magq', `cases/${handedIn().id}`, { width })
  const file = page.getByRole('region', { name: /^卷宗材料 3$/ })
  await file.waitFor()
  await file.getByText('不编号').waitFor()
  expect(await file.getByRole('button').allTextContents()).toEqual([
    expect.stringContaining('法律援助审批表'),
    expect.stringContaining('送达回证'),
    expect.stringContaining('卷内目录'),
  ])
  expect([await overflow(page), await violations(page)]).toEqual([0, []])
  await file.scrollIntoViewIfNeeded()
  await visit.keep(`file-papers-${width}`)
  await file.getByRole('button', { name: /送达回证/ }).press('Enter')
  const viewer = page.getByRole('dialog')
  await viewer.getByText('送达回证').first().waitFor()
  await viewer.locator('canvas').first().waitFor()
  expect(await violations(page)).toEqual([])
})

test('a case before its decision has no papers of the file', async () => {
  const page = await visit.open('magq', `cases/${caseOf('马有财').id}`)
  await page.getByRole('heading', { name: /^文书/ }).waitFor()
  expect(await page.getByRole('heading', { name: /^卷宗材料/ }).count()).toBe(0)
})
