import { expect, test } from 'vitest'
import { visiting } from '../testing/visit.ts'

const visit = visiting()

test('finds a guide by topic and by words, reads it, and comes back', async () => {
  const { page, go, heading, looksRight, api } = visit()
  await go('/guides')
  await heading('办事指南')
  await page.getByRole('link', { name: /老板拖着工资/ }).waitFor()
  await looksRight('guides')
  await page.getByRole('link', { name: '离婚', exact: true }).click()
  await page.getByText('共 1 篇').waitFor()
  expect(await page.getByRole('link', { name: /老板拖着工资/ }).count()).toBe(0)
  await page.getByLabel('找哪一类事？').fill('工资')
  await page.getByRole('link', { name: /老板拖着工资/ }).click()
  await heading('老板拖着工资不给怎么办')
  expect(await page.getByText('《劳动合同法》第30条').count()).toBeGreaterThan(0)
  await looksRight('guide')
  await page.getByRole('button', { name: '这里不对' }).click()
  await page.getByLabel('看不懂').check()
  await page.getByRole('button', { name: '告诉工作人员' }).click()
  await page.getByText('记下了，会有人核对').waitFor()
  expect(api.world.told).toMatchObject([
    { subjectKind: 'guide', subject: 'wages/boss-will-not-pay', reason: 'unclear' },
  ])
  await page.getByRole('link', { name: '看看还来得及仲裁吗' }).click()
  await heading('还来得及仲裁吗')
  await page.goBack()
  await page.getByRole('link', { name: '算一算欠了多少工资' }).waitFor()
  await page.getByRole('link', { name: '看看能不能请免费律师' }).click()
  await page.waitForURL(/entitled/)
  await page.goBack()
  await heading('老板拖着工资不给怎么办')
})

test('no line of citations begins with the mark between them: it keeps to the citation before it', async () => {
  const { page, go, heading } = visit()
  await go('/guides/wages/boss-will-not-pay')
  await heading('老板拖着工资不给怎么办')
  for (const width of [320, 340, 360, 375, 390, 414]) {
    await page.setViewportSize({ width, height: 740 })
    const marks = await page.locator('.cited').evaluateAll((all) =>
      all.flatMap((one) =>
        Array.from(one.childNodes).flatMap((node) => {
          if (node.nodeType !== Node.TEXT_NODE || node.textContent !== '、') return []
          const before = Array.from((node.previousSibling as Element | null)?.getClientRects() ?? []).at(-1)
          const range = document.createRange()
          range.selectNode(node)
          const mark = range.getBoundingClientRect()
          return [{ underIt: mark.top - (before?.top ?? 0), behind: mark.left - (before?.right ?? 0) }]
        }),
      ),
    )
    expect(marks).toHaveLength(4)
    for (const { underIt, behind } of marks) {
      expect(Math.abs(underIt), `${width}`).toBeLessThan(3)
      expect(Math.abs(behind), `${width}`).toBeLessThan(1)
    }
  }
})

test('says plainly when there is no such guide, and when the net is gone', async () => {
  const { page, go, context, heading, looksRight } = visit()
  await go('/guides/wages/nothing')
  await page.getByText('没有找到').waitFor()
  await looksRight('guide-missing')
  await go('/')
  await heading(/遇到难事/)
  await page.waitForLoadState('networkidle')
  await go('/guides')
  await page.getByText('共 2 篇').waitFor()
  await context.setOffline(true)
  await page.getByRole('link', { name: /老板拖着工资/ }).click()
  await page.getByRole('button', { name: /再试|重试/ }).waitFor()
  await context.setOffline(false)
  await page.getByRole('button', { name: /再试|重试/ }).click()
  await page.waitForFunction(() => document.querySelector('h1')?.textContent?.includes('老板拖着工资'))
})
