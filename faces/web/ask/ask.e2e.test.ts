import { localDate } from '@fatong/law/calendar/dates.ts'
import { KNOWN_CALENDAR } from '@fatong/law/calendar/tables/known.ts'
import { assess } from '@fatong/law/legal-aid/eligibility.ts'
import { GANSU_PARAMETERS } from '@fatong/law/parameters/gansu.ts'
import { expect, test } from 'vitest'
import { visiting } from '../testing/visit.ts'

const visit = visiting((facts) => assess(facts, localDate('2026-11-23'), GANSU_PARAMETERS, KNOWN_CALENDAR))

test('asks from home, reads the answer with its sources, answers one question, reloads and loses nothing', async () => {
  const { page, go, heading, looksRight, api } = visit()
  await go('/')
  await page.getByLabel('有事先问一问').fill('老板欠我工资不给')
  await page.keyboard.press('Enter')
  await heading('有事问一问')
  await page.getByText('工资必须给，一分都不能少。').waitFor()
  expect(await page.getByRole('link', { name: '《劳动合同法》第30条（2012年版）' }).count()).toBeGreaterThan(0)
  await looksRight('ask-answer')
  await page.getByRole('button', { name: '已经走了' }).click()
  await page.getByText('记下了：已经走了。').waitFor()
  await page.reload()
  await page.getByText('记下了：已经走了。').waitFor()
  await page.getByRole('button', { name: '这里不对' }).last().click()
  await page.getByRole('button', { name: '告诉工作人员' }).click()
  await page.getByText('请选一样').waitFor()
  await looksRight('ask-flag')
  await page.getByLabel('法条过时了').check()
  await page.getByLabel(/说说哪里不对/).fill('2025年改了')
  await page.getByRole('button', { name: '告诉工作人员' }).click()
  await page.getByText('记下了，会有人核对').waitFor()
  expect(api.world.told.at(-1)).toMatchObject({ subjectKind: 'turn', reason: 'outdated', note: '2025年改了' })
  await page.getByRole('link', { name: '算一算欠了多少工资' }).last().click()
  await heading('欠了多少工资')
})

