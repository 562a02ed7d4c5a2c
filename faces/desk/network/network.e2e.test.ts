import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { overflow, violations } from '../testing/browser.ts'
import { choose as chosen } from '../testing/choose.ts'
import { uuidOf } from '../testing/mock-ids.ts'
import { visitingDesk } from '../testing/visit.ts'

const visit = visitingDesk()
const open = (at: string, width?: number) => visit.open('admin', at, width === undefined ? {} : { width })
/** The desk scrolls inside: a screen as long as the page shows all of it. */
const TALL = { height: 2_000 }

const choose = (field: string, option: string) => chosen(visit.desk.page, field, option)
const panel = (name: RegExp) => visit.desk.page.locator('.ant-segmented-item').filter({ hasText: name }).click()
const spot = (name: string) =>
  visit.desk.page.getByRole('group', { name: /示意图/ }).getByRole('button', { name: new RegExp(`^${name}`) })

it('shows the week by the half-hour: at noon nobody is served; the slider and the list say the same', async () => {
  const page = await open('network')
  await page
    .getByRole('button', { name: /名义覆盖/ })
    .getByText('90.0%')
    .waitFor()
  await page.getByText(/周一 15:00 动身：90.0% 的人/).waitFor()
  await page.getByText('周一 15:00：1 个村、1,029 人没人办').waitFor()
  await page.getByText('按直线估算', { exact: true }).waitFor()
  await visit.keep('network-1440', TALL)
  const slider = page.getByRole('slider', { name: '看哪个时候' })
  await slider.focus()
  for (let i = 0; i < 5; i += 1) await page.keyboard.press('ArrowLeft')
  await page.getByText(/周一 12:30 动身：0.0% 的人/).waitFor()
  expect(await slider.getAttribute('aria-valuetext')).toBe('周一 12:30')
  await page.getByText('周一 12:30：10 个村', { exact: false }).waitFor()
  await page.getByRole('button', { name: '后一天' }).click()
  await page.getByText(/周二 12:30 动身/).waitFor()
  await page.getByRole('button', { name: /到了有人办/ }).click()
  await page.getByText('这时没人办').waitFor()
  await page.getByRole('button', { name: /名义覆盖/ }).click()
  await page.getByText('30 分钟以上').waitFor()
  await page.goto(`${visit.api.url}network?week=2027-10-01`)
  await page.getByText('还没公布放假安排').waitFor()
})

it('the list is sorted by its head and taken along; the drawing is walked through by arrow keys', async () => {
  const page = await open('network')
  const rows = page.getByRole('region', { name: '各村情况' }).locator('tbody tr')
  await rows.first().getByText('史喇口村').waitFor()
  await page.getByRole('button', { name: '人口', exact: true }).click()
  expect(await page.getByRole('columnheader', { name: '人口' }).getAttribute('aria-sort')).toBe('descending')
  expect(await rows.first().innerText()).toContain('彩虹社区')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载各村' }).click(),
  ])
  expect(file.suggestedFilename()).toBe('各村半小时圈-2026-11-23.csv')
  expect(readFileSync(await file.path(), 'utf8').split('\r\n')[1]).toMatch(/^620171101209,彩虹社区,中川镇,1151,33,/)
  await page.getByRole('button', { name: '放大' }).focus()
  await page.getByRole('button', { name: '放大' }).click()
  await page.getByRole('button', { name: '右移' }).click()
  await page.getByRole('button', { name: '看全部' }).click()
  await spot('芦井水村').focus()
  await page.getByText('602 人；最近的点 6 分钟；一周 37.5 小时有人办').first().waitFor()
  await page.keyboard.press('ArrowRight')
  await page.getByText('663 人；', { exact: false }).first().waitFor()
  expect(await spot('何家梁村').getAttribute('aria-pressed')).toBe('true')
  await page.keyboard.press('+')
  await page.getByRole('button', { name: '左移' }).waitFor()
})

