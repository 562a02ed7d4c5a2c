import { type board as route } from '@fatong/contract/desk/cases.ts'
import { SAME_DAY_STEPS, type SameDayStep, type Status } from '@fatong/casework/vocabulary.ts'
import { localDate, localDateOf } from '@fatong/law/calendar/dates.ts'
import type { z } from 'zod'
import { accessOf, type Caller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { directory } from '../places/directory.ts'

/** Statuses in which a step is awaited. A paused case waits for somebody else, so it is in none. */
const WAITING: Record<SameDayStep, readonly Status[]> = { apply: [], accept: ['submitted'], decide: ['accepted'], assign: ['granted', 'notified'] }

/** What the wall screen tells of; the rest is inside work. */
const STEPS_SAID: Partial<Record<string, string>> = {
  applicationSubmitted: '提交申请', notificationRegistered: '收到通知函', applicationAccepted: '受理', supplementRequested: '通知补正', materialsSupplied: '补交材料', aidGranted: '决定给予', aidRefused: '决定不予',
  lawyerAssigned: '指派', assignmentAccepted: '律师接受', assignmentDeclined: '律师不能接受', caseConcluded: '办结',
}

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
    recent: found.recent.flatMap(({ at, number, type }) => (type in STEPS_SAID ? [{ at, number, text: STEPS_SAID[type] as string }] : [])),
  })
}
