import { expect, test } from 'vitest'
import type { Question } from '../../eligibility/types.ts'
import { withAnswer, withoutAnswer } from './answers.ts'
import { newForm } from './form.ts'

const question = (key: Question['key'], asks: string): Question =>
  ({ key, question: asks, answer: 'yesNo' }) as Question

test('answers can be read again, and going back to one asks it and what came after it anew', () => {
  const first = withAnswer(newForm(), question('isMigrantWorker', '是农村户口、在外打工的吗？'), true)
  const second = withAnswer(first, question('disabled', '有残疾吗？'), undefined)
  const third = withAnswer(second, question('fixedIncome', '有固定的生活来源吗？'), false)
  expect(third.answers.map(({ answer }) => answer)).toEqual(['是', '不清楚', '不是'])
  expect(withoutAnswer(third, 'disabled')).toEqual({
    facts: { isMigrantWorker: true },
    skipped: [],
    answers: first.answers,
  })
  expect(withoutAnswer(third, 'matter')).toEqual(third)
})
