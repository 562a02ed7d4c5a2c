import { assess } from '@fatong/law/legal-aid/eligibility.ts'
import { localDate } from '@fatong/law/calendar/dates.ts'
import { KNOWN_CALENDAR } from '@fatong/law/calendar/tables/known.ts'
import { GANSU_PARAMETERS } from '@fatong/law/parameters/gansu.ts'
import { expect, test } from 'vitest'
import type { Form } from '../apply/form/form.ts'
import type { Visit } from '../testing/visit.ts'
import { visiting } from '../testing/visit.ts'

const visit = visiting((facts) => assess(facts, localDate('2026-11-23'), GANSU_PARAMETERS, KNOWN_CALENDAR))
const SECRET = 'secret-of-the-draft'
const HOUR = 3_600_000

/** Everything but the question of custody is filled in and signed: what was done before the person asked to hand it on. */
const begun: Partial<Form> = {
  step: 'who',
  matter: 'criminalDefense',
  who: 'self',
  applicant: {
    name: '王建国',
    idNumber: '11010519491231002X',
    phone: '13812345678',
    address: '',
    ethnicity: '',
    occupation: '',
    registeredAddress: '',
  },
  opponents: [{ name: '某区人民检察院', kind: 'organisation', creditCode: '', affiliates: '', phone: '', address: '' }],
  story: '被拘留了，想请律师',
}
async function begin({ api, context }: Visit): Promise<void> {
  const id = crypto.randomUUID()
  api.world.drafts.set(id, {
    id,
    secret: SECRET,
    version: 1,
    data: {},
    materials: [
      { id: crypto.randomUUID(), kind: 'signature', name: '签名.png', mediaType: 'image/png', bytes: 9, addedAt: 1 },
    ],
  })
  const kept = JSON.stringify({ form: begun, server: { id, secret: SECRET, version: 1 } })
  await context.addInitScript((text: string) => {
    if (localStorage.getItem('fatong.draft.assist') === null) localStorage.setItem('fatong.draft.assist', text)
  }, kept)
}
/** A moment as the two fields want it, in the district's time. */
const typed = (at: number): [string, string] => {
  const text = new Date(at + 8 * HOUR).toISOString()
  return [text.slice(0, 10), text.slice(11, 16)]
}
async function askedAt({ page }: Visit, at: number): Promise<void> {
  const [day, time] = typed(at)
  await page.getByLabel('本人哪天提出的').fill(day)
  await page.getByLabel('几点几分提出的').fill(time)
}
async function toTheEnd({ page, heading }: Visit): Promise<void> {
  const press = (name: string) => page.getByRole('button', { name }).first().click()
  await heading('您的身份')
  for (const next of ['对方是谁？', '事情是怎么回事？', '还有几个问题']) {
    await press('下一步')
    await heading(next)
  }
  await press('这些以后再答，先往下填')
  await heading('拍下材料')
  await press('下一步')
  await heading('告知与同意')
  await page.getByRole('checkbox', { name: /已经看过/ }).check()
  await page.getByRole('checkbox', { name: /我单独同意/ }).check()
  await press('下一步')
  await heading('签名')
  await press('下一步')
  await heading('核对一遍')
}

test('在押人的申请由村里转交：超过24小时要写原因；断网、重开都不丢，随申请交上去', async () => {
  const now = visit(),
    { page, api, go, heading, looksRight, context } = now
  api.world.staff = { name: '何长寿', assisting: { officeName: '何家梁村公共法律服务工作室', custodyPlace: false } }
  await begin(now)
  await go('/apply?assist=1')
  await heading('谁来申请？')
  await page.getByText('申请会放在“何家梁村公共法律服务工作室”办理').waitFor()
  expect(await page.getByText('这份申请是怎么来的').count()).toBe(0)
  await page.getByRole('checkbox', { name: /申请人在押/ }).check()
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('link', { name: '请选这份申请是怎么来的' }).waitFor()
  await page.getByRole('radio', { name: /在押的人提出/ }).check()
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('link', { name: /请填本人提出申请的日期和时间/ }).waitFor()
  const asked = Math.floor(Date.now() / 60_000) * 60_000 - 30 * HOUR
  await context.setOffline(true)
  await askedAt(now, asked)
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('link', { name: /已经超过 24 小时/ }).waitFor()
  await looksRight('assist-hand-on-late')
  await page.getByLabel('为什么晚了').fill('看守所停电')
  await context.setOffline(false)
  await page.reload()
  await heading('谁来申请？')
  expect(await page.getByLabel('为什么晚了').inputValue()).toBe('看守所停电')
  await page.getByRole('button', { name: '下一步' }).click()
  await toTheEnd(now)
  await page.getByText('在押的人提出，由我们转交').waitFor()
  await looksRight('assist-hand-on-review')
  await page.getByRole('checkbox', { name: /都是真实的/ }).check()
  api.world.chosenOffice = '中川镇公共法律服务工作站'
  await page.getByRole('button', { name: '都对，提交申请' }).click()
  await heading('申请已经提交')
  await page.getByText('您选的是“中川镇公共法律服务工作站”').waitFor()
  await looksRight('assist-receipt-elsewhere')
  expect(api.world.submitted[0]?.handOn).toEqual({ through: 'custody', askedAt: asked, lateReason: '看守所停电' })
})

test('看守所工作站的人一定要答是不是转交；24小时以内不问原因；本人来办的不带这一项', async () => {
  const now = visit(),
    { page, api, go, heading, looksRight } = now
  api.world.staff = { name: '李管教', assisting: { officeName: '驻看守所法律援助工作站', custodyPlace: true } }
  await go('/assist')
  await page.getByText('申请会放在“驻看守所法律援助工作站”办理').waitFor()
  await looksRight('assist-page')
  await begin(now)
  await go('/apply?assist=1')
  await heading('谁来申请？')
  await page.getByText('这份申请是怎么来的').waitFor()
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('link', { name: '请选这份申请是怎么来的' }).waitFor()
  await page.getByRole('radio', { name: /通过值班律师/ }).check()
  await askedAt(now, Date.now() + 3 * HOUR)
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('link', { name: /不能晚于现在/ }).waitFor()
  await askedAt(now, Date.now() - 3 * HOUR)
  expect(await page.getByLabel('为什么晚了').count()).toBe(0)
  await looksRight('assist-hand-on')
  await page.getByRole('radio', { name: /都不是/ }).check()
  await page.getByRole('button', { name: '下一步' }).click()
  await toTheEnd(now)
  await page.getByRole('checkbox', { name: /都是真实的/ }).check()
  await page.getByRole('button', { name: '都对，提交申请' }).click()
  await heading('申请已经提交')
  expect(api.world.submitted[0]?.handOn).toBeUndefined()
})
