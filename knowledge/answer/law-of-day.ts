/** Whose law an answer speaks: that of the day of the facts, or, where this cannot be vouched for, that of today. */
import { parseDate } from '@fatong/law/calendar/dates.ts'
import { formatFullDate } from '@fatong/law/calendar/wording.ts'
import { type Day } from '../library/law-text.ts'
import { commencementOf } from '../library/standing.ts'
import { type ArticleRef, type Note } from './answer.ts'
import { type ReadingDays } from './shelf.ts'

/** More names than these would bury what is meant. */
const NAMED = 3

/**
 * The note on the law of the day of the facts. The law of that day is claimed only where every article is held and known to
 * bind on it. A guide is worded by the law of today, so there each article must bind on both days in the same version.
 */
export function lawOf(articles: readonly ArticleRef[], { on, today }: ReadingDays, worded: boolean): Note[] {
  if (articles.length === 0) return []
  const since = new Set<string>()
  let unknown = false
  for (const { law, id, versionDate, inForceFrom, inForceUntil } of articles) {
    const began = commencementOf({ versionDate, inForceFrom })
    if (id === undefined || inForceFrom === undefined) unknown = true
    else if (inForceFrom > on)
      since.add(
        began === undefined ? `《${law}》是${written(inForceFrom)}的版本` : `《${law}》自${written(began)}起施行`,
      )
    else if (worded && inForceUntil !== undefined && inForceUntil <= today)
      since.add(`《${law}》自${written(inForceUntil)}起换了新版本`)
  }
  if (since.size > 0) {
    return [
      {
        code: 'presentLaw',
        says: `下面按现行法律说：${[...since].slice(0, NAMED).join('，')}。事情要是发生在那以前（按${written(on)}算，日子不对可以改），当时的法律可能不同，请问值班律师。`,
      },
    ]
  }
  if (unknown)
    return [
      {
        code: 'presentLaw',
        says: `下面按现行法律说。有的条文查不到施行的日子，事情发生那天（按${written(on)}算，日子不对可以改）的法律可能不同，请问值班律师。`,
      },
    ]
  return [{ code: 'lawOfThatDay', says: `按事情发生那天（${written(on)}）有效的法律回答。日子不对可以改。` }]
}

function written(day: Day): string {
  const date = parseDate(day)
  return date === undefined ? day : formatFullDate(date)
}
