import type { CitationLevel } from '@fatong/law/citation.ts'
import { addDays, parseDate } from '@fatong/law/calendar/dates.ts'
import { PARAMETERS, type ParameterKey, type ParameterValues } from '@fatong/law/parameters/keys.ts'
import type { DatedParameter, ParameterSet } from '@fatong/law/parameters/parameters.ts'
import type { StoredParameter } from '../../db/stores/law-settings.ts'

/** What a value of each parameter may be. */
export const VALUES: { [K in ParameterKey]: 'text' | 'number' | 'yesNo' | readonly ParameterValues[K][] } = {
  'district.name': 'text',
  'threshold.base': ['dibao', 'minimumWage', 'disposableIncome'],
  'threshold.multiplier': 'number',
  'threshold.militaryMultiplier': 'number',
  'threshold.inclusive': 'yesNo',
  'dibao.urban': 'number',
  'dibao.rural': 'number',
  'minWage.monthly': 'number',
  'avgWage.monthly': 'number',
  'wage.paidDaysPerMonth': 'number',
  'disposableIncome.monthly': 'number',
  'household.rule': ['livingTogether', 'applicantOnly'],
  'household.excludeOpponent': 'yesNo',
  'period.months': 'number',
  'scope.provincialAdditions': 'yesNo',
  'scope.coversSeverance': 'yesNo',
  'exempt.militaryIdentities': 'yesNo',
  'exempt.gansuSocialInsurance': 'yesNo',
  'waiver.relationOnly': 'yesNo',
  'pilot.prosecutionStageDefence': 'yesNo',
  'adviser.hoursPerMonth': 'number',
  'adviser.lecturesPerQuarter': 'number',
  'adviser.villages': 'number',
}
export const LEVELS: readonly CitationLevel[] = ['法', '网', '待核', '设计']

export const isParameterKey = (key: string): key is ParameterKey => Object.hasOwn(PARAMETERS, key)

/** What is wrong with a value, for the administrator; undefined when it fits. */
export function wrongValue(key: ParameterKey, value: unknown): string | undefined {
  const allowed = VALUES[key]
  switch (allowed) {
    case 'text':
      return typeof value === 'string' && value.trim() !== '' && value.length <= 50 ? undefined : '请填文字'
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) && value > 0 && value < 10_000_000
        ? undefined
        : '请填大于零的数'
    case 'yesNo':
      return typeof value === 'boolean' ? undefined : '请选是或否'
    default:
      return (allowed as readonly unknown[]).includes(value) ? undefined : `只能是 ${allowed.join('、')} 之一`
  }
}

/** Whether a stored change is one the rules of this version know. */
export function isParameter(change: StoredParameter): change is StoredParameter & DatedParameter {
  return (
    isParameterKey(change.key) &&
    wrongValue(change.key, change.value) === undefined &&
    parseDate(change.from) !== undefined &&
    (LEVELS as readonly string[]).includes(change.level)
  )
}

/**
 * Released changes over what ships with the product. Each value holds until the day before the next one begins; a change with the same
 * first day takes the place of the other.
 */
export function withReleased(base: ParameterSet, released: readonly DatedParameter[]): ParameterSet {
  if (released.length === 0) return base
  const changed = new Set<ParameterKey>(released.map(({ key }) => key))
  const chained = [...changed].flatMap((key) => {
    const byFrom = new Map<string, DatedParameter>()
    for (const entry of [...base, ...released]) if (entry.key === key) byFrom.set(entry.from, entry)
    const entries = [...byFrom.values()].sort((a, b) => (a.from < b.from ? -1 : 1))
    return entries.map((entry, i): DatedParameter => {
      const next = entries[i + 1]
      const to = next && (entry.to === undefined || entry.to >= next.from) ? addDays(next.from, -1) : entry.to
      return { ...entry, to }
    })
  })
  return [...base.filter(({ key }) => !changed.has(key)), ...chained]
}
