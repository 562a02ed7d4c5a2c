import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { overflow, violations } from '../testing/browser.ts'
import { visitingDesk } from '../testing/visit.ts'

const visit = visitingDesk()
const open = visit.open
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fatong-laws-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

it('imports an archive, shows how far it is, and gives the report of what was read, changed and remarked', async () => {
  const page = await open('admin', 'library')
  await page.getByText('65,791').waitFor()
  const archive = join(folder, '新法.zip')
  writeFileSync(archive, Buffer.concat([Buffer.from('PK'), Buffer.alloc(300_000)]))
  await page.getByLabel('选文件并导入').setInputFiles(archive)
  await page.getByText('正在导入：', { exact: false }).waitFor()
  expect(await page.getByRole('button', { name: '选文件并导入' }).isDisabled()).toBe(true)
  const notYet = page.getByRole('status').filter({ hasText: '新内容正在排进检索' })
  await notYet.waitFor()
  const first = page.getByRole('article').first()
  await first.getByText('读了 1520 个文件：1499 部法律、65791 条、12 个案例').waitFor()
  await first.getByText('案例有改动，新的待审', { exact: false }).waitFor()
  await notYet.waitFor({ state: 'detached' })
  await first.getByText('第3条、第4条', { exact: false }).waitFor()
  await first.getByText('另有 3 条', { exact: false }).waitFor()
  // What a new version changed against the one before is told as well.
  await first.getByText('（新版本，和 2015-12-27 的版本比）', { exact: false }).waitFor()
  await first.getByText('第28条、第29条', { exact: false }).scrollIntoViewIfNeeded()
  await visit.keep('library-new-version', { height: 900 })
  expect(await first.getByRole('row').count()).toBe(21)
  await first.getByRole('button', { name: '再看 3 处' }).click()
  expect(await first.getByRole('row').count()).toBe(24)
  await page.getByRole('alert').filter({ hasText: '里面没有法律文本' }).waitFor()
  await visit.keep('library-1440')
  expect(await violations(page)).toEqual([])
})

it('says what is wrong with a file that is none, keeps the page, and says so when the line is broken', async () => {
  const page = await open('admin', 'library')
  const wrong = join(folder, '照片.zip')
  writeFileSync(wrong, 'not an archive')
  await page.getByLabel('选文件并导入').setInputFiles(wrong)
  await page.getByText('打不开这个压缩包。请重新下载后再传。').waitFor()
  await visit.desk.context.setOffline(true)
  await page.getByLabel('选文件并导入').setInputFiles(wrong)
  await page.getByRole('alert').filter({ hasText: '没有连上服务器' }).first().waitFor()
  await visit.desk.context.setOffline(false)
})

it('is read by those who may not import, and finds an article by its number', async () => {
  const page = await open('chenxm', 'library')
  await page.getByText('导入由系统管理员办理', { exact: false }).waitFor()
  expect(await page.getByRole('button', { name: '选文件并导入' }).count()).toBe(0)
  await page.getByRole('link', { name: '查法条' }).click()
  await page.getByRole('button', { name: '查法条' }).click()
  await page.getByText('请至少写两个字').waitFor()
  await page.getByLabel('法条', { exact: true }).fill('样例工资条例30条')
  await page.keyboard.press('Enter')
  await page.getByText('总包单位先行清偿', { exact: false }).waitFor()
  expect(await page.getByRole('link', { name: '在新页打开' }).getAttribute('href')).toContain('/law/articles/')
  await visit.keep('library-find-1440')
  expect(await violations(page)).toEqual([])
  await page.getByLabel('法条', { exact: true }).fill('没有的法1条')
  await page.keyboard.press('Enter')
  await page.getByText('没有找到这一条').waitFor()
})

