import type { DeskCommand } from '@fatong/contract/desk/commands.ts'
import { assignLawyer } from './assign/assign-form.tsx'
import type { CommandForm } from './form-of.ts'
import { acceptApplication, recordReview } from './forms/accept.tsx'
import {
  approveSubsidy,
  archiveCase,
  concludeCase,
  recordEvaluation,
  returnFile,
  submitFile,
} from './forms/closing.tsx'
import { completeFormalities, grantAid, grantProvisionalAid, refuseAid } from './forms/decide.tsx'
import {
  acceptAssignment,
  decideReplacement,
  declineAssignment,
  declineTermination,
  recordEngagement,
  reportProgress,
  reportTerminationGround,
  requestReplacement,
  startWork,
  terminateAid,
} from './forms/handling.tsx'
import {
  confirmDeemedWithdrawn,
  extendSupplement,
  finishRemoteVerification,
  startRemoteVerification,
  supplyMaterials,
  transferApplication,
  withdrawApplication,
} from './forms/intake.tsx'
import {
  addMaterials,
  carryOutCorrection,
  decideObjection,
  fileObjection,
  leaveMessage,
  nameAffiliates,
} from './forms/other.tsx'
import { requestSupplement } from './forms/supplement.tsx'

/** One form for every command of the desk; a new command does not compile without its form. */
export const FORMS: { [C in DeskCommand]: CommandForm<C> } = {
  acceptApplication,
  requestSupplement,
  supplyMaterials,
  extendSupplement,
  confirmDeemedWithdrawn,
  withdrawApplication,
  transferApplication,
  startRemoteVerification,
  finishRemoteVerification,
  recordReview,
  grantProvisionalAid,
  completeFormalities,
  grantAid,
  refuseAid,
  assignLawyer,
  acceptAssignment,
  declineAssignment,
  recordEngagement,
  startWork,
  reportProgress,
  reportTerminationGround,
  declineTermination,
  requestReplacement,
  decideReplacement,
  terminateAid,
  concludeCase,
  submitFile,
  returnFile,
  approveSubsidy,
  recordEvaluation,
  archiveCase,
  fileObjection,
  decideObjection,
  carryOutCorrection,
  addMaterials,
  nameAffiliates,
  leaveMessage,
}

/** Keys of the frequent actions. */
export const COMMAND_KEYS: Partial<Record<DeskCommand, string>> = {
  acceptApplication: 'a',
  requestSupplement: 'c',
  grantAid: 'd',
  assignLawyer: 's',
}

/** The steps a case usually takes come first and look like it. */
export const SIDE_COMMANDS: readonly DeskCommand[] = [
  'leaveMessage',
  'addMaterials',
  'nameAffiliates',
  'extendSupplement',
  'withdrawApplication',
  'transferApplication',
  'startRemoteVerification',
  'requestReplacement',
  'reportTerminationGround',
  'declineTermination',
  'terminateAid',
  'grantProvisionalAid',
]
