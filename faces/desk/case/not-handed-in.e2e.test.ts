import { instantAt, localDate } from '@fatong/law/calendar/dates.ts'
import { expect, test } from 'vitest'
import { overflow, violations } from '../testing/browser.ts'
import { NOW } from '../testing/mock-cases.ts'
import { uuidOf } from '../testing/mock-ids.ts'
import { visitingDesk } from '../testing/visit.ts'

const visit = visitingDesk()

test.each([1440, 360])(
  'the desk sees what is uploaded and not handed in, and is told before a case counts as withdrawn, at %i px',
  async (width) => {
    const { world } = visit.api
    world.now = instantAt(localDate('2026-12-03'), 10 * 60)
    const one = world.cases.find(({ open }) => open.form?.applicant.name === '王建军')!
    const page = await visit.open('chenxm', `cases/${one.id}`, { width })
    const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click()
    const panel = page.getByRole('dialog')
    const looksRight = async (name: string) => {
      await visit.keep(`${name}-${width}`)
      expect([await overflow(page), await violations(page)]).toEqual([0, []])
    }
    // Nothing uploaded: nothing is said.
    await page.getByRole('heading', { name: /材料 \d/ }).waitFor()
    expect(await page.getByText(/已传、还没交/).count()).toBe(0)
    await press('确认视为撤回')
    await panel.getByText('补正期限过了').waitFor()
    expect(await panel.getByText(/只是还没有点/).count()).toBe(0)

    one.notHandedIn = [
      { id: uuidOf('waiting 1'), kind: 'wageEvidence', addedAt: NOW },
      { id: uuidOf('waiting 2'), kind: 'idFront', addedAt: NOW },
    ]
    await page.reload()
    const said = page.getByRole('alert').filter({ hasText: '当事人已传、还没交 2 份' })
    await said.waitFor()
    await said.getByText('欠薪凭据').waitFor()
    await looksRight('uploaded-not-handed-in')
    await press('确认视为撤回')
    await panel.getByText('当事人已经传了 2 份材料').waitFor()
    await looksRight('deemed-withdrawal-with-uploads')
  },
)
