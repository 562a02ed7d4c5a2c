import { addDays, instantAt, localDateOf } from '@fatong/law/calendar/dates.ts'
import type { Verdict } from '@fatong/law/answer.ts'
import { answeredOtherwise } from '@fatong/law/replay.ts'
import type { Stores } from '../../db/stores.ts'
import type { Clock, LawInForce } from '../parts.ts'

const DAYS = 730
const MOST = 5_000

export interface RulesReplay {
  replayed: number
  changed: { number: string; before: Verdict; after: Verdict; why: string }[]
}

/**
 * Judges the reviewed applications of the last two years by the rules of this version of the software and says which it answers otherwise.
 * Facts that were put right after the review also show here: each line is for somebody to look at.
 */
export async function replayRules({
  stores,
  law,
  clock,
}: {
  stores: Pick<Stores, 'lawSettings'>
  law: Pick<LawInForce, 'parameters' | 'calendar'>
  clock: Clock
}): Promise<RulesReplay> {
  const since = instantAt(addDays(localDateOf(clock.now()), -DAYS), 0)
  const [parameters, calendar, reviewed] = await Promise.all([
    law.parameters(),
    law.calendar(),
    stores.lawSettings.answered(since, MOST),
  ])
  const applications = reviewed.map(({ number, facts, openedAt, answered }) => ({
    id: number,
    facts,
    appliedOn: localDateOf(openedAt),
    answered,
  }))
  const changed = answeredOtherwise(applications, { parameters, calendar })
  return {
    replayed: applications.length,
    changed: changed.map(({ applicationId, before, after }) => ({
      number: applicationId,
      before,
      after: after.verdict,
      why: after.reasons.map(({ says }) => says).join('；'),
    })),
  }
}
