import { assess } from '@fatong/law/legal-aid/eligibility.ts'
import { localDate } from '@fatong/law/calendar/dates.ts'
import { KNOWN_CALENDAR } from '@fatong/law/calendar/tables/known.ts'
import { GANSU_PARAMETERS } from '@fatong/law/parameters/gansu.ts'
import { expect, test } from 'vitest'
import { visiting } from '../testing/visit.ts'

const visit = visiting((facts) => assess(facts, localDate('2026-11-23'), GANSU_PARAMETERS, KNOWN_CALENDAR))

/** A number with the birthday in it; all of 2020 is under 14 for years to come. */
const CHILD = '620123202006050027',
  ADULT = '620123198806050026'

test('a child’s number turns the application into one by an adult, says why, and asks who that is', async () => {
  const { page, go, heading, looksRight } = visit()
  const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click()
  const pick = (name: string | RegExp) => page.getByRole('radio', { name }).first().check()
  const child = page.locator('section', { hasText: '申请人（遇到事的人）' }),
    adult = page.locator('section', { hasText: '您自己（代办人）' })
  await go('/apply')
  await page.locator('input[value=domesticViolence]').check()
  await press('下一步')
  await heading('谁来申请？')
  await pick(/我给自己申请/)
  await press('下一步')
  await heading('您的身份')
  await page.getByLabel('姓名').fill('马小雨')
  await page.getByLabel('身份证号').fill(CHILD)
  await heading('您和申请人的身份')
  await page.getByText('申请人不满 14 周岁').waitFor()
  expect(await child.getByLabel('姓名').inputValue()).toBe('马小雨')
  await looksRight('person-child')
  await adult.getByLabel('姓名').fill('马奶奶')
  await adult.getByLabel('身份证号').fill(ADULT)
  await adult.getByLabel('手机号').fill('13812345678')
  await press('下一步')
  await page.getByRole('link', { name: '请选您是他（她）的什么人' }).click()
  await page.keyboard.press('ArrowDown')
  await pick(/爷爷奶奶/)
  await press('下一步')
  await page.getByRole('link', { name: '请选侵害孩子的是不是父母或监护人' }).waitFor()
  await looksRight('person-child-asked')
  await pick('不是')
  await press('下一步')
  await page.getByRole('link', { name: /要由父母或监护人来申请/ }).waitFor()
  await page.getByRole('radio', { name: '是', exact: true }).check()
  await press('下一步')
  await heading('对方是谁？')
})

test('where income counts, the family may be named or left out; every answer can be read again and changed', async () => {
  const { page, go, heading, looksRight } = visit()
  const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click()
  const pick = (name: string | RegExp) => page.getByRole('radio', { name }).first().check()
  await go('/apply')
  await page.locator('input[value=familyMatters]').check()
  await press('下一步')
  await heading('谁来申请？')
  await pick(/我给自己申请/)
  await press('下一步')
  await heading('您的身份')
  await page.getByText('再多写一点').click()
  await page.getByLabel('民族').fill('东乡族')
  await page.getByLabel('现在住哪里').fill('中川镇某小区')
  await page.getByRole('button', { name: '和现在住的一样' }).click()
  expect(await page.getByLabel('户口在哪里').inputValue()).toBe('中川镇某小区')
  await page.getByRole('checkbox', { name: '退役军人' }).check()
  await looksRight('person-more')
  await page.getByLabel('姓名').fill('王建国')
  await page.getByLabel('身份证号').fill('620123198806050026')
  await page.getByLabel('手机号').fill('13812345678')
  await press('下一步')
  await heading('对方是谁？')
  await pick('个人')
  await page.getByLabel('对方姓名').fill('马某某')
  await press('下一步')
  await heading('事情是怎么回事？')
  await page.getByLabel('说说经过').fill('三年没有音信，想离婚。')
  await press('下一步')
  const answers: [RegExp, string | RegExp][] = [
    [/下面这些身份/, /^都没有/],
    [/残疾|固定的生活|对方是一起|农村户口|请了律师/, '不是'],
    [/军人/, '都不是'],
    [/几口/, '4'],
    [/收入一共/, '1,800'],
    [/城里还是/, '农村'],
    [/在办/, '还没有'],
    [/发生在|对方住/, '在兰州新区'],
  ]
  const done = page.getByText('该问的都问完了'),
    asked = page.locator('legend, .field-label').first()
  const answerRest = async () => {
    for (let round = 0; round < 16; round++) {
      await done.or(asked).first().waitFor()
      if (await done.isVisible()) return
      const question = (await asked.textContent()) ?? ''
      const answer = answers.find(([asks]) => asks.test(question))?.[1]
      if (answer === undefined) await press('不清楚')
      else if (await page.locator('#question:not([type=radio])').count())
        await page.locator('#question').fill(String(answer))
      else await pick(answer)
      if (answer !== undefined) await press('下一个')
      await page.waitForFunction(
        (before) => document.querySelector('legend, .field-label')?.textContent !== before,
        question,
      )
    }
  }
  await heading('还有几个问题')
  await answerRest()
  await looksRight('means-answered')
  await page.getByRole('button', { name: /^改.*一起生活的家里人有几口/ }).click()
  await asked.filter({ hasText: '几口' }).waitFor()
  await page.locator('#question').fill('5')
  await press('下一个')
  await answerRest()
  await page.locator('.said').filter({ hasText: '几口' }).getByText('5 人').waitFor()
  await press('下一步')

  await heading('一起生活的家里人')
  await page.getByText('还有 4 位').waitFor()
  await press('下一步')
  await heading('家里有什么，难在哪里')
  await page.getByRole('checkbox', { name: '自己住的房子' }).check()
  await page.getByRole('checkbox', { name: '孩子上学' }).check()
  await page.getByLabel('别的难处，或者想说清楚些').fill('母亲常年看病，每月药费五百元')
  await looksRight('hardship')
  await press('下一步')
  await heading('拍下材料')
  await press('上一步')
  await heading('家里有什么，难在哪里')
  await press('上一步')
  await heading('一起生活的家里人')
  await press('加一位家里人')
  await page.getByLabel('姓名').fill('马小婳')
  await press('下一步')
  await page.getByText('请选是申请人的什么人').first().waitFor()
  await page.getByLabel('是申请人的什么人').selectOption('child')
  await page.getByLabel('每月收入大概多少').fill('0')
  await looksRight('family')
  await page.getByText('已保存', { exact: true }).waitFor()
  await page.reload()
  await heading('一起生活的家里人')
  expect(await page.getByLabel('姓名').inputValue()).toBe('马小婳')
})
