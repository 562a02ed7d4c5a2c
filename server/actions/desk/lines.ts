import { STATUSES } from '@fatong/casework/vocabulary.ts'
import type { CaseLine as LineView } from '@fatong/contract/desk/cases.ts'
import { daysBetween, localDateOf, type Instant } from '@fatong/law/calendar/dates.ts'
import { MATTERS } from '@fatong/law/legal-aid/matters.ts'
import type { CaseLine } from '../../db/stores/cases/line.ts'
import type { Directory } from '../places/directory.ts'

const PAUSED: Partial<Record<CaseLine['status'], string>> = { supplementing: '等补正材料', verifying: '等异地核查' }

/** Why the clock of the day stands still; once the papers are in it runs again, though the status is still the same. */
const pausedWhy = ({ status, dueTarget }: CaseLine): string | null =>
  status === 'supplementing' && dueTarget !== null ? null : (PAUSED[status] ?? null)
const SUPPLIED = '已补正，等您看'

/** Beside a refusal or an end of aid the promise of a day runs only for what the bureau ordered to be corrected. */
function contested({ objectionOpen, dueTarget }: CaseLine): string | null {
  if (!objectionOpen) return null
  return dueTarget === null ? '异议审查中' : '已责令改正，等改正'
}

/** UR-4: nobody but us sets a day for these papers, so the days that passed are told. */
function papersOwed({ papersOwedSince }: CaseLine, now: Instant): string | null {
  if (papersOwedSince === null) return null
  const days = daysBetween(localDateOf(papersOwedSince), localDateOf(now))
  return days === 0 ? '先行援助，手续待补' : `手续没补 ${days} 天`
}

const HOUR = 3_600_000
/** The stored light is from the last change; time that has passed since is seen here. A promise never turns red (I9). */
function lightNow(line: CaseLine, now: Instant): LineView['light'] {
  if (line.light === 'red' || (line.dueStatutory !== null && localDateOf(now) > line.dueStatutory))
    return line.light === 'red' ? 'red' : 'amber'
  if (line.dueTarget !== null && line.dueTarget - now < HOUR) return 'amber'
  if (pausedWhy(line) !== null) return 'paused'
  return line.light === 'off' ? 'done' : line.light
}

/** A line of a list as the desk shows it. */
export function lineView(line: CaseLine, places: Directory, now: Instant): LineView {
  const paused = pausedWhy(line)
  const statusText =
    contested(line) ??
    papersOwed(line, now) ??
    (line.status === 'supplementing' && paused === null ? SUPPLIED : STATUSES[line.status])
  return {
    id: line.id,
    number: line.number,
    status: line.status,
    statusText,
    matterText: line.kind === 'notified' ? '通知辩护（代理）' : MATTERS[line.matter].term,
    applicantName: line.applicantName,
    placeName: places.byId.get(line.placeId)?.name ?? '',
    submittedAt: line.submittedAt,
    light: lightNow(line, now),
    targetAt: line.dueTarget,
    legalDay: line.dueStatutory,
    pausedWhy: paused,
    lawyerName: line.lawyerName,
    version: line.version,
    unread: line.unread ?? 0,
  }
}
