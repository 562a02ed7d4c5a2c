/**
 * Local figures and switches that change with time. Each value has the day it starts, its source and how sure we are;
 * an old case is always judged by the value of its own day (rule book 3.2, 12).
 */
import type { CitationLevel } from '../citation.ts'
import { addDays } from '../calendar/dates.ts'
import type { LocalDate } from '../calendar/dates.ts'
import { PARAMETERS } from './keys.ts'
import type { ParameterKey, ParameterValues } from './keys.ts'

export interface ParameterEntry<K extends ParameterKey> {
  key: K
  value: ParameterValues[K]
  /** First day it applies. */
  from: LocalDate
  /** Last day it applies; absent while it still does. */
  to?: LocalDate
  source: string
  level: CitationLevel
  /** An invented value of the sample district (样例), never to be used for a real person. */
  sample?: boolean
}
type Entries = { [K in ParameterKey]: ParameterEntry<K> }
export type DatedParameter = Entries[ParameterKey]

export type ParameterSet = readonly DatedParameter[]

/** The entry in force on a day, with its source. */
export function parameterEntry<K extends ParameterKey>(
  set: ParameterSet,
  key: K,
  date: LocalDate,
): Entries[K] | undefined {
  return set.find(
    (entry): entry is Entries[K] =>
      entry.key === key && entry.from <= date && (entry.to === undefined || date <= entry.to),
  )
}

/** The value in force on a day, or 'unknown': a missing figure is never taken for nought or "no". */
export function parameterAt<K extends ParameterKey>(
  set: ParameterSet,
  key: K,
  date: LocalDate,
): ParameterValues[K] | 'unknown' {
  return parameterEntry(set, key, date)?.value ?? 'unknown'
}

export interface ParameterProblem {
  key: ParameterKey
  from: LocalDate
  problem: 'endsBeforeStart' | 'overlap' | 'outOfRange' | 'noSource'
  /** A sentence for the administrator. */
  says: string
}

/** Everything wrong with a set; an empty list means it may be released. */
export function validateParameters(set: ParameterSet): ParameterProblem[] {
  return set.flatMap((entry, index) => [
    ...problemsAlone(entry),
    ...set
      .slice(index + 1)
      .filter((other) => other.key === entry.key && overlaps(entry, other))
      .map(
        (other): ParameterProblem => ({
          key: entry.key,
          from: other.from,
          problem: 'overlap',
          says: `「${PARAMETERS[entry.key].name}」从${entry.from}和从${other.from}的两个值有重叠的日子，请先写明前一个到哪天为止`,
        }),
      ),
  ])
}

function problemsAlone(entry: DatedParameter): ParameterProblem[] {
  const found: ParameterProblem[] = []
  const { name } = PARAMETERS[entry.key]
  const add = (problem: ParameterProblem['problem'], says: string): void => {
    found.push({ key: entry.key, from: entry.from, problem, says })
  }
  if (entry.to !== undefined && entry.to < entry.from) add('endsBeforeStart', `「${name}」的截止日早于开始日`)
  if (typeof entry.value === 'number' && !(entry.value > 0)) add('outOfRange', `「${name}」要填大于零的数`)
  if (entry.source.trim() === '') add('noSource', `「${name}」要写明来源文件`)
  return found
}

const overlaps = (a: DatedParameter, b: DatedParameter): boolean =>
  (b.to === undefined || a.from <= b.to) && (a.to === undefined || b.from <= a.to)

/** Adds a new version and ends the open one on the day before; the set given is not changed. */
export function supersede(set: ParameterSet, entry: DatedParameter): ParameterSet {
  const ended = set.map((old) =>
    old.key === entry.key && old.to === undefined && old.from < entry.from
      ? { ...old, to: addDays(entry.from, -1) }
      : old,
  )
  return [...ended, entry]
}
