import { expect, test } from 'vitest'
import { CODE } from '../testing/mock-world.ts'
import { visiting } from '../testing/visit.ts'

const visit = visiting()

test('at half past twelve on a worked Saturday: a terminal is open, the station at two, and a time there is booked', async () => {
  const { page, go, heading, looksRight } = visit()
  await go('/points')
  await heading('最近的、有人在的服务点')
  await page.getByLabel('您在哪个村').fill('芦井水村')
  await page.keyboard.press('Enter')
  await page.getByText('从芦井水村出发').waitFor()
  await page.getByText('现在能用，到 22:00').waitFor()
  await page.getByText('中川商业广场自助服务终端能问到，没有工作人员。').waitFor()
  await page.getByText('要找人：中川镇公共法律服务工作站，今天 14:00 有人。').waitFor()
  await looksRight('points')
  await page.getByText('示意图', { exact: true }).click()
  await page.getByText('这是示意图，不是地图', { exact: false }).first().waitFor()
  await looksRight('points-drawing')
  await page.reload()
  await page.getByText('中川镇公共法律服务工作站，约 12 分钟').waitFor()
  await page.getByText('列表', { exact: true }).click()
  await page.getByText('办什么：都可以 · 怎么去：骑电动车').click()
  await page.getByText('申请法律援助', { exact: true }).click()
  await page.getByText('办什么：申请法律援助 · 怎么去：骑电动车').waitFor()
  await page.getByText('现在能用，到 22:00').waitFor({ state: 'detached' })
  expect(await page.getByText('能问到，没有工作人员').count()).toBe(0)
  await page.getByRole('link', { name: '约个时间去中川镇公共法律服务工作站' }).click()
  await heading('到中川镇公共法律服务工作站')
  await page.getByRole('button', { name: '约好' }).click()
  await page.getByText('请先选哪天、几点').waitFor()
  await page.getByText('10月12日（周一）').click()
  await page.getByText('09:00–09:30').click()
  await page.getByLabel('想问什么（可不写）').fill('老板欠工资')
  await looksRight('book')
  await page.reload()
  expect(await page.getByLabel('想问什么（可不写）').inputValue()).toBe('老板欠工资')
  await page.getByRole('button', { name: '约好' }).click()
  await heading('留个手机号，好提醒您')
  await looksRight('book-sign-in')
  await page.getByLabel('手机号').fill('13900001111')
  await page.getByRole('button', { name: '发验证码' }).click()
  await page.getByLabel('短信里的 6 位数字').fill(CODE)
  await page.getByRole('button', { name: '登录并约好' }).click()
  await page.getByText('这个时间刚被别人约走了').waitFor()
  await page.getByText('10月10日（周六）').click()
  expect(await page.getByRole('radio', { name: '14:30–15:00' }).isDisabled()).toBe(true)
  await page.getByText('14:00–14:30').click()
  await page.getByRole('button', { name: '约好' }).click()
  await heading('约好了')
  await page.getByText('时间很近了，不再发短信提醒，请记好。').waitFor()
  await looksRight('booked')
  await page.getByRole('link', { name: '看我的预约' }).click()
  await heading('我的预约')
  await page.getByText('老板欠工资').waitFor()
  await looksRight('my-appointments')
  await go('/points/55555555-5555-4555-8555-555555555551/book')
  await page.getByText('时间都不合适？请人给您回电话').click()
  await page.getByRole('button', { name: '请人回电' }).click()
  await page.getByText('请写一句想问什么事').waitFor()
  await page.getByLabel('想问什么事').fill('宅基地的事')
  await looksRight('callback')
  await page.getByRole('button', { name: '请人回电' }).click()
  await page.getByText('已经请人回电，请留意来电。').waitFor()
  await page.getByRole('link', { name: '看我请的回电' }).click()
  await page.getByText('宅基地的事').waitFor()
  await looksRight('my-callbacks')
  await page.getByRole('button', { name: '不用回了' }).click()
  await page.getByText('不用回了', { exact: true }).waitFor()
  await page.getByRole('button', { name: '取消预约' }).click()
  await page.getByRole('button', { name: '是，取消' }).click()
  await page.getByText('已取消', { exact: true }).waitFor()
  await go('/points/55555555-5555-4555-8555-555555555551/book')
  await page.getByText('10月12日（周一）').click()
  await page.getByText('10:00–10:30').click()
  // The pretended server lets nobody receive a visit with such a note.
  await page.getByLabel('想问什么（可不写）').fill('没人接待的事')
  await page.getByRole('button', { name: '约好' }).click()
  await heading('约好了')
  await page.getByText('明天 18:00 会再发一条短信提醒您。').waitFor()
  await looksRight('booked-reminder')
  await page.getByRole('link', { name: '看我的预约' }).click()
  await page
    .getByText('这个时间那边没有人接待，请先别去。已请工作人员打电话跟您改时间，您也可以打 0931-8259148 问。')
    .waitFor()
  // Not the number of the place where nobody is.
  await page.getByRole('link', { name: '打电话 0931-8259148' }).waitFor()
  expect(await page.getByRole('link', { name: '0931-0012348' }).count()).toBe(0)
  expect(await page.getByText('约好了', { exact: true }).count()).toBe(0)
  await looksRight('my-appointments-unmet')
  // Who would be at home in front of a picture is not told to stay at home.
  await go('/points/55555555-5555-4555-8555-555555555551/book')
  await page.getByText('10月12日（周一）').click()
  await page.getByText('10:00–10:30').click()
  await page.getByLabel('想问什么（可不写）').fill('视频没人接待的事')
  await page.getByRole('button', { name: '约好' }).click()
  await page.getByRole('link', { name: '看我的预约' }).click()
  await page
    .getByText('这个时间没有人接视频，请先不要等。已请工作人员打电话跟您改时间，您也可以打 0931-8259148 问。')
    .waitFor()
  await page.getByText('没人接视频', { exact: true }).waitFor()
  await looksRight('my-appointments-unmet-remote')
  // A terminal has nobody who could be met.
  await go('/points/55555555-5555-4555-8555-555555555552/book')
  await page.getByText('这里没有排好人，别白跑。').waitFor()
  expect(await page.getByRole('button', { name: '约好' }).count()).toBe(0)
  await looksRight('book-nobody')
})

