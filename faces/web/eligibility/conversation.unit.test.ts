import { expect, test } from 'vitest'
import { answered, answerText, backTo, emptyConversation, factsOf, nextOf, skippedOf } from './conversation.ts'
import type { Question } from './types.ts'

const yesNo = (key: Question['key']): Question => ({ key, answer: 'yesNo', question: `${key}?` })
const size: Question = {
  key: 'householdSize',
  answer: 'number',
  question: '几口？',
  unit: '人',
  min: 1,
  max: 30,
  whole: true,
}
const words = { yes: '是', no: '不是', unknown: '不清楚' }

test('a skipped question stays unknown and is not asked again', () => {
  const talk = answered(answered(emptyConversation, yesNo('disabled'), undefined), size, 4)
  expect(factsOf(talk)).toEqual({ householdSize: 4 })
  expect(skippedOf(talk)).toEqual(['disabled'])
  expect(nextOf([yesNo('disabled'), yesNo('detained')], talk)?.key).toBe('detained')
  expect(nextOf([yesNo('disabled')], talk)).toBeUndefined()
})

test('"no" is an answer', () =>
  expect(factsOf(answered(emptyConversation, yesNo('disabled'), false))).toEqual({ disabled: false }))

test('going back keeps what came before and drops what may hang on it', () => {
  const talk = answered(
    answered(answered(emptyConversation, yesNo('disabled'), true), size, 3),
    yesNo('detained'),
    false,
  )
  expect(factsOf(backTo(talk, 'householdSize'))).toEqual({ disabled: true })
  expect(backTo(talk, 'residence')).toEqual(talk)
})

test('answers read back in words', () => {
  expect(answerText({ question: size, answer: 4 }, words)).toBe('4 人')
  expect(answerText({ question: yesNo('disabled'), answer: false }, words)).toBe('不是')
  expect(answerText({ question: yesNo('disabled'), answer: undefined }, words)).toBe('不清楚')
})
