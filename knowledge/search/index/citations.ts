import { numberOf } from '../../triage/numerals.ts'

/** What the search needs to know of each article to find who cites whom. */
export interface Citable {
  title: string
  number: string
  text: string
}

export interface Citations {
  /** By source: how many articles elsewhere name this article. */
  cited: Uint16Array
  /** By source: how many articles of other laws name this law. */
  mentions: Uint32Array
  /** Targets of the articles that each source names, one after another; `starts` is one longer than there are sources. */
  starts: Uint32Array
  targets: Uint32Array
}

const DIGITS = '零〇一二两三四五六七八九十百千0-9'
const REFERENCE = new RegExp(
  `(?:《([^《》]{2,60})》|(本法|本条例|本规定|本办法|本解释|本细则))?((?:第[${DIGITS}]{1,9}条(?:之[一二三四五六七八九十])?[^《》。；第]{0,6})*)`,
  'gu',
)
const ARTICLE = new RegExp(`第([${DIGITS}]{1,9})条(?:之([一二三四五六七八九十]))?`, 'gu')

/** 《中华人民共和国民法典》（2020年修正） and 民法典 are one law. */
export const plainLawName = (name: string): string =>
  name
    .replace(/^中华人民共和国/, '')
    .replace(/[（(][^（）()]*(?:修正|修订|通过|试行)[^（）()]*[）)]$/, '')
    .trim()

/** Reads all references between the articles of the library. */
export function readCitations(articles: readonly Citable[]): Citations {
  const place = new Map<string, number>(),
    lawOf = new Map<string, number>()
  const laws = new Int32Array(articles.length)
  articles.forEach(({ title, number }, i) => {
    const name = plainLawName(title)
    let law = lawOf.get(name)
    if (law === undefined) {
      law = lawOf.size
      lawOf.set(name, law)
    }
    laws[i] = law
    place.set(`${law}#${number}`, i)
  })
  const lawMentions = new Uint32Array(lawOf.size),
    cited = new Uint16Array(articles.length)
  const starts = new Uint32Array(articles.length + 1),
    targets: number[] = []
  articles.forEach(({ text }, i) => {
    const seenLaws = new Set<number>(),
      seen = new Set<number>()
    for (const [, named, , numbers = ''] of text.matchAll(REFERENCE)) {
      const law = named === undefined ? (laws[i] as number) : lawOf.get(plainLawName(named))
      if (law === undefined) continue
      if (law !== laws[i]) seenLaws.add(law)
      for (const [, main = '', after] of numbers.matchAll(ARTICLE)) {
        const number = numberOf(main),
          sub = after === undefined ? undefined : numberOf(after)
        if (number === undefined) continue
        const target = place.get(`${law}#${sub === undefined ? number : `${number}-${sub}`}`)
        if (target !== undefined && target !== i) seen.add(target)
      }
    }
    for (const law of seenLaws) lawMentions[law] = (lawMentions[law] as number) + 1
    for (const target of seen) {
      cited[target] = (cited[target] as number) + 1
      targets.push(target)
    }
    starts[i + 1] = targets.length
  })
  return {
    cited,
    mentions: Uint32Array.from(laws, (law) => lawMentions[law] as number),
    starts,
    targets: Uint32Array.from(targets),
  }
}
