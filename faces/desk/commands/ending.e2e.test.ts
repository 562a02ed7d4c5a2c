import type { Actor } from '@fatong/casework/application/types.ts'
import { expect, test } from 'vitest'
import { allReports } from '../case/termination-reports.ts'
import { NOW } from '../testing/mock-cases.ts'
import { overflow, violations } from '../testing/browser.ts'
import { visitingDesk } from '../testing/visit.ts'

const visit = visitingDesk()
const caseOf = (name: string) => visit.api.world.cases.find(({ open }) => open.form?.applicant.name === name)!

test.each([1440, 360])(
  'a request to end is answered: the aid goes on, with a reason (TM-7), at %i px',
  async (width) => {
    const one = caseOf('丁海龙')
    const { personId, name } = one.open.form!.applicant
    const recipient: Actor = { kind: 'citizen', id: personId, name, roles: [], placeId: null, channel: 'web' }
    const { staffId, name: lawyerName, orgId } = one.open.assignment!.provider
    const lawyer: Actor = {
      kind: 'staff',
      id: staffId,
      name: lawyerName,
      roles: ['lawyer'],
      placeId: orgId,
      channel: 'desk',
    }
    const page = await visit.open('magq', `cases/${one.id}`, { width })
    await page.getByRole('heading', { name: /丁海龙/ }).waitFor()
    const explanation = page.getByRole('textbox', { name: '写给当事人的说明' })
    const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click()
    // Nothing was asked: no button, and no reason of its own beside the others.
    expect(await page.getByRole('button', { name: '不终止援助' }).count()).toBe(0)
    expect(await page.getByText('没有等答复的终止请求或报告。').count()).toBe(0)

    one.act(recipient, { type: 'reportTerminationGround', ground: 'TM-7', note: '等得太久，不想打了' }, NOW)
    // A report that comes after it stands beside it: both are read before both are answered.
    one.act(lawyer, { type: 'reportTerminationGround', ground: 'TM-4', note: '工资涨了' }, NOW)
    await page.reload()
    await press('不终止援助')
    const form = page.getByRole('dialog')
    await form.getByText('等得太久，不想打了').waitFor()
    await form.getByText('工资涨了').waitFor()
    await page.getByRole('textbox', { name: '为什么不终止' }).fill('下周开庭，这时结束对受援人不利。')
    expect([await overflow(page), await violations(page)]).toEqual([0, []])
    await visit.keep(`decline-termination-${width}`)
    await press('确认不终止援助')
    await page.getByText('答复：不终止，继续援助').first().waitFor()
    expect([await overflow(page), await violations(page)]).toEqual([0, []])
    await visit.keep(`termination-declined-${width}`)
    expect(await page.getByText('答复：不终止，继续援助').count()).toBe(2)
    for (const { declined } of allReports(one.open))
      expect(declined).toMatchObject({ reason: '下周开庭，这时结束对受援人不利。' })

    // What was declined is no draft of an end; what waits for an answer is.
    await press('终止援助')
    await explanation.waitFor()
    expect(await explanation.inputValue()).toBe('')
    await page.keyboard.press('Escape')
    await explanation.waitFor({ state: 'detached' })
    one.act(lawyer, { type: 'reportTerminationGround', ground: 'TM-6', note: '自己请了律师' }, NOW)
    await page.reload()
    await press('终止援助')
    await explanation.waitFor()
    expect(await explanation.inputValue()).toBe('自己请了律师')
  },
)

test.each([1440, 360])(
  'an end at the recipient’s wish needs their request: without one it is said what to do first (TM-7), at %i px',
  async (width) => {
    const one = caseOf('何长生')
    const page = await visit.open('magq', `cases/${one.id}`, { width })
    await page.getByRole('heading', { name: /何长生/ }).waitFor()
    const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click()
    await press('终止援助')
    await page.getByText('受援人有正当理由要求终止').first().click()
    await page.getByRole('textbox', { name: /^证据/ }).first().fill('谈话笔录')
    await page.getByRole('textbox', { name: '写给当事人的说明' }).fill('受援人说不办了。')
    await press('下一步：看文书')
    await press('确认终止援助')
    await page.getByText('没有受援人等答复的终止要求。请先用“报告应终止情形”记下受援人的要求，再作决定。').waitFor()
    expect([await overflow(page), await violations(page)]).toEqual([0, []])
    await visit.keep(`end-without-request-${width}`)
    expect(one.open.termination).toBeUndefined()
  },
)
