import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict'

/** Longer questions add nothing to a search; what is cut off is still kept with the question itself. */
export const MOST_CHARACTERS = 600

let jieba: Jieba | undefined
const splitter = (): Jieba => (jieba ??= Jieba.withDict(dict))

const NOT_WORDS = /[^\p{Script=Han}a-z0-9]+/gu
/** Words that every question has and no article is about. */
const STOP = new Set(
  '的 了 吗 呢 吧 啊 呀 是 在 和 与 或 及 以及 或者 就 都 而 并 且 也 但 对 于 为 以 被 把 将 由 从 到 向 其 之 所 这 那 该 我 你 他 她 它 我们 你们 他们 什么 怎么 怎样 如何 怎么办 能 能否 可以 是否 可否 会 要 想 请问 应 应当 有 没有 不 还 又 才 个 中 上 下 后 前 时 等 者 哪些 哪个 多少 为什么 一个'.split(
    ' ',
  ),
)

/** One spelling of everything: full-width to half-width, lower case, invisible characters gone. Keeps the length in characters small. */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u200b-\u200f\u202a-\u202e\ufeff\u00ad]/g, '')
}

/** The words of a text, in order, stop words left out. */
export function wordsOf(text: string): string[] {
  const plain = plainText(text).replace(NOT_WORDS, ' ')
  return splitter()
    .cut(plain, true)
    .filter((word) => word !== ' ' && word.trim() !== '' && !STOP.has(word))
}

/** All neighbouring pairs of Chinese characters; a run of Latin letters or digits counts as one. */
export function pairsOf(text: string): string[] {
  const pairs: string[] = []
  for (const run of plainText(text).split(NOT_WORDS)) {
    const pieces = run.match(/\p{Script=Han}|[a-z0-9]+/gu) ?? []
    for (let i = 0; i + 1 < pieces.length; i++) pairs.push(`${pieces[i] as string}${pieces[i + 1] as string}`)
  }
  return pairs
}
