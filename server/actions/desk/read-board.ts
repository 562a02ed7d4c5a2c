import { type board as route } from '@fatong/contract/desk/cases.ts'
import { SAME_DAY_STEPS, STATUSES, type SameDayStep, type Status } from '@fatong/casework/vocabulary.ts'
import { localDate, localDateOf } from '@fatong/law/calendar/dates.ts'
import type { z } from 'zod'
import { accessOf, type Caller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { directory } from '../places/directory.ts'

/** Statuses in which a step is awaited. A paused case waits for somebody else, so it is in none. */
const WAITING: Record<SameDayStep, readonly Status[]> = { apply: [], accept: ['submitted'], decide: ['accepted'], assign: ['granted', 'notified'] }

/** Today's four same-days of the agency in reach. */
export async function readBoard(parts: Parts, caller: Caller, { query }: InputOf<typeof route>): Promise<Outcome<z.infer<typeof route.reply>>> {
  if (caller.kind !== 'staff') return failed('signInNeeded')
  const places = await directory(parts)
  const now = parts.clock.now()
  const day = query.day === undefined ? localDateOf(now) : localDate(query.day)
  const found = await parts.stores.cases.board(accessOf(caller), places.center.id, day, now)
  const steps = (Object.keys(SAME_DAY_STEPS) as SameDayStep[]).map((step) => {
    const figures = found.steps.find((s) => s.step === step)
    const waiting = found.waiting.filter((w) => WAITING[step].includes(w.status))
    const sum = (of: 'waiting' | 'overdueTarget' | 'overdueLegal') => waiting.reduce((n, w) => n + w[of], 0)
    return { step, label: SAME_DAY_STEPS[step], done: figures?.done ?? 0, waiting: sum('waiting'), medianMinutes: figures?.medianMinutes ?? null, overdueTarget: sum('overdueTarget'), overdueLegal: sum('overdueLegal') }
  })
  const { finished, sameDay, excludedPaused } = found.wholeChain
  return done({
    day, steps, wholeChain: { finished, sameDay, rate: finished === 0 ? null : sameDay / finished, excludedPaused },
    recent: found.recent.map(({ at, number, status }) => ({ at, number, text: STATUSES[status] })),
  })
}
