import { newAffiliates } from '@fatong/casework/application/affiliates.ts'
import type { Command } from '@fatong/casework/application/commands.ts'
import { mayIssue, whyNotAllowed } from '@fatong/casework/application/permissions.ts'
import type { CaseState } from '@fatong/casework/application/state.ts'
import type { Actor, Material } from '@fatong/casework/application/types.ts'
import type { DeskCommand, DeskCommandBody } from '@fatong/contract/desk/commands.ts'
import { assess } from '@fatong/law/legal-aid/eligibility.ts'
import { localDate, localDateOf } from '@fatong/law/calendar/dates.ts'
import { accessOf, type StaffCaller } from '../caller.ts'
import type { Input } from '../input.ts'
import { failed, refused, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { actorFor } from './acting.ts'
import { adviceTaken, settleAdvice } from './advice.ts'
import { chosenProvider } from './candidates.ts'
import { loadForCommand, remember } from './load-case.ts'
import { newMaterials } from './new-materials.ts'
import { affiliatesOf } from './parties.ts'
import { runCommand, type CommandReply, type CommandRequest } from './run-command.ts'

/** What the translation of a body into a command may look at. */
interface Desk {
  parts: Parts
  caller: StaffCaller
  actor: Actor
  caseId: string
  state: CaseState
  materials(ids: readonly string[]): Promise<Material[]>
}
type Translate<C extends DeskCommand> = (
  body: DeskCommandBody<C>,
  desk: Desk,
) => Command | Outcome<never> | Promise<Command | Outcome<never>>

/** Number of a paper: put in when the command is written. */
const NUMBERED = { documentNumber: '' }

async function opinion({ parts, state }: Desk, review: { proposal: 'grant' | 'refuse'; note: string }) {
  const [parameters, calendar] = await Promise.all([parts.law.parameters(), parts.law.calendar()])
  const verdict = state.form
    ? assess(state.form.facts, localDateOf(state.openedAt), parameters, calendar).overall.verdict
    : 'notApplicable'
  return { ...review, assessmentVerdict: verdict }
}

/** The form of each button -> the command of the case. */
const TRANSLATE: { [C in DeskCommand]: Translate<C> } = {
  acceptApplication: async ({ review }, desk) => ({
    type: 'acceptApplication',
    ...NUMBERED,
    ...(review ? { review: await opinion(desk, review) } : {}),
  }),
  requestSupplement: ({ items, deadline, contradiction }) => ({
    type: 'requestSupplement',
    items,
    deadline: localDate(deadline),
    ...NUMBERED,
    ...(contradiction ? { contradiction } : {}),
  }),
  supplyMaterials: async ({ materialIds, note }, { materials }) => ({
    type: 'supplyMaterials',
    materials: await materials(materialIds),
    note,
  }),
  extendSupplement: ({ deadline, reason }) => ({ type: 'extendSupplement', deadline: localDate(deadline), reason }),
  confirmDeemedWithdrawn: () => ({ type: 'confirmDeemedWithdrawn', ...NUMBERED }),
  withdrawApplication: ({ reason }) => ({ type: 'withdrawApplication', reason }),
  transferApplication: ({ to, reason }) => ({ type: 'transferApplication', to, reason, ...NUMBERED }),
  startRemoteVerification: ({ agency, question }) => ({
    type: 'startRemoteVerification',
    agency,
    question,
    ...NUMBERED,
  }),
  finishRemoteVerification: ({ result }) => ({ type: 'finishRemoteVerification', result }),
  recordReview: async ({ review }, desk) => ({ type: 'recordReview', review: await opinion(desk, review) }),
  grantProvisionalAid: ({ ground, reason }, { state }) => ({
    type: 'grantProvisionalAid',
    ground,
    reason,
    documentNumber: `${state.number}-先行`,
  }),
  completeFormalities: async ({ materialIds }, { materials }) => ({
    type: 'completeFormalities',
    materials: await materials(materialIds),
  }),
  grantAid: ({ note, delayReason }) => ({
    type: 'grantAid',
    note,
    ...NUMBERED,
    ...(delayReason ? { delayReason } : {}),
  }),
  refuseAid: ({ reasons, explanation }) => ({ type: 'refuseAid', reasons, explanation, ...NUMBERED }),
  assignLawyer: async (
    { staffId, adviceId, explanation, override, authority, delayReason },
    { parts, caller, caseId, state },
  ) => {
    const [chosen, advice] = await Promise.all([
      chosenProvider(parts, caller, caseId, state, staffId),
      adviceId === undefined ? undefined : adviceTaken(parts, caller, caseId, adviceId, staffId),
    ])
    if (!chosen) return refused('unknownLawyer')
    if (chosen.unavailable.length > 0) return refused('lawyerUnavailable', { reasons: chosen.unavailable })
    return {
      type: 'assignLawyer',
      provider: chosen.provider,
      reasons: chosen.reasons,
      ...NUMBERED,
      ...(advice ? { advice } : {}),
      conflictCheck: {
        checkedAt: parts.clock.now(),
        findings: chosen.findings,
        ...(explanation ? { explanation } : {}),
      },
      ...(override ? { override } : {}),
      ...(authority ? { authority } : {}),
      ...(delayReason ? { delayReason } : {}),
    }
  },
  acceptAssignment: () => ({ type: 'acceptAssignment', ...NUMBERED }),
  declineAssignment: ({ reason, explanation }) => ({ type: 'declineAssignment', reason, explanation }),
  recordEngagement: async ({ signedOn, materialIds, obstacle }, { materials }) => ({
    type: 'recordEngagement',
    signedOn: localDate(signedOn),
    materials: await materials(materialIds),
    ...(obstacle ? { obstacle } : {}),
  }),
  startWork: ({ meetingOn, note }) => ({ type: 'startWork', meetingOn: localDate(meetingOn), note }),
  reportProgress: async ({ note, materialIds }, { materials }) => ({
    type: 'reportProgress',
    note,
    materials: await materials(materialIds),
  }),
  reportTerminationGround: ({ ground, note }) => ({ type: 'reportTerminationGround', ground, note }),
  declineTermination: ({ reason }) => ({ type: 'declineTermination', reason }),
  requestReplacement: ({ reason }) => ({ type: 'requestReplacement', reason }),
  decideReplacement: ({ approve, reason }) => ({ type: 'decideReplacement', approve, reason }),
  terminateAid: ({ ground, evidence, explanation }) => ({
    type: 'terminateAid',
    ground,
    evidence,
    explanation,
    ...NUMBERED,
  }),
  concludeCase: async ({ concludedOn, closedBy, basis, outcome, recoveredFen, materialIds }, { materials }) => ({
    type: 'concludeCase',
    concludedOn: localDate(concludedOn),
    closedBy,
    basis,
    outcome,
    materials: await materials(materialIds),
    ...(recoveredFen === undefined ? {} : { recoveredFen }),
  }),
  submitFile: async ({ report, propertyTaken, materialIds }, { materials }) => ({
    type: 'submitFile',
    report,
    propertyTaken,
    materials: await materials(materialIds),
    ...NUMBERED,
  }),
  returnFile: ({ reasons }) => ({ type: 'returnFile', reasons }),
  approveSubsidy: ({ amountFen }) => ({ type: 'approveSubsidy', amountFen }),
  recordEvaluation: ({ satisfied, grade, note }) => ({ type: 'recordEvaluation', satisfied, grade, note }),
  archiveCase: ({ shelf }) => ({ type: 'archiveCase', shelf }),
  fileObjection: async ({ statement, materialIds }, { materials }) => ({
    type: 'fileObjection',
    statement,
    materials: await materials(materialIds),
  }),
  decideObjection: ({ outcome, explanation }) => ({ type: 'decideObjection', outcome, explanation, ...NUMBERED }),
  carryOutCorrection: ({ note }) => ({ type: 'carryOutCorrection', note }),
  addMaterials: async ({ materialIds, note }, { materials }) => ({
    type: 'addMaterials',
    materials: await materials(materialIds),
    note,
  }),
  nameAffiliates: ({ opponent, names }) => ({ type: 'nameAffiliates', opponent, names }),
  leaveMessage: ({ text, to }) => ({ type: 'leaveMessage', text, to }),
}

/** One body of the desk into a command, with everything the server knows better than the browser. Nothing is looked up for who may not issue it. */
export async function translate<C extends DeskCommand>(
  command: C,
  body: DeskCommandBody<C>,
  desk: Desk,
): Promise<Command | Outcome<never>> {
  if (!mayIssue(desk.actor, command, desk.state)) return refused(whyNotAllowed(desk.actor, command))
  return await TRANSLATE[command](body, desk)
}
export const isCommand = (value: Command | Outcome<never>): value is Command => 'type' in value

type CommandInput<C extends DeskCommand> = Input<{ id: string }, unknown, DeskCommandBody<C>>

/** Whom a command names is found by the conflict look-ups of other cases (CF-9). */
function partiesNamed(caseId: string, { form }: CaseState, command: Command): Pick<CommandRequest, 'besides'> {
  if (command.type !== 'nameAffiliates') return {}
  const meant = form?.opponents.find(({ name }) => name === command.opponent)
  return meant ? { besides: { parties: affiliatesOf(caseId, newAffiliates(meant, command.names)) } } : {}
}

/** The action behind one button of the desk. */
export const deskCommand =
  <C extends DeskCommand>(command: C) =>
  async (parts: Parts, caller: StaffCaller, input: CommandInput<C>): Promise<Outcome<CommandReply>> => {
    const caseId = input.params.id
    const access = accessOf(caller)
    const loaded = await loadForCommand(parts, access, caseId, input.expectedVersion)
    if (!loaded) return failed('notFound')
    const { state } = loaded
    const actor = await actorFor(parts, caller, state)
    const desk: Desk = {
      parts,
      caller,
      actor,
      caseId,
      state,
      materials: (ids) => newMaterials(parts, access, caseId, state, ids),
    }
    const translated = await translate(command, input.body, desk)
    const stale = input.expectedVersion !== undefined && input.expectedVersion !== state.version
    const asked = {
      caseId,
      idempotencyKey: input.idempotencyKey,
      idempotencyScope: `${command} ${caller.staffId}`,
      requestBody: { caseId, body: input.body },
    }
    if (!isCommand(translated)) return remember(parts, asked, stale, translated)
    const request = {
      ...asked,
      before: state,
      command: translated,
      actor,
      access,
      ...partiesNamed(caseId, state, translated),
    }
    const outcome = await (stale ? Promise.resolve(failed('changedMeanwhile')) : runCommand(parts, request))
    if (outcome.ok && translated.type === 'assignLawyer' && translated.advice)
      await settleAdvice(parts, caller, translated.advice, translated.provider.name, translated.override ?? null)
    return remember(parts, asked, stale, outcome)
  }
