import type { z } from 'zod'
import type { calculatorFigures as route } from '@fatong/contract/figures.ts'
import { FIGURES } from '@fatong/law/calculators/kinds.ts'
import type { DatedParameter } from '@fatong/law/parameters/parameters.ts'
import type { Caller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'

type Figure = z.infer<typeof route.reply>['items'][number]

/** Public figures and notices that the calculators on people's phones use. Invented values (样例) never leave: nobody is told a sum by them. */
export async function calculatorFigures(
  parts: Parts,
  _caller: Caller,
  _input: InputOf<typeof route>,
): Promise<Outcome<z.infer<typeof route.reply>>> {
  const [parameters, calendar] = await Promise.all([parts.law.parameters(), parts.law.calendar()])
  return done({
    items: parameters.filter(({ sample }) => sample !== true).flatMap(figureOf),
    calendar: calendar.map(({ year, source, level, holidays, makeUpWorkdays }) => ({
      year,
      source,
      level,
      holidays: [...holidays],
      makeUpWorkdays: [...makeUpWorkdays],
    })),
  })
}

function figureOf({ key, value, from, to, source, level }: DatedParameter): Figure[] {
  const figure = FIGURES.find((one) => one === key)
  return figure === undefined || typeof value !== 'number'
    ? []
    : [{ key: figure, value, from, to: to ?? null, source, level }]
}
