/** Names of texts inside other texts: 《最高人民法院关于适用〈中华人民共和国行政诉讼法〉若干问题的解释》. */

const COUNTRY = /^中华人民共和国(?!和|与)|(?<=[《〈])中华人民共和国/gu
const ISSUERS = ['最高人民法院', '最高人民检察院', '最高人民法院、最高人民检察院']
/** Longer than any name that a text of the library has. */
const LONGEST = 120

/**
 * The names in a sentence as the library writes them: without 中华人民共和国, what stands within a name in 《》. Only whole names: that
 * of a law within the name of its interpretation is none. An interpretation is named with its court before the brackets too, so
 * 《关于…的解释》 stands for it under each.
 */
export function namesIn(sentence: string): string[] {
  return outermost(sentence).flatMap((raw) => {
    const name = plainName(raw)
    return name.startsWith('关于') ? [name, ...ISSUERS.map((issuer) => issuer + name)] : [name]
  })
}

const plainName = (raw: string): string =>
  raw.replace(/\s+/gu, '').replace(COUNTRY, '').replaceAll('〈', '《').replaceAll('〉', '》')

function outermost(sentence: string): string[] {
  const found: string[] = []
  let depth = 0,
    from = 0
  for (const [at, sign] of [...sentence].entries()) {
    if (sign === '《' || sign === '〈') {
      if (depth === 0) from = at + 1
      depth += 1
    } else if ((sign === '》' || sign === '〉') && depth > 0) {
      depth -= 1
      const name = depth === 0 ? [...sentence].slice(from, at).join('') : ''
      if (name.length >= 2 && name.length <= LONGEST) found.push(name)
    }
  }
  return found
}

const EXPLAINS =
  /^最高人民(?:法院|检察院)(?:、最高人民检察院)?关于(?:适用|执行|贯彻执行)《([^《》]+)》.*(?:解释|规定|意见)(?:（.+）)?(?:的补充规定)?$/u

/** The law that a judicial interpretation explains, where its name says so: it binds no longer than that law. */
export const lawExplained = (name: string): string | undefined => EXPLAINS.exec(name)?.[1]
