import { describe, expect, it } from 'vitest'
import { clauseLabel, clauseNamed, clausesOf } from './clauses.ts'

const TEXT =
  '劳动者有下列情形之一的，用人单位可以解除：\n（一）甲；\n（二）乙；\n（十一）丙。\n用人单位应当说明理由。\n有前款第一项情形的：\n(一)丁；'

describe('款 and 项', () => {
  it('are counted line by line', () => {
    expect(clausesOf(TEXT).map(({ paragraph, item }) => [paragraph, item ?? 0])).toEqual([
      [1, 0],
      [1, 1],
      [1, 2],
      [1, 11],
      [2, 0],
      [3, 0],
      [3, 1],
    ])
    expect(clausesOf('（一）没有开头的话\n\n接着')).toMatchObject([{ paragraph: 1, item: 1 }, { paragraph: 2 }])
  })
  it.each([
    [{ paragraph: 2 }, '用人单位应当说明理由。'],
    [{ paragraph: 1, item: 2 }, '（二）乙；'],
    [{ item: 11 }, '（十一）丙。'],
    [{ item: 1 }, '（一）甲；'],
    [{ paragraph: 3, item: 1 }, '(一)丁；'],
    [{ paragraph: 3 }, '有前款第一项情形的：\n(一)丁；'],
    [{ paragraph: 4 }, undefined],
    [{ paragraph: 2, item: 1 }, undefined],
    [{}, undefined],
  ])('%o is %s', (name, text) => {
    expect(clauseNamed(TEXT, name)).toBe(text)
    if (text !== undefined) expect(TEXT).toContain(text)
  })
  it('have a name', () => {
    expect([clauseLabel({ paragraph: 2, item: 3 }), clauseLabel({ item: 1 }), clauseLabel({})]).toEqual([
      '第2款第3项',
      '第1项',
      '',
    ])
  })
})
