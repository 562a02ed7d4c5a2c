/** Judges what a language model gave back. One doubt and the composed answer stands as it was. */
import { articlesNamedIn } from '../triage/named-articles.ts'
import { addedTo } from './added.ts'
import { type Draft } from './draft.ts'
import { figuresIn } from './figures.ts'
import { turnedSenses } from './polarity.ts'

export const OBJECTIONS = [
  'empty',
  'tooLong',
  'unknownLaw',
  'unknownArticle',
  'changedQuote',
  'newFigure',
  'link',
  'contact',
  'markup',
  'leak',
  'denial',
  'promise',
  'strayScript',
  'added',
] as const
export type Objection = (typeof OBJECTIONS)[number]

export type Judged = { fits: true; text: string } | { fits: false; objections: Objection[]; at: string[] }

const LONGEST = 1_200
/** No honest lawyer says so. */
const PROMISES = /一定(?:能|会)(?:赢|胜|要回|成功)|保证|包赢|稳赢|百分之?百|肯定(?:能|会)(?:赢|胜|要回)|必胜/gu

export function judge(given: string, draft: Draft, fence = ''): Judged {
  const text = given.trim()
  const known = [...draft.sentences, ...draft.passages.map(({ cite, text: passage }) => `${cite} ${passage}`)].join(
    '\n',
  )
  const found: [Objection, string][] = []
  const object = (objection: Objection, at: string) => found.push([objection, at.slice(0, 60)])
  if (text === '') object('empty', '')
  if (text.length > LONGEST) object('tooLong', '')
  for (const { law, number } of articlesNamedIn(text))
    if (!isHeld(law, number, draft)) object('unknownArticle', `${law}#${number}`)
  for (const number of bareArticles(text))
    if (!draft.passages.some((passage) => passage.number === number)) object('unknownArticle', number)
  for (const law of lawsIn(text))
    if (!draft.passages.some((passage) => named(passage.law, law)) && !known.includes(`《${law}》`))
      object('unknownLaw', law)
  for (const quote of quotesIn(text)) if (!squeezed(known).includes(squeezed(quote))) object('changedQuote', quote)
  const figures = new Set(figuresIn(known))
  for (const figure of figuresIn(text)) if (!figures.has(figure)) object('newFigure', figure)
  if (/https?:|www\.|[\w-]+\.(?:com|cn|net|org|top|xyz)\b/iu.test(text)) object('link', '')
  if (
    /加(?:我|个)?微信|扫码|转账|汇款|加QQ|私聊/iu.test(text) &&
    !/加(?:我|个)?微信|扫码|转账|汇款|加QQ|私聊/iu.test(known)
  )
    object('contact', '')
  if (/<[a-z/!][^>]*>|\]\(|```|\{\{/iu.test(text)) object('markup', '')
  if (
    (fence !== '' && text.includes(fence)) ||
    /系统提示|system prompt|<<|>>|作为(?:一个)?(?:AI|人工智能|语言模型)|忽略(?:以上|之前|前面)/iu.test(text)
  )
    object('leak', '')
  for (const sense of turnedSenses(text, known)) object('denial', sense)
  for (const promise of text.match(PROMISES) ?? []) if (!known.includes(promise)) object('promise', promise)
  if (
    /[\p{Script=Latin}]{12,}|[\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hangul}\p{Script=Hiragana}\p{Cc}]/u.test(
      text.replace(/\n/g, ''),
    )
  )
    object('strayScript', '')
  for (const clause of addedTo([...draft.sentences, ...draft.passages.map((passage) => passage.text)], text))
    object('added', clause)
  return found.length === 0
    ? { fits: true, text }
    : { fits: false, objections: [...new Set(found.map(([objection]) => objection))], at: found.map(([, at]) => at) }
}

/** 中华人民共和国劳动合同法 and 劳动合同法 are one. */
const named = (law: string, said: string): boolean => {
  const plain = (name: string) => name.replace(/^中华人民共和国/u, '').replace(/[《》\s]/gu, '')
  return plain(law) === plain(said)
}

/** A name read out of running words may carry words before it (根据民法典), so that its end decides. */
const isHeld = (law: string, number: string, { passages }: Draft): boolean =>
  passages.some(
    (passage) =>
      passage.number === number &&
      (named(passage.law, law) || law.endsWith(passage.law.replace(/^中华人民共和国/u, ''))),
  )

const lawsIn = (text: string): string[] => [...text.matchAll(/《([^《》]{1,60})》/gu)].map((match) => match[1] ?? '')

/** 第82条 without a law before it still names an article. */
const bareArticles = (text: string): string[] =>
  articlesNamedIn(text.replace(/第(?=[\d零〇一二两三四五六七八九十百千]+条)/gu, '《本法》第'))
    .filter(({ law }) => law === '本法')
    .map(({ number }) => number)

const quotesIn = (text: string): string[] =>
  [...text.matchAll(/[“"「『]([^”"」』]{2,400})[”"」』]/gu)].map((match) => match[1] ?? '')

const squeezed = (text: string): string => text.replace(/\s+/gu, '')
