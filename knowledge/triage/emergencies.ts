/** Emergencies first: what cannot wait is found in the question before any search runs. */
import { EMERGENCIES, type Emergency } from '../vocabulary.ts'
import { clausesOf, deniedBefore, timeOf } from './clauses.ts'
import { EMERGENCY_WORDS, type EmergencyWords } from './emergency-words.ts'

/** `now` stands before the answer; `care` (over, or asked in general) stands after it, small. */
export interface FoundEmergency {
  kind: Emergency
  level: 'now' | 'care'
}

export function emergenciesIn(text: string): FoundEmergency[] {
  const found = EMERGENCIES.flatMap((kind) => {
    const level = levelOf(text, EMERGENCY_WORDS[kind])
    return level === undefined ? [] : [{ kind, level }]
  })
  return found.sort((a, b) => Number(b.level === 'now') - Number(a.level === 'now'))
}

function levelOf(text: string, words: EmergencyWords): FoundEmergency['level'] | undefined {
  // Whole text first: who strikes and the blow often stand on two sides of a comma.
  const clauses = clausesOf(text)
  const met = [text, ...clauses].filter((clause) => affirmed(clause, words.said))
  const grave = clauses.some((clause) => affirmed(clause, words.alarm))
  if (met.length === 0 && !grave) return undefined
  if (words.about.test(text) && !grave) return 'care'
  // A grave word about what is long over (三年前被拿刀砍) is still over; 现在 anywhere makes it present again.
  const times = clauses.map(timeOf)
  if (times.includes('now')) return 'now'
  return times.includes('past') ? 'care' : 'now'
}

/** Met by the pattern somewhere and not denied there. */
function affirmed(clause: string, pattern: RegExp): boolean {
  const match = pattern.exec(clause)
  return match !== null && !deniedBefore(clause, match.index) && !deniedWithin(match[0])
}

/** 他没有打我: the denial stands between who and what. 不想活, 不给饭 and 不让我走 carry a 不 of their own. */
const deniedWithin = (met: string): boolean =>
  /没有?(?:再)?(?:打|动手|被|虐待|家暴|欺负|转|骗|抓)|从来不打|从不打|不打我|不会打|不是家暴|不再打/u.test(met)
