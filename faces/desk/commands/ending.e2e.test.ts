import type { Actor } from '@fatong/casework/application/types.ts'
import { expect, test } from 'vitest'
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
    const page = await visit.open('magq', `cases/${one.id}`, { width })
    await page.getByRole('heading', { name: /丁海龙/ }).waitFor()
    const press = (label: string) => page.getByRole('button', { name: label }).first().click()
    // Nothing was asked: no button, and no reason of its own beside the others.
    expect(await page.getByRole('button', { name: '不终止援助' }).count()).toBe(0)
    expect(await page.getByText('没有等答复的终止请求或报告。').count()).toBe(0)

    one.act(recipient, { type: 'reportTerminationGround', ground: 'TM-7', note: '等得太久，不想打了' }, NOW)
    await page.reload()
    await press('不终止援助')
    await page.getByText('等得太久，不想打了').last().waitFor()
    await page.getByRole('textbox', { name: '为什么不终止' }).fill('下周开庭，这时结束对受援人不利。')
    expect([await overflow(page), await violations(page)]).toEqual([0, []])
    await visit.keep(`decline-termination-${width}`)
    await press('确认不终止援助')
    await page.getByText('答复：不终止，继续援助').first().waitFor()
    expect([await overflow(page), await violations(page)]).toEqual([0, []])
    await visit.keep(`termination-declined-${width}`)
    expect(one.open.terminationReport?.declined).toMatchObject({ reason: '下周开庭，这时结束对受援人不利。' })
  },
)