it('tries longer hours at once, keeps what is tried over a reload, and says which change cannot be made', async () => {
  const page = await open('network')
  await panel(/如果这样改/)
  await page.getByRole('button', { name: '加一条' }).click()
  await page.getByText('请先选一个点').waitFor()
  await choose('哪个点', '中川镇公共法律服务工作站')
  await page.getByRole('button', { name: '加一条' }).click()
  await page.getByText('多 4.0 个百分点').first().waitFor()
  await page.getByText('改了以后 23.0%').waitFor()
  await page.reload()
  await page.getByRole('button', { name: '去掉：中川镇公共法律服务工作站：工作日延到 20:00' }).waitFor()
  await page.getByText('每周多 10 小时').first().waitFor()
  expect(await violations(page)).toEqual([])
  await visit.keep('what-if-1440', TALL)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载方案' }).click(),
  ])
  expect(readFileSync(await file.path(), 'utf8')).toContain('有效覆盖,19.0%,23.0%,多 4.0 个百分点')
  const [report] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出报告（PDF）' }).click(),
  ])
  expect(report.suggestedFilename()).toMatch(/^三级网络试算方案-.+\.pdf$/)
  expect(readFileSync(await report.path(), 'utf8')).toContain('%PDF')
  await page.route('**/api/desk/network/plan/**', (route) => route.abort())
  await page.getByRole('button', { name: '导出报告（Excel）' }).click()
  await page.getByText('报告没有做出来，改动都在。').waitFor()
  await page.unroute('**/api/desk/network/plan/**')
  await page.emulateMedia({ media: 'print' })
  await page.getByTestId('sheet').getByText('这是试算，没有改动真实数据。').waitFor()
  expect(await page.getByRole('button', { name: '打印方案' }).isVisible()).toBe(false)
  await page.emulateMedia({ media: 'screen' })
  await choose('改什么', '关一个点')
  await choose('哪个点', '兰州新区公共法律服务中心')
  await page.getByRole('button', { name: '加一条' }).click()
  await page
    .getByRole('listitem')
    .filter({ hasText: '关掉 兰州新区公共法律服务中心' })
    .getByText('没有这个服务点，可能已经撤销')
    .waitFor()
  await page.getByRole('button', { name: '撤销上一步' }).last().click()
  await page.getByText('多 4.0 个百分点').first().waitFor()
  // longer hours where a roster says who is there: the page says what is missing, and takes it
  await page.getByText('多开的时间没有排人，不算').waitFor()
  await choose('改什么', '安排人值班')
  await choose('哪个点', '中川镇公共法律服务工作站')
  await page.getByRole('button', { name: '加一条' }).click()
  await page.getByText('中川镇公共法律服务工作站：开门的时间都排人值班').first().waitFor()
  await page.getByText('多开的时间没有排人，不算').waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: '全部去掉' }).click()
  await page.getByText('还没有改动').waitFor()
})

it('own hours are those of the chosen place; a lost line keeps what is tried', async () => {
  const page = await open('network?panel=whatIf')
  await choose('怎么改', '自己排')
  await page.getByText('请先选点，再排时间').waitFor()
  await choose('哪个点', '中川镇公共法律服务工作站')
  await page.getByRole('button', { name: '周六 加一段' }).click()
  const asked = page.waitForRequest((one) => one.url().endsWith('/what-if'))
  await page.getByRole('button', { name: '加一条' }).click()
  const week = ((await asked).postDataJSON() as { edits: { weekly: unknown[] }[] }).edits[0]?.weekly
  expect([week?.[0], week?.[5]]).toEqual([
    [
      { open: 510, close: 720 },
      { open: 840, close: 1080 },
    ],
    [{ open: 510, close: 720 }],
  ])
  await page.route('**/api/desk/network/what-if', (route) => route.abort())
  await choose('改什么', '加上门服务日')
  await choose('哪个村', '平岘村 中川镇')
  await page.getByRole('button', { name: '加一条' }).click()
  await page.getByText('没有连上服务器').waitFor()
  await page.unroute('**/api/desk/network/what-if')
  await page.getByRole('button', { name: '再试一次' }).click()
  await page.getByText('多 4.0 个百分点').first().waitFor()
})

