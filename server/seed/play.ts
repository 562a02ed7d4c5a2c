import { localDateOf, type Instant } from '@fatong/law/calendar/dates.ts'
import { registerNotification } from '../actions/casework/register-notification.ts'
import type { Parts } from '../actions/parts.ts'
import { SAMPLE_CASES, SAMPLE_NOTIFICATION } from './cases.ts'
import { castOf } from './cast.ts'
import { withPastNotices } from './past-notices.ts'
import { scriptOf } from './script.ts'
import { PlayedCase } from './stage.ts'
import { timetable } from './timetable.ts'

interface Moment {
  at: Instant
  act(): Promise<void>
}

/**
 * Sample cases are played through the real actions, all of them along one line of time, so that their histories, numbers and
 * papers are what the office would have written.
 */
export async function playSampleCases(parts: Parts, say: (line: string) => void): Promise<void> {
  const now = parts.clock.now()
  let playing = now
  const then: Parts = { ...withPastNotices(parts, now), clock: { now: () => playing } }
  const [cast, calendar] = await Promise.all([castOf(parts), parts.law.calendar()])
  const moments: Moment[] = []
  for (const [serial, one] of SAMPLE_CASES.entries()) {
    const office = await parts.law.office(cast.placeOf(one.town))
    const played = new PlayedCase(then, cast, one, serial + 1)
    // Not everybody comes at nine.
    const script = scriptOf(one).map((step) => ({ ...step, minute: step.minute + ((serial * 7) % 40) }))
    timetable(script, one.daysAgo, now, { office, calendar }).forEach((at, i) =>
      moments.push({ at, act: () => script[i]!.act(played.stage(at)) }),
    )
  }
  const clerk = cast.byLogin('shouli')
  const office = await parts.law.office(clerk.roles[0]?.placeId ?? '')
  const [at] = timetable([{ day: 0, minute: 9 * 60 + 20 }], SAMPLE_NOTIFICATION.daysAgo, now, { office, calendar })
  moments.push({
    at: at!,
    act: async () => {
      const { daysAgo: _, ...letter } = SAMPLE_NOTIFICATION
      const outcome = await registerNotification(then, clerk, {
        params: {},
        query: {},
        body: { ...letter, receivedOn: localDateOf(at!) },
      })
      if (!outcome.ok) throw new Error(`the sample letter was refused: ${JSON.stringify(outcome)}`)
    },
  })

  moments.sort((a, b) => a.at - b.at)
  const quarter = Math.ceil(moments.length / 4)
  for (const [i, { at, act }] of moments.entries()) {
    playing = at
    await act()
    if ((i + 1) % quarter === 0 || i + 1 === moments.length)
      say(`  sample cases: ${Math.round(((i + 1) / moments.length) * 100)} %`)
  }
}
