import { COMMAND_BODIES } from '@fatong/contract/desk/commands.ts'
import { expect, it } from 'vitest'
import { fieldErrors } from './field-errors.ts'
import { checkForm } from './schema-fields.ts'

it('says the contract’s own words for a field nobody touched', () => {
  expect(checkForm(COMMAND_BODIES.transferApplication, { reason: '不归这里管' })).toEqual({
    errors: { to: '请填写转往的机构' },
  })
})

it('hands out the data of a form that is right, trimmed as the server would', () => {
  expect(checkForm(COMMAND_BODIES.transferApplication, { to: ' 永登县法律援助中心 ', reason: '事发地' })).toEqual({
    data: { to: '永登县法律援助中心', reason: '事发地' },
  })
})

it('replaces words that are not for people, and shows hints inside a list on the list', () => {
  expect(
    fieldErrors({
      ground: 'Invalid option',
      'items.0.wording': '请填写补正内容',
      'review.note': '审查意见最多 1000 个字',
    }),
  ).toEqual([
    { name: ['ground'], errors: ['这一项还没有填好'] },
    { name: ['items'], errors: ['请填写补正内容'] },
    { name: ['review', 'note'], errors: ['审查意见最多 1000 个字'] },
  ])
})
