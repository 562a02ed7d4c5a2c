import type { DeskCommand } from '@fatong/contract/desk/commands.ts'

/**
 * Which commands issue a numbered document, so that it is shown before it is sent. The papers of `acceptAssignment` are sent
 * to nobody: they wait to be signed. Papers of the file (审批记录, 审批表) are written from the history afterwards.
 */
export const ISSUES_DOCUMENT: Record<DeskCommand, boolean> = {
  acceptApplication: true,
  requestSupplement: true,
  extendSupplement: false,
  confirmDeemedWithdrawn: true,
  withdrawApplication: false,
  transferApplication: true,
  startRemoteVerification: true,
  finishRemoteVerification: false,
  recordReview: false,
  grantProvisionalAid: false,
  completeFormalities: false,
  grantAid: true,
  refuseAid: true,
  assignLawyer: true,
  acceptAssignment: false,
  declineAssignment: false,
  recordEngagement: false,
  startWork: false,
  reportProgress: false,
  reportTerminationGround: false,
  declineTermination: false,
  requestReplacement: false,
  decideReplacement: false,
  terminateAid: true,
  concludeCase: false,
  submitFile: true,
  returnFile: false,
  approveSubsidy: false,
  recordEvaluation: false,
  archiveCase: false,
  decideObjection: true,
  carryOutCorrection: false,
  addMaterials: false,
  nameAffiliates: false,
  leaveMessage: false,
}
