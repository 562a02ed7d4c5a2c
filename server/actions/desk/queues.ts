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

/**
 * The rows a queue shows to this person, by every way in that their roles open: one's own cases, those of the firm, those of
 * the centre or of the point. Who works at the centre and takes cases as well (AS-3) sees both. Empty when there can be none.
 */
export function filtersOf(queue: QueueName, caller: StaffCaller, places: Directory): QueueFilter[] {
  const roles = caller.roles.map(({ role }) => role)
  const ofDesk = new Set(roles.filter((role) => !PROVIDERS.includes(role) && role !== 'firmManager'))
  const agencyIds = agenciesOf(caller, places)
  if (queue === 'objection') return [{ statuses: CONTESTED, objection: 'open', agencyIds }]
  const work = narrowed(queue, queue === 'mine' ? PROVIDER_WORK : BY_QUEUE[queue], NOBODY)
  const ways: QueueFilter[] = []
  if (roles.some((role) => PROVIDERS.includes(role))) ways.push({ ...work, lawyerId: caller.staffId })
  if (roles.includes('firmManager') && caller.orgId) ways.push({ ...work, firmId: caller.orgId })
  if (ofDesk.size === 0 && ways.length > 0) return ways
  if (queue === 'mine' && ofDesk.has('bureauOfficer') && ofDesk.size === 1)
    return [...ways, { statuses: CONTESTED, objection: 'toDecide', agencyIds }]
  const statuses = queue === 'mine' ? waitingFor(ofDesk) : BY_QUEUE[queue]
  if (statuses.length === 0) return ways
  const desk = narrowed(queue, statuses, ofDesk)
  const central = CENTRAL.some((role) => ofDesk.has(role))
  return [...ways, central ? { ...desk, agencyIds } : { ...desk, placeIds: caller.placeIds }]
}
const PROVIDERS: readonly Role[] = ['lawyer', 'grassrootsLegalWorker']
const NOBODY: ReadonlySet<Role> = new Set()

const narrowed = (
  queue: QueueName,
  statuses: readonly Status[],
  roles: ReadonlySet<Role>,
): Pick<QueueFilter, 'statuses' | 'objection' | 'provisionalWithoutLawyer'> => ({
  statuses,
  ...(statuses.includes('refused') ? { objection: queue === 'all' ? ('open' as const) : ('toCorrect' as const) } : {}),
  ...(waitsForLawyer(queue, roles) ? { provisionalWithoutLawyer: true } : {}),
})

/** Whose messages this person answers among the rows of a queue; null when nobody's. The case itself asks the same. */
export function readsIn(
  filters: readonly QueueFilter[],
  { roles }: Pick<StaffCaller, 'roles'>,
  { upwards }: Pick<Directory, 'upwards'>,
): ReadsMessages | null {
  const lawyerId = filters.flatMap((filter) => ('lawyerId' in filter ? [filter.lawyerId] : []))[0]
  const at = new Set(roles.filter(({ role }) => answersAtCentre(role)).map(({ placeId }) => placeId))
  const agencyIds = filters
    .flatMap((filter) => ('agencyIds' in filter ? filter.agencyIds : []))
    .filter((id) => upwards(id).some((place) => at.has(place)))
  return lawyerId === undefined && agencyIds.length === 0
    ? null
    : { ...(lawyerId === undefined ? {} : { lawyerId }), agencyIds }
}

const waitingFor = (roles: ReadonlySet<Role>): Status[] => [
  ...new Set([...roles].flatMap((role) => WAITS_FOR[role] ?? [])),
]

/** Under provisional aid the lawyer comes first; once there is one, whoever assigns has nothing more to do there (法律援助法 44). */
const waitsForLawyer = (queue: QueueName, roles: ReadonlySet<Role>): boolean =>
  queue === 'assign' ||
  (queue === 'mine' &&
    roles.has('assigner') &&
    [...roles].every((role) => role === 'assigner' || !WAITS_FOR[role]?.includes('provisional')))

const agenciesOf = ({ placeIds }: StaffCaller, places: Directory): string[] =>
  placeIds.filter((id) => places.byId.get(id)?.kind === 'center')
