import { nameAffiliates } from './affiliates.ts'
import * as assigning from './assigning.ts'
import * as closing from './closing.ts'
import type { Command } from './commands.ts'
import { happened, refuse, said, type Context, type Decision } from './context.ts'
import * as handling from './handling.ts'
import * as intake from './intake.ts'
import * as objecting from './objecting.ts'
import { mayIssue, whyNotAllowed } from './permissions.ts'
import * as reviewing from './reviewing.ts'
import { awaitsPapers, TERMINAL, type CaseState } from './state.ts'
import { extendSupplement } from './supplement-term.ts'

/**
 * What a command does to a case: events, or a refusal with its data. Pure; the state is untouched.
 * The table of contents of the application (rule book 2.2).
 */
export function decide(state: CaseState | null, command: Command, context: Context): Decision {
  if (!mayIssue(context.actor, command.type, state)) return refuse(whyNotAllowed(context.actor, command.type))
  if (command.type === 'submitApplication' || command.type === 'registerNotification') {
    if (state) return refuse('alreadyDone')
    return command.type === 'submitApplication' ? intake.submit(command, context) : intake.register(command, context)
  }
  if (!state) return refuse('wrongStatus', { status: 'draft' })
  switch (command.type) {
    case 'acceptApplication':
      return intake.accept(state, command, context)
    case 'requestSupplement':
      return intake.requestSupplement(state, command, context)
    case 'extendSupplement':
      return extendSupplement(state, command, context)
    case 'supplyMaterials':
      return intake.supply(state, command)
    case 'confirmDeemedWithdrawn':
      return intake.confirmDeemedWithdrawn(state, command, context)
    case 'withdrawApplication':
      return intake.withdraw(state, command)
    case 'transferApplication':
      return intake.transfer(state, command)
    case 'startRemoteVerification':
      return reviewing.startVerification(state, command)
    case 'finishRemoteVerification':
      return reviewing.finishVerification(state, command)
    case 'recordReview':
      return reviewing.recordReview(state, command, context)
    case 'grantProvisionalAid':
      return reviewing.grantProvisional(state, command, context)
    case 'completeFormalities':
      return reviewing.completeFormalities(state, command)
    case 'grantAid':
      return reviewing.grant(state, command, context)
    case 'refuseAid':
      return reviewing.refuseAid(state, command, context)
    case 'assignLawyer':
      return assigning.assign(state, command, context)
    case 'acceptAssignment':
      return assigning.acceptAssignment(state, command)
    case 'declineAssignment':
      return assigning.declineAssignment(state, command)
    case 'requestReplacement':
      return assigning.requestReplacement(state, command, context)
    case 'decideReplacement':
      return assigning.decideReplacement(state, command, context)
    case 'recordEngagement':
      return handling.recordEngagement(state, command, context)
    case 'startWork':
      return handling.startWork(state, command, context)
    case 'reportProgress':
      return handling.reportProgress(state, command)
    case 'reportTerminationGround':
      return handling.reportTerminationGround(state, command, context)
    case 'declineTermination':
      return handling.declineTermination(state, command, context)
    case 'terminateAid':
      return handling.terminate(state, command, context)
    case 'concludeCase':
      return handling.conclude(state, command, context)
    case 'submitFile':
      return closing.submitFile(state, command)
    case 'returnFile':
      return closing.returnFile(state, command, context)
    case 'approveSubsidy':
      return closing.approveSubsidy(state, command, context)
    case 'recordEvaluation':
      return closing.recordEvaluation(state, command, context)
    case 'archiveCase':
      return closing.archive(state, command)
    case 'fileObjection':
      return objecting.fileObjection(state, command)
    case 'decideObjection':
      return objecting.decideObjection(state, command, context)
    case 'carryOutCorrection':
      return objecting.carryOutCorrection(state, command)
    case 'addMaterials': {
      if (TERMINAL.includes(state.status)) return refuse('wrongStatus', { status: state.status })
      // What is brought to the counter while papers are awaited is what was asked for: whoever puts it down under another name
      // must not leave the applicant to be deemed to have withdrawn (AC-3).
      if (context.actor.kind === 'staff' && awaitsPapers(state) && command.materials.length > 0)
        return intake.supply(state, { ...command, type: 'supplyMaterials' })
      return command.materials.length > 0
        ? happened({ type: 'materialsAdded', data: { materials: command.materials, note: command.note } })
        : refuse('materialsMissing')
    }
    case 'nameAffiliates':
      return nameAffiliates(state, command)
    case 'leaveMessage':
      return said(command.text)
        ? happened({ type: 'messageLeft', data: { text: command.text, to: command.to } })
        : refuse('reasonMissing')
    default:
      return command satisfies never
  }
}
