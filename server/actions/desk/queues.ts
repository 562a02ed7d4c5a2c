import type { Role, Status } from '@fatong/casework/vocabulary.ts'
import type { QueueName } from '@fatong/contract/desk/cases.ts'
import type { QueueFilter } from '../../db/stores/cases/queue.ts'
import type { StaffCaller } from '../caller.ts'
import type { Directory } from '../places/directory.ts'

const BY_QUEUE: Record<Exclude<QueueName, 'mine' | 'objection'>, readonly Status[]> = {
  accept: ['submitted'], supplement: ['supplementing', 'verifying'], decide: ['accepted', 'provisional'], assign: ['granted', 'notified', 'provisional', 'reassigning'],
  handling: ['assigned', 'engaged', 'inProgress'], closing: ['concluded', 'fileReview', 'fileReturned', 'subsidyApproved', 'evaluated'],
  all: ['submitted', 'supplementing', 'accepted', 'verifying', 'provisional', 'granted', 'notified', 'assigned', 'engaged', 'inProgress', 'reassigning', 'concluded', 'fileReview', 'fileReturned', 'subsidyApproved', 'evaluated'],
}
/** What waits for each role: the statuses in which its next command lies. */
const WAITS_FOR: Partial<Record<Role, readonly Status[]>> = {
  clerk: ['submitted', 'supplementing', 'verifying', 'provisional'], reviewer: ['accepted', 'verifying', 'provisional'], approver: ['accepted', 'provisional', 'reassigning'],
  assigner: ['granted', 'notified', 'provisional', 'reassigning'],
  director: ['submitted', 'accepted', 'provisional', 'granted', 'notified', 'reassigning'], stationStaff: ['submitted', 'supplementing'], legalLiaison: ['supplementing'],
  fileReviewer: ['fileReview'], qualityOfficer: ['subsidyApproved'], archivist: ['evaluated'],
}
const PROVIDER_WORK: readonly Status[] = ['provisional', 'assigned', 'engaged', 'inProgress', 'concluded', 'fileReturned']
const CENTRAL: readonly Role[] = ['clerk', 'reviewer', 'approver', 'assigner', 'director', 'fileReviewer', 'qualityOfficer', 'archivist', 'bureauOfficer', 'administrator']

/** The rows a queue shows to this person; null when there can be none. */
export function filterOf(queue: QueueName, caller: StaffCaller, places: Directory): QueueFilter | null {
  const roles = new Set(caller.roles.map(({ role }) => role))
  const statuses = queue === 'mine' ? mine(roles) : queue === 'objection' ? (['refused', 'terminated'] as const) : BY_QUEUE[queue]
  const objectionOpen = queue === 'objection' || (queue === 'mine' && roles.has('bureauOfficer') && roles.size === 1)
  if (objectionOpen) return { statuses: ['refused', 'terminated'], objectionOpen: true, agencyIds: agenciesOf(caller, places) }
  if (statuses.length === 0) return null
  if (roles.has('lawyer') || roles.has('grassrootsLegalWorker')) return { statuses: statuses.filter((s) => PROVIDER_WORK.includes(s) || queue !== 'mine'), lawyerId: caller.staffId }
  if (roles.has('firmManager') && caller.orgId) return { statuses, firmId: caller.orgId }
  if (CENTRAL.some((role) => roles.has(role))) return { statuses, agencyIds: agenciesOf(caller, places), ...(waitsForLawyer(queue, roles) ? { provisionalWithoutLawyer: true } : {}) }
  return { statuses, placeIds: caller.placeIds }
}

function mine(roles: ReadonlySet<Role>): Status[] {
  if (roles.has('lawyer') || roles.has('grassrootsLegalWorker') || roles.has('firmManager')) return [...PROVIDER_WORK]
  return [...new Set([...roles].flatMap((role) => WAITS_FOR[role] ?? []))]
}

/** Under provisional aid the lawyer comes first; once there is one, whoever assigns has nothing more to do there (法律援助法 44). */
const waitsForLawyer = (queue: QueueName, roles: ReadonlySet<Role>): boolean =>
  queue === 'assign' || (queue === 'mine' && [...roles].every((role) => role === 'assigner' || !WAITS_FOR[role]?.includes('provisional')))

const agenciesOf = ({ placeIds }: StaffCaller, places: Directory): string[] => placeIds.filter((id) => places.byId.get(id)?.kind === 'center')
