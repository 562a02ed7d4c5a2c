/** How a fact is asked and stored: what the faces need to draw the question, and what its answer's type is. */
import type { LocalDate } from '../calendar/dates.ts'

interface Question {
  /** The question itself, in plain Chinese; {district} stands for the district's name. */
  question: string
  /** One short sentence of help. */
  help?: string
}

export interface ChoiceFact<Code extends string> extends Question {
  answer: 'choice'
  options: Readonly<Record<Code, string>>
}
export interface YesNoFact extends Question {
  answer: 'yesNo'
}
export interface DateFact extends Question {
  answer: 'date'
}
export interface NumberFact extends Question {
  answer: 'number'
  unit: string
  /** Smallest and largest answer that makes sense. */
  min: number
  max: number
  /** True when only whole numbers make sense. */
  whole: boolean
}
export type FactDefinition = ChoiceFact<string> | YesNoFact | DateFact | NumberFact

export type FactValue<Definition> =
  Definition extends ChoiceFact<infer Code>
    ? Code
    : Definition extends YesNoFact
      ? boolean
      : Definition extends DateFact
        ? LocalDate
        : Definition extends NumberFact
          ? number
          : never

export const choice = <Code extends string>(
  question: string,
  options: Readonly<Record<Code, string>>,
  help?: string,
): ChoiceFact<Code> => ({ answer: 'choice', question, options, ...(help === undefined ? {} : { help }) })

export const yesNo = (question: string, help?: string): YesNoFact => ({
  answer: 'yesNo',
  question,
  ...(help === undefined ? {} : { help }),
})

export const day = (question: string, help?: string): DateFact => ({
  answer: 'date',
  question,
  ...(help === undefined ? {} : { help }),
})

export const amount = (
  question: string,
  limits: { unit: string; min: number; max: number; whole: boolean },
  help?: string,
): NumberFact => ({ answer: 'number', question, ...limits, ...(help === undefined ? {} : { help }) })
