import { addDays, instantAt, type Instant } from '@fatong/law/calendar/dates.ts'
import type { OfficeSettings } from '@fatong/law/calendar/office-hours.ts'
import { sameDayTarget } from '@fatong/law/calendar/same-day.ts'
import type { WorkCalendar } from '@fatong/law/calendar/working-days.ts'
import type { Topic } from '@fatong/knowledge/vocabulary.ts'
import type { Parts } from '../../parts.ts'

/** Where the promises are kept among the settings. */
export const PLEDGE_SETTING = 'consultationPledges'

/** Working days until an answer is promised: 0 the same day, 1 the next. */
export interface Pledges {
  usual: number
  byTopic: Partial<Record<Topic, number>>
}

/** A promise of ours, no law: what cannot wait is answered the same day. */
const DEFAULT: Pledges = {
  usual: 1,
  byTopic: { wages: 0, workInjury: 0, violence: 0, children: 0, detained: 0, victim: 0, legalAid: 0 },
}

export const readPledges = (stored: unknown): Pledges => ({ ...DEFAULT, ...(stored as Partial<Pledges> | undefined) })

export const currentPledges = async (parts: Pick<Parts, 'stores'>): Promise<Pledges> =>
  readPledges(await parts.stores.lawSettings.setting(PLEDGE_SETTING))

/** The closing hour of the day by which the question is to be answered; what arrives after hours counts from the next open day. */
export function pledgeAt(now: Instant, days: number, office: OfficeSettings, calendar: WorkCalendar): Instant {
  let target = sameDayTarget(now, office, calendar)
  for (let more = 0; more < days; more += 1)
    target = sameDayTarget(instantAt(addDays(target.day, 1), 0), office, calendar)
  return target.dueAt
}

/** Urgent questions never wait for another day. */
export async function promisedAt(parts: Parts, topic: Topic, urgent: boolean, now: Instant): Promise<Instant> {
  const [pledges, places, calendar] = await Promise.all([
    currentPledges(parts),
    parts.stores.places.all(),
    parts.law.calendar(),
  ])
  const center = places.find(({ kind }) => kind === 'center')
  const office = await parts.law.office(center?.id ?? '')
  return pledgeAt(now, urgent ? 0 : (pledges.byTopic[topic] ?? pledges.usual), office, calendar)
}
