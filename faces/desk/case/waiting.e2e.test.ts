import type { Command } from '@fatong/casework/application/commands.ts'
import type { Actor } from '@fatong/casework/application/types.ts'
import { instantAt, localDate } from '@fatong/law/calendar/dates.ts'
import { expect, it } from 'vitest'
import { overflow, violations } from '../testing/browser.ts'
import { MockCase } from '../testing/mock-cases.ts'
import { visitingDesk } from '../testing/visit.ts'

const visit = visitingDesk()
const bureau: Actor = {
  kind: 'staff',
  id: 'bureau',
  name: '安志远',
  roles: ['bureauOfficer'],
  placeId: 'district',
  channel: 'desk',
}

/** One more case, handed in at nine on a day with what 马有财 wrote, and led on hour by hour. */
function led(name: string, day: string, number: string, ...steps: [Actor, Command][]): MockCase {
  const { world } = visit.api
  const event = world.cases[0]?.events[0]
  if (event?.type !== 'applicationSubmitted') throw new Error('the mock begins otherwise')
  const { form, placeId, agencyId } = event.data
  const one = new MockCase(name)
  const submit: Command = {
    type: 'submitApplication',
    form: { ...form, applicant: { ...form.applicant, name } },
    number,
    placeId,
    agencyId,
  }
  const all: [Actor, Command][] = [[event.actor, submit], ...steps]
  all.forEach(([actor, command], i) => {
    expect(one.act(actor, command, instantAt(localDate(day), (9 + i) * 60)), command.type).toBeNull()
  })
  world.cases.push(one)
  return one
}
const who = (login: string): Actor => {
  const found = visit.api.world.staff.get(login)
  if (!found) throw new Error(`no ${login}`)
  return found.actor
}
const ordered = () =>
  led(
    '严正',
    '2026-11-23',
    'LX202600901',
    [
      who('chenxm'),
      {
        type: 'acceptApplication',
        documentNumber: '收9',
        review: { proposal: 'refuse', note: '不在范围', assessmentVerdict: 'doesNotHold' },
      },
    ],
    [who('magq'), { type: 'refuseAid', reasons: ['matterOutOfScope'], explanation: '不在范围', documentNumber: '不9' }],
    [bureau, { type: 'fileObjection', statement: '我认为属于援助范围' }],
    [
      bureau,
      {
        type: 'decideObjection',
        outcome: 'orderCorrection',
        explanation: '讨要劳动报酬属于援助范围',
        documentNumber: '异9',
      },
    ],
  )
const owing = () =>
  led('骆秋生', '2026-11-03', 'LX202600902', [
    who('magq'),
    { type: 'grantProvisionalAid', ground: 'UR-1', reason: '仲裁时效还剩三天', documentNumber: '先9' },
  ])

it.each([1440, 360])(
  'the list and the page say that a correction is ordered and by when, and that papers are long owed (%i px)',
  async (width) => {
    const page = await visit.open('magq', '', { width })
    const [corrected, owed] = [ordered(), owing()]
    await page.reload()
    const row = page.getByRole('link', { name: /严正/ })
    await row.getByText('已责令改正，等改正').waitFor()
    await visit.keep(`waiting-queue-${width}`)
    await row.click()
    await page.getByText('不予援助 · 已责令改正，等改正').waitFor()
    await page.getByRole('list', { name: '期限' }).getByText('当天改正').waitFor()
    await page.getByRole('button', { name: '执行改正决定' }).first().waitFor()
    await visit.keep(`waiting-ordered-${width}`)
    expect(await violations(page)).toEqual([])
    expect(await overflow(page)).toBe(0)

    await page.goto(`${visit.api.url}cases/${owed.id}`)
    await page.getByText('先行援助中 · 已 20 天，手续还没补').waitFor()
    await page.getByRole('list', { name: '期限' }).getByText('先行援助一直没补手续，报主任催办').waitFor()
    // A limit of our own that has passed is no limit of law: amber, not red (I9).
    expect(await page.getByRole('list', { name: '期限' }).locator('[class*="_late"]').count()).toBe(0)
    await page.getByRole('list', { name: '期限' }).getByText('过了期限').first().waitFor()
    await visit.keep(`waiting-owed-${width}`)
    expect(await violations(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
    expect(corrected.open.status).toBe('refused')
  },
)