test('a guess is said to be one: which matter was meant is chosen by a touch, or it was none', async () => {
  const { page, go, looksRight } = visit()
  await go('/ask?q=' + encodeURIComponent('那个钱咋办'))
  const which = page.getByRole('group', { name: '您说的是哪件事？' })
  await which.waitFor()
  expect(await which.getByText('说准').count()).toBe(0)
  // It stands before the answer, which says what it took the question for.
  const [asked, answered] = await Promise.all(
    [which, page.getByText('按这件事答的：老板拖着工资不给怎么办')].map(async (one) => (await one.boundingBox())!.y),
  )
  expect(asked).toBeLessThan(answered!)
  await looksRight('ask-which')
  await which.getByRole('button', { name: '包工头不给钱怎么办' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('按这件事答的：包工头不给钱怎么办').waitFor()
  expect(await which.count()).toBe(0)
  await page.getByRole('button', { name: '换件事问' }).click()
  await page.getByLabel('说说您遇到了什么事').fill('那个钱咋办')
  await page.getByRole('button', { name: '问一问' }).click()
  await which.getByRole('button', { name: '都不是' }).click()
  await page.getByText('没有找到可靠的依据').waitFor()
  await page.getByRole('link', { name: '把问题留给值班律师' }).waitFor()
})

test('danger comes first, with numbers to press', async () => {
  const { page, go, looksRight } = visit()
  await go('/ask?q=' + encodeURIComponent('他打我'))
  await page.getByText('先保证人安全').waitFor()
  expect(await page.getByRole('link', { name: /打 110/ }).getAttribute('href')).toBe('tel:110')
  await looksRight('ask-danger')
})

test('no good source is said plainly, and the question goes to a person', async () => {
  const { page, go, heading, looksRight, api } = visit()
  await go('/ask?q=' + encodeURIComponent('一件很怪的事'))
  await page.getByText('没有找到可靠的依据').waitFor()
  await page.getByRole('button', { name: '这里不对' }).waitFor()
  expect(await page.getByRole('button', { name: '说得再简单些' }).count()).toBe(0)
  await looksRight('ask-none')
  await page.getByRole('link', { name: '把问题留给值班律师' }).click()
  await heading('把问题留给值班律师')
  expect(await page.getByLabel('问题').inputValue()).toBe('一件很怪的事')
  await page.getByLabel('手机号').fill('13900000001')
  await page.getByRole('button', { name: '发验证码' }).click()
  await page.getByText('验证码发到您手机上了').waitFor()
  await page.getByLabel('短信验证码').fill('246810')
  await page.getByLabel(/可以把这次问答改写成办事指南/).check()
  await looksRight('ask-person')
  await page.getByRole('button', { name: '把问题交给律师' }).click()
  await heading('问题交上去了')
  await page.getByText('问2026-00001').waitFor()
  expect(api.world.told).toContainEqual({ ticket: true, brings: '22222222-2222-4222-8222-222222222222' })
})

test('after a button the lawyer gets the question, not the button; the talk goes along unless somebody leaves it out', async () => {
  const { page, go, heading, looksRight, api } = visit()
  await go('/ask?q=' + encodeURIComponent('老板欠我工资不给'))
  await page.getByRole('button', { name: '已经走了' }).click()
  await page.getByText('记下了：已经走了。').waitFor()
  await page.getByRole('link', { name: '找人解答' }).last().click()
  await heading('把问题留给值班律师')
  expect(await page.getByLabel('问题', { exact: true }).inputValue()).toBe('老板欠我工资不给')
  await looksRight('ask-person-with-talk')
  await page.getByLabel(/刚才问的“老板欠我工资不给”，连同答复一起交给律师/).uncheck()
  await page.getByRole('button', { name: '把问题交给律师' }).click()
  await heading('问题交上去了')
  expect(api.world.told).toContainEqual({ ticket: false })
})

test('whether a lawyer is free is asked within the talk, with reasons and articles, and survives a broken line', async () => {
  const { page, go, heading, looksRight, api, context } = visit()
  await go('/ask?q=' + encodeURIComponent('老板欠我工资不给'))
  await page.getByText('工资必须给，一分都不能少。').waitFor()
  await context.setOffline(true)
  await page.getByRole('button', { name: '看看能不能请免费律师' }).click()
  await page.getByText(/网络/).first().waitFor()
  await context.setOffline(false)
  await page.getByRole('button', { name: '再试一次' }).click()
  await page.getByText('按“老板欠工资”来看').waitFor()
  expect(await page.getByRole('link', { name: '看看能不能请免费律师' }).getAttribute('href')).toBe('/entitled')
  await page.getByRole('button', { name: '说不准' }).waitFor()
  await looksRight('ask-aid-asking')
  await page.getByRole('button', { name: '是', exact: true }).click()
  await page.getByText('可以申请法律援助', { exact: true }).waitFor()
  await page.getByText('《法律援助法》第三十一条').waitFor()
  expect(api.world.told).toEqual(
    expect.arrayContaining([{ kind: 'checksEligibility' }, { kind: 'answers', value: 'yes' }]),
  )
  await looksRight('ask-aid')
  await page.getByRole('link', { name: '现在申请' }).click()
  await page.waitForURL(/\/apply$/)
  await heading(/./)
})

test('a failure keeps what was typed', async () => {
  const { page, go, context } = visit()
  await go('/ask')
  await page.getByLabel('说说您遇到了什么事').fill('工资')
  await context.setOffline(true)
  await page.getByRole('button', { name: '问一问' }).click()
  await page.getByText(/网络/).first().waitFor()
  expect(await page.getByLabel(/说说您遇到了什么事|接着问/).inputValue()).toBe('工资')
  await context.setOffline(false)
  await page.getByRole('button', { name: '问一问' }).click()
  await page.getByText('工资必须给，一分都不能少。').waitFor()
})

test('what is asked teaches only with leave; what was opened and whether it helped is told; the answer is taken along and said more simply', async () => {
  const { page, go, looksRight, api, context } = visit()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await go('/ask')
  await looksRight('ask-empty')
  await page.getByLabel(/可以用我的问题让它以后答得更准/).check()
  await page.getByLabel('说说您遇到了什么事').fill('老板欠我工资不给')
  await page.getByRole('button', { name: '问一问' }).click()
  await page.getByText('工资必须给，一分都不能少。').waitFor()
  expect(api.world.told).toEqual([{ learns: true }])
  await page.getByRole('button', { name: '说得再简单些' }).click()
  await page.getByText('工资一定要给你。先留好记工本').waitFor()
  await page.getByText('这段由语言模型改写').waitFor()
  await looksRight('ask-simpler')
  await page.getByRole('button', { name: '复制答复发给别人' }).click()
  await page.getByText('复制好了').waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /您问：老板欠我工资不给\n【先说答案】\n工资必须给，一分都不能少。（《劳动合同法》第30条（2012年版））[^]*1\. 先把记工本[^]*\/guides\/wages\/boss-will-not-pay/,
  )
  await page.getByRole('button', { name: '有用', exact: true }).click()
  await page.getByText('谢谢，记下了。').waitFor()
  await page.getByRole('link', { name: '《劳动合同法》第30条（2012年版）' }).first().click()
  await page.waitForURL(/law\/articles/)
  await expect
    .poll(() => api.world.told.slice(1))
    .toEqual([{ helpful: true }, { openedArticle: '96e04ffb-8fb9-5bed-8b93-66199e62adc0.30' }])
})

test('the answer names where somebody can be asked soonest', async () => {
  const { page, go } = visit()
  await go('/ask?q=' + encodeURIComponent('老板欠我工资不给'))
  await page.getByRole('heading', { name: '最近能找到人的地方' }).waitFor()
  await page.getByText('现在能用，到 22:00').waitFor()
  await page.getByRole('link', { name: '看哪个离我近' }).click()
  await page.waitForURL(/\/points$/)
})

test('who goes on to apply does not tell the story twice', async () => {
  const { page, go, heading, looksRight, api } = visit()
  await go('/ask?q=' + encodeURIComponent('老板欠我工资不给'))
  await page.getByText('工资必须给，一分都不能少。').waitFor()
  await page.evaluate(() => {
    localStorage.setItem(
      'fatong.draft',
      JSON.stringify({ form: { step: 'story', matter: 'laborRemuneration', who: 'self' } }),
    )
  })
  await go('/apply')
  await heading('事情是怎么回事？')
  await page.getByText('您刚才问过这件事').waitFor()
  await looksRight('apply-from-talk')
  await page.getByRole('button', { name: '放进来' }).click()
  await page.waitForFunction(
    () => (document.querySelector('#story') as HTMLTextAreaElement | null)?.value === '老板欠我工资不给\n已经走了',
  )
  expect(await page.getByLabel('大概从哪天开始的').inputValue()).toBe('2026-09-01')
  expect(await page.getByText('您刚才问过这件事').count()).toBe(0)
  expect([...api.world.drafts.values()][0]?.data).toMatchObject({
    matter: 'laborRemuneration',
    story: '老板欠我工资不给\n已经走了',
  })
})