it('a point is moved by dragging, by a tap on the drawing, or by naming a village', async () => {
  const page = await open('network')
  const station = spot('中川镇公共法律服务工作站')
  await station.scrollIntoViewIfNeeded()
  const box = (await station.boundingBox())!
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + 90, box.y - 60, { steps: 4 })
  await page.mouse.up()
  await page.getByRole('button', { name: /去掉：中川镇公共法律服务工作站 搬到 .+附近/ }).waitFor()
  await page.getByRole('button', { name: '全部去掉' }).click()
  await choose('改什么', '加一个点')
  await page.getByRole('button', { name: '点地图上的新位置' }).click()
  await page.getByText('请在图上点一下新位置').waitFor()
  await page.getByRole('group', { name: /示意图/ }).click({ position: { x: 200, y: 200 } })
  await page.getByLabel('新点叫什么').fill('新站')
  await page.getByRole('button', { name: '加一条' }).click()
  await page.getByRole('button', { name: /去掉：在 .+附近 新设 新站/ }).waitFor()
  await panel(/各村/)
  await page.getByRole('button', { name: '平岘村', exact: true }).click()
  await page.getByRole('button', { name: '试着加上门服务日' }).click()
  await page.getByRole('button', { name: '加一条' }).click()
  await page.getByRole('button', { name: '去掉：平岘村 每周六上午 9:00–12:00上门服务' }).waitFor()
  await panel(/服务点/)
  await page.getByRole('button', { name: '试着改 中川镇公共法律服务工作站' }).click()
  await choose('改什么', '搬一个点')
  await choose('搬到哪个村', '红玉村 中川镇')
  await page.getByRole('button', { name: '加一条' }).click()
  await page.getByRole('button', { name: '去掉：中川镇公共法律服务工作站 搬到 红玉村' }).waitFor()
})

it('draws lines of equal time to those that are open or to one point, and lists who lives within; at noon there is none', async () => {
  const page = await open('network')
  const lines = (name: string) =>
    page.getByLabel('等时线', { exact: true }).locator('.ant-segmented-item').filter({ hasText: name }).click()
  await lines('到这时有人的点')
  await page.getByText('周一 15:00 有人的 3 个点，到最近的一个，骑电动车').waitFor()
  await page.getByText('没有道路，线只是圆圈').waitFor()
  expect(
    await page
      .getByRole('group', { name: /示意图/ })
      .locator('g[aria-hidden] > path[class*=contour]')
      .count(),
  ).toBe(3)
  await page.locator('summary').filter({ hasText: '各条线里有哪些村' }).click()
  await page
    .getByRole('row', { name: /10 分钟以内 3/ })
    .getByText('芦井水村、何家梁村、宗家梁村')
    .waitFor()
  await page
    .getByRole('row', { name: /30 分钟以上 1/ })
    .getByText('史喇口村')
    .waitFor()
  expect(await violations(page)).toEqual([])
  await visit.keep('contours-1440', TALL)
  await lines('到选中的点')
  await page.getByText('请先在图上或“服务点”里选一个点').waitFor()
  await spot('中川镇公共法律服务工作站').focus()
  await page.getByText('到 中川镇公共法律服务工作站，骑电动车').waitFor()
  await lines('到这时有人的点')
  const slider = page.getByRole('slider', { name: '看哪个时候' })
  await slider.focus()
  for (let i = 0; i < 5; i += 1) await page.keyboard.press('ArrowLeft')
  await page.getByText('周一 12:30 没有一个点有人，画不出等时线').waitFor()
  await lines('不画')
  expect(
    await page
      .getByRole('group', { name: /示意图/ })
      .locator('path[class*=contour]')
      .count(),
  ).toBe(0)
})

it('a background dragged at a nearer look moves the drawing and no point', async () => {
  const page = await open('network')
  await page.getByRole('button', { name: '放大' }).click()
  const svg = page.getByRole('group', { name: /示意图/ })
  await svg.scrollIntoViewIfNeeded()
  const was = await svg.getAttribute('viewBox')
  const box = (await svg.boundingBox())!
  await page.mouse.move(box.x + 30, box.y + 200)
  await page.mouse.down()
  await page.mouse.move(box.x + 10, box.y + 150, { steps: 4 })
  await page.mouse.up()
  expect(await svg.getAttribute('viewBox')).not.toBe(was)
  await panel(/如果这样改/)
  await page.getByText('还没有改动').waitFor()
})

