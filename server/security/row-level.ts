import type { EventType } from '@fatong/casework/application/events.ts'
import type { Role } from '@fatong/casework/vocabulary.ts'
import type { AccessContext } from '../db/access.ts'
import type { Stores } from '../db/stores.ts'
import type { Caller, CaseAt } from './standing/cast.ts'
import { APPLICANT } from './standing/application.ts'
import { localDate, type Instant } from '@fatong/law/calendar/dates.ts'

const at = 0 as Instant
const entry = {
  at,
  actor: { kind: 'system' as const, id: 'test', name: 'test' },
  action: 'read' as const,
  subjectKind: 'test' as const,
  subjectId: 'test',
}

/** Every read of a case, a person or a paper that an action can make, straight from the stores: finds something or nothing. */
export const CASE_READS: Readonly<
  Record<string, (stores: Stores, access: AccessContext, of: CaseAt) => Promise<boolean>>
> = {
  'cases.load': async ({ cases }, access, { id }) => (await cases.load(access, id)) !== undefined,
  'cases.line by id': async ({ cases }, access, { id }) => (await cases.line(access, { id })) !== undefined,
  'cases.line by number': async ({ cases }, access, { number }) => (await cases.line(access, { number })) !== undefined,
  'cases.history': async ({ cases }, access, { id }) => (await cases.history(access, id)).length > 0,
  'cases.materials': async ({ cases }, access, { id }) => (await cases.materials(access, id)).length > 0,
  'documents.ofCase': async ({ documents }, access, { id }) => (await documents.ofCase(access, id)).length > 0,
  'documents.find': async ({ documents }, access, { documentId }) =>
    (await documents.find(access, documentId)) !== undefined,
  'materials.caseInReach': ({ materials }, access, { id }) => materials.caseInReach(access, id),
  'materials.caseOfNumber': async ({ materials }, access, { number }) =>
    (await materials.caseOfNumber(access, number)) !== undefined,
  'materials.ofCaseByIds': async ({ materials }, access, { id, materialId }) =>
    (await materials.ofCaseByIds(access, id, [materialId])).length > 0,
  'materials.ofCase': async ({ materials }, access, { id, materialId }) =>
    (await materials.ofCase(access, id, materialId, entry)) !== undefined,
  'materials.notHandedIn': async ({ materials }, access, { id }) =>
    (await materials.notHandedIn(access, id, [])).length > 0,
  'people.find': async ({ people }, access, { applicantId }) => (await people.find(access, applicantId)) !== undefined,
  'people.reveal': async ({ people }, access, { applicantId, id }) =>
    (await people.reveal(access, applicantId, id, entry)) !== undefined,
}
/** Lists that show a case among others. */
export const CASE_LISTS: Readonly<
  Record<string, (stores: Stores, access: AccessContext, of: CaseAt, agencyId: string) => Promise<unknown>>
> = {
  'cases.ofPerson': ({ cases }, access, { applicantId }) => cases.ofPerson(access, applicantId),
  'cases.queue': ({ cases }, access, _of, agencyId) =>
    cases.queue(access, { statuses: ['submitted', 'terminated'], agencyIds: [agencyId] }),
  'cases.search by name': ({ cases }, access) => cases.search(access, { name: APPLICANT.name }),
  'cases.search by number': ({ cases }, access, { number }) => cases.search(access, { number }),
  'cases.board': async ({ cases }, access, _of, agencyId) =>
    (await cases.board(access, agencyId, localDate('2026-01-01'), at)).recent,
  'people.notices': ({ people }, access, { applicantId }) => people.notices(access, applicantId),
}

/** Who sees a case that has ended; an administrator does not. */
const SEES: readonly string[] = [
  'citizen',
  'clerk',
  'reviewer',
  'approver',
  'assigner',
  'director',
  'stationStaff',
  'legalLiaison',
  'lawyer',
  'grassrootsLegalWorker',
  'firmManager',
  'fileReviewer',
  'qualityOfficer',
  'archivist',
  'bureauOfficer',
] satisfies (Role | 'citizen')[]
export const reaches = ({ who, side }: Caller): boolean => side === 'own' && SEES.includes(who)

/** What a citizen, and who is staff without casework at the place, may add to a history. Everything else only the office does. */
const BY_CITIZENS: readonly EventType[] = [
  'applicationSubmitted',
  'materialsSupplied',
  'materialsAdded',
  'formalitiesCompleted',
  'applicationWithdrawn',
  'objectionFiled',
  'replacementRequested',
  'terminationGroundReported',
  'messageLeft',
]
const BY_HANDLERS: readonly EventType[] = [
  'applicationSubmitted',
  'materialsSupplied',
  'materialsAdded',
  'formalitiesCompleted',
  'assignmentAccepted',
  'assignmentDeclined',
  'engagementRecorded',
  'workStarted',
  'progressReported',
  'terminationGroundReported',
  'replacementRequested',
  'caseConcluded',
  'fileSubmitted',
  'objectionFiled',
  'objectionDecided',
  'messageLeft',
]
const OUTSIDE_THE_OFFICE: readonly string[] = [
  'legalLiaison',
  'lawyer',
  'grassrootsLegalWorker',
  'firmManager',
  'bureauOfficer',
] satisfies Role[]
export function mayWrite(caller: Caller, type: EventType): boolean {
  if (!reaches(caller)) return false
  if (caller.who === 'citizen') return BY_CITIZENS.includes(type)
  return !OUTSIDE_THE_OFFICE.includes(caller.who) || BY_HANDLERS.includes(type)
}
export const EVENT_TYPES = Object.keys({
  applicationSubmitted: 0,
  notificationRegistered: 0,
  applicationAccepted: 0,
  reviewRecorded: 0,
  supplementRequested: 0,
  supplementExtended: 0,
  materialsSupplied: 0,
  applicationWithdrawn: 0,
  applicationTransferred: 0,
  remoteVerificationStarted: 0,
  remoteVerificationFinished: 0,
  provisionalAidGranted: 0,
  formalitiesCompleted: 0,
  aidGranted: 0,
  aidRefused: 0,
  lawyerAssigned: 0,
  assignmentAccepted: 0,
  assignmentDeclined: 0,
  engagementRecorded: 0,
  workStarted: 0,
  progressReported: 0,
  terminationGroundReported: 0,
  terminationDeclined: 0,
  replacementRequested: 0,
  replacementDecided: 0,
  aidTerminated: 0,
  caseConcluded: 0,
  fileSubmitted: 0,
  fileReturned: 0,
  subsidyApproved: 0,
  evaluationRecorded: 0,
  caseArchived: 0,
  objectionFiled: 0,
  objectionDecided: 0,
  correctionCarriedOut: 0,
  materialsAdded: 0,
  affiliatesNamed: 0,
  messageLeft: 0,
} satisfies Record<EventType, 0>) as EventType[]
