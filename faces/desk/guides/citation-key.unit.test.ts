import { expect, it } from 'vitest'
import { citationKey, citationParts } from './citation-key.ts'

it.each([
  ['劳动合同法#82', '劳动合同法#82'], ['劳动合同法82条', '劳动合同法#82'], ['劳动合同法 82', '劳动合同法#82'], ['《劳动合同法》第八十二条第二款', '劳动合同法#82'], ['中华人民共和国民法典第一千零四十三条', '民法典#1043'],
  ['刑法第一百三十三条之一', '刑法#133-1'], ['刑法#276-1', '刑法#276-1'], ['工伤保险条例第十四条', '工伤保险条例#14'], ['民法典第二百条', '民法典#200'],
  ['最高人民法院关于审理劳动争议案件适用法律问题的解释（一）第十条', '最高人民法院关于审理劳动争议案件适用法律问题的解释（一）#10'],
])('reads %s', (typed, key) => { expect(citationKey(typed)).toBe(key) })

it.each(['劳动合同法', '82', '', '看这里'])('names no article: %s', (typed) => { expect(citationKey(typed)).toBeNull() })

it('says an article with its sub-number', () => { expect(citationParts('刑法#133-1')).toEqual({ law: '刑法', number: '133条之1' }) })
