/**
 * What a calculator answers: the sum or the day, and everything somebody needs to check it (rule book 5): formula, values
 * put in, sources, what was left out, what nobody has checked yet (待核), and that it only helps to judge.
 */
import type { Citation } from '../citation.ts'
import type { LocalDate } from '../calendar/dates.ts'
import type { Calculated } from '../rule.ts'
import { rounded, sumOf } from './exact.ts'
import type { Exact } from './exact.ts'
import { plainYuan } from './money.ts'
import type { Fen } from './money.ts'

/** One sentence with what it rests on. */
export interface Said {
  says: string
  citations: readonly Citation[]
}

/** One sum: 小时工资×150%×小时数, then the same with the values put in. */
export interface Line {
  name: string
  formula: string
  filled: string
  fen: Fen
  citations: readonly Citation[]
}

export interface NamedDay {
  name: string
  day: LocalDate
  says: string
}

export interface Calculation {
  /** The answer in one short sentence. */
  headline: string
  /** The lines together, rounded once; absent where the answer is a day or nothing is to be paid. */
  total?: Fen
  lines: readonly Line[]
  days: readonly NamedDay[]
  explains: readonly Said[]
  /** What the sum leaves out and could change it. */
  leftOut: readonly Said[]
  /** 待核: nobody has held these points against a text yet, or places differ. */
  doubts: readonly Said[]
  note: string
}

export const NOTE = '仅供参考：是按您填的数算的，最后以仲裁、法院或有关部门认定的为准。'

export const said = (says: string, ...citations: readonly Citation[]): Said => ({ says, citations })

/** A line before rounding. */
export type ExactLine = Omit<Line, 'fen'> & { sum: Exact }

/** Lines for reading, each rounded by itself, and their total, rounded once from the exact sums. */
export function added(lines: readonly ExactLine[]): { total: Fen; lines: readonly Line[] } {
  return {
    total: rounded(sumOf(lines.map(({ sum }) => sum))),
    lines: lines.map(({ sum, ...line }) => ({ ...line, fen: rounded(sum) })),
  }
}

type Told = Pick<Calculation, 'headline'> & Partial<Calculation>

/** A whole answer out of the parts that are there. */
export function calculation({ lines = [], explains = [], total, ...told }: Told): Calculation {
  const shown = lines.reduce((sum, { fen }) => sum + fen, 0)
  const apart = total !== undefined && lines.length > 1 && shown !== total
  return {
    lines,
    days: [],
    leftOut: [],
    doubts: [],
    note: NOTE,
    ...told,
    ...(total === undefined ? {} : { total }),
    explains: apart ? [...explains, said('合计是先加、最后才四舍五入到分的，和上面几项相加可能差一分。')] : explains,
  }
}

/** As an example in cases.yaml states it: sums in 元 as text, everything that is said as one text. */
export function asExample({ headline, total, lines, days, explains, leftOut, doubts }: Calculation): Calculated {
  return {
    ...(total === undefined ? {} : { total: plainYuan(total) }),
    sums: lines.map(({ fen }) => plainYuan(fen)),
    ...Object.fromEntries(days.map(({ name, day }) => [name, day])),
    says: [headline, ...[...explains, ...leftOut, ...doubts].map(({ says }) => says)].join('\n'),
  }
}
