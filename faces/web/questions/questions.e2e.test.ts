import { expect, test } from 'vitest'
import { visiting } from '../testing/visit.ts'

const visit = visiting()
const signIn = async () => {
  const { page } = visit()
  await page.getByLabel('手机号').fill('13900000001')
  await page.getByRole('button', { name: /验证码/ }).click()
  await page.getByLabel('短信里的 6 位数字').fill('246810')
  await page.getByRole('button', { name: '登录', exact: true }).click()
}

test('signs in, reads the lawyer\'s answer with its articles, says how it was, and asks again', async () => {
  const { page, go, heading, looksRight } = visit()
  await go('/me/questions')
  await heading('看我问过的问题')
  await looksRight('my-questions-sign-in')
  await signIn()
  await heading('我问过的问题')
  await page.getByText('律师答复了').waitFor()
  await looksRight('my-questions')
  await page.getByRole('link', { name: /粪坑/ }).click()
  await heading('邻居把粪坑挖在我家水井旁边')
  await page.getByText('先找村委会调解', { exact: false }).waitFor()
  expect(await page.getByRole('link', { name: '《民法典》第294条' }).getAttribute('href')).toContain('/law/articles/')
  await page.getByText('先前的问答，一起交给律师了').click()
  await page.getByText('邻居挖粪坑怎么办（系统没找到依据）').waitFor()
  await looksRight('my-question')
  await page.getByRole('button', { name: '帮了大忙' }).click()
  await page.getByText('您说：帮了大忙').waitFor()
  await page.getByRole('button', { name: '没说清楚，再问' }).click()
  await page.getByRole('button', { name: '再问律师' }).click()
  await page.getByText('请写一写哪里还不明白。').first().waitFor()
  await page.getByLabel('哪里还不明白').fill('村委会不管怎么办')
  await page.getByRole('button', { name: '再问律师' }).click()
  await page.getByText('村委会不管怎么办').waitFor()
  await page.getByText('等律师答复', { exact: false }).first().waitFor()
})

test('says plainly when the line is broken, and comes back', async () => {
  const { page, go, context } = visit()
  await go('/me/questions')
  await signIn()
  await page.getByRole('link', { name: /麦场/ }).waitFor()
  await context.setOffline(true)
  await page.getByRole('link', { name: /麦场/ }).click()
  await page.getByText(/网络/).first().waitFor()
  await context.setOffline(false)
})
