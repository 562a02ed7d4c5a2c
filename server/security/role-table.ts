import type { Role } from '@fatong/casework/vocabulary.ts'
import type { Side, Who } from './standing/cast.ts'

/** Who is let in, at their own place and at another one. Everybody who is not named is refused. */
export type Row = Record<Side, readonly Who[]>

const everyRole: readonly Role[] = [
  'clerk', 'reviewer', 'approver', 'assigner', 'director', 'stationStaff', 'legalLiaison', 'lawyer', 'grassrootsLegalWorker', 'firmManager', 'fileReviewer', 'qualityOfficer', 'archivist', 'bureauOfficer', 'administrator',
]
const everyStaff: readonly Who[] = [...everyRole, 'lawyerOfSameFirm']
const staffAtSessionPages: readonly Who[] = [...everyStaff, 'notYetAdmitted']
const everybody: readonly Who[] = ['anonymous', 'citizen', ...staffAtSessionPages]
/** Who works on a case, handles it, helped with it, or decides on objections against how it ended. An administrator is none of them. */
const onTheCase = everyRole.filter((role) => role !== 'administrator')
const handlers: readonly Role[] = ['lawyer', 'grassrootsLegalWorker']

const own = (...who: readonly Who[]): Row => ({ own: who, other: [] })
const both = (who: readonly Who[]): Row => ({ own: who, other: who })
/** The person the case is about, and nobody else who is a citizen. */
const applicant = own('citizen')
const button = (...roles: readonly Role[]): Row => own(...roles)
const law = both(['administrator', 'director'])
const guideWriters: readonly Role[] = ['clerk', 'reviewer', 'approver', 'director', 'lawyer', 'grassrootsLegalWorker', 'bureauOfficer', 'administrator']
const guideReviewers: readonly Role[] = ['approver', 'director', 'bureauOfficer']
/** The pool of those who answer questions, and those who look after the answers. */
const onDuty: readonly Who[] = ['lawyer', 'lawyerOfSameFirm', 'grassrootsLegalWorker', 'clerk', 'director']
const answersQuality: readonly Role[] = ['clerk', 'approver', 'director', 'qualityOfficer', 'bureauOfficer']
/** Who receives people by appointment, and who keeps the team and the rosters of a place. */
const receivers: readonly Role[] = ['clerk', 'director', 'stationStaff', 'legalLiaison']
/** Who hands matters up and down. */
const linked: readonly Role[] = ['clerk', 'director', 'stationStaff', 'legalLiaison', 'bureauOfficer']
const keepers: readonly Role[] = ['administrator', 'director', 'stationStaff', 'bureauOfficer']
const administrators = both(['administrator'])

