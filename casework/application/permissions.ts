import type { Refusal, Role } from '../vocabulary.ts'
import type { CommandType } from './commands.ts'
import type { CaseState } from './state.ts'
import type { Actor } from './types.ts'

/** Besides roles: parties of the case itself. */
type Party = 'applicant' | 'handlingLawyer' | 'handlingFirm' | 'system'
interface Permission {
  roles: readonly Role[]
  parties?: readonly Party[]
}

const CENTER: readonly Role[] = ['clerk', 'reviewer', 'approver', 'assigner', 'director']

/** Who may issue which command (rule book 2.2, column 谁). Roles count at places that cover the case. */
export const PERMISSIONS: Record<CommandType, Permission> = {
  submitApplication: { roles: ['clerk', 'stationStaff', 'legalLiaison', 'director'], parties: ['applicant'] },
  registerNotification: { roles: ['clerk', 'assigner', 'director'] },
  acceptApplication: { roles: ['clerk', 'director'] },
  requestSupplement: { roles: ['clerk', 'reviewer', 'director'] },
  extendSupplement: { roles: ['clerk', 'reviewer', 'director'] },
  supplyMaterials: { roles: ['clerk', 'stationStaff', 'legalLiaison'], parties: ['applicant'] },
  confirmDeemedWithdrawn: { roles: ['clerk', 'director'] },
  withdrawApplication: { roles: ['clerk'], parties: ['applicant'] },
  transferApplication: { roles: ['clerk', 'director'] },
  startRemoteVerification: { roles: ['reviewer', 'clerk'] },
  finishRemoteVerification: { roles: ['reviewer', 'clerk'] },
  recordReview: { roles: ['reviewer'] },
  grantProvisionalAid: { roles: ['approver', 'director'] },
  completeFormalities: { roles: ['clerk', 'reviewer'] },
  grantAid: { roles: ['approver'] },
  refuseAid: { roles: ['approver'] },
  assignLawyer: { roles: ['assigner', 'director'] },
  acceptAssignment: { roles: [], parties: ['handlingLawyer', 'handlingFirm'] },
  declineAssignment: { roles: [], parties: ['handlingLawyer', 'handlingFirm'] },
  recordEngagement: { roles: [], parties: ['handlingLawyer', 'handlingFirm'] },
  startWork: { roles: [], parties: ['handlingLawyer'] },
  reportProgress: { roles: [], parties: ['handlingLawyer'] },
  reportTerminationGround: { roles: ['clerk', 'director'], parties: ['applicant', 'handlingLawyer'] },
  requestReplacement: { roles: ['director', 'assigner'], parties: ['applicant', 'handlingLawyer', 'handlingFirm'] },
  decideReplacement: { roles: ['approver', 'director'] },
  declineTermination: { roles: ['approver', 'director'] },
  terminateAid: { roles: ['approver', 'director'] },
  concludeCase: { roles: [], parties: ['handlingLawyer'] },
  submitFile: { roles: [], parties: ['handlingLawyer'] },
  returnFile: { roles: ['fileReviewer'] },
  approveSubsidy: { roles: ['fileReviewer', 'director'] },
  recordEvaluation: { roles: ['qualityOfficer'] },
  archiveCase: { roles: ['archivist'] },
  // A clerk or the bureau puts down what is said or handed in at the counter.
  fileObjection: { roles: ['clerk', 'bureauOfficer'], parties: ['applicant'] },
  decideObjection: { roles: ['bureauOfficer'] },
  carryOutCorrection: { roles: ['approver', 'director'] },
  addMaterials: { roles: [...CENTER, 'stationStaff', 'legalLiaison'], parties: ['applicant', 'handlingLawyer'] },
  nameAffiliates: { roles: CENTER },
  leaveMessage: { roles: CENTER, parties: ['applicant', 'handlingLawyer'] },
}

const isParty: Record<Party, (actor: Actor, state: CaseState | null) => boolean> = {
  applicant: (actor, state) =>
    actor.kind === 'citizen' &&
    (state === null ||
      [state.form?.applicant.personId, state.form?.proxy?.personId, state.letter?.defendant.personId].includes(
        actor.id,
      )),
  handlingLawyer: (actor, state) => actor.kind === 'staff' && state?.assignment?.provider.staffId === actor.id,
  // A firm manager's place is the firm itself.
  handlingFirm: (actor, state) =>
    actor.kind === 'staff' &&
    actor.roles.includes('firmManager') &&
    state?.assignment !== undefined &&
    actor.placeId === state.assignment.provider.orgId,
  system: (actor) => actor.kind === 'system',
}

/** Whether this actor may issue this command on this case, whatever its status. */
export function mayIssue(actor: Actor, command: CommandType, state: CaseState | null): boolean {
  const { roles, parties = [] } = PERMISSIONS[command]
  return (
    (actor.kind === 'staff' && actor.roles.some((role) => roles.includes(role))) ||
    parties.some((party) => isParty[party](actor, state))
  )
}

const PROVIDER_ROLES: readonly Role[] = ['lawyer', 'grassrootsLegalWorker']

/** A provider of another case is told so; everybody else, that the post does not allow it. */
export function whyNotAllowed(actor: Actor, command: CommandType): Refusal {
  const forHandlingLawyer = PERMISSIONS[command].parties?.includes('handlingLawyer') ?? false
  return forHandlingLawyer && actor.roles.some((role) => PROVIDER_ROLES.includes(role))
    ? 'notHandlingLawyer'
    : 'notAllowed'
}

/** For whom somebody reads what is written to them at the desk: those who may answer. */
export function readsMessagesFor(actor: Actor, state: CaseState): 'agency' | 'lawyer' | null {
  if (isParty.handlingLawyer(actor, state)) return 'lawyer'
  return actor.kind === 'staff' && actor.roles.some(answersAtCentre) ? 'agency' : null
}

/** Whether somebody of this role answers what is written to the centre, where the role counts. */
export const answersAtCentre = (role: Role): boolean => PERMISSIONS.leaveMessage.roles.includes(role)
