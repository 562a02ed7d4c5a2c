import { answersAtCentre } from '@fatong/casework/application/permissions.ts'
import type { Role, Status } from '@fatong/casework/vocabulary.ts'
import type { QueueName } from '@fatong/contract/desk/cases.ts'
import type { QueueFilter, ReadsMessages } from '../../db/stores/cases/queue.ts'
import type { StaffCaller } from '../caller.ts'
import type { Directory } from '../places/directory.ts'

const CONTESTED = ['refused', 'terminated'] as const
const BY_QUEUE: Record<Exclude<QueueName, 'mine' | 'objection'>, readonly Status[]> = {
  accept: ['submitted'],
  supplement: ['supplementing', 'verifying'],
  decide: ['accepted', 'provisional', ...CONTESTED],
  assign: ['granted', 'notified', 'provisional', 'reassigning'],
  handling: ['assigned', 'engaged', 'inProgress'],
  closing: ['concluded', 'fileReview', 'fileReturned', 'subsidyApproved', 'evaluated'],
  all: [
    'submitted',
    'supplementing',
    'accepted',
    'verifying',
    'provisional',
    'granted',
    'notified',
    'assigned',
    'engaged',
    'inProgress',
    'reassigning',
    'concluded',
    'fileReview',
    'fileReturned',
    'subsidyApproved',
    'evaluated',
    ...CONTESTED,
  ],
}
/** What waits for each role: the statuses in which its next command lies. What was refused or ended waits only while a correction is ordered (T26). */
const WAITS_FOR: Partial<Record<Role, readonly Status[]>> = {
  clerk: ['submitted', 'supplementing', 'verifying', 'provisional'],
  reviewer: ['accepted', 'verifying', 'provisional'],
  approver: ['accepted', 'provisional', 'reassigning', ...CONTESTED],
  assigner: ['granted', 'notified', 'provisional', 'reassigning'],
  director: ['submitted', 'accepted', 'provisional', 'granted', 'notified', 'reassigning', ...CONTESTED],
  stationStaff: ['submitted', 'supplementing'],
  legalLiaison: ['supplementing'],
  fileReviewer: ['fileReview'],
  qualityOfficer: ['subsidyApproved'],
  archivist: ['evaluated'],
}
const PROVIDER_WORK: readonly Status[] = [
  'provisional',
  'assigned',
  'engaged',
  'inProgress',
  'concluded',
  'fileReturned',
]
const CENTRAL: readonly Role[] = [
  'clerk',
  'reviewer',
  'approver',
  'assigner',
  'director',
  'fileReviewer',
  'qualityOfficer',
  'archivist',
  'bureauOfficer',
  'administrator',
]

/** The rows a queue shows to this person; null when there can be none. */
export function filterOf(queue: QueueName, caller: StaffCaller, places: Directory): QueueFilter | null {
  const roles = new Set(caller.roles.map(({ role }) => role))
  if (queue === 'objection') return { statuses: CONTESTED, objection: 'open', agencyIds: agenciesOf(caller, places) }
  if (queue === 'mine' && roles.has('bureauOfficer') && roles.size === 1)
    return { statuses: CONTESTED, objection: 'toDecide', agencyIds: agenciesOf(caller, places) }
  const statuses = queue === 'mine' ? mine(roles) : BY_QUEUE[queue]
  if (statuses.length === 0) return null
  const only = {
    ...(statuses.includes('refused')
      ? { objection: queue === 'all' ? ('open' as const) : ('toCorrect' as const) }
      : {}),
    ...(waitsForLawyer(queue, roles) ? { provisionalWithoutLawyer: true } : {}),
  }
  if (roles.has('lawyer') || roles.has('grassrootsLegalWorker'))
    return {
      statuses: statuses.filter((s) => PROVIDER_WORK.includes(s) || queue !== 'mine'),
      lawyerId: caller.staffId,
      ...only,
    }
  if (roles.has('firmManager') && caller.orgId) return { statuses, firmId: caller.orgId, ...only }
  if (CENTRAL.some((role) => roles.has(role))) return { statuses, agencyIds: agenciesOf(caller, places), ...only }
  return { statuses, placeIds: caller.placeIds, ...only }
}

/** Whose messages this person answers among the rows of a queue; null when nobody's. The case itself asks the same. */
export function readsIn(
  filter: QueueFilter,
  { roles }: Pick<StaffCaller, 'roles'>,
  { upwards }: Pick<Directory, 'upwards'>,
): ReadsMessages | null {
  if ('lawyerId' in filter) return { lawyer: true }
  if (!('agencyIds' in filter)) return null
  const at = new Set(roles.filter(({ role }) => answersAtCentre(role)).map(({ placeId }) => placeId))
  const agencyIds = filter.agencyIds.filter((id) => upwards(id).some((place) => at.has(place)))
  return agencyIds.length > 0 ? { agencyIds } : null
}

function mine(roles: ReadonlySet<Role>): Status[] {
  if (roles.has('lawyer') || roles.has('grassrootsLegalWorker') || roles.has('firmManager')) return [...PROVIDER_WORK]
  return [...new Set([...roles].flatMap((role) => WAITS_FOR[role] ?? []))]
}

/** Under provisional aid the lawyer comes first; once there is one, whoever assigns has nothing more to do there (法律援助法 44). */
const waitsForLawyer = (queue: QueueName, roles: ReadonlySet<Role>): boolean =>
  queue === 'assign' ||
  (queue === 'mine' &&
    roles.has('assigner') &&
    [...roles].every((role) => role === 'assigner' || !WAITS_FOR[role]?.includes('provisional')))

const agenciesOf = ({ placeIds }: StaffCaller, places: Directory): string[] =>
  placeIds.filter((id) => places.byId.get(id)?.kind === 'center')
