import { expect, test } from 'vitest'
import { visiting } from '../testing/visit.ts'

const visit = visiting()

test('finds an article as people write it, reads it, its versions and its law', async () => {
  const { page, go, heading, looksRight } = visit()
  await go('/law')
  await heading('查法律原文')
  await page.getByRole('link', { name: /某某保护法/ }).waitFor()
  await looksRight('laws')
  await page.getByLabel('找哪部法律、哪一条？').fill('保护法82条')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: '《某某保护法》第82条' }).click()
  await heading('《某某保护法》第82条')
  expect(await page.getByText('现行有效').count()).toBeGreaterThan(0)
  await looksRight('article')
  await page.getByRole('link', { name: '2010-01-01' }).click()
  await page.getByText('现在不能按这个版本办事').waitFor()
  await looksRight('article-old')
  await page.getByRole('link', { name: '看全文' }).click()
  await heading('中华人民共和国某某保护法')
  await page.getByLabel('在这部法律里找').fill('第 150 条')
  await page.getByText('共 1 条').waitFor()
  await looksRight('law')
})

test('says what to do when there is no such article', async () => {
  const { page, go, looksRight } = visit()
  await go('/law?q=保护法9999条')
  await page.getByText('没有找到。换个写法试试').waitFor()
  await looksRight('law-none')
  await go('/law/articles/nothing-nothing-nothing-nothing-nothing-nothing')
  await page.getByText('没有找到').waitFor()
})