it('publishes a typical case only after its text was read, and withdraws one', async () => {
  const page = await open('magq', 'library/cases', {})
  await page.getByRole('button', { name: '看全文：《拖欠工资案》' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('马某在工地干了三个月', { exact: false }).waitFor()
  await visit.keep('library-case-1440')
  expect(await violations(page)).toEqual([])
  await dialog
    .getByRole('button', { name: '发 布' })
    .or(dialog.getByRole('button', { name: '发布' }))
    .click()
  await page.getByText('已发布，群众可以看到了。').waitFor()
  await page.getByText('已发布 2').waitFor()
  expect(visit.api.world.saved.at(-1)).toEqual({
    route: 'POST /desk/typical-cases/:id/state',
    body: { state: 'published', version: 1 },
  })
})

it('offers to publish again what people saw before, not what was dropped', async () => {
  const page = await open('magq', 'library/cases', { width: 360 })
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: '看全文：《拖欠工资案》' }).click()
  await dialog.getByRole('button', { name: '不采用' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('全部 3').click()
  await page.getByRole('button', { name: '看全文：《拖欠工资案》' }).click()
  await dialog.getByText('这一稿审过，没有采用', { exact: false }).waitFor()
  expect(await dialog.getByRole('button', { name: /^发\s?布$/ }).count()).toBe(0)
  expect(await violations(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await visit.keep('library-case-dropped-360')
  await dialog
    .getByRole('button', { name: 'Close' })
    .or(dialog.getByRole('button', { name: '关闭' }))
    .click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '看全文：《旧案》' }).click()
  await dialog.getByRole('button', { name: /^发\s?布$/ }).waitFor()
})

it('shows a correction beside what people see until it is published, and every text that the case had', async () => {
  const page = await open('magq', 'library/cases', {})
  const line = page.getByRole('listitem').filter({ hasText: '工地摔伤案' })
  await line.getByText('修改待审').waitFor()
  await line.getByText('审核通过前群众看到的还是现在这一版', { exact: false }).waitFor()
  await visit.keep('library-correction-list-1440')
  await page.getByRole('button', { name: '看全文：《工地摔伤案》' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('标题改为：工地摔伤案（更正）').waitFor()
  await dialog.getByText('单位补交了医疗费', { exact: false }).first().waitFor()
  expect(await dialog.getByText('自己垫了医疗费', { exact: false }).first().isVisible()).toBe(false)
  await dialog.getByText('群众现在看到的').click()
  await dialog.getByText('自己垫了医疗费', { exact: false }).first().waitFor()
  await dialog.getByText('修改记录').click()
  await dialog.getByText('正在公开').waitFor()
  await dialog.getByText('没有采用', { exact: true }).waitFor()
  await visit.keep('library-correction-1440')
  expect(await violations(page)).toEqual([])
  await dialog.getByRole('button', { name: '修改：《工地摔伤案》' }).click()
  expect(await page.getByLabel('案例正文').inputValue()).toBe('张某从脚手架上摔下来，单位补交了医疗费。')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '看全文：《工地摔伤案》' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '不采用' }).click()
  await page.getByText('没有采用这一稿').waitFor()
  expect(visit.api.world.saved.at(-1)).toEqual({
    route: 'POST /desk/typical-cases/:id/state',
    body: { state: 'dropped', version: 3 },
  })
  await page.getByText('修改待审').waitFor({ state: 'detached' })
})

it('writes a typical case; what was typed survives closing; a title that is taken is said where it stands', async () => {
  const page = await open('magq', 'library/cases', {})
  await page.getByRole('button', { name: '写一个案例' }).click()
  await page.getByRole('button', { name: '存为待审' }).click()
  await page.getByText('请写标题').waitFor()
  await page.getByLabel('标题', { exact: true }).fill('拖欠工资案')
  await page.getByLabel(/^类别/).fill('劳动')
  await page.getByLabel('案例正文').fill('某人干了活没拿到工资。依照《劳动合同法》第三十条，单位当天付清。')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '写一个案例' }).click()
  expect(await page.getByLabel('标题', { exact: true }).inputValue()).toBe('拖欠工资案')
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: '存为待审' }).click()
  await page.getByText('已经有一个案例用了这个标题').first().waitFor()
  await page.getByLabel('标题', { exact: true }).fill('又一个案例')
  await page.getByRole('button', { name: '存为待审' }).click()
  await page.getByText('已存为待审').waitFor()
  expect(visit.api.world.saved.at(-1)?.body).toMatchObject({ title: '又一个案例', topic: '劳动', result: null })
})

it('fits a phone and passes the checks on every part', async () => {
  const page = await open('admin', 'library', { width: 360 })
  for (const [at, says] of [
    ['library', '65,791'],
    ['library/find?q=样例工资条例30', '分包单位'],
    ['library/cases', '拖欠工资案'],
  ] as const) {
    await page.goto(`${visit.api.url}${at}`)
    await page.getByText(says, { exact: false }).first().waitFor()
    expect(await overflow(page), at).toBeLessThanOrEqual(0)
    expect(await violations(page), at).toEqual([])
    await visit.keep(`${at.replace(/\W+/g, '-')}-360`)
  }
  await page.getByRole('button', { name: '看全文：《工地摔伤案》' }).click()
  await page.getByText('标题改为：', { exact: false }).waitFor()
  await page.getByText('修改记录').click()
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  expect(await violations(page)).toEqual([])
  await visit.keep('library-correction-360')
})
