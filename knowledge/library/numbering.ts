import { numberOf } from '../triage/numerals.ts'

const DIGITS = '零〇一二三四五六七八九十百千0-9'
const ARTICLE = new RegExp(
  `^第\\s*([${DIGITS}]{1,10})\\s*条(?:之([一二三四五六七八九十]{1,3}))?(?=[\\s　：:、“"（(《\\p{Script=Han}]|$)[\\s　：:]*`,
  'u',
)
const ITEM = new RegExp('^([一二三四五六七八九十]{1,4})[、．.][\\s]*')

export interface ArticleStart {
  main: number
  after?: number
  label: string
  rest: string
}

/** The beginning of an article: 第一百三十三条之一 ……; 第一百二十八 条 is read too. */
export function articleStart(line: string): ArticleStart | undefined {
  const found = ARTICLE.exec(line)
  const main = found ? numberOf(found[1] as string) : undefined
  if (!found || main === undefined || main === 0) return undefined
  const after = found[2] === undefined ? undefined : numberOf(found[2])
  const label = found[0].replace(/[\s　：:]/g, '')
  return { main, ...(after === undefined ? {} : { after }), label, rest: line.slice(found[0].length) }
}

/** 三、……: how texts without articles count. */
export function itemStart(line: string): { item: number; label: string; rest: string } | undefined {
  const found = ITEM.exec(line)
  const item = found ? numberOf(found[1] as string) : undefined
  return found && item !== undefined && item > 0
    ? { item, label: `${found[1] as string}、`, rest: line.slice(found[0].length) }
    : undefined
}

/** Several articles on one line come apart where a sentence ends and the next number follows. */
export function articlesOnLine(line: string): string[] {
  const first = articleStart(line)
  if (!first) return [line]
  const pieces: string[] = []
  let begin = 0,
    last = first.main
  for (const { index } of line.matchAll(
    /(?<=[。；：])\s*(?=第\s*[零〇一二三四五六七八九十百千0-9]{1,10}\s*条[\s　])/gu,
  )) {
    const next = articleStart(line.slice(index).trimStart())
    if (!next || next.main !== last + 1) continue
    pieces.push(line.slice(begin, index).trim())
    begin = index
    last = next.main
  }
  return [...pieces, line.slice(begin).trim()]
}
