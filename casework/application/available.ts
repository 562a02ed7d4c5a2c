import type { Refusal } from '../vocabulary.ts'
import type { Command, CommandType } from './commands.ts'
import type { Context } from './context.ts'
import { decide } from './decide.ts'
import { mayIssue } from './permissions.ts'
import type { CaseState } from './state.ts'

export interface Availability {
  command: CommandType
  allowed: boolean
  refusal: Refusal | null
}

/** Refusals that a person settles while filling in the form, so the button stays live. */
const SETTLED_IN_FORM: readonly Refusal[] = [
  'delayReasonMissing',
  'reasonMissing',
  'materialsMissing',
  'affiliateMissing',
  'evidenceMissing',
  'conflictCheckMissing',
  'deadlineInvalid',
  'lawyerNotQualified',
  'alreadySupplemented',
]

const far = '9999-12-31'
/** The emptiest form of each command: enough to ask the rules whether its time has come. */
const PROBES: { [T in CommandType]: Extract<Command, { type: T }> | null } = {
  submitApplication: null,
  registerNotification: null,
  acceptApplication: { type: 'acceptApplication', documentNumber: '' },
  requestSupplement: {
    type: 'requestSupplement',
    items: [{ code: 'explanation', wording: '' }],
    deadline: far as never,
    documentNumber: '',
  },
  extendSupplement: { type: 'extendSupplement', deadline: far as never, reason: '…' },
  supplyMaterials: { type: 'supplyMaterials', materials: [], note: '…' },
  confirmDeemedWithdrawn: { type: 'confirmDeemedWithdrawn', documentNumber: '' },
  withdrawApplication: { type: 'withdrawApplication', reason: '…' },
  transferApplication: { type: 'transferApplication', to: '…', reason: '…', documentNumber: '' },
  startRemoteVerification: { type: 'startRemoteVerification', agency: '…', question: '…', documentNumber: '' },
  finishRemoteVerification: { type: 'finishRemoteVerification', result: '…' },
  recordReview: { type: 'recordReview', review: { proposal: 'grant', note: '…', assessmentVerdict: 'needsFacts' } },
  grantProvisionalAid: { type: 'grantProvisionalAid', ground: 'UR-1', reason: '…', documentNumber: '' },
  completeFormalities: { type: 'completeFormalities', materials: [] },
  grantAid: { type: 'grantAid', note: '', documentNumber: '' },
  refuseAid: { type: 'refuseAid', reasons: ['other'], explanation: '…', documentNumber: '' },
  assignLawyer: {
    type: 'assignLawyer',
    provider: {
      staffId: '',
      name: '',
      orgId: '',
      orgName: '',
      kind: 'lawyer',
      practiceYears: 50,
      criminalDefenseYears: 50,
      juvenileAware: true,
    },
    conflictCheck: { checkedAt: 0 as never, findings: [] },
    reasons: [],
    documentNumber: '',
    delayReason: '…',
  },
  acceptAssignment: { type: 'acceptAssignment' },
  declineAssignment: { type: 'declineAssignment', reason: 'other', explanation: '…' },
  recordEngagement: { type: 'recordEngagement', signedOn: '0001-01-01' as never, materials: [] },
  startWork: { type: 'startWork', meetingOn: '0001-01-01' as never, note: '…' },
  reportProgress: { type: 'reportProgress', note: '…', materials: [] },
  reportTerminationGround: { type: 'reportTerminationGround', ground: 'TM-7', note: '…' },
  declineTermination: { type: 'declineTermination', reason: '…' },
  requestReplacement: { type: 'requestReplacement', reason: '…' },
  decideReplacement: { type: 'decideReplacement', approve: true, reason: '…' },
  terminateAid: { type: 'terminateAid', ground: 'TM-8', evidence: ['…'], explanation: '…', documentNumber: '' },
  concludeCase: {
    type: 'concludeCase',
    concludedOn: '0001-01-01' as never,
    closedBy: 'other',
    basis: '…',
    outcome: '…',
    materials: [],
  },
  submitFile: { type: 'submitFile', materials: [], report: '…', propertyTaken: false, documentNumber: '' },
  returnFile: { type: 'returnFile', reasons: ['…'] },
  approveSubsidy: { type: 'approveSubsidy', amountFen: 0 },
  recordEvaluation: { type: 'recordEvaluation', satisfied: null, grade: 'pass', note: '' },
  archiveCase: { type: 'archiveCase', shelf: '…' },
  fileObjection: { type: 'fileObjection', statement: '…' },
  decideObjection: { type: 'decideObjection', outcome: 'uphold', explanation: '…', documentNumber: '' },
  carryOutCorrection: { type: 'carryOutCorrection', note: '' },
  addMaterials: { type: 'addMaterials', materials: [], note: '' },
  nameAffiliates: { type: 'nameAffiliates', opponent: '', names: [] },
  leaveMessage: { type: 'leaveMessage', text: '…', to: 'agency' },
}

/** What this actor can do with the case now, and why the rest of what they may do has to wait. */
export function availableCommands(state: CaseState, context: Context): Availability[] {
  const found: Availability[] = []
  for (const [type, probe] of Object.entries(PROBES) as [CommandType, Command | null][]) {
    if (!probe || !mayIssue(context.actor, type, state)) continue
    const decision = decide(state, probe, context)
    const open = decision.ok || SETTLED_IN_FORM.includes(decision.refusal)
    found.push({ command: type, allowed: open, refusal: decision.ok || open ? null : decision.refusal })
  }
  return found
}
