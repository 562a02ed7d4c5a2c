/** Law that moved on under a guide: a new version came whose words, where the guide cites it, are others than before. */
import { type Day } from '../library/law-text.ts'
import { type Guide } from './guide.ts'

/** An article of the version before that reads otherwise in the new one, or is no longer in it. */
export interface MovedArticle {
  /** `反家庭暴力法#28` */
  key: string
  /** the version that moved it */
  versionDate: Day
}

/** More names than these would bury what is meant. */
const NAMED = 3

/** Every article that a guide rests on. */
export const keysOf = ({ answer, steps, deadlines, traps }: Guide): Set<string> =>
  new Set([answer, steps, deadlines, traps].flat().flatMap(({ cites }) => cites))

/**
 * The guide with a word to everybody that articles it rests on have changed, as long as nobody held it against the new ones. What it
 * says to be checked already stays.
 */
export function markedWhereMoved(guide: Guide, moved: readonly MovedArticle[]): Guide {
  const cited = keysOf(guide)
  const hit = moved.filter(({ key }) => cited.has(key))
  const newest = hit
    .map(({ versionDate }) => versionDate)
    .sort()
    .at(-1)
  if (newest === undefined) return guide
  const names = [...new Set(hit.map(({ key }) => nameOf(key)))]
  const more = names.length > NAMED ? `等${names.length}条` : ''
  const says = `${names.slice(0, NAMED).join('、')}${more}在${newest.slice(0, 4)}年的新版本里改了，这篇还没对过新条文，条号和说法可能不对。办事前打12348再问一句。`
  return { ...guide, toCheck: [guide.toCheck, says].filter(Boolean).join('') }
}

/** 反家庭暴力法#28 -> 《反家庭暴力法》第28条 */
export function nameOf(key: string): string {
  const [law = '', number = ''] = key.split('#')
  const [main = '', after] = number.split('-')
  return /^\d+$/u.test(main) ? `《${law}》第${main}条${after === undefined ? '' : `之${after}`}` : `《${law}》`
}
