import type { Role, SameDayStep, Status } from '../vocabulary.ts'
import type { CommandType } from './commands.ts'
import type { EventType } from './events.ts'
import type { LegalLimitKey } from '@fatong/law/legal-aid/deadlines.ts'

/** One row of the rule book's table 2.2. */
export interface Transition {
  id: string
  from: readonly (Status | 'none')[]
  to: readonly Status[]
  command: CommandType
  event: EventType
  /** as `permissions.ts` has it; a test holds the two together */
  by: readonly (Role | 'applicant' | 'handlingLawyer' | 'handlingFirm')[]
  limit?: LegalLimitKey
  sameDay?: SameDayStep
  /** 文书, those brought and those we owe among them; a test says which of them are issued, and which not yet */
  documents: readonly string[]
}
const WORK: readonly Status[] = ['provisional', 'granted', 'notified', 'assigned', 'engaged', 'inProgress', 'reassigning']

/**
 * Every way a case may move. A change of status that is not in this table is a bug; a test walks random cases against it.
 * Loops that leave the status alone (progress, messages, materials) are listed where the rule book lists them.
 */
export const TRANSITIONS: readonly Transition[] = [
  { id: 'T1', from: ['none'], to: ['submitted'], command: 'submitApplication', event: 'applicationSubmitted', by: ['applicant', 'clerk', 'stationStaff', 'legalLiaison', 'director'], limit: 'transferCustody', sameDay: 'apply', documents: ['法律援助申请表', '身份与代理权证明', '经济困难状况说明表'] },
  { id: 'T2', from: ['submitted'], to: ['accepted'], command: 'acceptApplication', event: 'applicationAccepted', by: ['clerk', 'director'], limit: 'review', sameDay: 'accept', documents: ['法律援助申请材料接收凭证'] },
  { id: 'T3', from: ['submitted', 'accepted', 'supplementing'], to: ['supplementing'], command: 'requestSupplement', event: 'supplementRequested', by: ['clerk', 'reviewer', 'director'], sameDay: 'accept', documents: ['补充材料／说明通知书'] },
  { id: 'T4', from: ['supplementing'], to: ['accepted'], command: 'acceptApplication', event: 'applicationAccepted', by: ['clerk', 'director'], documents: ['法律援助申请材料接收凭证'] },
  { id: 'T5', from: ['supplementing'], to: ['withdrawn'], command: 'confirmDeemedWithdrawn', event: 'applicationWithdrawn', by: ['clerk', 'director'], limit: 'supplement', documents: ['视为撤回法律援助申请告知书'] },
  { id: 'T5a', from: ['submitted', 'supplementing', 'accepted', 'verifying'], to: ['withdrawn'], command: 'withdrawApplication', event: 'applicationWithdrawn', by: ['applicant', 'clerk'], documents: [] },
  { id: 'T6', from: ['submitted', 'accepted'], to: ['transferred'], command: 'transferApplication', event: 'applicationTransferred', by: ['clerk', 'director'], documents: ['法律援助公函'] },
  { id: 'T7', from: ['accepted'], to: ['verifying'], command: 'startRemoteVerification', event: 'remoteVerificationStarted', by: ['reviewer', 'clerk'], documents: ['法律援助公函'] },
  { id: 'T7b', from: ['verifying'], to: ['accepted'], command: 'finishRemoteVerification', event: 'remoteVerificationFinished', by: ['reviewer', 'clerk'], documents: [] },
  { id: 'T8', from: ['submitted', 'accepted'], to: ['provisional'], command: 'grantProvisionalAid', event: 'provisionalAidGranted', by: ['approver', 'director'], documents: ['先行援助审批记录'] },
  { id: 'T9', from: ['provisional'], to: ['granted', 'assigned', 'engaged', 'inProgress'], command: 'grantAid', event: 'aidGranted', by: ['approver'], limit: 'provisionalReview', documents: ['审批表', '给予法律援助决定书', '送达回证'] },
  { id: 'T9b', from: ['provisional'], to: ['refused'], command: 'refuseAid', event: 'aidRefused', by: ['approver'], limit: 'provisionalReview', documents: ['审批表', '不予法律援助决定书', '送达回证'] },
  { id: 'T10', from: ['accepted'], to: ['granted'], command: 'grantAid', event: 'aidGranted', by: ['approver'], limit: 'review', sameDay: 'decide', documents: ['审批表', '给予法律援助决定书', '送达回证'] },
  { id: 'T11', from: ['accepted'], to: ['refused'], command: 'refuseAid', event: 'aidRefused', by: ['approver'], limit: 'review', sameDay: 'decide', documents: ['审批表', '不予法律援助决定书', '送达回证'] },
  { id: 'T12', from: ['none'], to: ['notified'], command: 'registerNotification', event: 'notificationRegistered', by: ['clerk', 'assigner', 'director'], limit: 'assignNotified', documents: ['通知函'] },
  { id: 'T13', from: ['granted', 'notified'], to: ['assigned'], command: 'assignLawyer', event: 'lawyerAssigned', by: ['assigner', 'director'], limit: 'assign', sameDay: 'assign', documents: ['指派通知书', '法律援助公函'] },
  { id: 'T13b', from: ['assigned'], to: ['granted', 'notified', 'reassigning'], command: 'declineAssignment', event: 'assignmentDeclined', by: ['handlingLawyer', 'handlingFirm'], documents: [] },
  { id: 'T14', from: ['assigned'], to: ['engaged'], command: 'recordEngagement', event: 'engagementRecorded', by: ['handlingLawyer', 'handlingFirm'], limit: 'sign', documents: ['法律援助委托代理协议', '授权委托书'] },
  { id: 'T15', from: ['engaged'], to: ['inProgress'], command: 'startWork', event: 'workStarted', by: ['handlingLawyer'], documents: ['约见或会见笔录'] },
  { id: 'T16', from: ['inProgress'], to: ['inProgress'], command: 'reportProgress', event: 'progressReported', by: ['handlingLawyer'], limit: 'progressReport', documents: ['通报情况记录'] },
  { id: 'T17', from: ['assigned', 'engaged', 'inProgress'], to: ['reassigning'], command: 'requestReplacement', event: 'replacementRequested', by: ['director', 'assigner', 'applicant', 'handlingLawyer', 'handlingFirm'], limit: 'replace', documents: ['更换申请审批表'] },
  { id: 'T17b', from: ['reassigning'], to: ['reassigning', 'assigned', 'engaged', 'inProgress'], command: 'decideReplacement', event: 'replacementDecided', by: ['approver', 'director'], limit: 'replace', documents: [] },
  { id: 'T17c', from: ['reassigning'], to: ['assigned'], command: 'assignLawyer', event: 'lawyerAssigned', by: ['assigner', 'director'], sameDay: 'assign', documents: ['指派通知书', '更换法律援助人员通知书'] },
  { id: 'T18', from: WORK, to: ['terminated'], command: 'terminateAid', event: 'aidTerminated', by: ['approver', 'director'], documents: ['终止法律援助决定书', '送达回证', '法律援助公函'] },
  { id: 'T19', from: ['inProgress'], to: ['concluded'], command: 'concludeCase', event: 'caseConcluded', by: ['handlingLawyer'], documents: ['裁判文书等副本'] },
  { id: 'T20', from: ['concluded', 'fileReturned'], to: ['fileReview'], command: 'submitFile', event: 'fileSubmitted', by: ['handlingLawyer'], limit: 'handInFile', documents: ['法律援助结案报告表', '卷宗'] },
  { id: 'T21', from: ['fileReview'], to: ['fileReturned'], command: 'returnFile', event: 'fileReturned', by: ['fileReviewer'], limit: 'fileReturn', documents: ['退卷意见'] },
  { id: 'T22', from: ['fileReview'], to: ['subsidyApproved'], command: 'approveSubsidy', event: 'subsidyApproved', by: ['fileReviewer', 'director'], limit: 'reviewFile', documents: ['补贴审核与发放记录'] },
  { id: 'T23', from: ['subsidyApproved'], to: ['evaluated'], command: 'recordEvaluation', event: 'evaluationRecorded', by: ['qualityOfficer'], documents: ['回访表', '评查表'] },
  { id: 'T24', from: ['evaluated'], to: ['archived'], command: 'archiveCase', event: 'caseArchived', by: ['archivist'], documents: ['卷内目录', '备考表'] },
  { id: 'T25', from: ['refused', 'terminated'], to: ['refused', 'terminated'], command: 'decideObjection', event: 'objectionDecided', by: ['bureauOfficer'], limit: 'objectionReview', documents: ['异议申请', '法律援助异议审查决定书'] },
  { id: 'T26', from: ['refused'], to: ['accepted'], command: 'carryOutCorrection', event: 'correctionCarriedOut', by: ['approver', 'director'], documents: ['撤销原决定记录'] },
  { id: 'T26b', from: ['terminated'], to: WORK, command: 'carryOutCorrection', event: 'correctionCarriedOut', by: ['approver', 'director'], documents: ['撤销原决定记录'] },
]

/** Whether the table knows this move. Staying in place is always allowed. */
export const inTable = (from: Status | 'none', to: Status, event: EventType): boolean =>
  from === to || TRANSITIONS.some((t) => t.event === event && t.from.includes(from) && t.to.includes(to))
