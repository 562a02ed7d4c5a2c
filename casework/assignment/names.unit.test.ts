import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliseName, parentName } from './names.ts'
import { sameParty } from './same-party.ts'

describe('names written in different ways', () => {
  it.each([
    ['甘肃某某建筑有限责任公司', '甘肃某某建筑有限公司'],
    ['某某股份有限公司', '某某股份公司'],
    ['ＡＢＣ（兰州）有限公司', 'abc(兰州)有限公司'],
    ['兰州（新区）某某有限公司', '兰州新区某某有限公司'],
    ['李 四', '李四'],
    ['李\u3000四', '李四'],
    ['阿依古丽•买买提', '阿依古丽·买买提'],
  ])('%s is %s', (a, b) => {
    expect(normaliseName(a)).toBe(normaliseName(b))
  })

  it.each([
    ['甘肃某某建筑有限公司', '甘肃某某建设有限公司'],
    ['某某有限公司', '某某股份有限公司'],
    ['张伟', '张玮'],
  ])('%s is not %s', (a, b) => {
    expect(normaliseName(a)).not.toBe(normaliseName(b))
  })

  it('is settled after one pass', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(normaliseName(normaliseName(name))).toBe(normaliseName(name))
      }),
    )
  })

  it('knows the parent of a branch', () => {
    expect(parentName('某某有限公司兰州分公司')).toBe('某某有限公司')
    expect(parentName('某某有限公司')).toBeUndefined()
  })
})

describe('the same party', () => {
  const person = (name: string, identityMark?: string) => ({ name, kind: 'person' as const, identityMark })
  const unit = (name: string, creditCode?: string) => ({ name, kind: 'organisation' as const, creditCode })
  it.each([
    ['equal numbers decide, whatever the names', person('张伟', 'a'), person('张卫', 'a'), 'certain'],
    ['different numbers tell people of one name apart', person('张伟', 'a'), person('张伟', 'b'), 'no'],
    ['a name alone suggests', person('张伟'), person('张 伟', 'b'), 'name'],
    ['a registered company name is certain', unit('某某有限公司'), unit('某某有限责任公司'), 'certain'],
    [
      'credit codes decide',
      unit('甲有限公司', '91620100MA0000001X'),
      unit('乙有限公司', '91620100ma0000001x'),
      'certain',
    ],
    ['other credit codes tell apart', unit('甲有限公司', '1'), unit('甲有限公司', '2'), 'no'],
    ['a branch is related to its parent', unit('甲有限公司兰州分公司', '1'), unit('甲有限责任公司', '2'), 'related'],
    ['two branches are related', unit('甲有限公司兰州分公司'), unit('甲有限公司西宁分公司'), 'related'],
    ['nobody is nobody', person(' '), person(''), 'no'],
  ] as const)('%s', (_, a, b, expected) => {
    expect(sameParty(a, b)).toBe(expected)
    expect(sameParty(b, a)).toBe(expected)
  })
})
