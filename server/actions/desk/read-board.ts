import { type board as route } from '@fatong/contract/desk/cases.ts'
import { SAME_DAY_STEPS, type SameDayStep } from '@fatong/casework/vocabulary.ts'
import { localDate, localDateOf } from '@fatong/law/calendar/dates.ts'
import type { z } from 'zod'
import { accessOf, type StaffCaller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { directory } from '../places/directory.ts'

/** What the wall screen tells of; the rest is inside work. */
const STEPS_SAID: Partial<Record<string, string>> = {
  applicationSubmitted: '提交申请',
  notificationRegistered: '收到通知函',
  applicationAccepted: '受理',
  supplementRequested: '通知补正',
  materialsSupplied: '补交材料',
  aidGranted: '决定给予',
  aidRefused: '决定不予',
  lawyerAssigned: '指派',
  assignmentAccepted: '律师接受',
  assignmentDeclined: '律师不能接受',
  caseConcluded: '办结',
}

/** Today's four same-days of the agency in reach. */
export async function readBoard(
  parts: Parts,
  caller: StaffCaller,
  { query }: InputOf<typeof route>,
): Promise<Outcome<z.infer<typeof route.reply>>> {
  const places = await directory(parts)
  const now = parts.clock.now()
  const day = query.day === undefined ? localDateOf(now) : localDate(query.day)
  const found = await parts.stores.cases.board(accessOf(caller), places.center.id, day, now)
  const steps = (Object.keys(SAME_DAY_STEPS) as SameDayStep[]).map((step) => {
    const figures = found.steps.find((s) => s.step === step)
    const { waiting, overdueTarget, overdueLegal } = found.waiting.find((w) => w.step === step) ?? {
      waiting: 0,
      overdueTarget: 0,
      overdueLegal: 0,
    }
    return {
      step,
      label: SAME_DAY_STEPS[step],
      done: figures?.done ?? 0,
      waiting,
      medianMinutes: figures?.medianMinutes ?? null,
      overdueTarget,
      overdueLegal,
    }
  })
  const { finished, sameDay, excludedPaused } = found.wholeChain
  return done({
    day,
    steps,
    wholeChain: { finished, sameDay, rate: finished === 0 ? null : sameDay / finished, excludedPaused },
    recent: found.recent.flatMap(({ at, number, type }) =>
      type in STEPS_SAID ? [{ at, number, text: STEPS_SAID[type] as string }] : [],
    ),
  })
}