test('a drawing without boundaries says that it is no map, and an audit number only where there is one; the bus only where its lines were given', async () => {
  const { page, go, heading } = visit()
  await go(`/points?q=${encodeURIComponent('芦井水村')}&view=drawing`)
  await heading('最近的、有人在的服务点')
  await page.getByText('这是示意图，不是地图').first().waitFor()
  expect(await page.getByText('审图号').count()).toBe(0)
  expect(
    await page
      .locator('.drawing svg')
      .evaluate((svg) => [...new Set(Array.from(svg.querySelectorAll('*'), ({ tagName }) => tagName))].sort()),
  ).toEqual(['circle', 'g', 'text'])
  await page.getByText('怎么去：骑电动车').click()
  expect(await page.getByRole('radio', { name: '开车' }).count()).toBe(1)
  expect(await page.getByRole('radio', { name: '坐公交' }).count()).toBe(0)
  await page.route('**/api/service-points/near**', async (route) => {
    const reply = await route.fetch()
    await route.fulfill({ json: { ...((await reply.json()) as object), mapNumber: '甘S(2026)001号' } })
  })
  await go(`/points?q=${encodeURIComponent('公交村')}&view=drawing`)
  await page.getByText('审图号：甘S(2026)001号').waitFor()
  await page.getByText('怎么去：骑电动车').click()
  await page.getByRole('radio', { name: '坐公交' }).waitFor({ state: 'attached' })
})

test('why one has to call first: nobody entered the hours, or the holidays of the year are not known', async () => {
  const { page, go, looksRight } = visit()
  await page.route('**/api/service-points/near**', async (route) => {
    const reply = await route.fetch()
    const json = (await reply.json()) as { items: { id: string; name: string }[] }
    const [kiosk, station] = json.items
    const never = { opensAt: null, closesAt: null, bookable: false }
    const items = [
      { ...station, id: 'a', name: '甲站', open: null },
      { ...station, id: 'b', name: '乙律师事务所', ...never, open: null },
      { ...station, id: 'c', name: '丙调解委员会', ...never, open: null, phone: null },
      { ...station, id: 'd', name: '丁工作室', ...never, open: false },
      { ...kiosk, id: 'e', name: '戊终端', open: false },
    ]
    await route.fulfill({ json: { ...json, items } })
  })
  await go('/points')
  const tag = (name: string) =>
    page
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name }) })
      .locator('.tag')
  await tag('甲站').waitFor()
  const tags = await Promise.all(
    ['甲站', '乙律师事务所', '丙调解委员会', '丁工作室', '戊终端'].map((name) => tag(name).innerText()),
  )
  expect(tags).toEqual(['节假日没定，先打电话', '先打电话问', '先打 12348 问', '先打电话问', '现在没开'])
  expect(await page.getByText('能问到，没有工作人员').count()).toBe(0)
  await looksRight('points-call-first')
})

test('a name that several places have, one that none has, nothing fitting, a refused position, a broken line, large type', async () => {
  const { page, context, go, heading, looksRight } = visit()
  await go(`/points?q=${encodeURIComponent('新村')}`)
  await page.getByRole('heading', { name: '有几个地方叫这个名字，是哪一个？' }).waitFor()
  await looksRight('points-meant')
  await page.getByRole('link', { name: /秦川镇/ }).click()
  await page.getByText('从您的位置出发').waitFor()
  await go(`/points?q=${encodeURIComponent('火星村')}`)
  await page.getByText('没有找到“火星村”').waitFor()
  await page.getByText('怎么去：骑电动车').click()
  await page.getByText('调解', { exact: true }).click()
  await page.getByText('没有符合的服务点').waitFor()
  await looksRight('points-none')
  await context.clearPermissions()
  await page.evaluate(() => {
    navigator.geolocation.getCurrentPosition = (_ok, failed) => {
      failed?.({ code: 1 } as GeolocationPositionError)
    }
  })
  await page.getByRole('button', { name: '用手机定位' }).click()
  await page.getByText('没有拿到位置').waitFor()
  await page.evaluate(() => {
    navigator.geolocation.getCurrentPosition = (found) => {
      found({ coords: { longitude: 103.64321, latitude: 36.54321 } } as GeolocationPosition)
    }
  })
  await page.getByRole('button', { name: '用手机定位' }).click()
  await expect.poll(() => new URL(page.url()).searchParams.get('lng')).toBe('103.643')
  await page.route('**/api/service-points/near**', (route) => route.abort())
  await go('/points')
  await page.getByRole('button', { name: '再试一次' }).waitFor()
  await page.unroute('**/api/service-points/near**')
  await page.getByRole('button', { name: '再试一次' }).click()
  await page.getByRole('heading', { name: '中川商业广场自助服务终端' }).waitFor()
  await page.getByRole('button', { name: '长辈版' }).click()
  await looksRight('points-large')
  await go('/me/appointments')
  await heading('我的预约')
  await page.getByRole('button', { name: '登录' }).waitFor()
})
