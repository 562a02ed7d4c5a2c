/** Who must not be given a case, whatever it would cost otherwise (rule book AS-3, AS-6, AS-7, CF-1, CF-2, CF-4; 三年执业, 未成年人案件). */
import { partsOf } from '@fatong/law/calendar/dates.ts'
import type { LocalDate } from '@fatong/law/calendar/dates.ts'
import { qualifiedFor } from '@fatong/law/legal-aid/qualification.ts'
import type { ProviderFacts } from '@fatong/law/legal-aid/qualification.ts'
import type { CaseAsks, Finding, Lawyer } from './lawyer.ts'

/** Every reason at once, in the officer's words; none means the choice is open. `findings` undefined means nobody has checked. */
export type BansOf = (one: CaseAsks, lawyer: Lawyer, findings: readonly Finding[] | undefined) => string[]

/** Lawyers with the same standing get the same answer of the law, so that it is asked once for each standing. */
export function bansFinder(): BansOf {
  const known = new Map<string, readonly string[]>()
  // A list asks about one case after the other, each for all lawyers.
  let asked: { one: CaseAsks; text: string } | undefined
  const byLaw = (one: CaseAsks, lawyer: Lawyer): readonly string[] => {
    const { kind, practiceYears, criminalDefenseYears, juvenileAware } = lawyer
    if (asked?.one !== one) asked = { one, text: one.today + JSON.stringify(one.qualification) }
    const key = `${asked.text}|${kind}|${Math.floor(practiceYears)}|${Math.floor(criminalDefenseYears)}|${juvenileAware}`
    let says = known.get(key)
    if (says === undefined) {
      const { verdict, reasons } = qualifiedFor(one.qualification, factsOf(lawyer, one.today), one.today)
      // Unknown is not "yes": a qualification that cannot be shown closes the choice.
      says = verdict === 'doesNotHold' || verdict === 'needsFacts' ? reasons.map((reason) => reason.says) : []
      known.set(key, says)
    }
    return says
  }
  return (one, lawyer, findings) => {
    const bans = [...byLaw(one, lawyer)]
    if (findings === undefined) bans.push('还没有查利益冲突')
    else if (findings.some(({ severity }) => severity === 'ban')) bans.push('有利益冲突，不能指派')
    if (one.stoodDown.includes(lawyer.staffId)) bans.push('已经不接受本案指派或被更换过')
    if (lawyer.lapsed && lawyer.lapsed.length > 0) bans.push(`证书已过期：${lawyer.lapsed.join('、')}`)
    const away = lawyer.leave?.find(({ from, to }) => from <= one.today && one.today <= to)
    if (away) bans.push(`请假到 ${away.to}`)
    return bans
  }
}

/** Whole years of practice as the rules read them: the first day. */
function factsOf(
  { kind, practiceYears, criminalDefenseYears, juvenileAware }: Lawyer,
  today: LocalDate,
): ProviderFacts {
  const { year } = partsOf(today)
  const since = (years: number) =>
    `${String(year - Math.floor(years)).padStart(4, '0')}${today.slice(4) === '-02-29' ? '-02-28' : today.slice(4)}` as LocalDate
  return {
    kind,
    practisingSince: since(practiceYears),
    criminalDefenceSince: since(criminalDefenseYears),
    juvenileExperience: juvenileAware,
  }
}
