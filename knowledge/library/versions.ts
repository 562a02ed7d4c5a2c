import { KNOWN_REPEALS } from './known-days.ts'
import { type Day, type LawText } from './law-text.ts'
import { lawExplained, namesIn } from './named-texts.ts'
import { type Remark } from './report.ts'

const REPEAL = /(?:同时废止|予以废止|即行废止|自行废止)/
/** Clauses of repeal stand among the last articles of a text. */
export const CLOSING_ARTICLES = 6

/** What tells one version from another. */
export interface Version {
  name: string
  versionDate?: Day | null
  inForceFrom?: Day | null
}
/** A text with the words of its last articles. */
export interface Closing {
  version: Version
  articles: readonly string[]
}

/** Gives each version of a collection the day until which it binds; of a version that comes twice one is left out and told. */
export function inForceIntervals(laws: readonly LawText[], remarks: Remark[]): LawText[] {
  const unlike = new Map<string, LawText>()
  for (const law of laws) {
    const version = `${law.name}|${orderOf(law)}`
    if (unlike.has(version)) remarks.push({ file: law.name, what: 'skipped', why: '同一版本重复出现，只留一份' })
    else unlike.set(version, law)
  }
  const kept = [...unlike.values()]
  const ends = endsOf(
    kept,
    kept.map((law) => ({ version: law, articles: law.articles.slice(-CLOSING_ARTICLES).map(({ text }) => text) })),
  )
  return kept.map((law) => {
    const until = ends.get(law)
    return until === undefined ? law : { ...law, inForceUntil: until }
  })
}

/**
 * By version, the first day on which it no longer binds: the first day of the next version of the same name, else the first
 * day, after its own, on which another text repealed it, or the law that it explains was repealed. A version that goes on binding
 * is not in the answer.
 */
export function endsOf<One extends Version>(versions: readonly One[], closings: readonly Closing[]): Map<One, Day> {
  const byName = new Map<string, One[]>(),
    repeals = repealDays(closings),
    ends = new Map<One, Day>()
  for (const version of versions) byName.set(version.name, [...(byName.get(version.name) ?? []), version])
  /** A law that was made anew on that day or later goes on, and with it what explains it. */
  const endOfLaw = (name: string, after: Day): Day | undefined =>
    repeals
      .get(name)
      ?.find(
        (day) => day > after && !byName.get(name)?.some(({ inForceFrom }) => inForceFrom != null && inForceFrom >= day),
      )
  for (const [name, several] of byName) {
    const sorted = several.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
    const explained = lawExplained(name)
    for (const [at, version] of sorted.entries()) {
      const next = sorted[at + 1]
      const from = version.inForceFrom ?? ''
      const repealed = [
        repeals.get(name)?.find((day) => day > from),
        explained === undefined ? undefined : endOfLaw(explained, from),
      ].flatMap((day) => day ?? [])
      const until = next ? (next.inForceFrom ?? next.versionDate) : repealed.sort()[0]
      if (until != null) ends.set(version, until)
    }
  }
  return ends
}

const orderOf = ({ versionDate, inForceFrom }: Version): Day => versionDate ?? inForceFrom ?? ''

/** 《婚姻法》……同时废止: by name, the days on which other texts repealed it, first ones first. */
function repealDays(closings: readonly Closing[]): Map<string, Day[]> {
  const days = new Map<string, Day[]>()
  const add = (name: string, day: Day) => days.set(name, [...(days.get(name) ?? []), day].sort())
  for (const { day, names } of KNOWN_REPEALS) for (const name of names) add(name, day)
  for (const { version, articles } of closings) {
    const day = version.inForceFrom ?? version.versionDate
    if (day == null) continue
    for (const sentence of articles.flatMap((text) => text.split(/[。\n]/))) {
      if (!REPEAL.test(sentence)) continue
      for (const name of namesIn(sentence)) if (name !== version.name) add(name, day)
    }
  }
  return days
}