it('proposes one more point with its gain, and puts it into what is tried', async () => {
  const page = await open('network/siting')
  await page.getByRole('button', { name: '开始算' }).click()
  await page.getByText('已证明是最好的').waitFor()
  await page.getByText('多照顾 1,029 人').waitFor()
  expect(await violations(page)).toEqual([])
  await visit.keep('siting-1440', TALL)
  await page.getByRole('button', { name: '放进“如果这样改”' }).click()
  await page.getByRole('link', { name: '去看改前改后' }).click()
  await page.getByRole('button', { name: '去掉：在 史喇口村 新设 史喇口村工作站' }).waitFor()
  await page.getByText('骑电动车').first().waitFor()
  await page.getByRole('link', { name: '再设点设在哪' }).click()
  await page.getByText('每个村都在时限内').click()
  await page.getByRole('button', { name: '开始算' }).click()
  await page.getByText('离最好的办法最多差 33.3%').waitFor()
  await page.getByText('再怎么设，也至少要 3 个点').waitFor()
  await page.getByLabel('路上不超过').fill('6')
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: '开始算' }).click()
  await page.getByText('怎么设都到不了的村：史喇口村').waitFor()
})

const standing = (of: string, how: string) =>
  visit.desk.page
    .getByRole('radiogroup', { name: `${of}怎么算` })
    .getByText(how, { exact: true })
    .click()

it('frees a tier and excepts a single point: what is kept, what goes and what is new is told, and is tried as such', async () => {
  const page = await open('network/siting')
  await page.getByText('固定 2 · 可换 0 · 不算 1', { exact: true }).waitFor()
  await standing('工作站', '可换')
  await page.getByText('固定 1 · 可换 1 · 不算 1', { exact: true }).waitFor()
  await page.getByText('单个点另外定').click()
  await page.getByRole('searchbox', { name: '找服务点' }).fill('终端')
  // by the keyboard: the group is one stop, arrows choose within it
  const kiosk = page.getByRole('radiogroup', { name: '自助服务终端怎么算' })
  await kiosk.getByRole('radio', { name: '不算' }).focus()
  await page.keyboard.press('ArrowLeft')
  await page.getByText('固定 1 · 可换 2 · 不算 0', { exact: true }).waitFor()
  await page.getByText('（其中另外定的 1 个）').waitFor()
  await page.getByText('自助机，另外定的').waitFor()
  await page.getByLabel('比现在多几个点').fill('0')
  await page.keyboard.press('Tab')
  await page.getByText('填 0：点数不变，只看要不要换地方。', { exact: false }).waitFor()
  await page.getByRole('button', { name: '开始算' }).click()
  await page.getByText('可换的点里，该留着的 1 个').waitFor()
  await page.getByText('可换的点里，可以撤掉的 1 个').waitFor()
  await page.getByText('点数：3 → 3（固定 1，留着 1，新设 1）').waitFor()
  await page.getByText('多照顾 1,029 人').waitFor()
  expect(visit.api.world.saved.at(-1)?.body).toMatchObject({
    more: 0,
    tiers: { center: 'fixed', station: 'free' },
    places: [{ id: uuidOf('kiosk'), standing: 'free' }],
  })
  expect(await violations(page)).toEqual([])
  await visit.keep('siting-freed-1440', TALL)
  await page.getByRole('button', { name: '放进“如果这样改”' }).click()
  await page.getByRole('link', { name: '去看改前改后' }).click()
  await page.getByRole('button', { name: '去掉：关掉 中川镇公共法律服务工作站' }).waitFor()
  await page.getByRole('button', { name: '去掉：在 史喇口村 新设 史喇口村工作站' }).waitFor()
  // and what was said of the points is still there when one comes back
  await page.getByRole('link', { name: '再设点设在哪' }).click()
  await page.getByText('固定 1 · 可换 2 · 不算 0', { exact: true }).waitFor()
  await page.evaluate(() =>
    sessionStorage.setItem('fatong.network.standings', '{"tiers":{"center":"gone"},"single":[]}'),
  )
  await page.reload()
  await page.getByText('固定 0 · 可换 0 · 不算 3', { exact: true }).waitFor()
  await page.getByText('（一个也不算，从头设）').waitFor()
})

