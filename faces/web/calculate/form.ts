import type { Calculation } from '@fatong/law/calculators/calculation.ts'
import type { CalculatorName } from '@fatong/law/calculators/kinds.ts'
import { fenOf, type Fen } from '@fatong/law/calculators/money.ts'
import { localDate, parseDate, type LocalDate } from '@fatong/law/calendar/dates.ts'
import type { RuleContext } from '@fatong/law/context.ts'
import { words } from '../words/calculate.ts'

/** What was typed and chosen, as text; a field of a row is `owed.0`. */
export type Values = Readonly<Record<string, string>>
export interface Choice {
  value: string
  label: string
}

export interface Field {
  id: string
  kind: 'text' | 'money' | 'hours' | 'whole' | 'half' | 'day' | 'choice' | 'tick'
  optional?: boolean
  /** A figure of the district that few people know: asked last, and never needed. */
  figure?: boolean
  /** A day that may lie ahead. */
  ahead?: boolean
  /** Highest number; of money none is asked for beyond a hundred million 元. */
  most?: number
  least?: number
  choices?: (today: LocalDate) => readonly Choice[]
  /** Asked only then. */
  when?: (values: Values) => boolean
}

/** The same questions several times: months of wages, days on which money was asked for. */
export interface Rows {
  fields: readonly Field[]
  least: number
  most: number
  when?: (values: Values) => boolean
}

export interface Form {
  fields: readonly Field[]
  rows?: Rows
  /** What stands chosen when nobody has answered yet. */
  start?: Values
  /** Problems between fields, by field; asked once each field is sound by itself. */
  check?: (given: Given) => Readonly<Record<string, string>>
  work: (given: Given, context: RuleContext) => Calculation
}
export type Forms = Record<CalculatorName, Form>

const ROWS = 'rows'
export const rowsOf = (rows: Rows, values: Values): number =>
  Math.min(rows.most, Math.max(rows.least, Number(values[ROWS] ?? rows.least) || 0))
export const inRow = (id: string, row: number): string => `${id}.${row}`
/** One more, or one less: what stood below moves up. */
export const withRow = (rows: Rows, values: Values): Values => ({ ...values, [ROWS]: String(rowsOf(rows, values) + 1) })
export function withoutRow(rows: Rows, values: Values, gone: number): Values {
  const count = rowsOf(rows, values)
  const next: Record<string, string> = { ...values, [ROWS]: String(count - 1) }
  for (const { id } of rows.fields) {
    for (let row = gone; row < count; row += 1) {
      const below = values[inRow(id, row + 1)]
      if (below === undefined || row + 1 >= count) delete next[inRow(id, row)]
      else next[inRow(id, row)] = below
    }
  }
  return next
}

export interface Asked {
  /** Under which its value stands. */
  key: string
  field: Field
  row?: number
}

/** Every question that is asked, in its order: those of the form, those of its rows, the figures of the district. */
export function asked({ fields, rows }: Form, values: Values): Asked[] {
  const shown = fields
    .filter(({ when }) => when === undefined || when(values))
    .map((field) => ({ key: field.id, field }))
  const count = rows === undefined || rows.when?.(values) === false ? 0 : rowsOf(rows, values)
  return [
    ...shown.filter(({ field }) => field.figure !== true),
    ...Array.from(
      { length: count },
      (_, row) => rows?.fields.map((field) => ({ key: inRow(field.id, row), field, row })) ?? [],
    ).flat(),
    ...shown.filter(({ field }) => field.figure === true),
  ]
}

/** A number as people type it: 6，000元, ６０００. */
const plain = (text: string): string =>
  text.replace(/[０-９．]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0)).replace(/[\s,，元]/g, '')
const PATTERNS = {
  money: /^\d{1,8}(\.\d{1,2})?$/,
  hours: /^\d{1,5}(\.\d)?$/,
  whole: /^\d{1,4}$/,
  half: /^\d{1,3}(\.[05])?$/,
} as const

/** What is wrong with a value, in words; undefined when nothing is. */
function problemOf({ kind, optional, ahead, most, least }: Field, value: string, today: LocalDate): string | undefined {
  const says = words.problems
  if (kind === 'tick') return undefined
  if (value.trim() === '') return optional ? undefined : says.empty[kind]
  switch (kind) {
    case 'choice':
      return undefined
    case 'text':
      return value.trim().length > 30 ? says.long : undefined
    case 'day': {
      const day = parseDate(value)
      return day === undefined || day < '1970-01-01' ? says.day : day > today && !ahead ? says.future : undefined
    }
    default: {
      const typed = plain(value)
      if (!PATTERNS[kind].test(typed)) return says.number[kind]
      return Number(typed) < (least ?? 0) || (most !== undefined && Number(typed) > most)
        ? says.between(least ?? 0, most ?? 0)
        : undefined
    }
  }
}

/** Reads the answers of a form that has no problems. */
export interface Given {
  text: (id: string) => string
  /** A plain decimal number as text: nought where nothing was typed. */
  number: (id: string) => string
  money: (id: string) => Fen
  moneyIfAny: (id: string) => Fen | undefined
  day: (id: string) => LocalDate
  dayIfAny: (id: string) => LocalDate | undefined
  ticked: (id: string) => boolean
  rows: readonly Given[]
}

function givenOf(values: Values, keyOf: (id: string) => string, rows: readonly Given[]): Given {
  const text = (id: string): string => (values[keyOf(id)] ?? '').trim()
  const number = (id: string): string => plain(text(id)) || '0'
  return {
    text,
    number,
    rows,
    money: (id) => fenOf(number(id)),
    moneyIfAny: (id) => (text(id) === '' ? undefined : fenOf(number(id))),
    day: (id) => localDate(text(id)),
    dayIfAny: (id) => parseDate(text(id)),
    ticked: (id) => text(id) === 'yes',
  }
}

export type Worked =
  | { answer: Calculation; problems?: undefined }
  | { problems: Readonly<Record<string, string>>; answer?: undefined }

/** The answer, or by field what to put right first. Answers to questions that are not asked count for nothing. */
export function work(form: Form, values: Values, context: RuleContext): Worked {
  const questions = asked(form, values)
  const wrong = questions.flatMap(({ key, field }) => {
    const says = problemOf(field, values[key] ?? '', context.asOf)
    return says === undefined ? [] : [[key, says] as const]
  })
  if (wrong.length > 0) return { problems: Object.fromEntries(wrong) }
  const kept = Object.fromEntries(questions.map(({ key }) => [key, values[key] ?? '']))
  const count = Math.max(0, ...questions.map(({ row = -1 }) => row + 1))
  const given = givenOf(
    kept,
    (id) => id,
    Array.from({ length: count }, (_, row) => givenOf(kept, (id) => inRow(id, row), [])),
  )
  const between = form.check?.(given) ?? {}
  return Object.keys(between).length > 0 ? { problems: between } : { answer: form.work(given, context) }
}
