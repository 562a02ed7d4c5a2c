import { describe, expect, it } from 'vitest'
import { overflow, signIn, violations } from './testing/browser.ts'
import { visitingDesk } from './testing/visit.ts'

const visit = visitingDesk()
const open = (login: string, width?: number) => visit.open(login, undefined, width === undefined ? {} : { width })
const statusOf = (name: string) => visit.api.world.cases.find((c) => c.open.form?.applicant.name === name)?.open.status

describe('the clerk', () => {
  it('accepts with the keyboard, sees the document first, and cannot accept twice', async () => {
    const page = await open('chenxm')
    await page.getByRole('link', { name: /苏·阿米娜/ }).waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('马有财')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: /马有财/ }).waitFor()
    await page.keyboard.press('a')
    await page.getByRole('heading', { name: '受理' }).waitFor()
    expect(await page.getByRole('textbox', { name: '审查意见' }).inputValue()).not.toBe('')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('heading', { name: '将要发出的文书' }).waitFor()
    expect(statusOf('马有财')).toBe('submitted')
    await page.getByRole('img', { name: /第 1 页/ }).waitFor()
    await page.getByRole('button', { name: '确认受理' }).dblclick()
    await page.getByRole('dialog', { name: /申请材料接收凭证/ }).waitFor()
    expect(visit.api.world.carriedOut).toEqual(['acceptApplication'])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog', { name: /申请材料接收凭证/ }).waitFor({ state: 'detached' })
    await page.getByText('已受理').first().waitFor()
  })

  it('asks for a correction with coded reasons whose wording it changes', async () => {
    const page = await open('chenxm')
    await page.getByRole('link', { name: /马有财/ }).click()
    await page.getByRole('heading', { name: /马有财/ }).waitFor()
    await page.keyboard.press('c')
    await page.getByRole('button', { name: '下一步：看文书' }).click()
    await page.getByText('请至少选一项要补的内容').waitFor()
    await page.getByRole('checkbox', { name: /欠薪的凭据/ }).check()
    await page.getByLabel(/要补什么：欠薪的凭据/).fill('请补九月的考勤照片')
    await page.getByRole('button', { name: '下一步：看文书' }).click()
    await page.getByRole('button', { name: '确认通知补正' }).click()
    await page.getByRole('dialog', { name: /补充材料通知书/ }).waitFor()
    expect(visit.api.world.cases[0]?.open.supplement).toMatchObject({
      items: [{ code: 'wageEvidence', wording: '请补九月的考勤照片' }],
      deadline: '2026-11-30',
    })
  })

  it('is told what somebody else did in the meantime and keeps what was typed', async () => {
    const page = await open('chenxm')
    await page.getByRole('link', { name: /马有财/ }).click()
    await page.getByRole('button', { name: '留言' }).click()
    await page.getByRole('textbox', { name: '留言' }).fill('请带身份证原件来一趟')
    const other = visit.api.world.cases[0]
    const colleague = visit.api.world.staff.get('magq')
    if (!other || !colleague) throw new Error('the mock has no such case')
    expect(
      other.act(colleague.actor, { type: 'leaveMessage', text: '我先联系了', to: 'applicant' }, visit.api.world.now),
    ).toBeNull()
    await page.getByRole('button', { name: '确认留言' }).click()
    const alert = page.getByRole('alert').filter({ hasText: '您打开以后，案件有了变化' })
    await alert.getByText('马国强').waitFor()
    expect(await page.getByRole('textbox', { name: '留言' }).inputValue()).toBe('请带身份证原件来一趟')
    await alert.getByRole('button', { name: '看过了，按最新内容继续' }).click()
    await page.getByRole('button', { name: '确认留言' }).click()
    await page.locator('#part-messages').getByText('请带身份证原件来一趟').waitFor()
    expect(other.open.messages.map((m) => m.text)).toEqual(['我先联系了', '请带身份证原件来一趟'])
  })

  it('keeps what was typed when the line breaks, and acts once when it is back', async () => {
    const page = await open('chenxm')
    await page.getByRole('link', { name: /马有财/ }).click()
    await page.getByRole('button', { name: '留言' }).click()
    await page.getByRole('textbox', { name: '留言' }).fill('材料已看')
    await visit.desk.context.setOffline(true)
    await page.getByRole('button', { name: '确认留言' }).click()
    await page.getByRole('alert').filter({ hasText: '没有连上服务器' }).waitFor()
    await page.getByText('看到的是断网前的内容').waitFor()
    await visit.desk.context.setOffline(false)
    await page.getByRole('button', { name: '确认留言' }).click()
    await page.locator('#part-messages').getByText('材料已看').waitFor()
    expect(visit.api.world.carriedOut).toEqual(['leaveMessage'])
  })

  it('gives a reason before a full number is shown', async () => {
    const page = await open('chenxm')
    await page.getByRole('link', { name: /马有财/ }).click()
    await page.getByText('6201**********4519').waitFor()
    await page.getByRole('button', { name: '查看完整号码' }).click()
    await page.getByRole('button', { name: '记下理由并查看' }).click()
    await page.getByText('请写明为什么要看').waitFor()
    await page.getByLabel('为什么要看').fill('核对身份')
    await page.getByRole('button', { name: '记下理由并查看' }).click()
    await page.getByText('620121197904124519').waitFor()
  })

  it('turns, enlarges and leafs through the papers by key', async () => {
    const page = await open('chenxm')
    await page.getByRole('link', { name: /马有财/ }).click()
    await page.getByRole('heading', { name: /马有财/ }).waitFor()
    await page.keyboard.press('v')
    const canvas = page.getByRole('img', { name: /第 1 页/ })
    await canvas.waitFor()
    const upright = await canvas.boundingBox()
    await page.keyboard.press('r')
    await expect
      .poll(async () => {
        const box = await canvas.boundingBox()
        return box !== null && box.width > box.height
      })
      .toBe(true)
    await page.keyboard.press('+')
    await page.getByText('125%').waitFor()
    await page.keyboard.press('ArrowRight')
    await page.getByText('第 2 份，共 5 份').waitFor()
    await page.getByText('100%').waitFor()
    expect(upright && upright.height > upright.width).toBe(true)
    expect(await violations(page)).toEqual([])
  })
})

