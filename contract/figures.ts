import { z } from 'zod'
import { FIGURES } from '@fatong/law/calculators/kinds.ts'
import { route } from './route.ts'
import { Day } from './values.ts'

const Level = z.enum(['法', '网', '待核', '设计'])

/** What calculators need besides a person's own answers: figures as released at the desk, each from its day on, and the holiday notices. */
export const calculatorFigures = route('GET', '/figures', 'anyone', '算一算要用的本地数字和放假通知', {
  reply: z.object({
    items: z.array(
      z.object({
        key: z.enum(FIGURES),
        value: z.number(),
        from: Day,
        to: Day.nullable(),
        source: z.string(),
        level: Level,
      }),
    ),
    calendar: z.array(
      z.object({
        year: z.number().int(),
        source: z.string(),
        level: Level.exclude(['设计']),
        holidays: z.array(Day),
        makeUpWorkdays: z.array(Day),
      }),
    ),
  }),
})
