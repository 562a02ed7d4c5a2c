/**
 * Articles that a question names itself: 民法典1043条怎么说, 《劳动合同法》第八十二条第二款, 劳合法82.
 * Candidates only: whether there is such a law and article is for the library to say.
 */
import { numberOf } from './numerals.ts'

export interface NamedArticle {
  /** As written, without quotes and leading words: 民法典, 劳合法. */
  law: string
  /** `1043`, `133-1` for 第一百三十三条之一. */
  number: string
  /** 款, where named. */
  paragraph?: number
  /** 项, where named. */
  item?: number
}

const NUMBER = '(\\d{1,4}|[零〇一二两三四五六七八九十百千]{1,9})'
const LAW =
  '(?:《([^《》]{2,60})》|([\\p{Script=Han}()（）]{1,30}?(?:法典(?:[\\p{Script=Han}]{1,6}编)?|条例|规定|办法|解释(?:[一二三四五]|[(（][一二三四五][)）])?|规则|细则|意见|法|典|宪)))'
const WHERE = new RegExp(
  `${LAW}\\s*(?:里|的|中)?\\s*[第§]?\\s*${NUMBER}\\s*条?(?:之([一二三四五六七八九十]))?(?:第?${NUMBER}款)?(?:第?[（(]?${NUMBER}[)）]?项)?`,
  'gu',
)
/** 1043条民法典, said the other way round and nothing else. */
const BEHIND = new RegExp(`^第?${NUMBER}条(?:的)?《?([\\p{Script=Han}]{1,20}(?:法典|法|条例))》?$`, 'u')
/** 编 are parts of the one code: its articles are counted through. */
const BOOK = /^(民法典).{1,6}编$/u
const LEADING =
  /^(?:请问|问下|问一下|根据|按照|按|依据|依照|违反|我想(?:看|查|问)|帮我(?:看|查)|查(?:一下|下)?|看(?:看|一下)?|那么?|关于|什么是|中华人民共和国|国家的?|咱们?的?)+/u
const FILLING =
  /怎么(?:说|写|规定|讲)的?|是什么(?:意思|内容)?|内容|讲的?(?:是)?什么|规定了?什么|写了?什么|全文|原文|是啥|啥意思|什么意思|说的?(?:是)?(?:什么|啥)|的|[吗呢呀啊?？。,，!！\s]|请问|查一下|查|看看|帮我|我想看/gu

export function articlesNamedIn(text: string): NamedArticle[] {
  const [, before, behind] = BEHIND.exec(text.trim()) ?? []
  if (before !== undefined && behind !== undefined) return [{ law: behind, number: String(numberOf(before) ?? 0) }]
  return [...text.matchAll(WHERE)].flatMap((match) => {
    const number = numberOf(match[3] ?? '')
    const law = (match[1] ?? match[2] ?? '').replace(LEADING, '').replace(BOOK, '$1')
    if (number === undefined || number === 0 || law.length < 2) return []
    const after = match[4] === undefined ? undefined : numberOf(match[4])
    const paragraph = match[5] === undefined ? undefined : numberOf(match[5])
    const item = match[6] === undefined ? undefined : numberOf(match[6])
    return [
      {
        law,
        number: after === undefined ? String(number) : `${number}-${after}`,
        ...(paragraph === undefined ? {} : { paragraph }),
        ...(item === undefined ? {} : { item }),
      },
    ]
  })
}

/** Does the question ask for the article and nothing else? */
export const asksForArticleOnly = (text: string): boolean =>
  articlesNamedIn(text).length > 0 &&
  (BEHIND.test(text.trim()) || text.replace(WHERE, '').replace(FILLING, '').length <= 3)
