import { expect, test } from 'vitest'
import { merge } from './merge.ts'

const base = { story: '老板欠', applicant: { name: '王', phone: '' }, opponents: [{ name: 'a' }] }

test('each side keeps what only it changed', () => {
  const mine = { ...base, story: '老板欠三个月工资' }
  const theirs = { ...base, applicant: { name: '王建国', phone: '' } }
  expect(merge(base, mine, theirs)).toEqual({ ...mine, applicant: { name: '王建国', phone: '' } })
})
test('where both changed, what was typed here stays', () =>
  expect(merge(base, { ...base, story: '这里写的' }, { ...base, story: '那里写的' })).toEqual({
    ...base,
    story: '这里写的',
  }))
test('lists are taken whole', () =>
  expect(merge(base, base, { ...base, opponents: [{ name: 'a' }, { name: 'b' }] })).toEqual({
    ...base,
    opponents: [{ name: 'a' }, { name: 'b' }],
  }))
test('nothing known of the past: mine stays, the rest is added', () =>
  expect(merge({}, { story: '我' }, { story: '他', claimYuan: '5' })).toEqual({ story: '我', claimYuan: '5' }))
