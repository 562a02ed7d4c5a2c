/** The figure itself: base times multiplier, both as of the day of application. */
import type { LocalDate } from '../../calendar/dates.ts'
import { parameterAt } from '../../parameters/parameters.ts'
import type { ParameterSet } from '../../parameters/parameters.ts'

interface ThresholdQuery {
  parameters: ParameterSet
  asOf: LocalDate
  military: boolean
  rural: boolean
}

/** Yuan a head and month; `inclusive` when a sum exactly equal still counts as hardship. */
export function thresholdFor(query: ThresholdQuery): { sum: number; inclusive: boolean } | 'unknown' {
  const { parameters, asOf, military } = query
  const base = military ? dibao(query) : baseFigure(query)
  const multiplier = parameterAt(parameters, military ? 'threshold.militaryMultiplier' : 'threshold.multiplier', asOf)
  const inclusive = parameterAt(parameters, 'threshold.inclusive', asOf)
  return base === 'unknown' || multiplier === 'unknown' || inclusive === 'unknown'
    ? 'unknown'
    : { sum: base * multiplier, inclusive }
}

const dibao = ({ parameters, asOf, rural }: ThresholdQuery): number | 'unknown' =>
  parameterAt(parameters, rural ? 'dibao.rural' : 'dibao.urban', asOf)

function baseFigure(query: ThresholdQuery): number | 'unknown' {
  const base = parameterAt(query.parameters, 'threshold.base', query.asOf)
  switch (base) {
    case 'dibao':
      return dibao(query)
    case 'minimumWage':
      return parameterAt(query.parameters, 'minWage.monthly', query.asOf)
    case 'disposableIncome':
      return parameterAt(query.parameters, 'disposableIncome.monthly', query.asOf)
    case 'unknown':
      return 'unknown'
    default:
      return base satisfies never
  }
}