describe('the approver and assigner', () => {
  it('signs in with the second factor, grants and refuses with coded reasons', async () => {
    const page = await visit.openUnknown()
    await page.getByLabel('账号').waitFor()
    expect(await violations(page)).toEqual([])
    await signIn(visit.desk, 'magq', undefined, '123456')
    await page.getByRole('link', { name: /刘德福/ }).click()
    await page.getByRole('heading', { name: /刘德福/ }).waitFor()
    await page.keyboard.press('d')
    await page.getByText('建议给予').first().waitFor()
    await page.getByText('决定不予', { exact: true }).last().click()
    await page.getByRole('button', { name: '下一步：看文书' }).click()
    await page.getByText('请选择不予援助的理由').waitFor()
    await page.getByText('决定给予', { exact: true }).last().click()
    await page.getByRole('button', { name: '下一步：看文书' }).click()
    await page.getByRole('button', { name: '确认决定给予' }).click()
    await page.getByRole('dialog', { name: /给予法律援助决定书/ }).waitFor()
    expect(statusOf('刘德福')).toBe('granted')
  })

  it('must say why when the promise of the day has passed', async () => {
    const page = await open('magq')
    await page.getByRole('link', { name: /陈志明/ }).click()
    await page.getByRole('heading', { name: /陈志明/ }).waitFor()
    await page.keyboard.press('d')
    await page.getByLabel('为什么过了当天目标').fill('材料周五下班后才核对完')
    await page.getByRole('button', { name: '下一步：看文书' }).click()
    await page.getByRole('button', { name: '确认决定给予' }).click()
    await page.getByRole('dialog', { name: /决定书/ }).waitFor()
    expect(
      visit.api.world.cases.find((c) => c.open.form?.applicant.name === '陈志明')?.open.steps.decide?.missReason,
    ).toBe('材料周五下班后才核对完')
  })

  it('assigns: the best first, bans with why, a conflict explained, another choice justified', async () => {
    const page = await open('magq')
    await page.getByRole('link', { name: /何长生/ }).click()
    await page.getByRole('heading', { name: /何长生/ }).waitFor()
    await page.keyboard.press('s')
    const cards = page.getByRole('radio')
    await cards.first().waitFor()
    expect(await cards.count()).toBe(2)
    await page.getByText('不能派的 1 位').click()
    await page.getByText(/祁连山/).waitFor()
    await page.getByRole('radio', { name: /沈若兰/ }).check()
    await page.getByLabel('这个冲突怎么说明').fill('对方已书面同意')
    await page.getByLabel('为什么不派排在最前的').fill('申请人希望女律师')
    await page.getByRole('button', { name: '下一步：看文书' }).click()
    await page.getByRole('button', { name: '确认指派' }).click()
    await page.getByRole('dialog', { name: /指派通知书/ }).waitFor()
    expect(visit.api.world.cases.find((c) => c.open.form?.applicant.name === '何长生')?.open.assignment).toMatchObject({
      provider: { name: '沈若兰' },
      override: '申请人希望女律师',
      conflictCheck: { explanation: '对方已书面同意' },
    })
  })

  it('sees a case of another desk arrive without reloading', async () => {
    const page = await open('magq')
    await page.getByRole('link', { name: /刘德福/ }).waitFor()
    const colleague = visit.api.world.staff.get('chenxm')
    const one = visit.api.world.cases[0]
    if (!colleague || !one) throw new Error('the mock has no such case')
    expect(
      one.act(
        colleague.actor,
        { type: 'acceptApplication', documentNumber: '新法援收〔2026〕99号' },
        visit.api.world.now,
      ),
    ).toBeNull()
    for (const listener of visit.api.world.listeners)
      listener.write(
        `event: case\ndata: ${JSON.stringify({ id: one.id, number: one.open.number, status: one.open.status, version: one.open.version })}\n\n`,
      )
    await page.getByRole('link', { name: /马有财/ }).waitFor()
  })

  it('downloads the numbers behind the board', async () => {
    const page = await open('magq')
    await page.getByRole('link', { name: '看板' }).click()
    await page.getByText('71%').waitFor()
    await page.getByText('看表格').click()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载表格（CSV）' }).click(),
    ])
    expect(file.suggestedFilename()).toBe('四个当天-2026-11-23.csv')
  })

  it('registers a letter of the court, which opens a case', async () => {
    const page = await open('magq')
    await page.getByRole('link', { name: '通知函' }).click()
    await page.getByRole('button', { name: '登记' }).click()
    await page.getByText('请填写来函机关').waitFor()
    await page.getByLabel('来函机关').fill('兰州新区人民法院')
    await page.getByLabel('文号').fill('（2026）甘0191刑初45号')
    await page.getByLabel('案件阶段').click()
    await page.getByTitle('一审').click()
    await page.getByLabel('被告人（被申请人）姓名').fill('张某')
    await page.getByLabel('属于哪一种人').click()
    await page.getByTitle('未成年人').click()
    await page.getByLabel('罪名').fill('盗窃罪')
    await page.getByRole('button', { name: '登记' }).click()
    await page.getByRole('heading', { name: /张某/ }).waitFor()
    await page.getByText('兰州新区人民法院来函').waitFor()
  })
})

