import { z } from 'zod'
import { route } from '../route.ts'
import { Day } from '../values.ts'

const Load = z.object({ name: z.string(), cases: z.number(), capacity: z.number(), most: z.number() })
/** `asItWas` is what was really done; the others play the same cases again. */
export const REPLAYED = { asItWas: '实际办理', precise: '精准指派', named: '点援', rota: '轮派' } as const
export type ReplayedCode = keyof typeof REPLAYED
const Figures = z.object({
  /** points lost by what does not fit */
  cost: z.number(),
  meanCost: z.number(),
  /** 0 all equally busy, towards 1 one has it all */ gini: z.number(),
  maxLoad: z.number(),
  waitingMeanHours: z.number(),
  waitingMaxHours: z.number(),
  waited: z.number(),
  unplaced: z.number(),
  loads: z.array(Load),
})
const Query = z.object({ from: Day.optional(), to: Day.optional() })
export const replayCases = route('GET', '/desk/assignments/replay', 'staff', '过去的案件换一种派法会怎样', {
  query: Query,
  reply: z.object({
    from: z.string(),
    to: z.string(),
    cases: z.number(),
    lawyers: z.number(),
    left: z.number(),
    policy: z.string(),
    figures: z.record(z.string(), Figures),
    milliseconds: z.number(),
  }),
})
export const replayTable = route('GET', '/desk/assignments/replay.xlsx', 'staff', '同上，电子表格', {
  query: Query,
  produces: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})
