import { setImmediate as breath } from 'node:timers/promises'
import type { tryParameter as route } from '@fatong/contract/desk/administration.ts'
import type { Verdict } from '@fatong/law/answer.ts'
import { addDays, instantAt, localDateOf, type LocalDate } from '@fatong/law/calendar/dates.ts'
import type { WorkCalendar } from '@fatong/law/calendar/working-days.ts'
import type { ParameterSet } from '@fatong/law/parameters/parameters.ts'
import { changedVerdicts, replay, type ReplayedPart, type StoredApplication } from '@fatong/law/replay.ts'
import type { StaffCaller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { administers } from './may.ts'
import { changedSet, trialToken, type Change } from './parameter-change.ts'

/** Applications of the last so many days are judged anew, at most so many of them, a few at a time. */
const DAYS = 730
const MOST = 5_000
const AT_ONCE = 25
const SHOWN = 200

export interface Trial {
  replayed: number
  changed: { number: string; before: string; after: string; why: string }[]
  problems: string[]
  token: string
}

const SAYS: Record<Verdict, string> = {
  holds: '符合',
  doesNotHold: '不符合',
  notApplicable: '不适用',
  needsFacts: '还缺情况',
}
const PART: Record<ReplayedPart, string> = {
  overall: '总的结论',
  matter: '事项范围',
  person: '谁可以申请',
  means: '经济困难',
  jurisdiction: '归谁管',
  urgent: '先行提供',
}

/**
 * What a change would do to applications already made. Each is judged as of its own day; when the change begins later
 * than that, it is judged as if the new figure had held then, and the answer says so.
 */
export async function tryParameter(
  parts: Parts,
  caller: StaffCaller,
  { body: { change } }: InputOf<typeof route>,
): Promise<Outcome<Trial>> {
  const right = administers(caller, 'law')
  if (!right.ok) return right
  const [current, calendar] = await Promise.all([parts.law.parameters(), parts.law.calendar()])
  const changed = changedSet(current, change)
  if (!changed.ok) return done({ replayed: 0, changed: [], problems: changed.problems, token: '' })
  const now = parts.clock.now()
  const result = await replayAll(parts, current, change, calendar)
  return done({ ...result, problems: [], token: trialToken(parts, current, change, now) })
}

async function replayAll(
  parts: Parts,
  current: ParameterSet,
  change: Change,
  calendar: WorkCalendar,
): Promise<Pick<Trial, 'replayed' | 'changed'>> {
  const first = addDays(localDateOf(parts.clock.now()), -DAYS)
  const applications = (await parts.stores.lawSettings.applications(instantAt(first, 0), MOST)).map(
    ({ number, facts, submittedAt }): StoredApplication => ({ id: number, facts, appliedOn: localDateOf(submittedAt) }),
  )
  const later = (appliedOn: LocalDate) => change.from > appliedOn
  const given = changedSet(current, change)
  if (!given.ok) return { replayed: 0, changed: [] }
  const asIfAlways: ParameterSet = [
    ...current.filter(({ key }) => key !== given.entry.key),
    { ...given.entry, from: first },
  ]
  const shown: Trial['changed'] = []
  for (let i = 0; i < applications.length; i += AT_ONCE) {
    const some = applications.slice(i, i + AT_ONCE)
    for (const [group, after] of [
      [some.filter(({ appliedOn }) => !later(appliedOn)), given.set],
      [some.filter(({ appliedOn }) => later(appliedOn)), asIfAlways],
    ] as const) {
      for (const one of changedVerdicts(
        replay(group, { parameters: current, calendar }, { parameters: after, calendar }),
      )) {
        const why = one.after.reasons.map(({ says }) => says).join('；')
        shown.push({
          number: one.applicationId,
          before: `${PART[one.part]}：${SAYS[one.before.verdict]}`,
          after: `${PART[one.part]}：${SAYS[one.after.verdict]}`,
          why: after === asIfAlways ? `${why}（假如当时已用新数）` : why,
        })
      }
    }
    await breath()
  }
  return { replayed: applications.length, changed: shown.slice(0, SHOWN) }
}
