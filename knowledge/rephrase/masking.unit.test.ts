import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mask, unmask } from './masking.ts'

describe('personal data leaves as marks', () => {
  it.each([
    ['我叫王小明，老板不给工资', '王小明', '我叫【姓名1】，老板不给工资'],
    ['姓名：李二狗 电话13900001234', '13900001234', '姓名：【姓名1】 电话【电话1】'],
    ['身份证620102199001011234', '620102199001011234', '身份证【证件号1】'],
    ['身份证 620102 19900101 123X 的', '123X', '身份证 【证件号1】 的'],
    ['打到 6222 0212 3456 7890 123 这张卡', '6222', '打到 【银行卡号1】 这张卡'],
    ['座机0931-8765432', '8765432', '座机【电话1】'],
    ['139-3123-4567打不通', '4567', '【电话1】打不通'],
    ['车牌甘A12345撞了我', '甘A12345', '车牌【车牌1】撞了我'],
    ['住在城关区中山路12号3单元501室', '中山路', '【地址1】'],
    ['微信号wx_abc123', 'wx_abc123', '微信号【账号1】'],
    ['写到 a.b@example.com', 'a.b@example.com', '写到 【邮箱1】'],
    ['老板张大山欠我钱，张大山跑了', '张大山', '老板【姓名1】欠我钱，【姓名1】跑了'],
  ])('%s', (text, secret, expected) => {
    const masked = mask(text)
    expect(masked.text).toBe(expected)
    expect(masked.text).not.toContain(secret)
    expect(unmask(masked.text, masked)).toBe(text)
  })

  it.each([
    '老板欠我三个月工资12000元',
    '2019年3月5日签的合同',
    '我叫他还钱他不还',
    '民法典第1062条',
    '判了3年6个月',
    '打 12348 问',
    '我是农民工',
    '借了50000块',
  ])('%s stays', (text) => {
    expect(mask(text).text).toBe(text)
  })

  it('a mark written by the person is not filled in', () => {
    const masked = mask('【电话1】是什么？我的电话是13900001234')
    expect(unmask(masked.text, masked).startsWith('[电话1】')).toBe(true)
  })

  it('hides any phone and identity number wherever it stands, and always comes back', () => {
    const digit = fc.integer({ min: 0, max: 9 })
    const number = (length: number) =>
      fc.array(digit, { minLength: length, maxLength: length }).map((digits) => digits.join(''))
    const text = fc.constantFrom('老板', '我的号', '，', ' ', '欠钱', '。', '联系我：')
    fc.assert(
      fc.property(text, number(9), number(3), text, (before, rest, tail, after) => {
        const phone = `13${rest}`
        const idNumber = `62010219900307${tail}X`
        const masked = mask(`${before}${phone}${after}，${idNumber}${after}`)
        expect(masked.text).not.toContain(phone)
        expect(masked.text).not.toContain(idNumber)
        expect(unmask(masked.text, masked)).toBe(`${before}${phone}${after}，${idNumber}${after}`)
      }),
    )
  })

  it('stands any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => typeof mask(text).text === 'string'))
  })
})
