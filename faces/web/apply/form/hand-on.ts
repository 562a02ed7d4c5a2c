import type { ApplicationEntry } from '@fatong/contract/citizen/draft.ts'
import { words } from '../../words/problems.ts'
import type { Form } from './form.ts'

/** Asked for in custody or through a duty lawyer, as typed by staff who hand it on; `no` where the question was answered so. */
export interface HandOnForm {
  on: boolean
  through: 'custody' | 'dutyLawyer' | 'no' | ''
  day: string
  time: string
  lateReason: string
}
export const newHandOn = (): HandOnForm => ({ on: false, through: '', day: '', time: '', lateReason: '' })

const HOUR = 3_600_000
const CRIMINAL = ['criminalDefense', 'criminalVictim']

/** The district's moment of a day and a time; undefined while they are not both there. */
export function askedAt({ day, time }: HandOnForm): number | undefined {
  const at = Date.parse(`${day}T${time}:00+08:00`)
  return Number.isNaN(at) ? undefined : at
}

/** Whether 24 hours have gone by; in criminal matters they begin with the next full hour. The server has the last word. */
export function isLate({ matter, handOn }: Form, now: number): boolean {
  const at = askedAt(handOn)
  if (at === undefined) return false
  const from = CRIMINAL.includes(matter) ? (Math.floor(at / HOUR) + 1) * HOUR : at
  return now >= from + 24 * HOUR
}

export const isHandedOn = ({ through }: HandOnForm): boolean => through === 'custody' || through === 'dutyLawyer'

/** At a place where people are held the question has to be answered; elsewhere only once the tick is set. */
export function handOnProblems(
  form: Form,
  { now, assist, custodyPlace }: { now: number; assist: boolean; custodyPlace: boolean },
): Record<string, string> {
  const { handOn } = form
  const found: Record<string, string> = {}
  if (!assist || (!custodyPlace && !handOn.on)) return found
  if (handOn.through === '' || (handOn.through === 'no' && !custodyPlace)) found['handOn.through'] = words.handOnThrough
  if (!isHandedOn(handOn)) return found
  const at = askedAt(handOn)
  if (at === undefined) found['handOn.askedAt'] = words.handOnAsked
  else if (at > now) found['handOn.askedAt'] = words.handOnFuture
  else if (isLate(form, now) && handOn.lateReason.trim() === '') found['handOn.lateReason'] = words.handOnLate
  if (handOn.lateReason.trim().length > 500) found['handOn.lateReason'] = words.handOnLong
  return found
}

/** As the contract wants it; nothing where nobody is held. */
export function handOnEntry({ handOn }: Form): Pick<ApplicationEntry, 'handOn'> {
  const at = askedAt(handOn)
  if ((handOn.through !== 'custody' && handOn.through !== 'dutyLawyer') || at === undefined) return {}
  return {
    handOn: {
      through: handOn.through,
      askedAt: at,
      ...(handOn.lateReason.trim() === '' ? {} : { lateReason: handOn.lateReason.trim() }),
    },
  }
}
