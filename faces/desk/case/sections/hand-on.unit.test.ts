import { instant } from '@fatong/contract/calendar.ts'
import { expect, test } from 'vitest'
import { handOnLines } from './hand-on.ts'

const at = (text: string) => instant(Date.parse(`${text}:00+08:00`))
const state = (openedAt: string, lateReason?: string) =>
  ({
    openedAt: at(openedAt),
    handOnDueAt: at('2026-11-28T19:00'),
    form: {
      handOn: {
        through: 'custody',
        askedAt: at('2026-11-27T18:30'),
        ...(lateReason === undefined ? {} : { lateReason }),
      },
    },
  }) as Parameters<typeof handOnLines>[0]

test('the hours taken stand beside the limit of the law', () => {
  const lines = handOnLines(state('2026-11-28T18:59'))
  expect(lines[1]).toContain('用了 24 小时 29 分')
  expect(lines[2]).toMatch(/没有超过法定 24 小时.*第三十九条/)
})
test('late says by when it was due and why', () => {
  const lines = handOnLines(state('2026-11-30T09:00', '看守所停电'))
  expect(lines[2]).toMatch(/^超过法定 24 小时/)
  expect(lines[3]).toBe('原因：看守所停电')
})
test('an application that nobody handed on says nothing', () =>
  expect(handOnLines({ ...state('2026-11-28T18:59'), form: undefined } as never)).toEqual([]))
