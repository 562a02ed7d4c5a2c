import type { Command } from '@fatong/casework/application/commands.ts'
import type { Actor } from '@fatong/casework/application/types.ts'
import { expect, test } from 'vitest'
import { NOW, providerOf } from '../testing/mock-cases.ts'
import { overflow, violations } from '../testing/browser.ts'
import { visitingDesk } from '../testing/visit.ts'

const visit = visitingDesk()
const caseOf = (name: string) => visit.api.world.cases.find(({ open }) => open.form?.applicant.name === name)!
const looksRight = async (name: string) => {
  await visit.keep(name)
  expect([await overflow(visit.desk.page), await violations(visit.desk.page)]).toEqual([0, []])
}

test.each([1440, 360])('urgent aid is granted: no paper to look at, one button does it, at %i px', async (width) => {
  const one = caseOf('刘德福')
  const page = await visit.open('magq', `cases/${one.id}`, { width })
  const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click()
  await press('先行提供援助')
  const panel = page.getByRole('dialog')
  await press('确认先行提供援助')
  await panel.getByText('请填写理由').waitFor()
  await looksRight(`urgent-aid-missing-${width}`)
  await panel.getByText('距法定时效或者期限届满不足七日').click()
  await page.getByRole('textbox', { name: '具体情况' }).fill('仲裁时效还剩三天')
  await looksRight(`urgent-aid-${width}`)
  await press('确认先行提供援助')
  await panel.waitFor({ state: 'detached' })
  await page
    .getByText(/先行援助中/)
    .first()
    .waitFor()
  await looksRight(`urgent-aid-granted-${width}`)
  expect(one.open).toMatchObject({ status: 'provisional', provisional: { reason: '仲裁时效还剩三天' } })
})

test.each([1440, 360])('a request for another lawyer is decided, at %i px', async (width) => {
  const one = caseOf('丁海龙')
  const { personId, name } = one.open.form!.applicant
  const recipient: Actor = { kind: 'citizen', id: personId, name, roles: [], placeId: null, channel: 'web' }
  const page = await visit.open('magq', `cases/${one.id}`, { width })
  expect(one.act(recipient, { type: 'requestReplacement', reason: '一直联系不上' }, NOW)).toBeNull()
  await page.reload()
  const press = (named: string) => page.getByRole('button', { name: named, exact: true }).first().click()
  await press('决定是否更换')
  const panel = page.getByRole('dialog')
  await press('确认决定是否更换')
  await panel.getByText('请填写理由').waitFor()
  await looksRight(`replacement-missing-${width}`)
  await panel.getByText('同意更换', { exact: true }).click()
  await page.getByRole('textbox', { name: '理由' }).fill('已向律所核实')
  await press('确认决定是否更换')
  await panel.waitFor({ state: 'detached' })
  await looksRight(`replacement-decided-${width}`)
  expect(one.open).toMatchObject({ status: 'reassigning', replacement: { decided: true } })
})

test.each([1440, 360])('a lawyer under provisional aid is changed, and the aid goes on, at %i px', async (width) => {
  const one = caseOf('刘德福')
  const staff = (login: string) => [...visit.api.world.staff.values()].find(({ me }) => me.login === login)!
  const [director, lawyer] = [staff('magq'), staff('linsh')]
  const { personId, name } = one.open.form!.applicant
  const recipient: Actor = { kind: 'citizen', id: personId, name, roles: [], placeId: null, channel: 'web' }
  const page = await visit.open('magq', `cases/${one.id}`, { width })
  for (const [actor, command] of [
    [director.actor, { type: 'grantProvisionalAid', ground: 'UR-1', reason: '时效剩三天', documentNumber: '先1' }],
    [
      director.actor,
      {
        type: 'assignLawyer',
        provider: providerOf(lawyer),
        conflictCheck: { checkedAt: NOW, findings: [] },
        reasons: [],
        documentNumber: '指1',
      },
    ],
    [lawyer.actor, { type: 'acceptAssignment' }],
    [recipient, { type: 'requestReplacement', reason: '一直联系不上' }],
  ] as [Actor, Command][])
    expect(one.act(actor, command, NOW)).toBeNull()
  await page.reload()
  const press = (named: string) => page.getByRole('button', { name: named, exact: true }).first().click()
  await press('决定是否更换')
  const panel = page.getByRole('dialog')
  await panel.getByText('同意更换', { exact: true }).click()
  await page.getByRole('textbox', { name: '理由' }).fill('已向律所核实')
  await looksRight(`provisional-replacement-${width}`)
  await press('确认决定是否更换')
  await panel.waitFor({ state: 'detached' })
  await page
    .getByText(/先行援助中/)
    .first()
    .waitFor()
  await looksRight(`provisional-replacement-decided-${width}`)
  expect(one.open).toMatchObject({ status: 'provisional', replacement: { decided: true } })
  expect(one.open.assignment).toBeUndefined()
  await page.getByRole('button', { name: /^指派/ }).first().waitFor()
})