it('tells the way of today beside the new one, and what one point less costs; too few points are refused in words', async () => {
  const page = await open('network/siting')
  await page.getByLabel('比现在多几个点').fill('0')
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: '开始算' }).click()
  await page.getByText('点数不变的话，现有的位置不用换。').waitFor()
  await page.getByLabel('比现在多几个点').fill('1')
  await page.keyboard.press('Tab')
  await page.getByText('加几个点，最远的村也尽量近').click()
  await page.getByRole('button', { name: '开始算' }).click()
  await page.getByText('最远的村到最近的点 34 分钟。现在 42 分钟。').waitFor()
  await standing('工作站', '可换')
  await page.getByText('加几个点，大家路上花的时间最短').click()
  await page.getByLabel('比现在多几个点').fill('-1')
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: '开始算' }).click()
  await page.getByText('平均每人路上 15.0 分钟。现在 12.0 分钟。').waitFor()
  await page.getByText('少照顾 1,191 人').waitFor()
  await page.getByText('不用设新点。').waitFor()
  await standing('工作站', '固定')
  await page.getByRole('button', { name: '开始算' }).click()
  await page.getByText('点数太少：固定的点就有 2 个').waitFor()
})

it('single points on a phone: searched, only those that differ, back to their tiers; a broken line keeps the tiers', async () => {
  const page = await open('network/siting', 360)
  await page.getByText('单个点另外定').click()
  await page.getByText('只看另外定的').click()
  await page.getByText('还没有另外定的点。').waitFor()
  await page.getByText('只看另外定的').click()
  await page.getByRole('searchbox', { name: '找服务点' }).fill('没有的')
  await page.getByText('没有找到这个点').waitFor()
  await page.getByRole('searchbox', { name: '找服务点' }).fill('')
  await standing('中川镇公共法律服务工作站', '可换')
  await page.getByText('固定 1 · 可换 1 · 不算 1', { exact: true }).waitFor()
  await page.getByRole('button', { name: '开始算' }).click()
  await page.getByText('可换的点里，可以撤掉的 1 个').waitFor()
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  expect(await violations(page)).toEqual([])
  await visit.keep('siting-freed-360', TALL)
  await page.getByRole('button', { name: '都按级别' }).click()
  await page.getByText('固定 2 · 可换 0 · 不算 1', { exact: true }).waitFor()
  await page.route('**/api/desk/network/coverage**', (route) => route.abort())
  await page.reload()
  const again = page.getByRole('button', { name: /再试|重试/ })
  await again.waitFor()
  await page.getByRole('button', { name: '开始算' }).click()
  await page.getByText('多照顾 1,029 人').waitFor()
  await page.unroute('**/api/desk/network/coverage**')
  await again.click()
  await page.getByText('固定 2 · 可换 0 · 不算 1', { exact: true }).waitFor()
  // What was said of a single point must not silently count as its tier while the points are not there.
  await page.getByText('单个点另外定').click()
  await standing('中川镇公共法律服务工作站', '可换')
  await page.route('**/api/desk/network/coverage**', (route) => route.abort())
  await page.reload()
  await again.waitFor()
  expect(await page.getByRole('button', { name: '开始算' }).isDisabled()).toBe(true)
  await page.unroute('**/api/desk/network/coverage**')
  await again.click()
  await page.getByText('固定 1 · 可换 1 · 不算 1', { exact: true }).waitFor()
  expect(await page.getByRole('button', { name: '开始算' }).isDisabled()).toBe(false)
})

it('explains a wrong table line by line, takes a right one on the second word, and roads', async () => {
  const page = await open('network/data')
  await page
    .getByTestId('table')
    .setInputFiles({ name: '村.csv', mimeType: 'text/csv', buffer: Buffer.from('编码\n坏\n') })
  await page.getByText('有 2 处不对，一条都没有导入').waitFor()
  await page.getByText('经度和纬度写反了').waitFor()
  await visit.keep('data-1440', TALL)
  await page
    .getByTestId('table')
    .setInputFiles({ name: '村.csv', mimeType: 'text/csv', buffer: Buffer.from('编码\n好\n') })
  await page.getByText('会新增 1 个、修改 1 个').waitFor()
  await page.getByRole('button', { name: '确认导入' }).click()
  await page.getByText('已导入：新增 1 个，修改 1 个。').waitFor()
  await page
    .getByTestId('roads')
    .setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from('{}') })
  await page.getByText('里面没有道路').waitFor()
  await page
    .getByTestId('roads')
    .setInputFiles({ name: 'b.json', mimeType: 'application/json', buffer: Buffer.from('{"highway":1}') })
  await page.getByText('已导入 12,345 条道路').waitFor()
  await page.getByRole('button', { name: '不用这份道路' }).click()
  await page.getByText('还没有道路').waitFor()
})