describe('the lawyer', () => {
  it('sees only own cases, accepts an offer and reports progress', async () => {
    const page = await open('linsh')
    await page.getByRole('link', { name: /高小兵/ }).click()
    await page.getByRole('button', { name: '接受指派' }).click()
    await page.getByRole('button', { name: '确认接受指派' }).click()
    await page.getByText('接受指派：办好了').waitFor()
    await page.goto(`${visit.api.url}queue/handling`)
    await page.getByRole('link', { name: /丁海龙/ }).click()
    await page.getByRole('button', { name: '通报进展' }).click()
    await page.getByRole('textbox', { name: '进展' }).fill('已向仲裁委递交申请书')
    await page.getByRole('button', { name: '确认通报进展' }).click()
    await page.getByText('已向仲裁委递交申请书').first().waitFor()
    expect(visit.api.world.carriedOut).toEqual(['acceptAssignment', 'reportProgress'])
  })
})

describe('the first day of a new administrator', () => {
  it('changes the first password and binds the phone before anything is shown', async () => {
    const page = await visit.openUnknown()
    await signIn(visit.desk, 'xinren', 'first-1234')
    await page.getByLabel('现在的密码').fill('first-1234')
    await page.getByLabel('新密码', { exact: true }).fill('short')
    await page.getByLabel('再输一遍新密码').fill('short')
    await page.getByRole('button', { name: '保存新密码' }).click()
    await page.getByText('新密码太简单').waitFor()
    await page.getByLabel('新密码', { exact: true }).fill('long-enough-2026')
    await page.getByLabel('再输一遍新密码').fill('long-enough-2026')
    await page.getByRole('button', { name: '保存新密码' }).click()
    await page.getByRole('img', { name: '绑定用的二维码' }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByLabel('动态验证码').fill('123456')
    await page.getByRole('button', { name: '完成绑定' }).click()
    await page.getByRole('link', { name: '管理' }).waitFor()
  })

  it('adds a person, and tries a parameter on stored cases before releasing it', async () => {
    const page = await open('admin')
    await page.getByRole('link', { name: '管理' }).click()
    await page.getByRole('button', { name: '新增人员' }).click()
    await page.getByRole('textbox', { name: '账号', exact: true }).fill('Bad Login')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('账号用小写字母开头').waitFor()
    await page.getByRole('textbox', { name: '账号', exact: true }).fill('wangyl')
    await page.getByRole('textbox', { name: '姓名', exact: true }).fill('王玉兰')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('Xk7-first-2026').waitFor()
    await page.getByRole('button', { name: '关闭' }).click()
    await page.getByRole('link', { name: '地方参数' }).click()
    await page.getByRole('button', { name: /修改：经济困难标准/ }).click()
    await page.getByLabel('新数值').fill('1600')
    await page.getByLabel('来源').fill('甘民发〔2026〕8号')
    await page.getByRole('button', { name: '先试算' }).click()
    await page.getByText('1 件的结论会变').waitFor()
    await page.getByLabel('为什么要改').fill('省里公布了新标准')
    await page.getByRole('button', { name: '发布', exact: true }).click()
    await page.getByText('参数已发布').waitFor()
    expect(visit.api.world.saved.at(-1)?.body).toMatchObject({
      token: 'token-1',
      why: '省里公布了新标准',
      change: { value: 1600 },
    })
  })

  it('keeps what a lawyer declared of near relatives, on a narrow screen too', async () => {
    const page = await visit.open('admin', 'admin', { width: 360 })
    await page.getByRole('button', { name: '修改 林书航' }).click()
    await page.getByRole('dialog').waitFor()
    await page.getByRole('combobox', { name: '近亲属姓名' }).fill('周雪梅、周小川、')
    await page.getByText('周小川', { exact: true }).waitFor()
    await page.getByRole('combobox', { name: '近亲属姓名' }).scrollIntoViewIfNeeded()
    await page.waitForTimeout(300)
    expect(await violations(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
    await visit.keep('near-relatives-360')
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(visit.api.world.saved.at(-1)).toMatchObject({
      route: 'PUT /desk/admin/staff/:id',
      body: { profile: { relatives: ['周雪梅', '周小川'] } },
    })
  })

  it('reads a holiday notice before saving it', async () => {
    const page = await open('admin')
    await page.goto(`${visit.api.url}admin/calendar`)
    await page.getByLabel('把国务院办公厅通知的正文贴在这里').fill('看不懂的话')
    await page.getByRole('button', { name: '先看结果' }).click()
    await page.getByText('没有找到元旦的放假日期').waitFor()
    await page.getByLabel('把国务院办公厅通知的正文贴在这里').fill('一、元旦：1月1日至3日放假调休')
    await page.getByRole('button', { name: '先看结果' }).click()
    await page.getByRole('button', { name: '没错，保存' }).click()
    await page.getByText('放假安排已保存').waitFor()
  })
})

// Every page as such: journeys/every-desk-page.
describe.each([1440, 360])('each panel of a case at %i px', (width) => {
  it('has no accessibility violation', async () => {
    const page = await open('magq', width)
    for (const [name, key] of [
      ['刘德福', 'd'],
      ['何长生', 's'],
      ['马有财', ''],
    ] as const) {
      const one = visit.api.world.cases.find((c) => c.open.form?.applicant.name === name)
      await page.goto(`${visit.api.url}cases/${one?.id ?? ''}`)
      await page.getByRole('heading', { name: new RegExp(name) }).waitFor()
      if (key === '') await page.getByRole('button', { name: '添加材料' }).click()
      else await page.keyboard.press(key)
      await page.getByRole('dialog').waitFor()
      await page.waitForTimeout(300)
      expect(await violations(page), name).toEqual([])
      expect(await overflow(page), name).toBe(0)
    }
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: '快捷键' }).waitFor()
    expect(await violations(page), 'shortcuts').toEqual([])
  })
})
