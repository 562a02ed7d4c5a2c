import type { Role, SameDayStep, Status } from '../vocabulary.ts'
import type { EventType } from './events.ts'
import type { LegalLimitKey } from '@fatong/law/legal-aid/deadlines.ts'

/** One row of the rule book's table 2.2. */
export interface Transition {
  id: string
  from: readonly (Status | 'none')[]
  to: readonly Status[]
  event: EventType
  by: readonly (Role | 'applicant' | 'handlingLawyer' | 'authority')[]
  limit?: LegalLimitKey
  sameDay?: SameDayStep
  documents: readonly string[]
}
const WORK: readonly Status[] = ['provisional', 'granted', 'notified', 'assigned', 'engaged', 'inProgress', 'reassigning']

/**
 * Every way a case may move. A change of status that is not in this table is a bug; a test walks random cases against it.
 * Loops that leave the status alone (progress, messages, materials) are listed where the rule book lists them.
 */
export const TRANSITIONS: readonly Transition[] = [
  { id: 'T1', from: ['none'], to: ['submitted'], event: 'applicationSubmitted', by: ['applicant', 'clerk', 'stationStaff', 'legalLiaison'], limit: 'transferCustody', sameDay: 'apply', documents: ['申请表', '身份与代理权证明', '经济困难状况说明表'] },
  { id: 'T2', from: ['submitted'], to: ['accepted'], event: 'applicationAccepted', by: ['clerk'], limit: 'review', sameDay: 'accept', documents: ['申请材料接收凭证'] },
  { id: 'T3', from: ['submitted', 'accepted', 'supplementing'], to: ['supplementing'], event: 'supplementRequested', by: ['clerk', 'reviewer'], sameDay: 'accept', documents: ['补充材料／说明通知书'] },
  { id: 'T4', from: ['supplementing'], to: ['accepted'], event: 'applicationAccepted', by: ['clerk'], documents: ['申请材料接收凭证'] },
  { id: 'T5', from: ['supplementing'], to: ['withdrawn'], event: 'applicationWithdrawn', by: ['clerk'], limit: 'supplement', documents: ['视为撤回告知'] },
  { id: 'T5a', from: ['submitted', 'supplementing', 'accepted', 'verifying'], to: ['withdrawn'], event: 'applicationWithdrawn', by: ['applicant', 'clerk'], documents: [] },
  { id: 'T6', from: ['submitted', 'accepted'], to: ['transferred'], event: 'applicationTransferred', by: ['clerk'], documents: ['法律援助公函（转交申请）'] },
  { id: 'T7', from: ['accepted'], to: ['verifying'], event: 'remoteVerificationStarted', by: ['reviewer'], documents: ['协作函'] },
  { id: 'T7b', from: ['verifying'], to: ['accepted'], event: 'remoteVerificationFinished', by: ['reviewer'], documents: [] },
  { id: 'T8', from: ['submitted', 'accepted'], to: ['provisional'], event: 'provisionalAidGranted', by: ['approver'], documents: ['先行援助审批记录'] },
  { id: 'T9', from: ['provisional'], to: ['granted', 'assigned', 'engaged', 'inProgress'], event: 'aidGranted', by: ['approver'], limit: 'provisionalReview', documents: ['给予法律援助决定书'] },
  { id: 'T9b', from: ['provisional'], to: ['refused'], event: 'aidRefused', by: ['approver'], limit: 'provisionalReview', documents: ['不予法律援助决定书'] },
  { id: 'T10', from: ['accepted'], to: ['granted'], event: 'aidGranted', by: ['approver'], limit: 'review', sameDay: 'decide', documents: ['给予法律援助决定书'] },
  { id: 'T11', from: ['accepted'], to: ['refused'], event: 'aidRefused', by: ['approver'], limit: 'review', sameDay: 'decide', documents: ['不予法律援助决定书'] },
  { id: 'T12', from: ['none'], to: ['notified'], event: 'notificationRegistered', by: ['authority', 'clerk'], limit: 'assignNotified', documents: ['通知函'] },
  { id: 'T13', from: ['granted', 'notified', 'reassigning'], to: ['assigned'], event: 'lawyerAssigned', by: ['assigner'], limit: 'assign', sameDay: 'assign', documents: ['指派通知书', '法律援助公函'] },
  { id: 'T13b', from: ['assigned'], to: ['granted', 'notified', 'reassigning'], event: 'assignmentDeclined', by: ['handlingLawyer'], documents: [] },
  { id: 'T14', from: ['assigned'], to: ['engaged'], event: 'engagementRecorded', by: ['handlingLawyer'], limit: 'sign', documents: ['委托协议', '授权委托书'] },
  { id: 'T15', from: ['engaged'], to: ['inProgress'], event: 'workStarted', by: ['handlingLawyer'], documents: ['约见或会见笔录'] },
  { id: 'T16', from: ['inProgress'], to: ['inProgress'], event: 'progressReported', by: ['handlingLawyer'], limit: 'progressReport', documents: ['通报情况记录'] },
  { id: 'T17', from: ['assigned', 'engaged', 'inProgress'], to: ['reassigning'], event: 'replacementRequested', by: ['applicant', 'handlingLawyer', 'director'], limit: 'replace', documents: ['更换申请审批表'] },
  { id: 'T17b', from: ['reassigning'], to: ['reassigning', 'assigned', 'engaged', 'inProgress'], event: 'replacementDecided', by: ['approver'], limit: 'replace', documents: ['更换法律援助人员通知书'] },
  { id: 'T18', from: WORK, to: ['terminated'], event: 'aidTerminated', by: ['approver'], documents: ['终止法律援助决定书'] },
  { id: 'T19', from: ['inProgress'], to: ['concluded'], event: 'caseConcluded', by: ['handlingLawyer'], documents: ['裁判文书等副本'] },
  { id: 'T20', from: ['concluded', 'fileReturned'], to: ['fileReview'], event: 'fileSubmitted', by: ['handlingLawyer'], limit: 'handInFile', documents: ['结案报告表'] },
  { id: 'T21', from: ['fileReview'], to: ['fileReturned'], event: 'fileReturned', by: ['fileReviewer'], limit: 'fileReturn', documents: ['退卷意见'] },
  { id: 'T22', from: ['fileReview'], to: ['subsidyApproved'], event: 'subsidyApproved', by: ['fileReviewer'], limit: 'reviewFile', documents: ['补贴审核与发放记录'] },
  { id: 'T23', from: ['subsidyApproved'], to: ['evaluated'], event: 'evaluationRecorded', by: ['qualityOfficer'], documents: ['回访表', '评查表'] },
  { id: 'T24', from: ['evaluated'], to: ['archived'], event: 'caseArchived', by: ['archivist'], documents: ['卷内目录', '备考表'] },
  { id: 'T25', from: ['refused', 'terminated'], to: ['refused', 'terminated'], event: 'objectionDecided', by: ['bureauOfficer'], limit: 'objectionReview', documents: ['维持或责令改正决定'] },
  { id: 'T26', from: ['refused'], to: ['accepted'], event: 'correctionCarriedOut', by: ['approver'], documents: ['撤销原决定记录'] },
  { id: 'T26b', from: ['terminated'], to: WORK, event: 'correctionCarriedOut', by: ['approver'], documents: ['撤销原决定记录'] },
]

/** Whether the table knows this move. Staying in place is always allowed. */
export const inTable = (from: Status | 'none', to: Status, event: EventType): boolean =>
  from === to || TRANSITIONS.some((t) => t.event === event && t.from.includes(from) && t.to.includes(to))
