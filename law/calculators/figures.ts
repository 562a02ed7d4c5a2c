/** Figures that calculators need and that change with time: each as of a day, with its source (rule book 5.1, 12). */
import { LAWS } from '../citation.ts'
import type { Citation } from '../citation.ts'
import { localDate } from '../calendar/dates.ts'
import type { LocalDate } from '../calendar/dates.ts'
import type { RuleContext } from '../context.ts'
import { parameterEntry } from '../parameters/parameters.ts'
import type { ParameterSet } from '../parameters/parameters.ts'
import { fenOf } from './money.ts'
import type { Fen } from './money.ts'

export type Figures = Pick<RuleContext, 'asOf' | 'parameters'>

/** 月计薪天数, the same everywhere in the country, so it ships with the product; an entry of the district's own set goes before it. */
const NATIONAL: ParameterSet = [
  {
    key: 'wage.paidDaysPerMonth',
    value: 21.75,
    from: localDate('2008-01-01'),
    to: localDate('2024-12-31'),
    source: '关于职工全年月平均工作时间和工资折算问题的通知（2008年）',
    level: '待核',
  },
  { key: 'wage.paidDaysPerMonth', value: 21.75, from: localDate('2025-01-01'), source: LAWS.paidDays, level: '网' },
]

/** 月计薪天数 as written (21.75) and where from. Never 20.67 (working days of a month), never the days of the month at hand. */
export function paidDaysPerMonth({ asOf, parameters }: Figures): { days: string; citation: Citation } {
  const entry = parameterEntry([...parameters, ...NATIONAL], 'wage.paidDaysPerMonth', asOf)
  if (entry === undefined) throw new RangeError(`no paid days a month on ${asOf}`)
  return { days: String(entry.value), citation: { law: entry.source, level: entry.level, note: '月计薪天数' } }
}

/** A figure of the district and who says so. */
export interface LocalFigure {
  fen: Fen
  /** A sentence's beginning: 您填的 or 来源 and first day. */
  source: string
}

/**
 * 本地平均工资 or 最低工资 on a day, in 分 a month: what the person gave goes first, then the district's own entry; undefined when
 * nobody has it. No figure is ever made up (rule book V9), and an entry marked 样例 counts as none.
 */
export function localFigure(
  key: 'avgWage.monthly' | 'minWage.monthly',
  parameters: ParameterSet,
  day: LocalDate,
  given?: Fen,
): LocalFigure | undefined {
  if (given !== undefined) return { fen: given, source: '您填的' }
  const entry = parameterEntry(parameters, key, day)
  return entry === undefined || entry.sample === true
    ? undefined
    : { fen: fenOf(entry.value), source: `${entry.source}，${entry.from}起` }
}