/** The table: each route of the contract has a row, or the test fails. Rule book 2.2 for the buttons; docs/security.md says how own and other are meant. */
export const ROLE_TABLE: Readonly<Record<string, Row>> = {
  'POST /eligibility': both(everybody), 'GET /figures': both(everybody), 'GET /privacy-notice': both(everybody), 'GET /service-points': both(everybody), 'GET /verify/:code': both(everybody),
  'POST /citizen/code': both(everybody), 'POST /citizen/session': both(everybody), 'POST /desk/session': both(everybody),

  // Two citizens, each with their own account.
  'GET /citizen/me': both(['citizen']), 'DELETE /citizen/session': both(['citizen']), 'GET /citizen/notices': both(['citizen']), 'POST /citizen/notices/read': both(['citizen']),
  'GET /citizen/export': both(['citizen']), 'GET /citizen/cases': both(['citizen']),

  // A draft is whoever's who holds its secret; here the other side comes with a wrong one.
  'POST /drafts': both(everybody), 'GET /drafts/:id': own(...everybody), 'PUT /drafts/:id': own(...everybody), 'DELETE /drafts/:id': own(...everybody),
  'POST /drafts/:id/materials': own(...everybody), 'GET /drafts/:id/materials/:material': own(...everybody), 'DELETE /drafts/:id/materials/:material': own(...everybody),
  'POST /applications': own('citizen', 'clerk', 'stationStaff', 'legalLiaison', 'director'),

  'GET /citizen/cases/:number': applicant, 'POST /citizen/cases/:number/materials': applicant, 'POST /citizen/cases/:number/supply': applicant, 'POST /citizen/cases/:number/messages': applicant,
  'POST /citizen/cases/:number/withdraw': applicant, 'POST /citizen/cases/:number/objection': applicant, 'POST /citizen/cases/:number/replacement': applicant, 'POST /citizen/cases/:number/end': applicant,
  'GET /citizen/cases/:number/materials/:id': applicant, 'GET /citizen/cases/:number/documents/:id': applicant,

  'GET /desk/me': both(staffAtSessionPages), 'DELETE /desk/session': both(staffAtSessionPages), 'POST /desk/password': both(staffAtSessionPages), 'POST /desk/totp': both(staffAtSessionPages),
  'POST /desk/totp/confirm': both(staffAtSessionPages), 'GET /desk/sessions': both(staffAtSessionPages), 'DELETE /desk/sessions/:id': both(staffAtSessionPages),

  // Lists answer everybody at work, each with what is in reach: the test looks for what must not be in them.
  'GET /desk/queue': both(everyStaff), 'GET /desk/next': both(everyStaff), 'GET /desk/search': both(everyStaff), 'GET /desk/board': both(everyStaff), 'GET /desk/changes': both(everyStaff), 'GET /desk/simulated-sms': both(everyStaff),
  // One's own inbox; the notice on the other side is a colleague's.
  'GET /desk/notices': both(everyStaff), 'GET /desk/notices/unread': both(everyStaff), 'POST /desk/notices/:id/read': own(...everyStaff),

  'GET /desk/cases/:id': own(...onTheCase), 'GET /desk/cases/:id/materials/:material': own(...onTheCase), 'POST /desk/cases/:id/materials': own(...onTheCase), 'GET /desk/cases/:id/documents/:document': own(...onTheCase),
  'POST /desk/cases/:id/reveal': own(...onTheCase.filter((role) => !['firmManager', 'fileReviewer', 'archivist'].includes(role))),
  'GET /desk/cases/:id/candidates': own('assigner', 'director', 'approver'), 'GET /desk/cases/:id/advice': own('assigner', 'director', 'approver', 'qualityOfficer'), 'POST /desk/cases/:id/preview/:command': own('approver'),

  'POST /desk/cases/:id/acceptApplication': button('clerk', 'director'), 'POST /desk/cases/:id/requestSupplement': button('clerk', 'reviewer', 'director'), 'POST /desk/cases/:id/confirmDeemedWithdrawn': button('clerk', 'director'),
  'POST /desk/cases/:id/withdrawApplication': button('clerk'), 'POST /desk/cases/:id/transferApplication': button('clerk', 'director'), 'POST /desk/cases/:id/startRemoteVerification': button('reviewer', 'clerk'),
  'POST /desk/cases/:id/finishRemoteVerification': button('reviewer', 'clerk'), 'POST /desk/cases/:id/recordReview': button('reviewer'), 'POST /desk/cases/:id/grantProvisionalAid': button('approver', 'director'),
  'POST /desk/cases/:id/completeFormalities': button('clerk', 'reviewer'), 'POST /desk/cases/:id/grantAid': button('approver'), 'POST /desk/cases/:id/refuseAid': button('approver'), 'POST /desk/cases/:id/assignLawyer': button('assigner', 'director'),
  'POST /desk/cases/:id/acceptAssignment': button(...handlers, 'firmManager'), 'POST /desk/cases/:id/declineAssignment': button(...handlers, 'firmManager'), 'POST /desk/cases/:id/recordEngagement': button(...handlers, 'firmManager'),
  'POST /desk/cases/:id/startWork': button(...handlers), 'POST /desk/cases/:id/reportProgress': button(...handlers), 'POST /desk/cases/:id/reportTerminationGround': button(...handlers, 'clerk', 'director'),
  'POST /desk/cases/:id/requestReplacement': button(...handlers, 'firmManager', 'director', 'assigner'), 'POST /desk/cases/:id/decideReplacement': button('approver', 'director'), 'POST /desk/cases/:id/terminateAid': button('approver', 'director'),
  'POST /desk/cases/:id/concludeCase': button(...handlers), 'POST /desk/cases/:id/submitFile': button(...handlers), 'POST /desk/cases/:id/returnFile': button('fileReviewer'), 'POST /desk/cases/:id/approveSubsidy': button('fileReviewer', 'director'),
  'POST /desk/cases/:id/recordEvaluation': button('qualityOfficer'), 'POST /desk/cases/:id/archiveCase': button('archivist'), 'POST /desk/cases/:id/decideObjection': button('bureauOfficer'), 'POST /desk/cases/:id/carryOutCorrection': button('approver', 'director'),
  'POST /desk/cases/:id/addMaterials': button('clerk', 'reviewer', 'approver', 'assigner', 'director', 'stationStaff', 'legalLiaison', ...handlers),
  'POST /desk/cases/:id/leaveMessage': button('clerk', 'reviewer', 'approver', 'assigner', 'director', ...handlers),
  'POST /desk/notifications': own('clerk', 'assigner', 'director'),

  // What is set for the whole installation has no place.
  'GET /desk/admin/places': both(everyStaff), 'GET /desk/admin/calendar': both(everyStaff), 'GET /desk/admin/parameters': both(everyStaff), 'GET /desk/admin/settings': both(everyStaff),
  'PUT /desk/admin/places/:id': administrators, 'GET /desk/admin/staff': administrators, 'POST /desk/admin/staff': administrators, 'PUT /desk/admin/staff/:id': administrators, 'POST /desk/admin/staff/:id/password': administrators,
  'POST /desk/admin/calendar/import': law, 'POST /desk/admin/parameters/replay': law, 'POST /desk/admin/parameters': law, 'PUT /desk/admin/settings': law,
  'GET /desk/admin/templates': law, 'GET /desk/admin/templates/:kind': law, 'POST /desk/admin/templates/:kind': law,
  'GET /desk/admin/audit': both(['administrator', 'director', 'bureauOfficer', 'qualityOfficer']),
  // The law is everybody's; typical cases once somebody has looked at them.
  'GET /laws': both(everybody), 'GET /laws/:id': both(everybody), 'GET /articles/:id': both(everybody), 'GET /articles': both(everybody), 'GET /typical-cases': both(everybody), 'GET /typical-cases/:id': both(everybody),
  'GET /desk/typical-cases': both(everyStaff), 'GET /desk/typical-cases/:id': both(everyStaff), 'POST /desk/typical-cases/:id/state': both(guideReviewers), 'PUT /desk/typical-cases/:id': both([...guideWriters, 'lawyerOfSameFirm']), 'GET /desk/library': both(everyStaff), 'POST /desk/library/import': administrators,
  // Guides have no place either; who wrote one never publishes it.
  'GET /guides': both(everybody), 'GET /guides/:topic/:name': both(everybody), 'GET /desk/guides': both(everyStaff), 'GET /desk/guides/:topic/:name': both(everyStaff),
  'PUT /desk/guides/:topic/:name': both([...guideWriters, 'lawyerOfSameFirm']), 'POST /desk/guides/:topic/:name/:version/publish': both(guideReviewers), 'POST /desk/guides/:topic/:name/:version/return': both(guideReviewers),
  'GET /search': both(everybody), 'GET /consultation/suggestions': both(everybody),
  // A consultation is whoever's who holds its secret. Questions left for a person have no place: the pool is the district's.
  'POST /consultation': both(everybody), 'POST /consultation/continue': both(everybody), 'POST /consultation/flags': both(everybody),
  'GET /consultation/:id': own(...everybody), 'DELETE /consultation/:id': own(...everybody), 'POST /consultation/:id/messages': own(...everybody), 'POST /consultation/:id/rephrase': own(...everybody),
  'POST /consultation/:id/code': own(...everybody), 'POST /consultation/:id/attach': own(...everybody), 'POST /consultation/:id/turns/:turn/feedback': own(...everybody),
  'POST /questions': both(['citizen']), 'GET /citizen/questions': both(['citizen']), 'GET /citizen/consultations': both(['citizen']), 'GET /citizen/questions/:id': applicant, 'POST /citizen/questions/:id/rating': applicant, 'POST /citizen/questions/:id/again': applicant,
  'GET /desk/questions': both(onDuty), 'GET /desk/questions/:id': both(onDuty), 'GET /desk/questions/articles': both(onDuty), 'POST /desk/questions/:id/take': both(onDuty), 'POST /desk/questions/:id/release': both(onDuty),
  'POST /desk/questions/:id/answer': both(onDuty), 'POST /desk/questions/:id/guide': both(onDuty),
  'GET /desk/consultation/asked': both(answersQuality), 'GET /desk/consultation/figures': both(answersQuality), 'GET /desk/consultation/flags': both(answersQuality), 'POST /desk/consultation/flags/:id/settle': both(answersQuality),
  'GET /desk/consultation/pledges': both(everyStaff), 'PUT /desk/consultation/pledges': law, 'GET /desk/consultation/duty': both(everyStaff), 'PUT /desk/consultation/duty': law,
  'GET /desk/admin/dead-letters': administrators, 'POST /desk/admin/dead-letters/:id/retry': administrators,

  // The three tiers: anybody finds a point and sees its free times; who is on duty where is for staff, and kept by those who manage the place.
  'GET /wishes': both(everybody), 'GET /service-points/near': both(everybody), 'GET /service-points/:id/slots': both(everybody),
  'POST /citizen/appointments': both(['citizen']), 'GET /citizen/appointments': both(['citizen']), 'POST /citizen/appointments/:id/cancel': applicant,
  'POST /citizen/callbacks': both(['citizen']), 'GET /citizen/callbacks': both(['citizen']), 'POST /citizen/callbacks/:id/withdraw': applicant, 'GET /desk/callbacks': both(everyStaff), 'POST /desk/callbacks/:id/done': own(...receivers), 'POST /desk/team/:id/message': both(everyStaff),
  'GET /desk/appointments': both(receivers), 'POST /desk/appointments/:id/state': own(...receivers), 'POST /desk/appointments/:id/video': own(...receivers),
  'GET /desk/team': both(everyStaff), 'PUT /desk/team/:id': own(...keepers), 'POST /desk/team/:id/leave': own(...keepers), 'DELETE /desk/team/:id/leave/:leave': own(...keepers), 'GET /desk/roster': both(everyStaff), 'PUT /desk/roster/lines/:id': own(...keepers),
  'POST /desk/roster/lines/:id/end': own(...keepers), 'PUT /desk/roster/lines/:id/days/:day': own(...keepers),
  'GET /desk/service-log': both(everyStaff), 'PUT /desk/service-log/:id': own(...keepers), 'POST /desk/service-log/:id/strike': own(...keepers), 'POST /desk/service-log/import': both(everyStaff), 'GET /desk/service-log/export/:format': both(everyStaff),
  'GET /desk/network/coverage': both(everyStaff), 'GET /desk/network/coverage.xlsx': both(everyStaff), 'POST /desk/network/what-if': both(everyStaff), 'POST /desk/network/plan/:format': both(everyStaff), 'GET /desk/network/contours': both(everyStaff), 'POST /desk/network/siting': both(everyStaff),
  'GET /desk/handovers': both(linked), 'GET /desk/handovers/places': both(linked), 'POST /desk/handovers': own('clerk', 'director'), 'POST /desk/handovers/:id/:step': own('stationStaff'),
  'POST /desk/network/import/:kind': administrators, 'GET /desk/network/export/:kind/:format': administrators, 'POST /desk/network/roads': administrators, 'GET /desk/network/roads': both(everyStaff), 'DELETE /desk/network/roads': administrators, 'POST /desk/network/bus': administrators, 'GET /desk/network/bus': both(everyStaff), 'DELETE /desk/network/bus': administrators, 'GET /desk/network/bus/template': administrators,
  'POST /desk/assignments/plan': both(['assigner', 'director']), 'POST /desk/assignments': both(['assigner', 'director']), 'GET /desk/assignments/handings/people': both(['assigner', 'director']), 'POST /desk/assignments/handings/plan': both(['assigner', 'director']), 'POST /desk/assignments/handings': both(['director']),
  'GET /desk/assignments/replay': both(['director']), 'GET /desk/assignments/replay.xlsx': both(['director']), 'GET /desk/assignments/advice': both(['assigner', 'director', 'bureauOfficer', 'qualityOfficer']),
  'GET /desk/network/activity': both([...linked, 'qualityOfficer', 'administrator']),
}
