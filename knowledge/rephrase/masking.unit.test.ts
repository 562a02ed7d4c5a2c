import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadGuides } from '../guides/load.ts'
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
    ['我爸王建国被车撞了', '王建国'],
    ['村主任李明占了我家地', '李明'],
    ['会计赵丽做假账', '赵丽'],
    ['女婿孙涛赌博', '孙涛'],
    ['女婿孙志强赌博把房子输了', '孙志强'],
    ['我的名字马国强', '马国强'],
    ['我住东川村三社', '东川村三社'],
    ['我家段家川村五组', '段家川村五组'],
    ['我家在永登县中川镇东川村二社12号', '东川村二社12号'],
    ['我是东川村的马国强，老板欠我钱', '马国强'],
    ['借给张伟五万块不还', '张伟'],
    ['被王强打了', '王强'],
    ['我和王建国是邻居', '王建国'],
    ['王建国砌墙挡了我家光', '王建国'],
    ['弟弟高飞开车撞了人', '高飞'],
    ['我妈周秀英去世了', '周秀英'],
    ['欧阳锋欠我钱', '欧阳锋'],
    ['给李主任送了礼', '李'],
    ['把钱交给王强保管', '王强'],
  ])('%s: hidden, and comes back', (text, secret) => {
    const masked = mask(text)
    expect(masked.text).not.toContain(secret)
    expect([...masked.hidden.values()].some((piece) => piece.includes(secret))).toBe(true)
    expect(unmask(masked.text, masked)).toBe(text)
  })

  it('takes no sentence of the guides for somebody', () => {
    const texts = loadGuides().flatMap(({ title, asked, situation, answer, steps, traps }) => [
      title,
      situation,
      ...asked,
      ...[...answer, ...steps, ...traps].map((said) => said.text),
    ])
    expect(texts.length).toBeGreaterThan(3000)
    expect(texts.flatMap((text) => [...mask(text).hidden].filter(([mark]) => /姓名|地址/u.test(mark)))).toEqual([])
  })

  it.each([
    '老板高兴就给',
    '儿子马上要结婚',
    '老板钱不给',
    '对方任意涨价',
    '丈夫严重家暴',
    '老师周末补课',
    '老板向我借钱',
    '被高利贷逼得没办法',
    '多谢老师',
    '跟老板要工资',
    '村上的林地被占',
    '给老丈人拜寿',
    '姓名、电话都写上',
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

  it('is quick with a text of nothing but places', () => {
    expect(mask('区镇乡县'.repeat(500)).hidden.size).toBe(0)
  })

  it('stands any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => typeof mask(text).text === 'string'))
  })
})
