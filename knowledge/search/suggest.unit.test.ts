import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadGuides } from '../guides/load.ts'
import { suggester } from './suggest.ts'
import { wordingsOf } from './suggest/wordings.ts'

const GUIDES = [
  { slug: 'wages/late', title: '老板拖欠工资怎么办', asked: ['老板不给钱', '工资要不回来', '工程款欠着不给'] },
  { slug: 'divorce/agreed', title: '两口子都同意离婚怎么办', asked: ['协议离婚要什么手续'] },
  { slug: 'violence/home', title: '老公打我怎么办', asked: ['家暴怎么办'] },
  { slug: 'traffic/hit', title: '被车撞了怎么赔', asked: ['交通事故怎么处理'] },
]
const LAWS = ['中华人民共和国民法典', '劳动合同法', '劳动争议调解仲裁法', '法律援助法']
const TOPICS = [
  { code: 'wages', name: '欠工资' },
  { code: 'loans', name: '借钱还钱' },
]
const suggest = suggester(wordingsOf(GUIDES, LAWS, TOPICS))
const first = (typed: string) => suggest(typed, 6)[0]?.text
const abouts = (typed: string) => suggest(typed, 6).map(({ about }) => about)

describe('suggests as one types', () => {
  it('the beginning, and the middle, of how people ask', () => {
    expect(first('老板拖')).toBe('老板拖欠工资怎么办')
    expect(first('家暴')).toBe('家暴怎么办')
    expect(abouts('离婚')).toContain('divorce/agreed')
  })
  it.each([
    ['拖欠公资', 'wages/late'],
    ['拖欠工姿', 'wages/late'],
    ['脱欠工资', 'wages/late'],
    ['老板托欠公资怎么办', 'wages/late'],
    ['家爆', 'violence/home'],
    ['协议离昏', 'divorce/agreed'],
    ['交通事古', 'traffic/hit'],
    ['老板拖工资', 'wages/late'],
    ['劳动和同法', '劳动合同法'],
    ['老板拖欠欠工资', 'wages/late'],
  ])('forgives %s', (typed, about) => {
    expect(abouts(typed)[0]).toBe(about)
  })
  it.each([
    ['gongzi', 'wages/late'],
    ['lbtq', 'wages/late'],
    ['laobantuo', 'wages/late'],
    ['jiab', 'violence/home'],
    ['jb', 'violence/home'],
    ['ldhtf', '劳动合同法'],
    ['laodonght', '劳动合同法'],
    ['tuoqian工资', 'wages/late'],
    ['老板tuo', 'wages/late'],
    ['gognzi', 'wages/late'],
    ['lihnu', 'divorce/agreed'],
    ['jtsg', 'traffic/hit'],
    ['zhongcai', '劳动争议调解仲裁法'],
  ])('reads %s as pinyin', (typed, about) => {
    expect(abouts(typed).find((one) => one === about)).toBe(about)
  })
  it('traditional characters like simplified ones', () => {
    expect(first('離婚')).toContain('离婚')
  })
  it('topics and laws by name, each said once', () => {
    expect(suggest('欠工资', 6)[0]).toEqual({ text: '欠工资', kind: 'topic', about: 'wages' })
    expect(suggest('民法典', 6)).toEqual([{ text: '中华人民共和国民法典', kind: 'law', about: '中华人民共和国民法典' }])
  })
  it('no more than two ways to ask for one thing, and no more than wanted', () => {
    expect(abouts('工').filter((one) => one === 'wages/late').length).toBeLessThanOrEqual(2)
    expect(suggest('怎', 2)).toHaveLength(2)
  })
  it('nothing for what is nothing like it', () => {
    for (const typed of ['', '   ', '？！', '天气预报', 'xyzxyz', '😀', 'x'.repeat(41), '公'.repeat(41), '12345'])
      expect(suggest(typed, 6), typed).toEqual([])
  })
})

it('never throws, never repeats itself, only offers what it was given', () => {
  const known = new Set(wordingsOf(GUIDES, LAWS, TOPICS).map(({ text }) => text))
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ maxLength: 60, unit: 'binary' }),
        fc.string({ maxLength: 12, unit: fc.constantFrom(...'老板拖欠公工资离婚gzlabn 0吗？') }),
      ),
      (typed) => {
        const texts = suggest(typed, 8).map(({ text }) => text)
        return texts.length <= 8 && new Set(texts).size === texts.length && texts.every((text) => known.has(text))
      },
    ),
  )
})

it('finds every shipped guide by the first half of its title, in characters', () => {
  const guides = loadGuides()
  const shipped = suggester(wordingsOf(guides, [], []))
  const missed = guides.filter(
    ({ slug, title }) => !shipped(title.slice(0, Math.ceil(title.length * 0.6)), 8).some(({ about }) => about === slug),
  )
  expect(missed.map(({ title }) => title)).toEqual([])
})