it('shows old beside new before places are taken: a telephone that goes, a closed place that opens', async () => {
  for (const width of [1440, 360]) {
    const page = await open('network/data', width)
    await page.locator('.ant-segmented-item').filter({ hasText: '服务点' }).click()
    await page
      .getByTestId('table')
      .setInputFiles({ name: '点.csv', mimeType: 'text/csv', buffer: Buffer.from('编码\n好\n') })
    const changes = page.getByRole('region', { name: '会改什么（2 个）' })
    await changes.waitFor()
    expect(await changes.locator('tr').filter({ hasText: '电话' }).locator('td').allInnerTexts()).toEqual([
      '电话',
      '0931-7654321',
      '空着',
    ])
    expect(await changes.locator('tr').filter({ hasText: '在用' }).first().locator('td').allInnerTexts()).toEqual([
      '在用',
      '否',
      '是',
    ])
    await page.getByText('没有写“公开”').waitFor()
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(await violations(page)).toEqual([])
    await visit.keep(`data-places-${width}`, TALL)
  }
})

it('the bus may be chosen only where lines were given; a file that is none is explained', async () => {
  const page = await open('network/data')
  const travels = async () => {
    await page.goto(`${visit.api.url}network`)
    await page.getByLabel('怎么去', { exact: true }).click()
    return page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option').allInnerTexts()
  }
  await page.getByText('还没有公交线路，不能选“坐公交”').waitFor()
  await page
    .getByTestId('bus')
    .setInputFiles({ name: '公交.csv', mimeType: 'text/csv', buffer: Buffer.from('线路,站名\n') })
  await page.getByText('没有导入，原来的还在用').waitFor()
  await page.getByText('第一行少了这些列：几分钟一班').waitFor()
  expect(await travels()).not.toContain('坐公交')
  await page.goto(`${visit.api.url}network/data`)
  await page
    .getByTestId('bus')
    .setInputFiles({ name: 'gtfs.zip', mimeType: 'application/zip', buffer: Buffer.from('PK') })
  await page.getByText('已导入 4 条线、21 个站').waitFor()
  await page.getByText('按 30 分钟一班算').waitFor()
  expect(await violations(page)).toEqual([])
  expect(await travels()).toContain('坐公交')
  await page.goto(`${visit.api.url}network/data`)
  await page.getByRole('button', { name: '不用这份公交' }).click()
  await page.getByText('还没有公交线路').waitFor()
})

it('fits a phone and passes the checks; an empty district says what to do; a broken line', async () => {
  const page = await open('network', 360)
  for (const [at, says] of [
    ['network', '没人办的在前'],
    ['network?panel=places', '试着改'],
    ['network?panel=whatIf', '还没有改动'],
    ['network/siting', '开始算'],
    ['network/data', '下载模板'],
  ] as const) {
    await page.goto(`${visit.api.url}${at}`)
    await page.getByText(says, { exact: false }).first().waitFor()
    expect(await overflow(page), at).toBeLessThanOrEqual(0)
    expect(await violations(page), at).toEqual([])
    await visit.keep(`${at.replace(/\W+/g, '-')}-360`, TALL)
  }
  Object.assign(visit.api.world, { noVillages: true })
  await page.goto(`${visit.api.url}network`)
  await page.getByText('还没有录入村和人口').waitFor()
  expect(await violations(page)).toEqual([])
  await page.route('**/api/desk/network/coverage**', (route) => route.abort())
  await page.goto(`${visit.api.url}network`)
  await page.getByRole('button', { name: /再试|重试/ }).waitFor()
})
it('has nothing to complain about at full width either', async () => {
  const page = await open('network')
  await page.getByText('没人办的在前').waitFor()
  expect(await violations(page)).toEqual([])
})
