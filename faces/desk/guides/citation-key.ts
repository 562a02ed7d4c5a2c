const DIGITS = '零一二三四五六七八九'
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }
/** `《劳动合同法》第八十二条`, `劳动合同法82条之一`, `劳动合同法#82`: name of the law, which may hold another name in 《》, article, sub-article. */
const SPELLED =
  /^([^#\s]{2,60}?)#?第?([0-9]+|[零〇一二两三四五六七八九十百千]+)条?(?:(?:之|-)([0-9]+|[一二三四五六七八九十]+))?(?:第.{1,3}[款项].*)?$/

/** 八十二 -> 82; digits stay. */
export function articleNumber(text: string): number {
  if (/^[0-9]+$/.test(text)) return Number(text)
  let sum = 0,
    last = 0
  for (const sign of text.replaceAll('〇', '零').replaceAll('两', '二')) {
    const unit = UNITS[sign]
    if (unit === undefined) last = DIGITS.indexOf(sign)
    else {
      sum += (last === 0 ? 1 : last) * unit
      last = 0
    }
  }
  return sum + last
}

/** What somebody types for an article as the key that guides hold (`劳动合同法#82`, `刑法#133-1`); null when it names none. */
export function citationKey(typed: string): string | null {
  const found = SPELLED.exec(
    typed
      .trim()
      .replaceAll(/\s+/g, '')
      .replace(/^(《?)中华人民共和国/, '$1'),
  )
  if (!found) return null
  const [, name = '', article = '', sub] = found
  const law = unquoted(name)
  if (law.length < 2) return null
  return `${law}#${articleNumber(article)}${sub === undefined ? '' : `-${articleNumber(sub)}`}`
}

/** 《劳动合同法》 -> 劳动合同法; quotes within a name stay: 关于适用《民法典》继承编的解释（一）. */
const unquoted = (name: string): string => (name.startsWith('《') && name.endsWith('》') ? name.slice(1, -1) : name)

/** `刑法#133-1` as people say it: law and 133条之1. */
export function citationParts(key: string): { law: string; number: string } {
  const [law = '', number = ''] = key.split('#')
  const [article = '', sub] = number.split('-')
  return { law, number: `${article}条${sub === undefined ? '' : `之${sub}`}` }
}
