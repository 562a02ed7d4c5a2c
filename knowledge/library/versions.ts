import { type LawText } from './law-text.ts'
import { type Remark } from './report.ts'

const REPEAL = /(?:同时废止|予以废止|即行废止|自行废止)/
const NAMED = /《(?:中华人民共和国)?([^《》]{2,60})》/g

/** Gives each version the day until which it binds: the next version's first day, or the day on which another text repealed it. */
export function inForceIntervals(laws: readonly LawText[], remarks: Remark[]): LawText[] {
  const byName = new Map<string, LawText[]>()
  const order = (law: LawText) => law.versionDate ?? law.inForceFrom ?? ''
  for (const law of laws) byName.set(law.name, [...(byName.get(law.name) ?? []), law])
  const repealed = repealDays(laws)
  return [...byName.values()].flatMap((versions) => {
    const sorted = [...versions].sort((a, b) => (order(a) < order(b) ? -1 : 1))
    const unlike = sorted.filter((law, i) => i === 0 || order(law) !== order(sorted[i - 1] as LawText))
    if (unlike.length < sorted.length) remarks.push({ file: sorted[0]?.name ?? '', what: 'skipped', why: '同一版本重复出现，只留一份' })
    return unlike.map((law, i) => {
      const next = unlike[i + 1]
      const until = next ? (next.inForceFrom ?? next.versionDate) : repealed.get(law.name)
      return until === undefined || (law.inForceFrom !== undefined && until <= law.inForceFrom && !next) ? law : { ...law, inForceUntil: until }
    })
  })
}

/** 《婚姻法》……同时废止: by name, the first day on which the text no longer binds. */
function repealDays(laws: readonly LawText[]): Map<string, string> {
  const days = new Map<string, string>()
  for (const law of laws) {
    const day = law.inForceFrom ?? law.versionDate
    if (day === undefined) continue
    for (const { text } of law.articles.slice(-6)) {
      for (const sentence of text.split(/[。\n]/)) {
        if (!REPEAL.test(sentence)) continue
        for (const [, name = ''] of sentence.matchAll(NAMED)) if (name !== law.name && !days.has(name)) days.set(name, day)
      }
    }
  }
  return days
}
