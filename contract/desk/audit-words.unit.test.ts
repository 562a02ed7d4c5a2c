import { AUDIT_ACTIONS, AUDIT_FIELDS, AUDIT_SUBJECTS } from '@fatong/casework/audit-words.ts'
import { TRANSITIONS } from '@fatong/casework/application/transitions.ts'
import { expect, test } from 'vitest'
import { CASE_COMMANDS, actionWords, fieldWords, subjectWords } from './audit-words.ts'

const CHINESE = /[一-鿿]/
/** The names of file formats are words to everybody. */
const NAMES = ['PDF', 'Word']

test('everything that may stand in the access log has Chinese words', () => {
  for (const action of Object.keys(AUDIT_ACTIONS)) expect(actionWords(action), action).toMatch(CHINESE)
  for (const kind of Object.keys(AUDIT_SUBJECTS)) expect(subjectWords(`${kind}:1`), kind).toMatch(CHINESE)
  for (const field of Object.keys(AUDIT_FIELDS))
    expect(NAMES.includes(fieldWords([field])) || CHINESE.test(fieldWords([field])), field).toBe(true)
  for (const command of Object.keys(CASE_COMMANDS)) expect(fieldWords([command]), command).toMatch(CHINESE)
})
test('a step of a case is named by what was done; the event behind it is not shown as a code', () => {
  expect(fieldWords(['registerNotification', 'notificationRegistered'])).toBe('登记通知函')
  expect(fieldWords(['grantAid', 'aidGranted'])).toBe('决定给予')
  for (const { event } of TRANSITIONS) expect(fieldWords(['leaveMessage', event])).toBe('留言')
})
test('several fields are named one by one, and words are left as they are', () => {
  expect(fieldWords(['idNumber', 'phone'])).toBe('身份证号、手机')
  expect(fieldWords(['published'])).toBe('发布')
  expect(fieldWords(['导入 12 条线路'])).toBe('导入 12 条线路')
})
